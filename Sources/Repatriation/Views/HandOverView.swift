/// What one lead hands to the next at a point.
package struct HandOverOf: PointQuery {
    package typealias Answer = HandOverView
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// Everybody inside with what each needs next, what else stays, and what could go wrong.
package struct HandOverView: Sendable, Equatable {
    /// The point, as the reader may see it.
    package var point: ReceivingPoint
    /// The moment it shows.
    package var now: Instant
    /// The point's wall clock.
    package var local: LocalTime
    /// The point's zone.
    package var zone: Zone?
    /// Who leads the shift, as `R. Ramírez`.
    package var lead: String?
    /// The hand-over that was signed and waits to be received; else the last one.
    package var handOver: HandOver?
    /// Who signed it, and who received it.
    package var signers: [Identifier<Officer>: String] = [:]
    /// One line a person inside: whoever is in danger and the children first, then by what is due.
    package var lines: [HandOverLine] = []
    /// What else stays.
    package var remains = ShiftRemains()
    /// Whom this point sent to another that has not received them.
    package var departures: [Departure] = []
    /// Groups that are announced and have not come, the first first.
    package var expected: [ExpectedGroup] = []
    /// What rings at the point, the gravest first.
    package var alerts: [Alert] = []
    /// What the point has against the standards.
    package var standards: StandardParts?
    /// The newest check of the shift, and who made it, as `R. Ramírez`.
    package var check: ShiftCheck?
    /// Who made it.
    package var checker: String?

    /// Of a point at one moment.
    package init(point: ReceivingPoint, now: Instant, local: LocalTime) {
        (self.point, self.now, self.local) = (point, now, local)
    }

    /// The hand-over that waits to be received.
    package var waiting: HandOver? { handOver.flatMap { $0.isWaiting ? $0 : nil } }

    /// What could go wrong in the next hours, and what to do then.
    package var contingencies: [Bilingual] {
        let told =
            departures.map(\.sentence) + expected.map(\.sentence)
            + otherAlerts.map(said)
        return (check?.found.isWanting == true ? [checked] + told : told + [checked])
            + standardLines
    }

    /// What the check of the shift found, or that nobody made one.
    package var checked: Bilingual { ShiftCheck.said(check, checker, local(of: check)) }

    /// The same under its own heading.
    package var checkTold: Bilingual { ShiftCheck.told(check, checker, local(of: check)) }

    /// What rings, without what is said of a group that is expected.
    private var otherAlerts: [Alert] {
        let expected = Set(expected.map(\.group.id.value))
        return alerts.filter { $0.kind != .outOfHours || !expected.contains($0.subject) }
    }

    /// The parts of the standards.
    package var standardLines: [Bilingual] { standards?.lines(at: now) ?? [] }

    private func local(of check: ShiftCheck?) -> LocalTime? {
        check?.at.flatMap { at in zone?.local(at) }
    }

    /// The same beside names: without what tells of somebody's lane, or who is asked for.
    package var contingenciesOnPaper: [Bilingual] {
        departures.map(\.sentence) + expected.map(\.sentence)
            + otherAlerts.filter { $0.kind.alarm.audience == .staff && $0.kind != .askedFor }.map(
                said)
    }

    /// What stands for more than a day is looked at by both leads: an alarm that nobody ends is none.
    private func said(_ alert: Alert) -> Bilingual {
        if alert.state == .shelved {
            return Bilingual(
                "Apartado por quien entrega: \(alert.text.es)",
                "Set aside by the outgoing lead: \(alert.text.en)")
        }
        guard now.secondsSince(alert.since) > 86_400 else { return alert.text }
        return Bilingual(
            "Por revisar, más de 24 h: \(alert.text.es)", "To review, over 24 h: \(alert.text.en)")
    }

    /// `R. Ramírez`, or a dash.
    package func signer(_ id: Identifier<Officer>?) -> String { id.flatMap { signers[$0] } ?? "–" }
}

/// Somebody inside, as the next lead takes them over.
package struct HandOverLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<Reception>
    /// Who, as the reader may see them.
    package let person: Reception
    /// Since when, by the point's clock.
    package let since: LocalTime?
    /// What comes next.
    package let next: NextStep
    /// Who answers for them: the officer of their desk, whoever is with them in hospital, else the
    /// lead. As `R. Ramírez`.
    package let owner: String
    /// Under eighteen, or of an age that is doubted.
    package let isChild: Bool
    /// Health that cannot wait, as far as the reader may know.
    package let isGrave: Bool

    /// Somebody's line.
    package init(
        _ person: Reception, since: LocalTime?, next: NextStep, owner: String, isChild: Bool
    ) {
        id = person.id
        self.person = person
        self.since = since
        self.next = next
        self.owner = owner
        self.isChild = isChild
        isGrave = person.flags.map { !$0.isDisjoint(with: [.vitalEmergency, .medical]) } ?? false
    }

    /// In danger, then children, then the others; of each what is due first.
    package var order: (Int, Instant, Int) {
        (
            isGrave ? 0 : isChild ? 1 : 2, next.dueAt ?? Instant(milliseconds: .max),
            person.ticket ?? .max
        )
    }
}

extension [HandOverLine] {
    /// The number of whoever's step is due first; nil where nothing has an hour.
    package var nextDue: Int? {
        filter { $0.next.dueAt != nil }
            .min { ($0.next.dueAt ?? .earliest) < ($1.next.dueAt ?? .earliest) }?.person.ticket
    }
}
