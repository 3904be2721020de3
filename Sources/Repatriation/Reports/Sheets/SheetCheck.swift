/// Something of somebody's sheet that does not hold.
package struct SheetFinding: Sendable, Equatable {
    /// What is looked for, by its stable code.
    package enum Rule: String, Sendable, CaseIterable {
        case sum, missingDay, unknownOffice, duplicate
    }

    /// What was found.
    package enum Fault: Sendable, Equatable {
        /// Columns of one row that should come to the same.
        case row(left: [String], Int, right: [String], Int)
        /// A row that says it is the sum of others.
        case column(String, said: Int, sum: Int)
        /// Days that no row has, between two that are there.
        case missingDays(CivilDate, CivilDate)
        case unknownOffice(String)
        /// Another row for the same, after that one.
        case duplicate(of: Int, [String])
    }

    /// The line of the file, as a spreadsheet numbers it; of missing days the one after them.
    package let line: Int
    /// What.
    package let fault: Fault
}

extension EventSheet {
    /// Everything that does not hold, by line. O(rows × columns).
    package var findings: [SheetFinding] {
        let data = rows.filter { $0.sumOf == nil }
        let found =
            rows.flatMap(broken) + rows.filter { $0.sumOf != nil }.flatMap { unequal($0, data) }
            + missing(data) + unknown(data) + doubled(data)
        return found.enumerated().sorted { left, right in
            (left.element.line, left.offset) < (right.element.line, right.offset)
        }.map(\.element)
    }

    private func broken(_ row: Row) -> [SheetFinding] {
        sums.compactMap { sum in
            guard row.hidden.isDisjoint(with: sum.left + sum.right) else { return nil }
            func total(_ places: [Int]) -> Int { places.reduce(0) { $0 + (row.counts[$1] ?? 0) } }
            let (left, right) = (total(sum.left), total(sum.right))
            guard left != right else { return nil }
            let fault = SheetFinding.Fault.row(
                left: sum.left.map { headings[$0] }, left, right: sum.right.map { headings[$0] },
                right)
            return SheetFinding(line: row.line, fault: fault)
        }
    }

    private func unequal(_ row: Row, _ data: [Row]) -> [SheetFinding] {
        row.counts.keys.sorted().compactMap { place in
            guard !data.contains(where: { $0.hidden.contains(place) }) else { return nil }
            let said = row.counts[place] ?? 0
            let sum = row.sum(of: data, row.sumOf ?? [:], place)
            return said == sum
                ? nil
                : SheetFinding(
                    line: row.line, fault: .column(headings[place], said: said, sum: sum))
        }
    }

    private func missing(_ data: [Row]) -> [SheetFinding] {
        var lines: [CivilDate: Int] = [:]
        for row in data {
            if let day = row.day { lines[day] = lines[day] ?? row.line }
        }
        let days = lines.keys.sorted()
        return zip(days, days.dropFirst()).compactMap { before, after in
            guard after.daysSinceEpoch > before.daysSinceEpoch + 1, let line = lines[after] else {
                return nil
            }
            let first = CivilDate(daysSinceEpoch: before.daysSinceEpoch + 1)
            let last = CivilDate(daysSinceEpoch: after.daysSinceEpoch - 1)
            return SheetFinding(line: line, fault: .missingDays(first, last))
        }
    }

    private func unknown(_ data: [Row]) -> [SheetFinding] {
        data.compactMap { row in
            guard let office = row.office, !isOffice(office) else { return nil }
            return SheetFinding(line: row.line, fault: .unknownOffice(ListText.brief(office)))
        }
    }

    private func doubled(_ data: [Row]) -> [SheetFinding] {
        var first: [[Int: String]: Int] = [:]
        return data.compactMap { row in
            guard let line = first[row.key] else {
                first[row.key] = row.line
                return nil
            }
            let places = row.key.keys.sorted().map { headings[$0] }
            return SheetFinding(line: row.line, fault: .duplicate(of: line, places))
        }
    }
}
