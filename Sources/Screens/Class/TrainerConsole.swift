import Repatriation
import Terminal

/// The trainer's console: one line for each trainee, what is done to one or to all, and a look over
/// a shoulder. A value: keys in, orders out.
package struct TrainerConsole: Sendable {
    /// What stands over the list.
    enum Mode: Sendable, Equatable {
        case list
        /// Chooses what happens; the cursor's place.
        case injects(Int)
        case moments
        /// Types a message, or a note.
        case text(isNote: Bool, String)
        /// Looks at a trainee's screen.
        case watching(Int)
        case help
        /// Asks whether everything is to end.
        case ending
    }

    /// What is shown.
    package private(set) var state: ClassState
    /// In which words.
    package let language: Language
    let zone: Zone
    var mode = Mode.list
    /// 0 is the whole class, then each in the order of the list.
    private(set) var cursor = 0
    /// What was said last.
    private(set) var said = ""
    /// The screen that is looked at, as it came last.
    var mirrored: Frame?

    /// A console before anybody came.
    package init(_ state: ClassState, zone: Zone, language: Language) {
        self.state = state
        self.zone = zone
        self.language = language
    }

    /// Things have moved on.
    package mutating func update(_ state: ClassState) {
        self.state = state
        cursor = min(cursor, state.rows.count)
        switch mode {
        case .injects(let place): mode = .injects(min(place, max(0, state.injects.count - 1)))
        case .watching(let place) where place >= state.rows.count: mode = .list
        default: break
        }
    }

    /// What became of an order.
    package mutating func say(_ words: Bilingual) { said = words(language) }

    /// The trainee's screen, as it is now.
    package mutating func mirror(_ frame: Frame?) { mirrored = frame }

    /// Whom a key is about.
    var target: TrainerOrder.Target { cursor == 0 ? .all : .one(cursor - 1) }

    /// Takes a key and says what is wanted.
    package mutating func press(_ key: Key) -> [TrainerOrder] {
        if key == .control("l") { return [.redraw] }
        if mode == .list { said = "" }
        if let found = keys.first(where: { $0.keys.contains(key) }) { return found.act(&self, key) }
        let amount = Moves.amount(key)
        switch mode {
        case .list:
            if let amount {
                cursor = min(max(0, cursor + amount), state.rows.count)
            } else {
                said = language(
                    "Esa tecla no hace nada aquí. F1 Ayuda.",
                    "That key does nothing here. F1 Help.")
            }
        case .injects(let place):
            mode = .injects(min(max(0, place + (amount ?? 0)), max(0, state.injects.count - 1)))
        case .text(let isNote, let typed): type(key, typed, isNote: isNote)
        case .moments, .watching, .help, .ending: break
        }
        return []
    }

    mutating func look() -> [TrainerOrder] {
        guard cursor > 0 else {
            said = language("Elija a quien practica.", "Choose a trainee.")
            return []
        }
        guard state.rows[cursor - 1].isJoined else {
            said = language("No está en ninguna terminal.", "Not at a terminal.")
            return []
        }
        mode = .watching(cursor - 1)
        mirrored = nil
        return [.watch(cursor - 1)]
    }

    mutating func lookAway() -> [TrainerOrder] {
        mode = .list
        mirrored = nil
        return [.watch(nil)]
    }
}
