/// Somebody's sheet of events as it was read: what its rows are told apart by, and their counts.
package struct EventSheet: Sendable {
    /// A row with counts.
    struct Row: Sendable {
        /// Where it stands in the file, from 1.
        let line: Int
        var day: CivilDate?
        /// The office as it is written; nil where the sheet has none.
        var office: String?
        /// What it is told apart by, folded, by column.
        var key: [Int: String]
        /// How many, by column.
        var counts: [Int: Int]
        /// The columns in which it does not say how many: nothing that has them is added up.
        var hidden: Set<Int> = []
        /// It is the sum of all rows that have these too; nil where it counts by itself.
        var sumOf: [Int: String]?
        /// What stands above the empty cells to the left of its «TOTAL».
        var above: [Int: String] = [:]

        init(line: Int, key: [Int: String], counts: [Int: Int]) {
            (self.line, self.key, self.counts) = (line, key, counts)
        }

        /// In how many columns it is not the sum of the rows that have these.
        func differing(from data: [Row], _ of: [Int: String]) -> Int {
            counts.count { place, count in sum(of: data, of, place) != count }
        }

        /// What the rows that have these come to in a column.
        func sum(of data: [Row], _ of: [Int: String], _ place: Int) -> Int {
            data.reduce(0) { sum, row in
                let isOf = of.allSatisfy { row.key[$0.key] == $0.value }
                return sum + (isOf ? row.counts[place] ?? 0 : 0)
            }
        }
    }

    /// The words above each column.
    let headings: [String]
    /// Which columns come to the same, row by row.
    let sums: [SheetSum]
    /// Its rows, in the order of the file.
    let rows: [Row]
    /// Whether somebody can be received at an office by that name.
    let isOffice: @Sendable (String) -> Bool

    /// Reads a daily sheet, a table of months and offices, or a table as `report` writes it;
    /// encoding and delimiter are recognised as those of lists are.
    package init(
        _ bytes: [UInt8], today: CivilDate,
        convert: @escaping TextEncoding.Converter = { _, _ in nil }
    ) throws(EventSheetFailure) {
        let decoded: DecodedText
        do throws(DecodedText.Failure) { decoded = try DecodedText(bytes, convert) } catch {
            throw error == .binary ? .noText : .encoding
        }
        var text = DelimitedText(decoded.text) { records in
            let issued = IssuedTable.find(records).map { records[$0].cells.count }
            return issued ?? SheetHeading.find(records)?.columns.count ?? 0
        }
        if let start = IssuedTable.find(text.records) {
            self = try IssuedTable.read(text.records, heading: start)
            return
        }
        guard let heading = SheetHeading.find(text.records) else { throw .heading }
        text.align(to: heading.record)
        var reader = SheetReader(heading, text.records, today)
        self = try reader.sheet()
    }

    init(
        headings: [String], sums: [SheetSum], rows: [Row],
        isOffice: @escaping @Sendable (String) -> Bool
    ) {
        (self.headings, self.sums, self.rows, self.isOffice) = (headings, sums, rows, isOffice)
    }

    /// The state of an office, whatever stands before its name.
    static func state(ofOffice text: String) -> MexicanState? {
        let outside = text.prefix { $0 != "(" }
        var name = NameText.folded(String(outside))
        let fronts = [
            "oficina de representacion ", "representacion ", "o r ", "or ", "en el estado de ",
            "en la ", "en ", "inm ",
        ]
        for front in fronts where name.hasPrefix(front) { name.removeFirst(front.count) }
        let state = MexicanState(written: name)
        return state?.iso == nil ? nil : state
    }
}

/// Two sets of columns that come to the same in every row.
struct SheetSum: Sendable, Equatable {
    let left: [Int]
    let right: [Int]

    /// Every sum of the columns that a sheet has; what it has no total of is added up.
    static func all(_ columns: [Int: SheetColumn]) -> [SheetSum] {
        func places(_ wanted: SheetColumn...) -> [Int] {
            wanted.flatMap { one in columns.filter { $0.value == one }.map(\.key) }
        }
        func has(_ wanted: SheetColumn...) -> Bool {
            wanted.allSatisfy { columns.values.contains($0) }
        }
        let hasAdults = has(.adults) || has(.men, .women)
        let hasMinors = has(.minors) || has(.boys, .girls)
        let adults = has(.adults) ? places(.adults) : places(.men, .women, .otherAdults)
        let minors = has(.minors) ? places(.minors) : places(.boys, .girls, .otherMinors)
        var sums: [SheetSum] = []
        if has(.total), hasAdults, hasMinors {
            sums.append(SheetSum(left: places(.total), right: adults + minors + places(.ageless)))
        }
        if has(.adults, .men, .women) {
            sums.append(
                SheetSum(left: places(.adults), right: places(.men, .women, .otherAdults)))
        }
        if has(.minors, .boys, .girls) {
            sums.append(
                SheetSum(left: places(.minors), right: places(.boys, .girls, .otherMinors)))
        }
        if has(.accompanied, .unaccompanied), hasMinors {
            let company = places(.accompanied, .unaccompanied, .companyless)
            sums.append(SheetSum(left: minors, right: company))
        }
        return sums
    }
}
