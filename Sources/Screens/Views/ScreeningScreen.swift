import Repatriation
import Terminal

/// The reserved form: first the door, then who interviews, then the prompts. It opens apart, is
/// listed nowhere, and what was answered does not come back to the screen.
struct ScreeningScreen: Screen {
    private let person: Reception
    private var interviewer: InterviewerChoice?
    private var isPrivate = false
    private var chosen: Set<Indicator> = []
    private var cursor = 0

    /// The form of one person, empty.
    init(_ person: Reception) { self.person = person }

    var point: PointCode? { person.point }
    var isReserved: Bool { isPrivate }
    var isSecret: Bool { true }
    var unsaved: Bilingual? {
        chosen.isEmpty ? nil : Bilingual("lo marcado.", "what is marked.")
    }
    var procedure: Procedure? { Procedure(.reserved, lanes: [.reserved], isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        context.language("Formulario reservado", "Reserved form")
    }
    var rows: KeyTable<Self> {
        guard isPrivate else { return ScreeningScreen.door }
        return interviewer == nil ? ScreeningScreen.interviewers : ScreeningScreen.prompts
    }

    private static let door: KeyTable<Self> = [
        .key(
            .character("s"), "sí: a solas y con la puerta cerrada", "yes: alone, the door closed"
        ) {
            $0.isPrivate = true
            return []
        },
        .key(.character("n"), "no", "no") { _ in [] }.unless { _, _ in .says(.privacyFirst) },
        .back,
    ]

    private static let interviewers: KeyTable<Self> = [
        choice("m", "una mujer, y lo es quien pregunta", "a woman, and it is one who asks", .woman),
        choice("h", "un hombre, y lo es quien pregunta", "a man, and it is one who asks", .man),
        choice("i", "es igual", "either", .either),
        .key(.character("o"), "otra persona", "somebody else") { _ in [] }
            .unless { _, _ in .says(.interviewerWanted) },
        .back,
    ]

    private static func choice(
        _ letter: Character, _ es: String, _ en: String, _ made: InterviewerChoice
    ) -> KeyRow<Self> {
        .key(.character(letter), es, en) {
            $0.interviewer = made
            return []
        }
    }

    private static let prompts: KeyTable<Self> = [
        .key(.character("x"), "marcar", "mark") {
            $0.chosen.formSymmetricDifference([Indicator.allCases[$0.cursor]])
            $0.move(by: 1)
            return []
        },
        .key(.enter, "Guardar", "Save") {
            guard let interviewer = $0.interviewer else { return [] }
            var made = ScreeningMade(isPrivate: true, interviewer: interviewer, isAsWanted: true)
            made.indicators = $0.chosen
            return [.perform(.act(SaveScreening($0.person.id, made)))]
        },
        .key(.escape, "Salir sin guardar", "Leave, nothing kept") { _ in [.pop] },
    ]

    /// Kept, it closes; refused, what was marked is still there.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if case .done(let command, _, _, _) = reply,
            command.act(SaveScreening.self)?.reception == person.id
        {
            return [.pop]
        }
        return []
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard interviewer != nil, let amount = Moves.amount(key) else { return [.unheard] }
        move(by: amount)
        return []
    }

    private mutating func move(by amount: Int) {
        cursor = max(0, min(Indicator.allCases.count - 1, cursor + amount))
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        Subject.draw(person, on: &frame, context)
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        guard !context.isCovered else { return }
        guard interviewer != nil else { return drawQuestion(on: &frame, language) }
        let note = Bilingual(
            """
            Son señales para quien sabe escuchar: no se leen en voz alta ni se insiste. Nada \
            también es respuesta.
            """,
            """
            They are prompts for who can listen: not read aloud, not insisted on. Nothing is an \
            answer too.
            """
        )
        var top = 2
        top += frame.putWrapped(note(language), row: top, most: 2)
        drawPrompts(on: &frame, from: top + 1, language)
    }

    private func drawQuestion(on frame: inout Frame, _ language: Language) {
        let words =
            isPrivate
            ? Bilingual(
                "«¿Prefiere hablar con una mujer o con un hombre?»",
                "«Do you prefer to talk to a woman or a man?»")
            : Bilingual(
                "¿Están a solas, con la puerta cerrada y sin quien la acompaña?",
                "Are you alone, the door closed and nobody of the group there?")
        var row = 3
        row += frame.putWrapped(words(language), row: row, Style(.title))
        frame.cursor = (3, 2)
        for binding in bindings.dropLast() where row + 1 < frame.height - 2 {
            frame.put(binding.key.name(language), row: row + 1, column: 3, Style(.key))
            frame.put(binding.label(language), row: row + 1, column: 7)
            row += 1
        }
    }

    private func drawPrompts(on frame: inout Frame, from top: Int, _ language: Language) {
        let all = Indicator.allCases
        let columns = frame.width >= 80 ? 2 : 1
        let width = (frame.width - 2) / columns
        let room = max(1, frame.height - 2 - top)
        let perColumn = columns == 2 ? (all.count + 1) / 2 : all.count
        let here = cursor % perColumn
        let first = max(0, min(here - room + 1, perColumn - room))
        for (index, indicator) in all.enumerated() {
            let (column, line) = (index / perColumn, index % perColumn - first)
            guard (0..<room).contains(line) else { continue }
            let at = 2 + column * width
            if index == cursor {
                frame.putCursor(row: top + line, column: at - 2)
            }
            let isChosen = chosen.contains(indicator)
            frame.put(
                isChosen ? "✓" : "·", row: top + line, column: at,
                Style(isChosen ? .accent : .muted))
            frame.put(
                TextWidth.fit(indicator.label(language), width - 4), row: top + line, column: at + 2
            )
        }
    }
}
