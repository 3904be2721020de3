import Repatriation
import Terminal

/// One field of a form. Fields keep their place forever.
struct FormField: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case text
        case number(ClosedRange<Int> = 0...9999)
        case date
        /// A day, a year or an age: what is not exact is kept with its precision.
        case birthDate
        /// One of a list: the letter or the beginning of the word chooses.
        case options([AnswerOption])
        /// Any of a list: their letters, one after another.
        case many([AnswerOption])
        case mexicanState
        case usState
    }

    let name: String
    let label: Bilingual
    let kind: Kind
    var value = ""
    var isRequired = false
    /// Shown muted: it came from the list or the group, and Enter passes.
    var isGiven = false
    /// It is asked of this person; what is not stays in its place and is passed over.
    var isAsked = true
    /// The part of the form it stands in; only Enter and the page keys leave a part.
    var section: FormSection?
    /// The field whose answer `=` and F8 repeat.
    var repeats: String?
    var problem: Bilingual?

    init(_ name: String, _ es: String, _ en: String, _ kind: Kind = .text, value: String = "", required: Bool = false) {
        self.name = name
        label = Bilingual(es, en)
        self.kind = kind
        self.value = value
        isRequired = required
        isGiven = !value.isEmpty
    }

    /// What stands for a given answer: words instead of codes.
    func givenWords(_ language: Language) -> String {
        switch kind {
        case .options(let options): return options.first { $0.code == value }?.label(language) ?? value
        case .many(let options):
            let codes = Set(value.split(separator: ",").map(String.init))
            let words = options.filter { codes.contains($0.code) }.map { $0.label(language) }
            return words.isEmpty ? value : words.joined(separator: ", ")
        default: return value
        }
    }

    /// It takes several of its list.
    var isMany: Bool { if case .many = kind { true } else { false } }

    /// The code for what was typed; nil when it is none.
    func code(today: CivilDate) -> String? {
        let typed = value.trimmed
        if typed.isEmpty { return "" }
        switch kind {
        case .text: return NameText.cleaned(typed)
        case .number(let range): return Int(typed).flatMap { range.contains($0) ? String($0) : nil }
        case .date: return TypedDate.read(typed, today: today)?.text
        case .birthDate: return TypedDate.readBirth(typed, today: today)?.day.text
        case .mexicanState: return MexicanState(typed: typed)?.code
        case .usState: return USState.code(typed: typed)
        case .options(let options): return FormField.option(typed, options)?.code
        case .many(let options):
            let codes = FormField.several(typed, options)?.map(\.code)
            return codes.map { Set($0).sorted().joined(separator: ",") }
        }
    }

    private static func option(_ typed: String, _ options: [AnswerOption]) -> AnswerOption? {
        if let exact = options.first(where: { $0.code == typed || String($0.letter) == typed.lowercased() }) {
            return exact
        }
        let wanted = NameText.folded(typed)
        let found = options.filter {
            NameText.folded($0.label.es).hasPrefix(wanted) || NameText.folded($0.label.en).hasPrefix(wanted)
        }
        return found.count == 1 && !wanted.isEmpty ? found[0] : nil
    }

    /// Codes or words between commas, or letters without anything between them.
    private static func several(_ typed: String, _ options: [AnswerOption]) -> [AnswerOption]? {
        let words = typed.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let named = words.compactMap { option($0, options) }
        if named.count == words.count { return named }
        let letters = typed.filter { !$0.isWhitespace && $0 != "," }
        let chosen = letters.compactMap { letter in options.first { String($0.letter) == letter.lowercased() } }
        return chosen.count == letters.count ? chosen : nil
    }

    /// The full name of what was typed, shown at the right at once.
    func resolved(_ language: Language, today: CivilDate) -> String {
        guard let code = code(today: today), !code.isEmpty else { return "" }
        switch kind {
        case .text, .number: return ""
        case .date, .birthDate:
            guard let day = CivilDate(text: code) else { return "" }
            let years = day.age(on: today)
            let about = kind == .birthDate && TypedDate.readBirth(value.trimmed, today: today)?.precision != nil
            return "\(about ? "≈ " : "")\(day.shown) (\(Bilingual("\(years) años", "\(years) years")(language)))"
        case .mexicanState: return MexicanState(curpCode: code)?.name ?? ""
        case .usState: return USState.name(code) ?? code
        case .options(let options): return options.first { $0.code == code }?.label(language) ?? ""
        case .many(let options):
            let codes = Set(code.split(separator: ",").map(String.init))
            return options.filter { codes.contains($0.code) }.map { $0.label(language) }.joined(separator: ", ")
        }
    }

    /// Whether the text is complete by itself, so that the cursor goes on without Enter.
    func advances(after text: String) -> Bool {
        switch kind {
        case .options(let options):
            // In a long list the first letter is the beginning of a word.
            return text.count == 1 && options.count <= 14
                && options.count { String($0.letter) == text.lowercased() } == 1
        case .mexicanState: return MexicanState.isWhole(text)
        case .usState: return text.count == 2 && USState.code(typed: text) != nil
        default: return false
        }
    }
}

/// Dates as people type them: `3/7/90`, `03-07-1990`, `030790`, `hoy`, day before month.
enum TypedDate {
    /// A day of birth as people know it: a day, a year (`1990`) or an age (`34`), with how exact it is.
    ///
    /// A year stands as its first of July, an age as half a year before the last birthday.
    static func readBirth(_ text: String, today: CivilDate) -> (day: CivilDate, precision: String?)? {
        if text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) {
            if text.count == 4, let day = CivilDate(year: number, month: 7, day: 1) { return (day, "estimated") }
            if (1...3).contains(text.count), number <= 120,
                let birthday = CivilDate(year: today.year - number, month: today.month, day: min(today.day, 28))
            {
                return (CivilDate(daysSinceEpoch: birthday.daysSinceEpoch - 182), "ageOnly")
            }
        }
        return read(text, today: today).map { ($0, nil) }
    }

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

    /// Says which fields are asked, after every change.
    private let askWhatHolds: @Sendable (inout [FormField]) -> Void

    init(_ fields: [FormField], askWhatHolds: @escaping @Sendable (inout [FormField]) -> Void = { _ in }) {
        self.fields = fields
        self.askWhatHolds = askWhatHolds
        askWhatHolds(&self.fields)
    }

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
            if let before = fields.indices.last(where: { $0 < cursor && fields[$0].isAsked }) { go(to: before) }
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
        case .character("=") where fields[cursor].repeats != nil && (fields[cursor].value.isEmpty || isFresh),
            .function(8):
            return repeatAnswer(today)
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
        askWhatHolds(&fields)
        return .edited(cursor)
    }

    private mutating func type(_ text: String, _ today: CivilDate) -> Outcome {
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
        let isReplaced = isFresh && (fields[cursor].isGiven || fields[cursor].problem != nil)
        let old = isReplaced ? "" : fields[cursor].value
        guard old.count + kept.count <= NameText.longest else {
            fields[cursor].problem = Bilingual(
                "hasta \(NameText.longest) caracteres", "at most \(NameText.longest) characters")
            return .nothing
        }
        fields[cursor].value = (old + kept).composed
        let index = cursor
        _ = edited()
        if fields[index].advances(after: fields[index].value) {
            goOn(today)
        }
        return .edited(index)
    }

    private mutating func advance(_ today: CivilDate, submits: Bool) -> Outcome {
        validate(today)
        guard let next = fields.indices.first(where: { $0 > cursor && fields[$0].isAsked }) else {
            return submits ? .submitted : .nothing
        }
        go(to: next)
        return .nothing
    }

    /// The field is complete by itself: on to the next of its part that is asked and not known already, or the last.
    private mutating func goOn(_ today: CivilDate) {
        validate(today)
        let asked = fields.indices.filter {
            $0 > cursor && fields[$0].isAsked && fields[$0].section == fields[cursor].section
        }
        guard let next = asked.first(where: { !fields[$0].isGiven }) ?? asked.last else { return }
        go(to: next)
        hasJustAdvanced = true
    }

    /// Puts the cursor on a field.
    mutating func go(to index: Int) {
        cursor = index
        isFresh = true
    }

    /// Gives the field the answer that it is usually the same as.
    private mutating func repeatAnswer(_ today: CivilDate) -> Outcome {
        guard let other = fields.first(where: { $0.name == fields[cursor].repeats }), !other.value.isEmpty else {
            return .nothing
        }
        let index = cursor
        fields[index].value = other.value
        _ = edited()
        goOn(today)
        return .edited(index)
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
        askWhatHolds(&fields)
    }

    /// Draws some of the fields, all of them unless told, from a row and a column on.
    func draw(
        on frame: inout Frame, from top: Int, at left: Int = 0, only shown: [Int]? = nil, _ context: Context,
        today: CivilDate
    ) {
        let room = frame.height - 2 - top
        let shown = shown ?? Array(fields.indices)
        let place = shown.firstIndex(of: cursor) ?? 0
        let first = max(0, min(place - room + 1, shown.count - room))
        let longest = shown.map { TextWidth.of(fields[$0].label(context.language)) }.max() ?? 0
        let labelWidth = left + min(longest + 4, (frame.width - left) / 2)
        for (line, index) in shown.dropFirst(first).prefix(max(0, room)).enumerated() {
            let field = fields[index]
            let row = top + line
            let isHere = index == cursor
            frame.put(field.problem == nil ? " " : "!", row: row, column: left + 1, Style(.late))
            frame.put(
                field.label(context.language), row: row, column: left + 2, Style(isHere ? .accent : .muted),
                limit: labelWidth - left - 2)
            guard field.isAsked else {
                frame.put("–", row: row, column: labelWidth + 2, Style(.muted))
                continue
            }
            let style = Style(isHere ? .fieldFocus : field.isGiven ? .muted : .field)
            let column = labelWidth + 2
            let shown =
                field.value.isEmpty && isHere
                ? "" : field.isGiven && !field.value.isEmpty ? "= \(field.givenWords(context.language))" : field.value
            if context.isCovered && !field.value.isEmpty {
                frame.put("•••••", row: row, column: column, style)
                if isHere { frame.cursor = (row, column) }
                continue
            }
            let width = min(30, frame.width - column - 2)
            let end = frame.put(TextWidth.tail(shown, width), row: row, column: column, style)
            let isInWords = field.isGiven && field.givenWords(context.language) != field.value
            let resolved = isInWords ? "" : field.resolved(context.language, today: today)
            let note = field.problem?(context.language) ?? resolved
            let noteColumn = max(end + 2, column + min(14, width))
            frame.put(
                TextWidth.fit(note, frame.width - noteColumn), row: row, column: noteColumn,
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
