import Terminal

extension Frame {
    /// A ticket in a column of its own, which ends before another; a dash for whoever has none.
    mutating func putTicket(_ ticket: Int?, row: Int, before column: Int = 6) {
        putRight(ticket.map(String.init) ?? "–", row: row, before: column, Style(.title))
    }

    /// The mark of the line that the cursor is on, and the cursor.
    mutating func putCursor(row: Int, column: Int = 0) {
        put("▌", row: row, column: column, Style(.selection))
        cursor = (row, column)
    }

    /// The lines of a text, each in a row of its own: how many rows they took. What does not fit is
    /// marked as cut.
    @discardableResult
    mutating func putWrapped(
        _ text: String, row: Int, _ style: Style = Style(.info), most: Int = .max,
        above end: Int? = nil
    ) -> Int {
        let room = end.map { max(0, $0 - row) } ?? most
        let all = Wrap.lines(text, width: width - 4)
        var lines = Array(all.prefix(min(most, room)))
        if lines.count < all.count, let last = lines.last {
            lines[lines.count - 1] = TextWidth.fit(last + " …", width - 4)
        }
        for (line, text) in lines.enumerated() {
            put(text, row: row + line, column: 2, style)
        }
        return lines.count
    }
}
