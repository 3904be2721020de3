import Repatriation
import Terminal

/// The first questions: a letter marks what is needed, `0` says «asked, nothing». Nothing toggles.
///
/// From the queue it is a round: an answer that was kept brings the next person who has not been
/// asked, and only that or Tab does. What another desk does meanwhile is said, and never moves the
/// round under the officer's fingers.
struct TriageScreen: Screen {
    private let reception: Identifier<Reception>
    let ticket: Int?
    private let suggested: Set<Flag>
    private let isChild: Bool
    private let wasAsked: Bool
    private var marked: Set<Flag> = []
    /// What was answered before.
    private let answered: Set<Flag>
    private let name: ShownName?
    /// Those to be asked after this one.
    private var round: [TriageScreen] = []
    /// The answer under way.
    private var saving: Command?
    /// Who it is, as the store says.
    private var person: Reception?
    /// What does not go together was asked about, and Enter came again.
    private var isSure = false
    /// Why this person is not asked any more.
    private var settled: Bilingual?

    static let letters: [(Character, Flag)] = [
        ("v", .vitalEmergency), ("m", .unaccompaniedChild), ("h", .medical), ("e", .pregnant),
        ("d", .disability),
        ("a", .older), ("r", .reserved), ("f", .smallChildren), ("n", .noSpanish), ("o", .deaf),
        ("j", .warrant),
        ("s", .familySplit),
    ]

    /// A remark of the list is never a reason to skip the question: `0` alone does not answer it.
    ///
    /// Nor does it answer for a child, of whom it must be said whether they come alone, nor wipe an
    /// earlier answer.
    static func mustAsk(_ suggested: Set<Flag>, isAsked: Bool, isChild: Bool) -> Why? {
        if isAsked {
            return .says("Ya se preguntó. «s» lo cambia.", "Already asked. «s» changes it.")
        }
        if isChild { return childQuestion }
        guard let flag = suggested.sorted(by: { $0.rawValue < $1.rawValue }).first else {
            return nil
        }
        let words = flag.short
        return .says(
            "Lista dice: \(words.es). Pregunte con «s».", "List says: \(words.en). Ask with «s».")
    }

    /// With what was answered before already marked: asking again forgets nothing by itself.
    init(
        reception: Identifier<Reception>, ticket: Int?, answered: Set<Flag>?, suggested: Set<Flag>,
        isChild: Bool,
        name: ShownName? = nil
    ) {
        self.name = name
        self.reception = reception
        marked = answered ?? []
        self.answered = answered ?? []
        wasAsked = answered != nil
        self.ticket = ticket
        self.suggested = suggested
        self.isChild = isChild
    }

    /// Somebody of the queue.
    init(_ row: QueueRow) {
        self.init(
            reception: row.id, ticket: row.ticket, answered: row.flags, suggested: row.suggested,
            isChild: (row.age ?? 99) < 18, name: row.name)
    }

    /// Whose card it is.
    init(_ card: Card, _ context: Workplace) {
        let person = card.reception
        self.init(
            reception: person.id, ticket: person.ticket, answered: person.flags,
            suggested: person.suggested,
            isChild: card.isMinor, name: person.shownName)
    }

    /// The same with others to be asked after.
    func before(_ round: [TriageScreen]) -> TriageScreen {
        var screen = self
        screen.round = round
        return screen
    }

    var queries: [any Query] { [PersonOf(reception)] }

    var unsaved: Bilingual? {
        marked == answered
            ? nil : Bilingual("lo marcado no se ha guardado.", "what is marked was not kept.")
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let person = reply.answer(to: PersonOf(reception)) { settle(person) }
        switch reply {
        case .done(let command, _, _, _) where command == saving: return goOn()
        case .refused(let command, _) where command == saving: saving = nil
        case .notDone(let command, _) where command == saving: saving = nil
        default: break
        }
        return []
    }

    private mutating func settle(_ person: Reception) {
        self.person = person
        let who = ticket.map(String.init) ?? "?"
        if !person.isInside && person.receivedAt != nil {
            settled = Bilingual("La \(who) ya salió. Tab sigue.", "\(who) has left. Tab goes on.")
        } else if !wasAsked, saving == nil, person.flags != nil {
            settled = Bilingual(
                "A la \(who) ya le preguntó otra ventanilla. Tab sigue.",
                "Another desk has asked \(who). Tab goes on.")
        }
    }

    /// The next of the round, or back.
    private func goOn() -> [Step] {
        guard let next = round.first else { return [.pop] }
        return [.replace(next.before(Array(round.dropFirst())))]
    }

    /// Asks for the answer to be kept; the round goes on when it was.
    private mutating func answer(_ flags: Set<Flag>) -> [Step] {
        let command = Command.act(Triage(reception, flags))
        saving = command
        return [.perform(command)]
    }

    private static let aloneOrNot = Why.says(
        "Menor de 18: diga si viene sola o solo («m») o con su familia («f»).",
        "Under 18: say whether alone («m») or with the family («f»).")
    private static let childQuestion = Why.says(
        "Menor de 18: con «s» diga si viene sola o solo («m») o con su familia («f»).",
        "Under 18: with «s» say whether alone («m») or with the family («f»).")

    var procedure: Procedure? { Procedure(.firstQuestions, isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        let who = ticket.map { " · \($0)" } ?? ""
        let more = round.isEmpty ? "" : " +\(round.count)"
        return context.language("Valoración", "First questions") + who + more
    }

    static let table: KeyTable<Self> =
        [
            .key(.character("0"), "Se preguntó, nada", "Asked, nothing") { $0.answer([]) }
                .unless(\.isSettled).unless(\.whyNotNothing),
            .key(.enter, "Guardar lo marcado", "Save the marks") { $0.answerMarked() }
                .unless(\.isSettled).unless(\.whyNotSaved),
            .key(.backspace, "Quitar marcas", "Clear marks") {
                $0.marked = []
                return []
            }
            .unless(\.isSettled),
            .key(.tab, "Siguiente", "Next") { $0.goOn() }, .back,
        ]
        + letters.map { letter, flag in
            .key(.character(letter), flag.label.es, flag.label.en) {
                $0.marked.insert(flag)
                return []
            }
            .unless(\.isSettled)
        }

    mutating func press(_ key: Key, _ context: Workplace) -> [Step]? {
        if key != .enter { isSure = false }
        return dispatch(key, context)
    }

    private var isSettled: Why? { settled.map(Why.says) }

    private var whyNotNothing: Why? {
        if isChild { return TriageScreen.aloneOrNot }
        return marked.isEmpty
            ? nil
            : .says(
                "Hay marcas: Enter las guarda, Retroceso las quita.",
                "There are marks: Enter saves them, Backspace clears them.")
    }

    private var whyNotSaved: Why? {
        guard !marked.isEmpty else {
            return .says(
                "Marque lo que necesita, o 0 si no necesita nada.",
                "Mark what is needed, or 0 for nothing.")
        }
        let isAnswered =
            !isChild || !marked.isDisjoint(with: [.unaccompaniedChild, .smallChildren])
        return isAnswered ? nil : TriageScreen.aloneOrNot
    }

    private mutating func answerMarked() -> [Step] {
        if marked.contains(.pregnant), person?.sex == .man, !isSure {
            isSure = true
            return [
                .refuse(
                    "En el registro es hombre y marcó embarazo. Si así es, Enter otra vez.",
                    "The record says man, and pregnancy is marked. If that is right, Enter again.")
            ]
        }
        return answer(marked)
    }

    /// The number, the name, the sex and the age of whoever is asked.
    private func who(_ context: Workplace) -> String {
        let shown = "\(ticket.map { "\($0)  " } ?? "")\(name.map { context.words($0) } ?? "")"
        guard let person, !context.isCovered, !context.hides(person) else { return shown }
        let day = context.local(context.now, person.point).day
        let facts = [
            person.sex.map { $0.label(context.language) },
            person.birth?.ageShown(on: day),
        ].compactMap { $0 }
        return facts.isEmpty ? shown : "\(shown) · \(facts.joined(separator: ", "))"
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let question = Bilingual(
            """
            ¿Necesita médico, medicina, agua o ayuda ahora? ¿Viene sola o solo? ¿Entiende bien el \
            español?
            """,
            """
            Do you need a doctor, medicine, water or help now? Are you alone? Do you understand \
            Spanish well?
            """
        )
        var row = 1
        if name != nil {
            frame.put(
                TextWidth.fit(who(context), frame.width - 4), row: row, column: 2, Style(.title))
            row += 1
        }
        // Every need is in sight, however small the screen: the question gives way before them.
        let half = (TriageScreen.letters.count + 1) / 2
        let end = frame.height - 2
        row += frame.putWrapped(
            (settled ?? question)(context.language), row: row, above: end - half)
        let start = frame.height >= 20 ? row + 1 : row
        let isWide = frame.width >= 76
        let isNarrow = !isWide && start + TriageScreen.letters.count > end
        let room = isNarrow ? frame.width / 2 - 5 : frame.width
        for (index, entry) in TriageScreen.letters.enumerated() {
            let isRight = (isWide || isNarrow) && index >= half
            let at = isRight ? (start + index - half, frame.width / 2) : (start + index, 2)
            let isMarked = marked.contains(entry.1) && !context.isCovered
            frame.put(isMarked ? "●" : " ", row: at.0, column: at.1, Style(.accent))
            frame.put(String(entry.0), row: at.0, column: at.1 + 2, Style(.key))
            let words = isNarrow ? " ◂" : context.language("  ◂ lista dice", "  ◂ list says")
            let hint = suggested.contains(entry.1) && !context.isCovered ? words : ""
            let label = TextWidth.cut(
                entry.1.label(context.language), to: room - TextWidth.of(hint))
            frame.put(
                label + hint, row: at.0, column: at.1 + 4, Style(isMarked ? .accent : .text))
        }
        frame.cursor = (start, 2)
        frame.isCursorVisible = true
    }
}
