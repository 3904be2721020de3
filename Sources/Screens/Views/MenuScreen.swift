import Repatriation
import Terminal

/// A short list of choices, each with a letter. Choosing acts and closes.
struct MenuScreen: Screen {
    typealias Item = KeyRow<MenuScreen>

    let heading: Bilingual
    private(set) var note: Bilingual?
    let person: Reception?
    private let whom: Whom?
    private(set) var items: [Item]
    private(set) var rows: KeyTable<Self>
    /// What it says as of now, where that changes while it is open.
    private var made: (@Sendable (Workplace) -> Told)?
    /// Where Enter falls; nil where nothing is chosen beforehand.
    private var cursor: Int?

    /// Of somebody of whom the whole record is there, or `whom` of somebody of a list. What a
    /// person is asked to consent to `preselects` nothing: Enter alone is no answer of theirs.
    init(
        _ heading: Bilingual, about person: Reception? = nil, whom: Whom? = nil,
        preselects: Bool = true,
        note: Bilingual? = nil, _ items: [Item]
    ) {
        cursor = preselects ? 0 : nil
        self.heading = heading
        self.note = note
        self.person = person
        self.whom = person.map { Whom($0) } ?? whom
        self.items = items
        rows = KeyTable(MenuScreen.always + items)
    }

    /// A note and the choices under it.
    typealias Told = (note: Bilingual, items: [Item])

    /// Of what changes while it is open: `made` says it anew as time passes. Nothing is chosen
    /// beforehand.
    init(
        _ heading: Bilingual, _ context: Workplace, made: @escaping @Sendable (Workplace) -> Told
    ) {
        let told = made(context)
        self.init(heading, preselects: false, note: told.note, told.items)
        self.made = made
    }

    mutating func settle(_ context: Workplace) {
        guard let made else { return }
        (note, items) = made(context)
        rows = KeyTable(MenuScreen.always + items)
    }

    /// What of the procedure it is for, where that is more than what stands below it.
    var procedure: Procedure?
    /// Whom it is about stands below it.
    func title(_ context: Workplace) -> String { heading(context.language) }
    static let always: [Item] = [
        KeyRow(Binding(.enter, "Elegir", "Choose"), unless: { $0.whyNotHere($1) }) {
            $0.here?.act?(&$0, $1) ?? []
        }, .back,
    ]

    private var here: Item? { cursor.flatMap { items.indices.contains($0) ? items[$0] : nil } }

    private func whyNotHere(_ context: Workplace) -> Why? {
        guard cursor != nil else {
            return .says(
                "Elija con su letra: nada está elegido.", "Choose by the letter: nothing is chosen."
            )
        }
        return here.map { $0.why(self, context) } ?? .unheard
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        cursor = max(
            0,
            min(items.count - 1, cursor.map { $0 + amount } ?? (amount > 0 ? 0 : items.count - 1)))
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        var row = 2
        if person == nil, let whom {
            let words = whom.words(context)(context.language)
            frame.put(TextWidth.fit(words, frame.width - 4), row: 1, column: 2, Style(.title))
        }
        Subject.draw(person, on: &frame, context)
        if let note {
            row += frame.putWrapped(note(context.language), row: row, above: frame.height - 3)
            row += 1
        }
        let room = frame.height - 3 - row
        frame.cursor = (row, 1)
        let first = max(0, min((cursor ?? 0) - room + 1, items.count - room))
        for (index, item) in items.enumerated().dropFirst(first) where row < frame.height - 2 {
            let isHere = index == cursor
            if isHere {
                frame.putCursor(row: row, column: 1)
            }
            let role: Role = item.why(self, context) == nil ? .text : .muted
            frame.put(item.binding.key.name(context.language), row: row, column: 3, Style(.key))
            frame.put(item.binding.label(context.language), row: row, column: 7, Style(role))
            row += 1
        }
        frame.isCursorVisible = true
    }
}

/// One choice of a menu: its letter and words, what follows, and why it cannot be chosen now.
extension KeyRow<MenuScreen> {
    init(_ letter: Character, _ label: Bilingual, _ steps: [Step], reason: Why? = nil) {
        var goesOn = false
        if case .replace? = steps.first { goesOn = true }
        let all = goesOn ? steps : [.pop] + steps
        self.init(Binding(.character(letter), label), unless: { _, _ in reason }) { _, _ in all }
    }

    init(_ letter: Character, _ es: String, _ en: String, _ steps: [Step], reason: Why? = nil) {
        self.init(letter, Bilingual(es, en), steps, reason: reason)
    }
}

/// The line that says whom a form or a choice is about.
enum Subject {
    /// Whose line of a list it is, as it may be shown at a point.
    static func name(_ person: Reception, at place: PointCode, _ context: Workplace) -> String {
        context.words(person.shownName, at: place)
    }

    static func draw(_ person: Reception?, on frame: inout Frame, _ context: Workplace) {
        guard let person else { return }
        let shown = context.words(person.shownName)
        let ticket = person.ticket.map { "\($0)  " } ?? ""
        frame.put(TextWidth.fit(ticket + shown, frame.width - 4), row: 1, column: 2, Style(.title))
    }
}

/// Breaks text into lines between words.
package enum Wrap {
    /// The least width in which a text takes so many lines at most, no word broken.
    static func narrowest(_ text: String, rows: Int) -> Int {
        var width = text.split(separator: " ").map { TextWidth.of(String($0)) }.max() ?? 0
        while lines(text, width: width).count > rows { width += 1 }
        return width
    }

    /// Between words; a word wider than that stands alone.
    package static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty && TextWidth.of(line) + 1 + TextWidth.of(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + (line.isEmpty ? [] : [line])
    }
}
