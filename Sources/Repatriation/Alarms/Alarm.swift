/// A row of the table of alarms: what raises it, who is told, and what is to be done.
package struct Alarm: Sendable {
    /// Who is told at all.
    package enum Audience: Sendable, CaseIterable {
        /// Who attends people.
        case staff
        /// Who reads what is restricted: child protection and the lead.
        case lane
        /// Who knows who is in reserved attention.
        case reserved

        /// Whether a reader is of them.
        package func includes(_ reader: Reader) -> Bool {
            switch self {
            case .staff: reader.reads(.sensitive)
            case .lane: reader.reads(.sensitive) && reader.reads(.restricted)
            case .reserved: reader.reads(.sensitive) && reader.knows(.reserved)
            }
        }
    }

    /// What is opened to do something about it: the person or the group that it is about, or a list
    /// of the point.
    package enum Target: Sendable {
        case person, group, queue, referrals, storeRoom, followUps, shift, tray, providers
    }

    /// A number that a point may set otherwise.
    package struct Threshold: Sendable {
        /// What is counted.
        package enum Unit: Sendable { case minutes, days, times, megabytes }

        /// What it is called.
        package let name: Bilingual
        /// What is counted.
        package let unit: Unit
        /// Where a point sets nothing.
        package let usual: Int
        /// What a point may set.
        package let allowed: ClosedRange<Int>
    }

    /// What rings it now, one line each.
    struct Cause {
        var since: Instant
        /// A reception, a group or an inquiry; nil where it is about the point.
        var subject: Int?
        /// Where it is not the row's own.
        var grade: Alert.Grade?
        /// How many the line is about.
        var count = 1
        /// What stands in the gaps of the sentence, besides `{n}` and `{more}`.
        var words: [String: Bilingual] = [:]
    }

    /// Its stable code.
    package let kind: AlertKind
    /// How much it hurries.
    package let grade: Alert.Grade
    /// Where it is answered.
    package let opens: Target
    /// Who is told.
    package var audience = Audience.staff
    /// From where on it rings; nil where there is nothing to set.
    package var threshold: Threshold?
    /// After how many minutes it clears by itself; nil where it stays until its cause is gone.
    package var fades: Int?
    /// For how many seconds the cause must hold before it rings.
    package var leastOn = 0
    /// What is the matter and what is to be done, of one.
    package let one: Bilingual
    /// The same of several in one line; nil where each has a line of its own.
    package var many: Bilingual?
    /// What raises it, past its threshold and after its oldest; where there is nothing, it is
    /// clear.
    let raised: @Sendable (PointFacts, _ threshold: Int, _ oldest: Instant) -> [Cause]

    /// Up to when back its causes count.
    package func oldest(at now: Instant) -> Instant {
        fades.map { now.adding(minutes: -$0) } ?? .earliest
    }

    /// What it tells of a point.
    package func alerts(_ facts: PointFacts, _ thresholds: Thresholds = Thresholds()) -> [Alert] {
        raised(facts, thresholds[self], oldest(at: facts.now)).compactMap { cause in
            guard leastOn == 0 || facts.now.secondsSince(cause.since) >= leastOn else { return nil }
            var words = cause.words
            words["n"] = Bilingual(cause.count)
            words["more"] = Bilingual(cause.count - 1)
            let sentence = cause.count > 1 ? many ?? one : one
            return Alert(
                AlarmTag(kind, facts.point, many == nil ? cause.subject : nil),
                cause.grade ?? grade, since: cause.since, subject: cause.subject ?? facts.subject,
                text: sentence.filled(words))
        }
    }

    /// What a point's facts ring for a reader, in the table's order.
    package static func ringing(
        _ facts: PointFacts, for reader: Reader, _ thresholds: Thresholds = Thresholds()
    ) -> [Alert] {
        all.filter { $0.audience.includes(reader) }.flatMap { $0.alerts(facts, thresholds) }
    }
}

extension AlertKind {
    /// Its row of the table.
    package var alarm: Alarm {
        guard let row = AlertKind.rows[self] else { preconditionFailure("\(self) has no row") }
        return row
    }

    private static let rows = Dictionary(uniqueKeysWithValues: Alarm.all.map { ($0.kind, $0) })
}

extension [Alarm.Cause] {
    /// Several in one line, which the first of them says.
    var asOne: [Alarm.Cause] {
        guard var first else { return [] }
        first.count = count
        return [first]
    }
}

extension Bilingual {
    /// A number, or what is called the same in both.
    init(_ same: some CustomStringConvertible) { self.init(same.description, same.description) }

    /// The sentence with words in its gaps.
    func filled(_ words: [String: Bilingual]) -> Bilingual {
        words.reduce(self) { text, word in
            Bilingual(
                text.es.replacing("{\(word.key)}", with: word.value.es),
                text.en.replacing("{\(word.key)}", with: word.value.en))
        }
    }
}
