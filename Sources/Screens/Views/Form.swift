import Repatriation
import Terminal

/// One field of a form. Fields keep their place forever.
struct FormField: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case text
        case number
        case date
        /// One of a list: the letter or the beginning of the word chooses.
        case options([Option])
        case mexicanState
        case usState
    }

    struct Option: Sendable, Equatable {
        let code: String
        let letter: Character
        let label: Bilingual
    }

    let name: String
    let label: Bilingual
    let kind: Kind
    var value = ""
    var isRequired = false
    /// Shown muted: it came from the list or the group, and Enter passes.
    var isGiven = false
    var problem: Bilingual?

    init(_ name: String, _ es: String, _ en: String, _ kind: Kind = .text, value: String = "", required: Bool = false) {
        self.name = name
        label = Bilingual(es, en)
        self.kind = kind
        self.value = value
        isRequired = required
        isGiven = !value.isEmpty
    }

    /// The code for what was typed; nil when it is none.
    func code(today: CivilDate) -> String? {
        let typed = value.trimmed
        if typed.isEmpty { return "" }
        switch kind {
        case .text: return NameText.cleaned(typed)
        case .number: return Int(typed).flatMap { $0 >= 0 && $0 < 10_000 ? String($0) : nil }
        case .date: return TypedDate.read(typed, today: today)?.text
        case .mexicanState: return MexicanState(typed: typed)?.code
        case .usState: return USState.code(typed: typed)
        case .options(let options):
            let wanted = NameText.folded(typed)
            if let exact = options.first(where: { $0.code == typed || String($0.letter) == typed.lowercased() }) {
                return exact.code
            }
            let found = options.filter {
                NameText.folded($0.label.es).hasPrefix(wanted) || NameText.folded($0.label.en).hasPrefix(wanted)
            }
            return found.count == 1 ? found[0].code : nil
        }
    }

    /// The full name of what was typed, shown at the right at once.
    func resolved(_ language: Language, today: CivilDate) -> String {
        guard let code = code(today: today), !code.isEmpty else { return "" }
        switch kind {
        case .text, .number: return ""
        case .date:
            guard let day = CivilDate(text: code) else { return "" }
            let years = day.age(on: today)
            return "\(day.shown) (\(Bilingual("\(years) años", "\(years) years")(language)))"
        case .mexicanState: return MexicanState(curpCode: code)?.name ?? ""
        case .usState: return code
        case .options(let options): return options.first { $0.code == code }?.label(language) ?? ""
        }
    }

    /// Whether the text is complete by itself, so that the cursor goes on without Enter.
    func advances(after text: String) -> Bool {
        guard case .options(let options) = kind, text.count == 1 else { return false }
        let matching = options.filter { String($0.letter) == text.lowercased() }
        return matching.count == 1
    }
}

/// Dates as people type them: `3/7/90`, `03-07-1990`, `030790`, `hoy`, day before month.
enum TypedDate {
    static func read(_ text: String, today: CivilDate) -> CivilDate? {
        if let day = CivilDate(text: text) { return day }
        if ["hoy", "today"].contains(NameText.folded(text)) { return today }
        var parts = text.split { "/-. ".contains($0) }.map(String.init)
        if parts.count == 1, text.allSatisfy({ $0.isASCII && $0.isNumber }), [6, 8].contains(text.count) {
            let digits = Array(text)
            parts = [String(digits[0...1]), String(digits[2...3]), String(digits[4...])]
        }
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        if parts[2].count == 4 { return CivilDate(year: year, month: month, day: day) }
        guard parts[2].count == 2 else { return nil }
        let century = today.year / 100 * 100
        return [century + year, century - 100 + year].compactMap { CivilDate(year: $0, month: month, day: day) }
            .first { $0 <= today }
    }
}

/// Fields with a cursor: typing, moving, validating on leaving, drawing. Every form uses it.
struct Form: Sendable {
    var fields: [FormField]
    private(set) var cursor = 0
    private var isFresh = true
    /// The cursor went on by itself: an Enter typed out of habit must not skip an empty field.
    private var hasJustAdvanced = false

    init(_ fields: [FormField]) { self.fields = fields }

    /// What a key did.
    enum Outcome: Equatable {
        case nothing
        /// The text of a field changed.
        case edited(Int)
        /// Enter on the last field.
        case submitted
        case left
        case wantsOptions(Int)
    }

    mutating func press(_ key: Key, today: CivilDate) -> Outcome {
        let isHabit = hasJustAdvanced && (key == .enter || key == .tab) && fields[cursor].value.isEmpty
        hasJustAdvanced = false
        if isHabit { return .nothing }
        switch key {
        case .enter, .tab, .down: return advance(today, submits: key == .enter)
        case .backTab, .up:
            validate(today)
            cursor = max(0, cursor - 1)
            isFresh = true
            return .nothing
        case .escape, .control("c"): return .left
        case .control("n"):
            validate(today)
            let order = Array(fields.indices.dropFirst(cursor + 1)) + Array(fields.indices.prefix(cursor + 1))
            if let marked = order.first(where: { fields[$0].problem != nil }) { (cursor, isFresh) = (marked, true) }
            return .nothing
        case .function(4): return .wantsOptions(cursor)
        case .backspace:
            if isFresh && fields[cursor].isGiven {
                fields[cursor].value = ""
            } else {
                _ = fields[cursor].value.popLast()
            }
            return edited()
        case .control("u"):
            fields[cursor].value = ""
            return edited()
        case .character(let character): return type(String(character), today)
        case .paste(let text):
            return type(text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " "), today)
        default: return .nothing
        }
    }

    private mutating func edited() -> Outcome {
        fields[cursor].isGiven = false
        fields[cursor].problem = nil
        isFresh = false
        return .edited(cursor)
    }

    private mutating func type(_ text: String, _ today: CivilDate) -> Outcome {
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
        let old = isFresh && fields[cursor].isGiven ? "" : fields[cursor].value
        guard old.count + kept.count <= NameText.longest else {
            fields[cursor].problem = Bilingual(
                "hasta \(NameText.longest) caracteres", "at most \(NameText.longest) characters")
            return .nothing
        }
        fields[cursor].value = (old + kept).composed
        let index = cursor
        _ = edited()
        if fields[index].advances(after: fields[index].value) {
            _ = advance(today, submits: false)
            hasJustAdvanced = true
        }
        return .edited(index)
    }

    private mutating func advance(_ today: CivilDate, submits: Bool) -> Outcome {
        validate(today)
        if cursor == fields.count - 1 { return submits ? .submitted : .nothing }
        cursor += 1
        isFresh = true
        return .nothing
    }

    /// Says what is wrong with the field that is left; nothing is blocked until saving.
    mutating func validate(_ today: CivilDate) {
        fields[cursor].problem =
            fields[cursor].code(today: today) == nil ? Bilingual("no se entiende", "not understood") : nil
    }

    /// The codes of every field, or nil with the cursor on the first that is wrong or missing.
    mutating func values(today: CivilDate) -> [String: String]? {
        var values: [String: String] = [:]
        for index in fields.indices {
            guard let code = fields[index].code(today: today) else {
                fields[index].problem = Bilingual("no se entiende", "not understood")
                cursor = index
                return nil
            }
            if code.isEmpty && fields[index].isRequired {
                fields[index].problem = Bilingual("falta", "missing")
                cursor = index
                return nil
            }
            values[fields[index].name] = code.isEmpty ? nil : code
        }
        return values
    }

    mutating func set(_ index: Int, _ value: String) {
        fields[index].value = value
        fields[index].isGiven = false
        fields[index].problem = nil
    }

    func draw(on frame: inout Frame, from top: Int, _ context: Context, today: CivilDate) {
        let room = frame.height - 2 - top
        let first = max(0, min(cursor - room + 1, fields.count - room))
        let longest = fields.map { TextWidth.of($0.label(context.language)) }.max() ?? 0
        let labelWidth = min(longest + 4, frame.width / 2)
        for (line, index) in (first..<min(fields.count, first + max(0, room))).enumerated() {
            let field = fields[index]
            let row = top + line
            let isHere = index == cursor
            frame.put(field.problem == nil ? " " : "!", row: row, column: 1, Style(.late))
            frame.put(
                field.label(context.language), row: row, column: 2, Style(isHere ? .accent : .muted),
                limit: labelWidth - 2)
            let style = Style(isHere ? .fieldFocus : field.isGiven ? .muted : .field)
            let column = labelWidth + 2
            let shown =
                field.value.isEmpty && isHere
                ? "" : field.isGiven && !field.value.isEmpty ? "= \(field.value)" : field.value
            let width = min(30, frame.width - column - 2)
            let end = frame.put(TextWidth.tail(shown, width), row: row, column: column, style)
            let note = field.problem?(context.language) ?? field.resolved(context.language, today: today)
            frame.put(
                note, row: row, column: max(end + 2, column + min(14, width)),
                Style(field.problem == nil ? .info : .late))
            if isHere { frame.cursor = (row, min(frame.width - 1, end)) }
        }
        frame.isCursorVisible = true
    }
}

extension TextWidth {
    /// The end of a text that fits, for a field whose cursor is at its end.
    static func tail(_ text: String, _ width: Int) -> String {
        guard of(text) > width else { return text }
        var used = 0
        return "…"
            + String(
                text.reversed().prefix { character in
                    used += of(character)
                    return used < width
                }.reversed())
    }
}
