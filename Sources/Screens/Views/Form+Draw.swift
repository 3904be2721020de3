import Repatriation
import Terminal

extension Form {
    /// Where the columns of a form stand.
    private struct Columns {
        let left: Int
        /// Where labels end.
        let label: Int
        var value: Int { label + 2 }
    }

    /// Draws some of the fields, all of them unless told, from a row and a column on.
    func draw(
        on frame: inout Frame, from top: Int, at left: Int = 0, only shown: [Int]? = nil,
        _ context: Workplace,
        today: CivilDate
    ) {
        let room = frame.height - 2 - top
        let shown = shown ?? Array(fields.indices)
        let place = shown.firstIndex(of: cursor) ?? 0
        let first = max(0, min(place - room + 1, shown.count - room))
        let longest = shown.map { TextWidth.of(fields[$0].label(context.language)) }.max() ?? 0
        let columns = Columns(
            left: left, label: left + min(longest + 4, (frame.width - left) * 3 / 5))
        var cut: (words: String, style: Style)?
        for (line, index) in shown.dropFirst(first).prefix(max(0, room)).enumerated() {
            let isHere = index == cursor
            let whole = draw(
                fields[index], isHere, on: &frame, row: top + line, columns, context, today)
            if isHere { cut = whole }
        }
        if let cut { drawWhole(cut.words, on: &frame, cut.style) }
        frame.isCursorVisible = true
    }

    /// One field; what did not fit is given back, whole.
    private func draw(
        _ field: FormField, _ isHere: Bool, on frame: inout Frame, row: Int, _ columns: Columns,
        _ context: Workplace,
        _ today: CivilDate
    ) -> (words: String, style: Style)? {
        let language = context.language
        let label = field.label(language)
        let labelRoom = columns.label - columns.left - 2
        frame.put(
            field.problem == nil ? " " : "!", row: row, column: columns.left + 1, Style(.late))
        frame.put(
            TextWidth.fit(label, labelRoom), row: row, column: columns.left + 2,
            Style(isHere ? .accent : .muted))
        guard field.isAsked else {
            frame.put("–", row: row, column: columns.value, Style(.muted))
            return nil
        }
        if isHere { frame.cursor = (row, columns.value) }
        let style = Style(isHere ? .fieldFocus : field.isGiven ? .muted : .field)
        if context.isCovered || field.isMasked && !isHere, !field.value.isEmpty {
            frame.put("•••••", row: row, column: columns.value, style)
            return nil
        }
        let width = min(30, frame.width - columns.value - 2)
        let end = frame.put(
            TextWidth.tail(shown(field, language), width), row: row, column: columns.value, style)
        if isHere { frame.cursor = (row, min(frame.width - 1, end)) }
        let note = note(of: field, isHere, language, today)
        let isBare = field.value.isEmpty && isHere
        let noteColumn = isBare ? columns.value + 2 : max(end + 2, columns.value + min(14, width))
        frame.put(
            TextWidth.fit(note.words, frame.width - noteColumn), row: row, column: noteColumn,
            note.style)
        let isCut =
            TextWidth.of(note.words) > frame.width - noteColumn || TextWidth.of(label) > labelRoom
        return isCut
            ? ([label, note.words].filter { !$0.isEmpty }.joined(separator: "  "), note.style) : nil
    }

    /// The text in the field: what is given stands behind a `=`, what is only guessed as a
    /// question.
    private func shown(_ field: FormField, _ language: Language) -> String {
        guard field.isGiven, !field.value.isEmpty else { return field.value }
        if field.isProposed { return "¿\(field.givenWords(language))?" }
        return "= \(field.givenWords(language))"
    }

    /// What stands beside the field: what is wrong, what is worth a look, the answers there are, or
    /// the answer in words.
    private func note(
        of field: FormField, _ isHere: Bool, _ language: Language, _ today: CivilDate
    ) -> (words: String, style: Style) {
        if let words = field.problem ?? field.remark { return (words(language), Style(.late)) }
        if isHere && field.isProposed {
            return (language("= sí", "= yes"), Style(.muted))
        }
        if field.value.isEmpty && isHere { return (field.choices(language) ?? "", Style(.muted)) }
        let isInWords = field.isGiven && field.givenWords(language) != field.value
        return (isInWords ? "" : field.resolved(language, today: today), Style(.info))
    }

    /// What is cut beside the cursor stands whole on the last lines above the message, where
    /// nothing else does.
    private func drawWhole(_ words: String, on frame: inout Frame, _ style: Style) {
        let lines = Wrap.lines(words, width: frame.width - 4).prefix(2)
        let top = frame.height - 2 - lines.count
        guard
            (top..<frame.height - 2).allSatisfy({ frame.row($0).allSatisfy { $0.character == " " } }
            )
        else { return }
        for (line, text) in lines.enumerated() {
            frame.put(text, row: top + line, column: 2, style)
        }
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
