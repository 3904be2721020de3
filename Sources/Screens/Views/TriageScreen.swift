import Repatriation
import Terminal

/// The first questions: a letter marks what is needed, `0` says «asked, nothing». Nothing toggles.
package struct TriageScreen: Screen {
    private let reception: Identifier<Reception>
    private let ticket: Int?
    private var marked: Set<Flag> = []

    static let letters: [(Character, Flag)] = [
        ("v", .vitalEmergency), ("m", .unaccompaniedChild), ("h", .medical), ("e", .pregnant), ("d", .disability),
        ("a", .older), ("r", .reserved), ("f", .smallChildren), ("n", .noSpanish), ("o", .deaf), ("j", .warrant),
        ("s", .familySplit),
    ]

    /// A remark of the list is never a reason to skip the question: `0` alone does not answer it.
    ///
    /// Nor does it answer for a child, of whom it must be said whether they come alone, nor wipe an earlier answer.
    static func mustAsk(_ suggested: Set<Flag>, isAsked: Bool, isChild: Bool) -> Step? {
        if isAsked { return .refuse("Ya se preguntó. «s» lo cambia.", "Already asked. «s» changes it.") }
        if isChild { return childQuestion }
        guard let flag = suggested.sorted(by: { $0.rawValue < $1.rawValue }).first else { return nil }
        let words = CodeWords.short(flag)
        return .refuse("Lista dice: \(words.es). Pregunte con «s».", "List says: \(words.en). Ask with «s».")
    }

    /// With what was answered before already marked: asking again forgets nothing by itself.
    init(
        reception: Identifier<Reception>, ticket: Int?, answered: Set<Flag>?, suggested: Set<Flag>, isChild: Bool
    ) {
        self.reception = reception
        marked = answered ?? []
        wasAsked = answered != nil
        self.ticket = ticket
        self.suggested = suggested
        self.isChild = isChild
    }

    private let suggested: Set<Flag>
    private let isChild: Bool
    private let wasAsked: Bool
    private var name = ""
    /// Those to be asked after this one.
    private var round: [TriageScreen] = []

    /// Somebody of the queue.
    init(_ row: QueueRow) {
        self.init(
            reception: row.id, ticket: row.ticket, answered: row.flags, suggested: row.suggested,
            isChild: (row.age ?? 99) < 18)
        name = row.isProtected ? "" : row.name
    }

    /// The same with others to be asked after.
    func before(_ round: [TriageScreen]) -> TriageScreen {
        var screen = self
        screen.round = round
        return screen
    }

    package var queries: [Query] { [.card(reception)] }

    /// Whom another desk has asked meanwhile is not asked over: their answer stands, and the round goes on.
    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        guard case .card(let card, _) = reply, card.reception.id == reception, !wasAsked, card.reception.flags != nil
        else { return [] }
        let who = ticket.map(String.init) ?? "?"
        let words = Step.say(
            Bilingual("A la \(who) ya le preguntó otra ventanilla.", "Another desk has asked \(who) already."), .late)
        guard let next = round.first else { return [.pop, words] }
        return [.replace(next.before(Array(round.dropFirst()))), words]
    }

    /// The answer is kept, and the next of the round asked.
    private func answer(_ flags: Set<Flag>) -> [Step] {
        let perform = Step.perform(.reception(reception, .triage(flags)))
        guard let next = round.first else { return [.pop, perform] }
        return [.replace(next.before(Array(round.dropFirst()))), perform]
    }

    private static let childQuestion = Step.refuse(
        "Menor de 18: con «s» diga si viene sola o solo («m») o con su familia («f»).",
        "Under 18: with «s» say whether alone («m») or with the family («f»).")

    package func title(_ context: Context) -> String {
        let who = ticket.map { " · \($0)" } ?? ""
        guard round.isEmpty else {
            return Bilingual(
                "Valoración inicial\(who) · quedan \(round.count)", "First questions\(who) · \(round.count) left")(
                    context.language)
        }
        return Bilingual("Valoración inicial", "First questions")(context.language) + who
    }

    package var bindings: [Binding] {
        [
            .letter("0", "Se preguntó, nada", "Asked, nothing"),
            Binding(.enter, "Guardar lo marcado", "Save the marks"),
            Binding(.backspace, "Quitar marcas", "Clear marks"), Binding(.escape, "Atrás", "Back"),
        ] + TriageScreen.letters.map { Binding(.character($0.0), CodeWords.of($0.1).es, CodeWords.of($0.1).en) }
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        switch key {
        case .character("0") where isChild: return [TriageScreen.childQuestion]
        case .character("0"): return answer([])
        case .enter:
            guard !marked.isEmpty else {
                return [
                    .refuse(
                        "Marque lo que necesita, o 0 si no necesita nada.", "Mark what is needed, or 0 for nothing.")
                ]
            }
            if isChild, marked.isDisjoint(with: [.unaccompaniedChild, .smallChildren]) {
                return [TriageScreen.childQuestion]
            }
            return answer(marked)
        case .backspace: marked = []
        case .escape: return [.pop]
        default:
            if let found = TriageScreen.letters.first(where: { .character($0.0) == key }) { marked.insert(found.1) }
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        let question = Bilingual(
            "¿Necesita médico, medicina, agua o ayuda ahora? ¿Viene sola o solo? ¿Entiende bien el español?",
            "Do you need a doctor, medicine, water or help now? Are you alone? Do you understand Spanish well?")
        var row = 1
        if !name.isEmpty {
            let who = "\(ticket.map { "\($0)  " } ?? "")\(context.shown(name))"
            frame.put(TextWidth.fit(who, frame.width - 4), row: row, column: 2, Style(.title))
            row += 1
        }
        for line in Wrap.lines(question(context.language), width: frame.width - 4) {
            frame.put(line, row: row, column: 2, Style(.info))
            row += 1
        }
        let isWide = frame.width >= 76
        let start = frame.height >= 20 ? row + 1 : row
        for (index, entry) in TriageScreen.letters.enumerated() {
            let at = isWide && index >= 6 ? (start + index - 6, frame.width / 2) : (start + index, 2)
            guard at.0 < frame.height - 2 else { break }
            let isMarked = marked.contains(entry.1)
            frame.put(isMarked ? "●" : " ", row: at.0, column: at.1, Style(.accent))
            frame.put(String(entry.0), row: at.0, column: at.1 + 2, Style(.key))
            let hint = suggested.contains(entry.1) ? Bilingual("  ◂ lista dice", "  ◂ list says")(context.language) : ""
            frame.put(
                CodeWords.of(entry.1)(context.language) + hint, row: at.0, column: at.1 + 4,
                Style(isMarked ? .accent : .text))
        }
        frame.cursor = (start, 2)
        frame.isCursorVisible = true
    }
}
