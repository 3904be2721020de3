/// A table as `report` writes it for spreadsheets: a code, a section, words, then counts.
enum IssuedTable {
    private static let heads = [["clave", "code"], ["seccion", "section"], ["concepto", "line"]]

    /// The column of what INM calls a point.
    private static let names: Set<String> = ["nombre oficial", "official name"]

    /// Which record is its heading.
    static func find(_ records: [DelimitedText.Record]) -> Int? {
        records.prefix(40).firstIndex { record in
            record.cells.count > heads.count
                && zip(record.cells, heads).allSatisfy { $1.contains(NameText.folded($0)) }
        }
    }

    /// Its lines down to the first empty one, below which it says of itself what it is.
    static func read(_ records: [DelimitedText.Record], heading: Int) throws(EventSheetFailure)
        -> EventSheet
    {
        let labels = records[heading].cells.map { ListText($0).text }
        let counted = labels.indices.dropFirst(heads.count).filter {
            !labels[$0].contains("%") && !names.contains(NameText.folded(labels[$0]))
        }
        let body = records[(heading + 1)...].prefix { !$0.isBlank }
            .filter { record in !record.cells.allSatisfy { $0.isEmpty || $0.hasPrefix("#") } }
        guard !body.isEmpty else { throw .empty }
        var faults: [SheetCell] = []
        let rows = body.map { record in
            let cells = record.cells.map { ListText($0).text }
            var row = EventSheet.Row(line: record.line, key: [0: cells[0]], counts: [:])
            if cells.count > 1 { row.key[1] = NameText.folded(cells[1]) }
            if cells.count > 1, !cells[1].isEmpty { row.office = cells[1] }
            for place in counted {
                let words = place < cells.count ? cells[place] : ""
                guard words != ReportCell.hiddenMark else {
                    row.hidden.insert(place)
                    continue
                }
                row.counts[place] = SheetCount.read(words)
                guard row.counts[place] == nil else { continue }
                faults.append(
                    SheetCell(
                        line: record.line, heading: labels[place], words: ListText.brief(words)))
            }
            if cells[0] == "total" { row.sumOf = [:] }
            return row
        }
        guard faults.isEmpty else { throw .cells(faults) }
        let total = labels.firstIndex { $0 == "Total" }
        let parts = total.map { total in counted.filter { $0 < total } } ?? []
        let sums = total.map { parts.isEmpty ? [] : [SheetSum(left: [$0], right: parts)] } ?? []
        return EventSheet(
            headings: labels, sums: sums, rows: Array(rows), isOffice: isSection)
    }

    /// A state, or a way that has a section of its own.
    @Sendable private static func isSection(_ words: String) -> Bool {
        let ways = [ReportItem.air, ReportItem.land, ""].map {
            ReportAxis.points(airApart: true).label(ofSection: $0)
        }
        return ways.contains { [$0.es, $0.en].contains(words) }
            || EventSheet.state(ofOffice: words) != nil
    }
}
