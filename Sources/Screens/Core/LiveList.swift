import Terminal

/// A list whose cursor holds an element, not a row, while others change it.
///
/// Live changes never move the row under the cursor: new elements wait until the cursor rests or
/// `.` is pressed, and an element that went away while selected stays as a ghost, so that a key can
/// never fall on another one.
package struct LiveList<Element: Identifiable & Sendable>: Sendable where Element.ID: Sendable {
    private(set) var elements: [Element] = [] { didSet { ids = elements.map(\.id) } }
    /// The identifiers alone: looking one up touches no person's record.
    private var ids: [Element.ID] = []
    private(set) var selected: Element.ID?
    private var latest: [Element]?
    /// The next answer is shown whole: the first one, and the one that follows what one did
    /// oneself.
    private var adoptsNext = true
    /// The first row shown.
    private(set) var top = 0
    /// Where the cursor was when its element went away.
    private var lastIndex = 0
    private var placed = 0

    /// Elements that wait to be shown.
    var freshCount: Int {
        guard let latest else { return 0 }
        let known = Set(elements.map(\.id))
        return latest.count { !known.contains($0.id) }
    }

    var hasFresh: Bool { latest != nil }
    /// Where the cursor was put last is looked at first: most keys ask for it, of long lists.
    var index: Int? {
        guard let selected else { return nil }
        if ids.indices.contains(placed), ids[placed] == selected { return placed }
        return ids.firstIndex(of: selected)
    }

    /// The selected element as it is now; nil when it is gone from the newest answer.
    var current: Element? {
        guard let selected else { return nil }
        if let latest { return latest.first { $0.id == selected } }
        return index.map { elements[$0] }
    }

    /// What one did oneself shows at once.
    mutating func expectOwn() { adoptsNext = true }

    /// Takes the store's answer: whole where it is expected, else as another desk's change.
    mutating func take(_ new: [Element]) {
        update(new, adopt: adoptsNext)
        adoptsNext = false
    }

    /// Takes a new answer: known rows change in place, order and new ones wait.
    mutating func update(_ new: [Element], adopt: Bool = false) {
        guard !elements.isEmpty, !adopt else { return show(new) }
        let byID = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let position = index
        elements = elements.compactMap { old in byID[old.id] ?? (old.id == selected ? old : nil) }
        latest = elements.map(\.id) == new.map(\.id) ? nil : new
        if latest == nil { elements = new }
        if let position, let now = index { top = max(0, top + now - position) }
    }

    /// Shows everything in its newest order; the selected element stays selected, and on its row
    /// where it can.
    mutating func adopt() {
        guard let latest else { return }
        show(latest)
    }

    private mutating func show(_ new: [Element]) {
        let offset = (index ?? lastIndex) - top
        let isFirst = elements.isEmpty
        elements = new
        latest = nil
        if let index {
            top = max(0, index - offset)
        } else if isFirst {
            selected = new.first?.id
        } else {
            // Whoever was selected is gone: the cursor is on nobody until it is moved.
            lastIndex = offset + top
            selected = nil
        }
    }

    mutating func move(by amount: Int) {
        guard !elements.isEmpty else { return }
        select(index: max(0, min(elements.count - 1, (index ?? lastIndex) + amount)))
    }

    mutating func select(index: Int) {
        guard ids.indices.contains(index) else { return }
        selected = ids[index]
        placed = index
    }

    /// Draws the rows that fit below `top`, the cursor's mark and the cursor; the words for an
    /// empty list where it is.
    func draw(
        on frame: inout Frame, from top: Int, empty: String,
        _ drawRow: (Element, Int, inout Frame) -> Void
    ) {
        for (line, index) in window(frame.height - top - 3).enumerated() {
            let element = elements[index]
            if element.id == selected {
                frame.putCursor(row: top + line)
            }
            drawRow(element, top + line, &frame)
        }
        drawMarks(
            of: frame.height - top - 3, on: &frame, above: max(1, top - 1), below: frame.height - 3)
        if elements.isEmpty {
            frame.put(empty, row: top + 1, column: 2, Style(.muted), limit: frame.width - 4)
            frame.cursor = (top + 1, 1)
        }
        frame.isCursorVisible = true
    }

    mutating func select(_ id: Element.ID) { if ids.contains(id) { selected = id } }

    /// How many rows are above and below those in sight.
    func drawMarks(of height: Int, on frame: inout Frame, above: Int, below: Int) {
        let window = window(height)
        guard !window.isEmpty else { return }
        ScrollMarks.draw(
            above: window.lowerBound, below: elements.count - window.upperBound, on: &frame,
            top: above, bottom: below)
    }

    /// Rows to show in `height` lines, with the cursor inside.
    func window(_ height: Int) -> Range<Int> {
        guard height > 0 else { return 0..<0 }
        let at = index ?? 0
        let first = min(max(top, at - height + 1), at)
        let start = max(0, min(first, elements.count - height))
        return start..<min(elements.count, start + height)
    }
}
