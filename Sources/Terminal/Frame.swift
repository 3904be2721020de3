import CTerminal

/// The meanings that a theme gives colours to.
package enum Role: Int, Sendable, CaseIterable {
    case text, muted, title, accent, selection, field, fieldFocus, ok, late, critical, info, demo,
        rule, key, message
    case spark
}

/// How a run of text looks: a meaning, and bold for what has just changed.
package struct Style: Sendable, Equatable {
    /// The meaning that the theme gives a colour to.
    package var role: Role
    /// Whether it is heavier than the theme says.
    package var isBold: Bool

    /// A meaning, plain unless said.
    package init(_ role: Role, bold: Bool = false) {
        self.role = role
        isBold = bold
    }
}

/// One place of the screen. A wide character takes two: the second is empty.
package struct Cell: Sendable, Equatable {
    /// What stands there; a space where nothing does.
    package var character: Character
    /// How it looks.
    package var style: Style
    /// The second half of a wide character.
    package var isContinuation = false

    /// A space in the colour of text.
    package static let blank = Cell(character: " ", style: Style(.text))
}

/// What the screen shows: cells, where the cursor is, and the window's title. A value.
package struct Frame: Sendable, Equatable {
    /// In columns, at least 1.
    package let width: Int
    /// In rows, at least 1.
    package let height: Int
    /// Every place, row by row.
    package private(set) var cells: [Cell]
    /// The cursor's row and column; it sits on what has the focus.
    package var cursor: (row: Int, column: Int) = (0, 0)
    /// Whether the terminal shows the cursor.
    package var isCursorVisible = false
    /// The window's title; never with personal data.
    package var title = ""

    /// An empty screen.
    package init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
        cells = Array(repeating: .blank, count: self.width * self.height)
    }

    package static func == (left: Frame, right: Frame) -> Bool {
        left.cells == right.cells && left.width == right.width && left.cursor == right.cursor
            && left.isCursorVisible == right.isCursorVisible && left.title == right.title
    }

    /// The place at a row and column, both from 0 and inside the frame.
    package subscript(row: Int, column: Int) -> Cell { cells[row * width + column] }

    /// The cells of one row.
    package func row(_ row: Int) -> ArraySlice<Cell> { cells[row * width..<(row + 1) * width] }

    /// Writes text from a column on, at most `limit` columns; what does not fit is left out. Gives
    /// the next column.
    @discardableResult
    package mutating func put(
        _ text: String, row: Int, column: Int, _ style: Style = Style(.text), limit: Int = .max
    ) -> Int {
        guard (0..<height).contains(row) else { return column }
        var at = column
        let end = min(width, limit == .max ? width : column + limit)
        for character in text {
            let size = TextWidth.of(character)
            guard at >= 0, at + size <= end else { break }
            guard size > 0 else { continue }
            cells[row * width + at] = Cell(character: character, style: style)
            if size == 2 {
                cells[row * width + at + 1] = Cell(
                    character: " ", style: style, isContinuation: true)
            }
            at += size
        }
        return at
    }

    /// Writes text that ends before a column.
    package mutating func putRight(
        _ text: String, row: Int, before column: Int, _ style: Style = Style(.text)
    ) {
        put(text, row: row, column: max(0, column - TextWidth.of(text)), style)
    }

    /// Fills part of a row with one style.
    package mutating func fill(
        row: Int, from: Int = 0, to: Int? = nil, with character: Character = " ", _ style: Style
    ) {
        guard (0..<height).contains(row) else { return }
        for column in max(0, from)..<max(max(0, from), min(width, to ?? width)) {
            cells[row * width + column] = Cell(character: character, style: style)
        }
    }

    /// The same, higher by so many empty rows before a row; the cursor stays on what it is on.
    package func opened(by rows: Int, before row: Int) -> Frame {
        var frame = Frame(width: width, height: height + rows)
        for (index, cell) in cells.enumerated() {
            frame.cells[index < row * width ? index : index + rows * width] = cell
        }
        frame.cursor = (cursor.row < row ? cursor.row : cursor.row + rows, cursor.column)
        (frame.isCursorVisible, frame.title) = (isCursorVisible, title)
        return frame
    }

    /// A thin line across.
    package mutating func rule(row: Int) { fill(row: row, with: "─", Style(.rule)) }

    /// Every row as text, ends trimmed: what tests compare and `--plain` prints.
    package var lines: [String] {
        (0..<height).map { row in
            var line = ""
            for cell in self.row(row) where !cell.isContinuation { line.append(cell.character) }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The whole screen as text.
    package var text: String { lines.joined(separator: "\n") + "\n" }
}

/// Columns that text takes, as the terminal counts them.
package enum TextWidth {
    /// 0, 1 or 2.
    package static func of(_ character: Character) -> Int {
        if character.isASCII {
            return character.asciiValue.map { $0 >= 32 && $0 < 127 ? 1 : 0 } ?? 0
        }
        return max(0, character.unicodeScalars.reduce(0) { max($0, Int(ct_width($1.value))) })
    }

    /// The sum over a text.
    package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// The text cut at the end with a mark that says so: of a name the surnames stay longest. Whole
    /// when it fits.
    package static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 1 else { return "" }
        var used = 0
        let kept = text.prefix { character in
            used += of(character)
            return used < width
        }
        return kept + "…"
    }

    /// The text with spaces up to a width.
    package static func fill(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }
}
