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
    /// 0 is everybody, then each in the order of the list.
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
    package mutating func update(_ state: ClassState) { self.state = state }

    /// What became of an order.
    package mutating func say(_ words: Bilingual) { said = words(language) }

    /// The trainee's screen, as it is now.
    package mutating func mirror(_ frame: Frame?) { mirrored = frame }

    /// Whom a key is about.
    var target: TrainerOrder.Target { cursor == 0 ? .all : .one(cursor - 1) }

    /// Takes a key and says what is wanted.
    package mutating func press(_ key: Key) -> [TrainerOrder] {
        if key == .control("l") { return [.redraw] }
        switch mode {
        case .list:
            said = ""
            return pressInList(key)
        case .injects(let place): return choose(key, place)
        case .moments: return goBack(key)
        case .text(let isNote, let typed): return type(key, typed, isNote: isNote)
        case .watching: return lookAway(key)
        case .help:
            mode = .list
            return []
        case .ending:
            mode = .list
            return key == .function(10) || key == .character("s") ? [.end] : []
        }
    }

    private mutating func pressInList(_ key: Key) -> [TrainerOrder] {
        if let amount = Moves.amount(key) {
            cursor = min(max(0, cursor + amount), state.rows.count)
            return []
        }
        switch key {
        case .character("p"), .character(" "): return [.pause(target)]
        case .character("+"): return [.faster(target)]
        case .character("-"): return [.slower(target)]
        case .character("i"): mode = .injects(0)
        case .character("m"): mode = .text(isNote: false, "")
        case .character("n"): mode = .text(isNote: true, "")
        case .character("v"): mode = .moments
        case .character("e"): return [.results]
        case .enter: return look()
        case .function(1), .character("?"): mode = .help
        case .function(10), .control("c"): mode = .ending
        default:
            said = language(
                "Esa tecla no hace nada aquí. F1 Ayuda.", "That key does nothing here. F1 Help.")
        }
        return []
    }

    private mutating func look() -> [TrainerOrder] {
        guard cursor > 0 else {
            said = language("Elija a una persona.", "Choose somebody.")
            return []
        }
        guard state.rows[cursor - 1].isJoined else {
            said = language("No está en ninguna terminal.", "Is at no terminal.")
            return []
        }
        mode = .watching(cursor - 1)
        mirrored = nil
        return [.watch(cursor - 1)]
    }

    private mutating func lookAway(_ key: Key) -> [TrainerOrder] {
        guard [.escape, .character("q"), .enter, .control("c")].contains(key) else { return [] }
        mode = .list
        mirrored = nil
        return [.watch(nil)]
    }
}
