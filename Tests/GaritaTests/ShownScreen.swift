import Foundation
import Terminal
import Testing

/// A terminal as whoever sits before it sees it: the cells that stand there, not the bytes that
/// came.
final class ShownScreen {
    private let terminal: PseudoTerminal
    private let width: Int
    private var cells: [[Character]]
    private var row = 0
    private var column = 0
    /// The lines that scroll.
    private var region: Range<Int>
    private var unread: [UInt8] = []
    private var last: Character = " "

    init(_ terminal: PseudoTerminal, rows: Int, columns: Int) {
        self.terminal = terminal
        width = columns
        region = 0..<rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var lines: [String] { cells.map { String($0) } }
    /// What stands there, without the empty lines.
    var text: String { lines.filter { $0.contains { $0 != " " } }.joined(separator: "\n") }
    /// The number and the name that the selection stands on; what passes with time is not of it.
    var selected: String { lines.first { $0.contains("▌") }.map { String($0.prefix(60)) } ?? "" }

    func type(_ keys: String) { terminal.type(keys) }

    /// Reads until the cells are as wanted; false when the program says nothing for ten seconds or
    /// ends before.
    func wait(until isWanted: () -> Bool) -> Bool {
        while !isWanted() {
            guard let bytes = terminal.read(within: 10_000), !bytes.isEmpty else {
                return isWanted()
            }
            take(bytes)
        }
        return true
    }

    /// Capitals of a list and the name as it is written are the same person.
    func has(_ words: String) -> Bool {
        text.range(of: words, options: [.caseInsensitive, .diacriticInsensitive]) != nil
    }

    func waitForEnd() -> Int32 {
        while let bytes = terminal.read(within: 10_000), !bytes.isEmpty { take(bytes) }
        return terminal.status()
    }
}

extension ShownScreen {
    private func take(_ bytes: [UInt8]) {
        unread += bytes
        while let first = unread.first {
            let length = first == 0x1B ? escape() : letter(first)
            // What has come of it so far waits for the rest.
            guard let length else { return }
            unread.removeFirst(length)
        }
    }

    private func letter(_ first: UInt8) -> Int? {
        switch first {
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(width - 1, (column / 8 + 1) * 8)
        case 0x0A: down()
        case 0x0D: column = 0
        case 0x00..<0x20: break
        default:
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard unread.count >= length else { return nil }
            String(decoding: unread.prefix(length), as: UTF8.self).forEach(put)
            return length
        }
        return 1
    }

    private func put(_ letter: Character) {
        if column >= width {
            column = 0
            down()
        }
        cells[row][column] = letter
        last = letter
        column += 1
    }

    /// How long the sequence is that stands first; nil where it is not whole yet.
    private func escape() -> Int? {
        guard unread.count > 1 else { return nil }
        switch unread[1] {
        case UInt8(ascii: "["):
            guard let end = unread.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) })
            else { return nil }
            control(String(decoding: unread[2..<end], as: UTF8.self), unread[end])
            return end + 1
        case UInt8(ascii: "]"):
            return unread.firstIndex(of: 0x07).map { $0 + 1 }
        case UInt8(ascii: "("), UInt8(ascii: ")"): return unread.count > 2 ? 3 : nil
        case UInt8(ascii: "M"):
            if row == region.lowerBound { scroll(region, by: -1) } else { row = max(0, row - 1) }
            return 2
        default: return 2
        }
    }

    private func down() {
        if row == region.upperBound - 1 {
            scroll(region, by: 1)
        } else {
            row = min(cells.count - 1, row + 1)
        }
    }

    /// Lines go up by so many, or down where it is less than nothing; what comes in is empty.
    private func scroll(_ lines: Range<Int>, by amount: Int) {
        let blank = Array(repeating: Character(" "), count: width)
        let old = Array(cells[lines])
        for (index, line) in lines.enumerated() {
            let from = index + amount
            cells[line] = old.indices.contains(from) ? old[from] : blank
        }
    }

    /// The rest of the line goes left by so many, or right where it is less than nothing.
    private func shift(by amount: Int) {
        let old = cells[row]
        for at in column..<width {
            let from = at + amount
            cells[row][at] = (column..<width).contains(from) ? old[from] : " "
        }
    }

    private func control(_ given: String, _ final: UInt8) {
        guard given.allSatisfy({ $0.isNumber || $0 == ";" }) else { return }
        let numbers = given.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        func number(_ index: Int, _ usual: Int) -> Int {
            numbers.indices.contains(index) ? numbers[index] ?? usual : usual
        }
        let amount = max(1, number(0, 1))
        switch Character(Unicode.Scalar(final)) {
        case "A": row = max(0, row - amount)
        case "B": row = min(cells.count - 1, row + amount)
        case "C": column = min(width - 1, column + amount)
        case "D": column = max(0, column - amount)
        case "G": column = amount - 1
        case "d": row = amount - 1
        case "H", "f": (row, column) = (amount - 1, max(1, number(1, 1)) - 1)
        case "X": clear(row, column..<min(width, column + amount))
        case "b": for _ in 0..<amount { put(last) }
        case "K":
            clear(
                row,
                number(0, 0) == 0 ? column..<width : 0..<(number(0, 0) == 1 ? column + 1 : width))
        case "J": clearScreen(number(0, 0))
        case "P": shift(by: amount)
        case "@": shift(by: -amount)
        case "S": scroll(region, by: amount)
        case "T": scroll(region, by: -amount)
        case "M": scroll(row..<region.upperBound, by: amount)
        case "L": scroll(row..<region.upperBound, by: -amount)
        case "r":
            region = amount - 1..<number(1, cells.count)
            (row, column) = (0, 0)
        case "m", "h", "l", "t", "n", "c": break
        default: Issue.record("the terminal was told «\(given)\(Character(Unicode.Scalar(final)))»")
        }
    }

    private func clear(_ row: Int, _ columns: Range<Int>) {
        for column in columns { cells[row][column] = " " }
    }

    private func clearScreen(_ part: Int) {
        if part == 0 { clear(row, min(column, width)..<width) }
        if part == 1 { clear(row, 0..<min(width, column + 1)) }
        for line in cells.indices
        where part == 2 || part == 0 && line > row || part == 1 && line < row {
            clear(line, 0..<width)
        }
    }
}

extension Program {
    /// Starts it on a terminal whose cells are looked at.
    func show(_ arguments: [String], rows: Int, columns: Int) throws -> ShownScreen {
        let terminal = try #require(
            PseudoTerminal(
                Program.path, arguments, environment: environment, rows: rows, columns: columns))
        return ShownScreen(terminal, rows: rows, columns: columns)
    }
}
