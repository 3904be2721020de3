import Repatriation
import Terminal

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
        let isHabit =
            hasJustAdvanced && (key == .enter || key == .tab) && fields[cursor].value.isEmpty && !isLastOfSection
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

    /// Nothing of its part is asked after it: Enter there says that the part is done.
    private var isLastOfSection: Bool {
        fields.indices.last { fields[$0].isAsked && fields[$0].section == fields[cursor].section } == cursor
    }

    private mutating func edited() -> Outcome {
        fields[cursor].isGiven = false
        fields[cursor].problem = nil
        isFresh = false
        askWhatHolds(&fields)
        return .edited(cursor)
    }

    private mutating func type(_ text: String, _ today: CivilDate) -> Outcome {
        var isChosen = false
        if case .options = fields[cursor].kind { isChosen = true }
        // Coming back to a choice, what is typed is another choice.
        let isReplaced = isFresh && (isChosen || fields[cursor].isGiven || fields[cursor].problem != nil)
        let old = isReplaced ? "" : fields[cursor].value
        guard old.count + text.count <= NameText.longest else {
            fields[cursor].problem = Bilingual(
                "hasta \(NameText.longest) caracteres", "at most \(NameText.longest) characters")
            return .nothing
        }
        guard NameText.cleaned(text) != nil else {
            fields[cursor].problem = Bilingual(
                "lo pegado tiene caracteres de control", "what was pasted has control characters")
            return .nothing
        }
        fields[cursor].value = (old + text).composed
        let index = cursor
        _ = edited()
        if fields[index].advances(after: fields[index].value) {
            goOn(today)
        } else if isChosen, fields[index].code(today: today) == nil {
            // A letter that chooses nothing is said at once, before more letters fall behind it.
            fields[index].problem = fields[index].problem(today: today)
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
        hasJustAdvanced = false
    }

    /// Puts the cursor where something is to be typed; on the last field where all stands.
    mutating func goToFirstEmpty() {
        let empty = fields.indices.first { fields[$0].isAsked && fields[$0].value.isEmpty }
        if let place = empty ?? fields.indices.last { go(to: place) }
    }

    /// Gives the field the answer that it is usually the same as.
    private mutating func repeatAnswer(_ today: CivilDate) -> Outcome {
        let repeated = fields.first { $0.name == fields[cursor].repeats }?.value ?? ""
        guard let value = repeated.isEmpty ? fields[cursor].previous : repeated else { return .nothing }
        let index = cursor
        fields[index].value = value
        _ = edited()
        goOn(today)
        return .edited(index)
    }

    /// Says what is wrong with the field that is left; nothing is blocked until saving.
    mutating func validate(_ today: CivilDate) {
        fields[cursor].problem = fields[cursor].problem(today: today)
    }

    /// The codes of every field, or nil with the cursor on the first that is wrong or missing.
    mutating func values(today: CivilDate) -> [String: String]? {
        var values: [String: String] = [:]
        for index in fields.indices {
            guard let code = fields[index].code(today: today) else {
                fields[index].problem = fields[index].problem(today: today)
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
        let labelWidth = left + min(longest + 4, (frame.width - left) * 3 / 5)
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
            let isAnswerless = field.value.isEmpty && isHere
            let note =
                (field.problem ?? field.remark)?(context.language)
                ?? (isAnswerless ? field.choices(context.language) ?? "" : resolved)
            let noteColumn = max(end + 2, column + min(14, width))
            let noteRole: Role = field.problem != nil || field.remark != nil ? .late : isAnswerless ? .muted : .info
            let room = frame.width - (isAnswerless ? column + 2 : noteColumn)
            frame.put(
                TextWidth.fit(note, room), row: row, column: isAnswerless ? column + 2 : noteColumn, Style(noteRole))
            if isHere, TextWidth.of(note) > room || TextWidth.of(field.label(context.language)) > labelWidth - left - 2
            {
                drawWhole(field, note, on: &frame, Style(noteRole), context.language)
            }
            if isHere { frame.cursor = (row, min(frame.width - 1, end)) }
        }
        frame.isCursorVisible = true
    }
}

extension Form {
    /// What is cut beside the cursor stands whole on the last line above the message, where nothing else does.
    private func drawWhole(
        _ field: FormField, _ note: String, on frame: inout Frame, _ style: Style, _ language: Language
    ) {
        let row = frame.height - 3
        guard frame.row(row).allSatisfy({ $0.character == " " }) else { return }
        let words = [field.label(language), note].filter { !$0.isEmpty }.joined(separator: "  ")
        frame.put(TextWidth.fit(words, frame.width - 3), row: row, column: 2, style)
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
