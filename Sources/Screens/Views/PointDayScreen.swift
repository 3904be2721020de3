import Repatriation
import Terminal

/// A point's day, hour by hour: who came and how long they waited as bars, beside what the same
/// weekday was like before, and what happened once between them.
struct PointDayScreen: Listing {
    private let place: PointCode
    /// A moment of the day that is asked for; nil is now.
    private(set) var moment: Instant?
    var list = LiveList<PointDayLine>()
    private var view: PointDay?

    /// The day of a moment, or of now; empty until the store answers.
    init(_ point: PointCode, of moment: Instant? = nil) {
        place = point
        self.moment = moment
    }

    var point: PointCode? { place }
    var isPast: Bool { moment != nil }
    var queries: [any Query] { [DayOf(place, of: moment)] }

    static let table: KeyTable<Self> = [
        .key(.left, "Día antes", "Day before") { $0.go(by: -1) },
        KeyRow(Binding(.right, "Después", "After")) { screen, _ in screen.go(by: 1) }
            .unless { screen, context in
                screen.view.map { $0.span.upperBound <= context.now } == true
                    ? nil : .says("Es el día de hoy.", "It is today.")
            },
        .key(.backTab, "Semana antes", "Week before") { $0.go(by: -7) },
        KeyRow(Letter.print.binding("", "")) { screen, context in
            [.effect(.printShift(.shift, screen.place, of: screen.moment, context.language))]
        },
        .back,
    ]

    /// The middle of another day.
    private mutating func go(by days: Int) -> [Step] {
        guard let view else { return [] }
        let noon = view.span.lowerBound.adding(minutes: 720 + 1440 * days)
        moment = noon
        return [.effect(.load(DayOf(place, of: noon), holds: false))]
    }

    var procedure: Procedure? { Procedure(.balance, .handOver, isOfQueue: true) }
    func title(_ context: Workplace) -> String {
        let day = view.map { " · \(Dates.short($0.day, context.language))" } ?? ""
        return context.title(Bilingual("El día", "The day"), at: place) + day
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let view = reply.answer(to: DayOf(place, of: moment)) else { return [] }
        let isAnother = self.view?.day != view.day
        self.view = view
        list.update(view.isEmpty ? [] : PointDayLine.lines(of: view), adopt: true)
        // Of today the last hour, of another day the first.
        guard isAnother else { return [] }
        let last = list.elements.lastIndex { $0.isHour } ?? 0
        list.select(index: view.span.upperBound > context.now ? last : 0)
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let view else { return }
        let columns = PointDayColumns(view, width: frame.width)
        frame.put(
            TextWidth.fit(columns.summary(context.language), frame.width - 2), row: 1, column: 1)
        if !view.isEmpty { columns.drawHead(on: &frame, row: 2, context.language) }
        let nothing = Bilingual(
            "Ese día nadie llegó, esperó ni salió.", "Nobody came, waited or left on that day.")
        list.draw(on: &frame, from: 3, empty: nothing(context.language)) { line, row, frame in
            let clock = context.local(line.at, place)
            switch line.told {
            case .hour(let hour): columns.draw(hour, clock, on: &frame, row: row)
            case .fact(let fact):
                let (words, role) = PointDayWords.of(fact)
                frame.put(
                    TextWidth.fit("\(clock.clock) \(words(context.language))", frame.width - 6),
                    row: row, column: 4, Style(role))
            }
        }
    }
}

extension PointDay {
    /// Nobody came, waited or left, and nothing happened.
    fileprivate var isEmpty: Bool {
        facts.isEmpty && hours.allSatisfy { $0.received == 0 && $0.calls == 0 && $0.released == 0 }
    }
}

/// An hour of a day, or what happened in it.
struct PointDayLine: Sendable, Identifiable {
    enum Told: Sendable {
        case hour(PointDay.Hour)
        case fact(PointDay.Fact)
    }

    let id: Int
    let told: Told

    var at: Instant {
        switch told {
        case .hour(let hour): hour.start
        case .fact(let fact): fact.at
        }
    }
    var isHour: Bool { if case .hour = told { true } else { false } }

    /// Each hour, and below it what happened once.
    static func lines(of view: PointDay) -> [PointDayLine] {
        var told: [Told] = []
        var facts = view.facts[...]
        for (index, hour) in view.hours.enumerated() {
            told.append(.hour(hour))
            let next = index + 1 < view.hours.count ? view.hours[index + 1].start : nil
            while let fact = facts.first, next.map({ fact.at < $0 }) ?? true {
                told.append(.fact(fact))
                facts = facts.dropFirst()
            }
        }
        return told.enumerated().map { PointDayLine(id: $0.offset, told: $0.element) }
    }
}

/// What happened once, in words.
enum PointDayWords {
    static func of(_ fact: PointDay.Fact) -> (Bilingual, Role) {
        switch fact.kind {
        case .announced(let group, let people, let outOfHours):
            let count = people.map { " (\($0))" } ?? ""
            return (
                Bilingual(
                    "G\(group) anunciado\(count)\(outOfHours ? ", fuera de horario" : "")",
                    "G\(group) announced\(count)\(outOfHours ? ", out of hours" : "")"),
                outOfHours ? .late : .text
            )
        case .arrived(let group): return (Bilingual("llegó G\(group)", "G\(group) came"), .text)
        case .balanced(let group):
            return (Bilingual("G\(group) cuadrado", "G\(group) balanced"), .text)
        case .concluded(let group):
            return (Bilingual("G\(group) concluido", "G\(group) concluded"), .text)
        case .reopened(let group):
            return (Bilingual("G\(group) abierto otra vez", "G\(group) reopened"), .late)
        case .sent(let group, let to, let people):
            return (
                Bilingual(
                    "salen a \(to.text): \(people), allá G\(group)",
                    "left for \(to.text): \(people), G\(group) there"), .text
            )
        case .came(let group, let from, let people):
            return (
                Bilingual(
                    "llegan de \(from.text): \(people), G\(group)",
                    "came from \(from.text): \(people), G\(group)"), .text
            )
        case .shiftOpened: return (Bilingual("turno abierto", "shift opened"), .info)
        case .shiftClosed: return (Bilingual("turno cerrado", "shift closed"), .info)
        case .handOverSigned:
            return (Bilingual("turno entregado", "shift handed over"), .info)
        case .handOverReceived: return (Bilingual("turno recibido", "shift received"), .info)
        case .rang(let kind, let grade):
            let role: Role =
                grade == .critical ? .critical : grade == .late ? .late : .muted
            return (
                Bilingual("sonó: \(kind.label.es)", "rang: \(kind.label.en)"), role
            )
        }
    }
}
