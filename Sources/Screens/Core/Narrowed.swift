import Repatriation
import Terminal

/// A question that a text narrows.
protocol TextQuery: Query {
    init(_ text: String)
}

extension WhoSaw: TextQuery {}
extension JournalOf: TextQuery {}

/// A list that is narrowed by what is typed: looked for by Enter, taken back by Esc. Keys that move
/// are the list's, every other is text.
protocol Narrowed: Listing {
    /// What it asks of a text.
    associatedtype Asked: TextQuery where Asked.Answer == [Element]
    /// What is typed.
    var text: String { get set }
    /// What the list answers.
    var asked: String { get set }
    /// What stands there was given, not typed: the first letter takes its place.
    var isGiven: Bool { get set }
}

extension Key {
    fileprivate var isMove: Bool {
        [.down, .up, .pageDown, .pageUp, .home, .end].contains(self)
    }
}

extension Narrowed {
    var isTyping: Bool { true }
    var queries: [any Query] { [Asked(asked)] }

    /// Looks for a text, where that is another.
    mutating func ask(_ wanted: String) -> [Step] {
        text = wanted
        guard asked != wanted else { return [] }
        asked = wanted
        list = LiveList()
        return [.effect(.load(Asked(asked), holds: true))]
    }

    /// Back to everything, then out.
    mutating func takeBack() -> [Step] { text.isEmpty ? [.pop] : ask("") }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        defer { if !key.isMove { isGiven = false } }
        switch key {
        case .down, .up, .pageDown, .pageUp: list.move(by: Moves.amount(key) ?? 0)
        case .home:
            list.adopt()
            list.select(index: 0)
        case .end: list.select(index: list.elements.count - 1)
        case .backspace: _ = text.popLast()
        case .control("u"): text = ""
        case .character(let character): text = (isGiven ? "" : text) + String(character)
        default: return [.unheard]
        }
        return []
    }

    /// The line that is typed in, with what stands at its end; the cursor is in it.
    func drawText(
        _ label: String, ending state: String = "", on frame: inout Frame
    ) {
        let end = frame.put(label, row: 1, column: 2, Style(.muted))
        let room = frame.width - end - TextWidth.of(state) - 2
        let after = frame.put(
            TextWidth.tail(text, max(8, room)), row: 1, column: end, Style(.fieldFocus))
        frame.putRight(state, row: 1, before: frame.width - 2, Style(.info))
        frame.cursor = (1, min(frame.width - 1, after))
        frame.isCursorVisible = true
    }
}
