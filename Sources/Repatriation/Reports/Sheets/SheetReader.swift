/// Takes the records below a heading apart into days, offices and counts.
struct SheetReader {
    private let heading: SheetHeading
    private let records: [DelimitedText.Record]
    private let today: CivilDate
    private let keys: [Int]
    private let counted: [Int]
    private var faults: [SheetCell] = []

    init(_ heading: SheetHeading, _ records: [DelimitedText.Record], _ today: CivilDate) {
        self.heading = heading
        self.today = today
        keys = heading.places(\.isKey)
        counted = heading.places(\.isCount)
        self.records = records.dropFirst(heading.record + 1).filter { !$0.isBlank }
    }

    /// Throws every cell that cannot be read, so that nothing of a sheet is left out unsaid.
    mutating func sheet() throws(EventSheetFailure) -> EventSheet {
        try heading.check()
        let body = records.filter { !isMarks($0) && !isNote($0) }
        guard !body.isEmpty else { throw .empty }
        let order = try dateOrder(body)
        var rows: [EventSheet.Row] = []
        var above: [Int: String] = [:]
        for record in body {
            let row = read(record, order, &above)
            rows.append(row)
        }
        guard faults.isEmpty else { throw .cells(faults) }
        guard rows.contains(where: { $0.sumOf == nil }) else { throw .empty }
        let data = rows.filter { $0.sumOf == nil }
        for index in rows.indices { try settle(&rows[index], data) }
        return EventSheet(
            headings: heading.labels, sums: SheetSum.all(heading.columns), rows: rows,
            isOffice: { EventSheet.state(ofOffice: $0) != nil })
    }

    private func text(_ place: Int, _ record: DelimitedText.Record) -> String {
        place < record.cells.count ? ListText(record.cells[place]).text : ""
    }

    /// A second heading of HXL marks.
    private func isMarks(_ record: DelimitedText.Record) -> Bool {
        record.cells.allSatisfy { $0.isEmpty || $0.hasPrefix("#") }
    }

    /// A line that counts nothing: words at the foot.
    private func isNote(_ record: DelimitedText.Record) -> Bool {
        let isFilled = record.cells.count { !$0.trimmed.isEmpty }
        return isFilled == 1 && counted.allSatisfy { text($0, record).isEmpty }
    }

    private static let sumWords: Set<String> = ["total", "totales", "subtotal", "gran", "suma"]

    private func isSum(_ text: String) -> Bool {
        let words = NameText.folded(text).split(separator: " ").map(String.init)
        return words.first.map(SheetReader.sumWords.contains) ?? false
    }

    /// A row. Office and point, day and month that are left empty are those of the row above: cells
    /// were joined over several rows.
    private mutating func read(
        _ record: DelimitedText.Record, _ order: DateOrder, _ above: inout [Int: String]
    ) -> EventSheet.Row {
        var counts: [Int: Int] = [:]
        for place in counted {
            let text = text(place, record)
            counts[place] = SheetCount.read(text)
            if counts[place] == nil { note(record, place, text) }
        }
        var row = EventSheet.Row(line: record.line, key: [:], counts: counts)
        guard let sum = keys.first(where: { isSum(text($0, record)) }) else {
            fill(&row, record, order, &above)
            return row
        }
        row.sumOf = [:]
        for place in keys.prefix(while: { $0 < sum }) {
            let own = text(place, record)
            if own.isEmpty { continue }
            row.sumOf?[place] = value(place, own, record, order)
        }
        row.above = keys.prefix { $0 < sum && text($0, record).isEmpty }.reduce(into: [:]) {
            $0[$1] = value($1, above[$1] ?? "", record, order)
        }
        row.key[sum] = text(sum, record)
        return row
    }

    private mutating func fill(
        _ row: inout EventSheet.Row, _ record: DelimitedText.Record, _ order: DateOrder,
        _ above: inout [Int: String]
    ) {
        let (office, day) = (heading.place(.office), heading.place(.day))
        let own = office.map { text($0, record) } ?? ""
        let isSameOffice = own.isEmpty || own == office.flatMap { above[$0] }
        for place in keys {
            var words = text(place, record)
            switch heading.columns[place] {
            case .day, .month, .office: words = words.isEmpty ? above[place] ?? "" : words
            case .point: words = words.isEmpty && isSameOffice ? above[place] ?? "" : words
            default: break
            }
            above[place] = words
            row.key[place] = value(place, words, record, order) ?? ""
            if place == office { row.office = words }
            if place == day { row.day = CivilDate(text: row.key[place] ?? "") }
        }
    }

    /// A key as it is compared; notes what is no day.
    private mutating func value(
        _ place: Int, _ words: String, _ record: DelimitedText.Record, _ order: DateOrder
    ) -> String? {
        switch heading.columns[place] {
        case .day:
            let date = DateCell(words)?.date(order, notAfter: latest)
            if date == nil { note(record, place, words) }
            return date?.text
        case .office: return EventSheet.state(ofOffice: words)?.code ?? NameText.folded(words)
        default: return NameText.folded(words)
        }
    }

    private mutating func note(_ record: DelimitedText.Record, _ place: Int, _ words: String) {
        let cell = SheetCell(
            line: record.line, heading: heading.labels[place], words: ListText.brief(words))
        if !faults.contains(cell) { faults.append(cell) }
    }

    /// Two figures of a year are of this century: sheets of events are no older.
    private var latest: CivilDate {
        CivilDate(year: today.year / 100 * 100 + 99, month: 12, day: 31) ?? today
    }

    /// Day before month, as these sheets are written, unless a cell shows that it is otherwise.
    private func dateOrder(_ body: [DelimitedText.Record]) throws(EventSheetFailure) -> DateOrder {
        guard let place = heading.place(.day) else { return .dmy }
        let cells = body.compactMap { DateCell(text(place, $0)) }.map(\.orders)
            .filter { $0 != [.ymd] && !$0.isEmpty }
        if cells.allSatisfy({ $0.contains(.dmy) }) { return .dmy }
        if cells.allSatisfy({ $0.contains(.mdy) }) { return .mdy }
        throw .dateOrder
    }

    /// «TOTAL SONORA» is of that office, «TOTAL octubre» of that month; «TOTAL» of all that has the
    /// keys to its left. Where those are empty it is of the row above's, or of everything: as more
    /// of it foots.
    private func settle(_ row: inout EventSheet.Row, _ data: [EventSheet.Row])
        throws(EventSheetFailure)
    {
        guard var of = row.sumOf, let (place, words) = row.key.first else { return }
        var rest = NameText.folded(words).split(separator: " ").map(String.init)
        rest.removeAll {
            SheetReader.sumWords.contains($0) || ["general", "de", "del", "la"].contains($0)
        }
        if !rest.isEmpty {
            let name = rest.joined(separator: " ")
            let names = [name, EventSheet.state(ofOffice: name)?.code].compactMap { $0 }
            let named = keys.flatMap { key in names.map { (key: key, name: $0) } }
                .first { one in data.contains { $0.key[one.key] == one.name } }
            guard let named else {
                throw .cells([
                    SheetCell(
                        line: row.line, heading: heading.labels[place],
                        words: ListText.brief(words))
                ])
            }
            of[named.key] = named.name
        }
        row.sumOf = of
        guard !row.above.isEmpty else { return }
        let below = of.merging(row.above) { own, _ in own }
        if row.differing(from: data, below) < row.differing(from: data, of) { row.sumOf = below }
    }
}

/// A cell that cannot be read.
package struct SheetCell: Sendable, Equatable {
    /// Where, from 1.
    package let line: Int
    /// Under which heading.
    package let heading: String
    /// What stands there, shortened.
    package let words: String
}

/// A count as sheets write it.
enum SheetCount {
    /// No count of people is more; and any sum of such counts is a number.
    private static let most = 1_000_000_000

    /// Plain digits, commas or spaces between thousands, «-» and nothing for zero, and a
    /// spreadsheet's `12.0`. Nil for any other: a point before three digits may be either.
    static func read(_ text: String) -> Int? {
        if text.isEmpty || ["-", "–", "—", "\u{2212}"].contains(text) { return 0 }
        var whole = text[...]
        for end in [".00", ".0"] where whole.hasSuffix(end) { whole = whole.dropLast(end.count) }
        guard whole.count == text.count || !whole.contains(".") else { return nil }
        let mark: Character = whole.contains(",") ? "," : " "
        let parts = whole.split(separator: mark, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let areGroups =
            parts.count == 1
            || parts[0].count <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 }
        guard areDigits, areGroups, let count = Int(parts.joined()), count <= most else {
            return nil
        }
        return count
    }
}
