import Repatriation
import Terminal

/// A short list of choices, each with a letter. Choosing acts and closes.
package struct MenuScreen: Screen {
    /// One choice.
    struct Item: Sendable {
        let key: Key
        let label: Bilingual
        let steps: [Step]
        /// Why it cannot be chosen now; nil when it can.
        var reason: Bilingual?

        init(_ letter: Character, _ label: Bilingual, _ steps: [Step], reason: Bilingual? = nil) {
            key = .character(letter)
            self.label = label
            self.steps = steps
            self.reason = reason
        }
    }

    let heading: Bilingual
    let note: Bilingual?
    let person: Reception?
    private let whom: Whom?
    let items: [Item]
    /// Where Enter falls; nil where nothing is chosen beforehand.
    private var cursor: Int?

    /// Of somebody of whom the whole record is there, or `whom` of somebody of a list. What a person is asked to
    /// consent to `preselects` nothing: Enter alone is no answer of theirs.
    init(
        _ heading: Bilingual, about person: Reception? = nil, whom: Whom? = nil, preselects: Bool = true,
        note: Bilingual? = nil, _ items: [Item]
    ) {
        cursor = preselects ? 0 : nil
        self.heading = heading
        self.note = note
        self.person = person
        self.whom = person.map(Whom.init) ?? whom
        self.items = items
    }

    package func title(_ context: Context) -> String {
        let who = whom?.words(context)(context.language) ?? ""
        return heading(context.language) + (who.isEmpty ? "" : " · \(who)")
    }
    package var bindings: [Binding] {
        [Binding(.enter, "Elegir", "Choose"), Binding(.escape, "Atrás", "Back")]
            + items.map { Binding($0.key, $0.label.es, $0.label.en) }
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if let amount = Moves.amount(key), !items.contains(where: { $0.key == key }) {
            cursor = max(0, min(items.count - 1, cursor.map { $0 + amount } ?? (amount > 0 ? 0 : items.count - 1)))
            return []
        }
        if key == .enter, cursor == nil {
            return [.refuse("Elija con su letra: nada está elegido.", "Choose by the letter: nothing is chosen.")]
        }
        let here = cursor.flatMap { items.indices.contains($0) ? items[$0] : nil }
        let chosen = key == .enter ? here : items.first { $0.key == key }
        guard let chosen else { return key == .escape ? [.pop] : [.unheard] }
        if let reason = chosen.reason { return [.say(reason, .late)] }
        if case .replace? = chosen.steps.first { return chosen.steps }
        return [.pop] + chosen.steps
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        var row = 2
        if person == nil, let whom {
            let words = whom.words(context)(context.language)
            frame.put(TextWidth.fit(words, frame.width - 4), row: 1, column: 2, Style(.title))
        }
        Subject.draw(person, on: &frame, context)
        if let note {
            for line in Wrap.lines(note(context.language), width: frame.width - 4) where row < frame.height - 3 {
                frame.put(line, row: row, column: 2, Style(.info))
                row += 1
            }
            row += 1
        }
        let room = frame.height - 3 - row
        frame.cursor = (row, 1)
        let first = max(0, min((cursor ?? 0) - room + 1, items.count - room))
        for (index, item) in items.enumerated().dropFirst(first) where row < frame.height - 2 {
            let isHere = index == cursor
            if isHere {
                frame.put("▌", row: row, column: 1, Style(.selection))
                frame.cursor = (row, 1)
            }
            frame.put(item.key.name(context.language), row: row, column: 3, Style(.key))
            frame.put(item.label(context.language), row: row, column: 7, Style(item.reason == nil ? .text : .muted))
            row += 1
        }
        frame.isCursorVisible = true
    }
}

/// The line that says whom a form or a choice is about.
enum Subject {
    /// Whose line of a list it is, as it may be shown at a point.
    static func name(_ person: Reception, at place: PointCode, _ context: Context) -> String {
        context.hides(person)
            ? Reception.nameOfChildAlone(context.language) : context.shown(person.listedName, at: place)
    }

    static func draw(_ person: Reception?, on frame: inout Frame, _ context: Context) {
        guard let person else { return }
        let name = person.listedName.isEmpty ? person.description ?? "" : person.listedName
        let shown =
            context.hides(person)
            ? Reception.nameOfChildAlone(context.language) : context.shown(name)
        let ticket = person.ticket.map { "\($0)  " } ?? ""
        frame.put(TextWidth.fit(ticket + shown, frame.width - 4), row: 1, column: 2, Style(.title))
    }
}

/// Breaks text into lines between words.
enum Wrap {
    static func lines(_ text: String, width: Int) -> [String] {
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
