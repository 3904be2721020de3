import Repatriation
import Terminal

/// A screen as it goes over the class's socket: runs of text with their looks, row by row.
enum FrameText {
    /// The largest screen that is taken.
    private static let most = (width: 500, height: 200)

    static func json(_ frame: Frame) -> JSON {
        [
            "w": .int(frame.width), "h": .int(frame.height),
            "cursor": .array([
                .int(frame.cursor.row), .int(frame.cursor.column),
                .bool(frame.isCursorVisible),
            ]),
            "rows": .array((0..<frame.height).map { .array(runs(frame.row($0))) }),
        ]
    }

    /// Number and text in turn.
    private static func runs(_ cells: ArraySlice<Terminal.Cell>) -> [JSON] {
        var runs: [JSON] = []
        var text = ""
        var style = cells.first?.style ?? Style(.text)
        for cell in cells where !cell.isContinuation {
            if cell.style != style {
                runs += [.int(number(style)), .string(text)]
                (text, style) = ("", cell.style)
            }
            text.append(cell.character)
        }
        // What is empty at the end is empty anyway.
        while style == Style(.text), text.last == " " { text.removeLast() }
        return text.isEmpty ? runs : runs + [.int(number(style)), .string(text)]
    }

    private static func number(_ style: Style) -> Int {
        style.role.rawValue * 2 + (style.isBold ? 1 : 0)
    }

    /// Nil for what is no screen. Nothing of it but letters that take room is kept.
    static func frame(_ json: JSON) -> Frame? {
        guard let width = json["w"]?.integer, let height = json["h"]?.integer,
            (1...most.width).contains(width), (1...most.height).contains(height),
            let rows = json["rows"]?.elements, rows.count == height,
            let cursor = json["cursor"]?.elements, cursor.count == 3
        else { return nil }
        var frame = Frame(width: width, height: height)
        for (row, runs) in rows.enumerated() {
            guard put(runs.elements ?? [], on: &frame, row: row) else { return nil }
        }
        if let row = cursor[0].integer, let column = cursor[1].integer,
            (0..<height).contains(row), (0..<width).contains(column)
        {
            frame.cursor = (row, column)
            frame.isCursorVisible = cursor[2] == .bool(true)
        }
        return frame
    }

    private static func put(_ runs: [JSON], on frame: inout Frame, row: Int) -> Bool {
        var column = 0
        for place in stride(from: 0, to: runs.count, by: 2) {
            guard place + 1 < runs.count, let number = runs[place].integer, number >= 0,
                let role = Role(rawValue: number / 2), let text = runs[place + 1].text
            else { return false }
            column = frame.put(
                text, row: row, column: column, Style(role, bold: number % 2 == 1))
        }
        return true
    }
}
