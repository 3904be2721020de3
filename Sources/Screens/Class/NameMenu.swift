import Repatriation
import Terminal

/// Who sits down: the names of a class. A value.
package struct NameMenu: Sendable {
    /// One of the class.
    package struct Name: Sendable, Equatable {
        let name: String
        /// Sits at another terminal.
        let isTaken: Bool

        /// One of the class.
        package init(_ name: String, isTaken: Bool) {
            self.name = name
            self.isTaken = isTaken
        }
    }

    /// What a key did.
    package enum Outcome: Sendable, Equatable {
        case stays
        case left
        case chosen(String)
    }

    private let names: [Name]
    private let language: Language
    private var cursor = 0
    private var said = ""

    /// A list whose cursor stands on the first that is free.
    package init(_ names: [Name], _ language: Language) {
        self.names = names
        self.language = language
        cursor = names.firstIndex { !$0.isTaken } ?? 0
    }

    /// Takes a key.
    package mutating func press(_ key: Key) -> Outcome {
        said = ""
        if let amount = Moves.amount(key) {
            cursor = min(max(0, cursor + amount), max(0, names.count - 1))
            return .stays
        }
        switch key {
        case .escape, .function(10), .control("c"): return .left
        case .enter where names.indices.contains(cursor):
            guard !names[cursor].isTaken else {
                said = language(
                    "Ya está en otra terminal.", "Sits at another terminal already.")
                return .stays
            }
            return .chosen(names[cursor].name)
        default: return .stays
        }
    }

    /// The frame for a size.
    package func draw(width: Int, height: Int) -> Frame {
        var frame = Frame(width: width, height: height)
        frame.title = "Garita"
        let column = frame.put(" GARITA ", row: 0, column: 0, Style(.title))
        frame.put(language("PRÁCTICA", "PRACTICE"), row: 0, column: column, Style(.demo))
        frame.put(language("¿Quién es usted?", "Who are you?"), row: 2, column: 1, Style(.title))
        let room = max(1, height - 7)
        let first = max(0, cursor - room + 1)
        for (line, one) in names.dropFirst(first).prefix(room).enumerated() {
            let taken = one.isTaken ? language(" · en otra terminal", " · at another") : ""
            frame.put(
                TextWidth.fit(one.name + taken, width - 3), row: 4 + line, column: 2,
                Style(one.isTaken ? .muted : .text))
            if first + line == cursor { frame.putCursor(row: 4 + line) }
        }
        frame.isCursorVisible = true
        frame.put(TextWidth.fit(said, width - 2), row: height - 2, column: 1, Style(.message))
        frame.put(
            language("Enter Entrar  Esc Salir", "Enter Sit down  Esc Leave"), row: height - 1,
            column: 1, Style(.muted))
        return frame
    }
}
