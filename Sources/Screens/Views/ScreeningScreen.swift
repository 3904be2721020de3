import Repatriation
import Terminal

/// The reserved form: first the door, then who interviews, then the prompts. It opens apart, is listed nowhere, and
/// what was answered does not come back to the screen.
package struct ScreeningScreen: Screen {
    private let person: Reception
    private var interviewer: InterviewerChoice?
    private var isPrivate = false
    private var chosen: Set<Indicator> = []
    private var cursor = 0

    /// The form of one person, empty.
    package init(_ person: Reception) { self.person = person }

    package var point: PointCode? { person.point }
    package var isReserved: Bool { isPrivate }
    package var unsaved: Bilingual? { chosen.isEmpty ? nil : Bilingual("lo marcado.", "what is marked.") }
    package func title(_ context: Context) -> String {
        Bilingual("Formulario reservado", "Reserved form")(context.language)
    }
    package var bindings: [Binding] {
        if !isPrivate {
            return [
                .letter("s", "sí: a solas y con la puerta cerrada", "yes: alone, the door closed"),
                .letter("n", "no", "no"), Binding(.escape, "Atrás", "Back"),
            ]
        }
        if interviewer == nil {
            return [
                .letter("m", "una mujer, y lo es quien pregunta", "a woman, and it is one who asks"),
                .letter("h", "un hombre, y lo es quien pregunta", "a man, and it is one who asks"),
                .letter("i", "es igual", "either"), .letter("o", "otra persona", "somebody else"),
                Binding(.escape, "Atrás", "Back"),
            ]
        }
        return [
            .letter("x", "marcar", "mark"), Binding(.enter, "Guardar", "Save"),
            Binding(.escape, "Salir sin guardar", "Leave, nothing kept"),
        ]
    }

    /// Kept, it closes; refused, what was marked is still there.
    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        if case .done(let command, _, _, _) = reply, command.act(SaveScreening.self)?.reception == person.id {
            return [.pop]
        }
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if key == .escape { return [.pop] }
        guard isPrivate else { return askDoor(key) }
        guard let interviewer else { return askInterviewer(key) }
        switch key {
        case .character("x"):
            let indicator = Indicator.allCases[cursor]
            if chosen.remove(indicator) == nil { chosen.insert(indicator) }
            move(by: 1)
        case .enter:
            var made = ScreeningMade(isPrivate: true, interviewer: interviewer, isAsWanted: true)
            made.indicators = chosen
            return [.perform(.act(SaveScreening(person.id, made)))]
        default:
            guard let amount = Moves.amount(key) else { return [.unheard] }
            move(by: amount)
        }
        return []
    }

    private mutating func move(by amount: Int) {
        cursor = max(0, min(Indicator.allCases.count - 1, cursor + amount))
    }

    private mutating func askDoor(_ key: Key) -> [Step] {
        guard key == .character("s") else {
            let refusal = Refusal(.privacyFirst)
            return key == .character("n") ? [.refuse(refusal.sentence(.es), refusal.sentence(.en))] : [.unheard]
        }
        isPrivate = true
        return []
    }

    private mutating func askInterviewer(_ key: Key) -> [Step] {
        switch key {
        case .character("m"): interviewer = .woman
        case .character("h"): interviewer = .man
        case .character("i"): interviewer = .either
        case .character("o"):
            let refusal = Refusal(.interviewerWanted)
            return [.refuse(refusal.sentence(.es), refusal.sentence(.en))]
        default: return [.unheard]
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        let language = context.language
        Subject.draw(person, on: &frame, context)
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        guard !context.isCovered else { return }
        guard interviewer != nil else { return drawQuestion(on: &frame, language) }
        let note = Bilingual(
            "Son señales para quien sabe escuchar: no se leen en voz alta ni se insiste. Nada también es respuesta.",
            "They are prompts for who can listen: not read aloud, not insisted on. Nothing is an answer too.")
        var top = 2
        for line in Wrap.lines(note(language), width: frame.width - 4).prefix(2) {
            frame.put(line, row: top, column: 2, Style(.info))
            top += 1
        }
        drawPrompts(on: &frame, from: top + 1, language)
    }

    private func drawQuestion(on frame: inout Frame, _ language: Language) {
        let words =
            isPrivate
            ? Bilingual(
                "«¿Prefiere hablar con una mujer o con un hombre?»", "«Do you prefer to talk to a woman or a man?»")
            : Bilingual(
                "¿Están a solas, con la puerta cerrada y sin quien la acompaña?",
                "Are you alone, the door closed and nobody of the group there?")
        var row = 3
        for line in Wrap.lines(words(language), width: frame.width - 4) {
            frame.put(line, row: row, column: 2, Style(.title))
            row += 1
        }
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
                frame.put("▌", row: top + line, column: at - 2, Style(.selection))
                frame.cursor = (top + line, at - 2)
            }
            let isChosen = chosen.contains(indicator)
            frame.put(isChosen ? "✓" : "·", row: top + line, column: at, Style(isChosen ? .accent : .muted))
            frame.put(TextWidth.fit(indicator.label(language), width - 4), row: top + line, column: at + 2)
        }
    }
}
