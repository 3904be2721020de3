import Repatriation
import Terminal

/// The answers of a field to choose from: what is typed narrows them, arrows move, Enter types the
/// choice into the field. A letter is always text here: it chooses nothing by itself.
struct OptionsScreen: Screen {
    private let heading: Bilingual
    private let choices: [Choice]
    private let adds: Bool
    private var filter = ""
    private var cursor = 0

    /// What Enter types, and the words of its line.
    struct Choice: Sendable, Equatable {
        let typed: String
        let words: Bilingual
        /// It names a person.
        let isPerson: Bool

        init(_ typed: String, _ words: Bilingual, isPerson: Bool = false) {
            self.typed = typed
            self.words = words
            self.isPerson = isPerson
        }
    }

    /// With `adds` the choice is added to what the field has.
    init(_ heading: Bilingual, _ choices: [Choice], adds: Bool) {
        self.heading = heading
        self.choices = choices
        self.adds = adds
    }

    var procedure: Procedure? { nil }
    func title(_ context: Workplace) -> String { heading(context.language) }
    var isTyping: Bool { true }
    static let table: KeyTable<Self> = [
        KeyRow(Binding(.enter, "Elegir", "Choose")) { screen, context in
            let chosen = screen.shown(context.language)[screen.cursor]
            return [.pop, .key(.paste(chosen.typed))] + (screen.adds ? [] : [.key(.control("u"))])
        }
        .unless { screen, context in
            screen.shown(context.language).indices.contains(screen.cursor)
                ? nil
                : .says(
                    "Nada empieza así: Retroceso borra.", "Nothing begins so: Backspace erases.")
        },
        .back,
    ]

    /// Those of which the code, or any word, begins as typed; without accents, and a code that is
    /// meant whole first.
    private func shown(_ language: Language) -> [Choice] {
        let wanted = NameText.folded(filter)
        guard !filter.isEmpty else { return choices }
        let isCode = { (choice: Choice) in choice.typed.lowercased() == filter.lowercased() }
        let found = choices.filter { choice in
            guard !isCode(choice) else { return true }
            let words = NameText.folded(choice.words(language))
            return !wanted.isEmpty
                && (words.hasPrefix(wanted)
                    || words.split(separator: " ").contains { $0.hasPrefix(wanted) })
        }
        return found.filter(isCode) + found.filter { !isCode($0) }
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case .character(let character): narrow(filter + String(character))
        case .paste(let text):
            narrow(filter + text.split(whereSeparator: \.isNewline).joined(separator: " "))
        case .backspace where !filter.isEmpty: narrow(String(filter.dropLast()))
        case .control("u"): narrow("")
        default:
            guard let amount = Moves.amount(key) else { return [.unheard] }
            cursor = max(0, min(shown(context.language).count - 1, cursor + amount))
        }
        return []
    }

    private mutating func narrow(_ text: String) {
        filter = text
        cursor = 0
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let shown = shown(context.language)
        let label = context.language("Empieza con: ", "Begins with: ")
        let end = frame.put(label, row: 1, column: 3, Style(.muted))
        frame.put(filter, row: 1, column: end, Style(.fieldFocus))
        let room = max(1, frame.height - 6)
        let first = max(0, min(cursor - room + 1, shown.count - room))
        frame.cursor = (1, min(frame.width - 1, end + TextWidth.of(filter)))
        for (line, choice) in shown.dropFirst(first).prefix(room).enumerated() {
            if first + line == cursor {
                frame.putCursor(row: 3 + line, column: 1)
            }
            let words =
                choice.isPerson && context.isCovered
                ? "\(choice.typed) •••••" : choice.words(context.language)
            frame.put(words, row: 3 + line, column: 3, limit: frame.width - 4)
        }
        if shown.isEmpty {
            let words = Bilingual("Nada empieza así.", "Nothing begins so.")
            frame.put(words(context.language), row: 3, column: 3, Style(.muted))
        }
        frame.isCursorVisible = true
    }
}
