import Repatriation
import Terminal

/// The queue's columns, as wide as what stands in them: a name has the rest.
struct QueueColumns {
    private let context: Workplace
    private let name: Int
    private let priority: Int
    private let place: Int
    private let isNarrow: Bool
    private let isWide: Bool

    /// For these rows on a screen so wide.
    init(_ rows: [QueueRow], width: Int, _ context: Workplace) {
        self.context = context
        let language = context.language
        isNarrow = width < 60
        let isWide = width >= 100
        self.isWide = isWide
        let head = TextWidth.of(QueueColumns.priorityHead(language))
        let classes = rows.map {
            TextWidth.of(QueueColumns.priority($0, context, isWide)(language))
        }
        priority = isNarrow ? 0 : min(14, max(head, classes.max() ?? 0)) + 2
        let places =
            width < 80
            ? []
            : rows.compactMap { QueueColumns.place($0, isWide).map { TextWidth.of($0(language)) } }
        place = places.isEmpty ? 0 : min(isWide ? 14 : 9, places.max() ?? 0) + 1
        name = width - 8 - (isNarrow ? 0 : 6) - priority - 20 - place
    }

    private static func priorityHead(_ language: Language) -> String {
        language("Prioridad", "Priority")
    }

    private var age: Int { 8 + name }
    private var times: Int { age + (isNarrow ? 0 : 6) + priority }

    func drawHead(on frame: inout Frame, row: Int) {
        let language = context.language
        frame.putRight(language("Ficha", "Ticket"), row: row, before: 7, Style(.muted))
        frame.put(
            language("Persona", "Person"), row: row, column: 8, Style(.muted),
            limit: name)
        if !isNarrow {
            frame.putRight(
                language("Edad", "Age"), row: row, before: age + 5, Style(.muted))
            frame.put(QueueColumns.priorityHead(language), row: row, column: age + 7, Style(.muted))
        }
        frame.putRight(
            language("Espera", "Waited"), row: row, before: times + 7, Style(.muted))
        frame.put(language("Vence", "Due"), row: row, column: times + 9, Style(.muted))
        if place > 0 {
            frame.put(
                language("Lugar", "Place"), row: row, column: times + 20, Style(.muted))
        }
    }

    func draw(_ person: QueueRow, isGhost: Bool, isRecent: Bool, on frame: inout Frame, row: Int) {
        let language = context.language
        let shown = context.shown(person.name)
        let isHidden = context.isCovered || context.hides(person.name)
        let style = Style(isGhost ? .muted : .text, bold: isRecent)
        frame.putRight(String(person.ticket), row: row, before: 7, Style(isGhost ? .muted : .title))
        let gone = Bilingual("ya no está en la lista", "no longer on the list")
        let label = isGhost ? gone : shown.words
        frame.put(TextWidth.fit(label(language), name - 1), row: row, column: 8, style)
        if !isNarrow {
            let known = person.age.map { "\(person.isAgeRough ? "≈" : "")\($0)" } ?? "¿?"
            frame.putRight(
                isHidden ? "—" : known, row: row, before: age + 5, style)
            let words =
                context.isCovered ? "" : QueueColumns.priority(person, context, isWide)(language)
            frame.put(words, row: row, column: age + 7, style, limit: priority - 2)
        }
        if isGhost { return }
        drawTimes(person, on: &frame, row: row)
        let words =
            context.isCovered ? person.place.map(\.label) : QueueColumns.place(person, isWide)
        if place > 0, let words {
            frame.put(
                TextWidth.fit(words(language), place - 1), row: row, column: times + 20,
                Style(.muted))
        }
    }

    private static func place(_ person: QueueRow, _ isWide: Bool) -> Bilingual? {
        person.isFetched && [.waiting, .called].contains(person.stage)
            ? Bilingual(isWide ? "ir por ella/él" : "ir por", "fetch") : person.place.map(\.label)
    }

    private static func priority(_ person: QueueRow, _ context: Workplace, _ isWide: Bool)
        -> Bilingual
    {
        if person.stage == .received { return Bilingual("por valorar", "to be asked") }
        if context.hides(person.name) {
            return Bilingual(isWide ? "la atiende OPI" : "con OPI", "OPI attends")
        }
        return PriorityLabel.staff(person.priority)
    }

    /// How long since the person came, and when they are due; of those who are at a desk, set aside
    /// or through, where they are.
    private func drawTimes(_ person: QueueRow, on frame: inout Frame, row: Int) {
        let came = person.receivedAt ?? person.enteredAt
        guard [.received, .waiting].contains(person.stage), !person.isUnlocated, let came else {
            let words = isNarrow ? stage(person).short : stage(person).whole
            frame.put(
                TextWidth.fit(words, 18), row: row, column: times + 1,
                Style(person.isUnlocated ? .critical : person.isOrphan ? .late : .muted))
            return
        }
        frame.putRight(Dates.wait(context.now.secondsSince(came)), row: row, before: times + 7)
        guard person.stage == .waiting, let entered = person.enteredAt else { return }
        let left = person.target * 60 - context.now.secondsSince(entered)
        let (words, role) = due(person, left)
        let absent = person.absences > 0 ? " (\(person.absences))" : ""
        frame.put(
            words(context.language) + absent, row: row, column: times + 9, Style(role), limit: 11)
    }

    private func due(_ person: QueueRow, _ left: Int) -> (Bilingual, Role) {
        if person.isFetched && person.isProtected { return (Bilingual("ya", "now"), .late) }
        if left > 0 {
            return (Bilingual("en \(Dates.wait(left))", "in \(Dates.wait(left))"), .text)
        }
        if person.target <= 10 { return (Bilingual("ya ▲", "now ▲"), .late) }
        return (Bilingual("hace \(Dates.wait(-left)) ▲", "\(Dates.wait(-left)) ago ▲"), .late)
    }

    private func stage(_ person: QueueRow) -> (whole: String, short: String) {
        let language = context.language
        if person.isUnlocated {
            let words = language("■ sin ubicar", "■ not located")
            return (words, words)
        }
        if let pause = person.pause {
            let why = pause.label(language)
            return (language("aparte: \(why)", "aside: \(why)"), why)
        }
        if person.isOrphan {
            let words = language("sin ventanilla", "no desk")
            return (words, words)
        }
        let words = person.stage.label(language)
        guard let desk = person.desk else { return (words, words) }
        return ("\(words) → \(desk)", "→ \(desk)")
    }
}
