/// Whom a row names: one person, several where its cells split evenly, or more than one and nobody
/// knows who is who.
enum SharedRow {
    case one
    /// Each with cells of their own, and the columns that say one thing of all of them.
    case each([DelimitedText.Record], shared: Set<Int>)
    case unclear

    init(_ record: DelimitedText.Record, _ heading: ListHeading, joined: Set<Int> = []) {
        let names = heading.columns.filter { index, column in
            SharedRow.isName(column) && index < record.cells.count && !joined.contains(index)
                && !ListText(record.cells[index]).text.isEmpty
        }
        let parts = names.map { index, column in SharedRow.names(in: record.cells[index], column) }
        guard parts.contains(where: { $0.count > 1 }) else {
            self = SharedRow.lines(record, heading, names)
            return
        }
        let counts = Set(parts.map(\.count))
        let isWhole = names.values.contains { !SharedRow.isPart($0) }
        let hasBoth =
            isWhole || heading.has(.given) && names.values.contains(.given) && names.count > 1
        guard counts.count == 1, let count = counts.first, hasBoth,
            !isWhole || parts.allSatisfy({ $0.allSatisfy { $0.contains(",") } })
        else {
            self = .unclear
            return
        }
        self = SharedRow.split(record, heading, into: count)
    }

    /// The rows that a row is read as.
    func records(of record: DelimitedText.Record) -> [DelimitedText.Record] {
        if case .each(let records, _) = self { return records }
        return [record]
    }

    /// Gives a part of a name, or the whole of it.
    static func isName(_ column: ListColumn) -> Bool {
        column.isSurname || [.secondSurname, .given, .middle].contains(column)
    }

    private static func isPart(_ column: ListColumn) -> Bool {
        [.surnames, .firstSurname, .secondSurname, .given, .middle].contains(column)
    }

    /// The names of a cell, by the signs that stand between people.
    ///
    /// A slash in a whole name without a comma stands for one: «LUNA/ANA». `D/AMICO` and `S/A` are
    /// no two.
    private static func names(in raw: String, _ column: ListColumn) -> [String] {
        let text = ListText(raw).text
        let marks: [Character] = ["/", "&", ";"]
        let parts = pieces(text, marks)
        guard parts.count > 1 else { return [text] }
        let hasCommas = parts.contains { $0.contains(",") }
        if !isPart(column), !hasCommas {
            let isOrdered = column == .surnamesThenGiven || column == .givenThenSurnames
            let isShort = parts.contains { !$0.contains(" ") }
            if text.contains(";")
                || parts.count == 2 && !text.contains("&") && (isOrdered || isShort)
            {
                return [text]
            }
        }
        return parts
    }

    /// What stands between signs; the whole where one of the parts names nobody.
    private static func pieces(_ text: String, _ marks: [Character]) -> [String] {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
            .map(String.init)
        guard parts.count > 1 else { return parts }
        let isTwo = zip(parts, parts.dropFirst()).allSatisfy { left, right in
            let ends: [Substring] = [
                left.split(separator: " ").last ?? "", right.split(separator: " ").first ?? "",
            ]
            let isSpaced = left.hasSuffix(" ") || right.hasPrefix(" ")
            return isSpaced || ends.allSatisfy { $0.count(where: \.isLetter) > 1 }
        }
        let names = parts.map(\.trimmed)
        let areNames = names.allSatisfy { name in
            let first = NameText.folded(name).split(separator: " ").first ?? ""
            return name.count(where: \.isLetter) > 1 && !ListText.isStandIn(name)
                && !["aka", "alias"].contains(first)
        }
        return isTwo && areNames ? names : [text]
    }
}

extension SharedRow {
    /// People under each other in cells with breaks: only where a comma in each line, or facts with
    /// as many lines, say that a line is a person.
    private static func lines(
        _ record: DelimitedText.Record, _ heading: ListHeading, _ names: [Int: ListColumn]
    ) -> SharedRow {
        let lines = names.keys.map { breaks(record.cells[$0]) }
        let counts = Set(lines.map(\.count))
        guard counts.count == 1, let count = counts.first, count > 1 else { return .one }
        let haveCommas = names.count == 1 && lines.allSatisfy { $0.allSatisfy { $0.contains(",") } }
        let haveFacts = heading.columns.contains { index, column in
            isFact(column) && index < record.cells.count
                && breaks(record.cells[index]).count == count
        }
        return haveCommas || haveFacts ? split(record, heading, into: count) : .one
    }

    private static func breaks(_ raw: String) -> [String] {
        raw.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// What is true of one person only.
    private static func isFact(_ column: ListColumn) -> Bool {
        [.birthDate, .birthYear, .age, .sex, .curp, .alienNumber, .tag, .number, .suffix, .alias]
            .contains(column)
    }

    private static func split(
        _ record: DelimitedText.Record, _ heading: ListHeading, into count: Int
    ) -> SharedRow {
        var people = [[String]](repeating: record.cells, count: count)
        var shared: Set<Int> = []
        for (index, column) in heading.columns where index < record.cells.count {
            let raw = record.cells[index]
            guard isName(column) || isFact(column), !ListText(raw).text.isEmpty else { continue }
            if let parts = parts(raw, column, count) {
                for person in people.indices { people[person][index] = parts[person] }
            } else if column != .number {
                shared.insert(index)
            }
        }
        let records = people.map {
            DelimitedText.Record(line: record.line, cells: $0, places: record.places)
        }
        return .each(records, shared: shared)
    }

    private static func parts(_ raw: String, _ column: ListColumn, _ count: Int) -> [String]? {
        let lines = breaks(raw)
        if lines.count == count { return lines }
        if isName(column) { return names(in: raw, column) }
        let text = ListText(raw).text
        // Within a date a slash says something else.
        let apart = text.replacing(";", with: " ; ")
        let marked = column == .birthDate ? apart : apart.replacing("/", with: " / ")
        let words = marked.split(separator: " ")
        let parts = words.split { ["/", "&", ";"].contains($0) }.map { $0.joined(separator: " ") }
        return parts.count == count ? parts : nil
    }

    /// Columns in which every row has one slash, where it stands for a space or a comma: `LUNA/PAZ`
    /// under surnames.
    static func joined(_ heading: ListHeading, _ body: [DelimitedText.Record]) -> Set<Int> {
        let columns = heading.columns.filter { index, column in
            [.surnames, .fullName].contains(column)
                && body.contains {
                    index < $0.cells.count && $0.cells[index].utf8.contains(UInt8(ascii: "/"))
                }
        }
        // Most lists have no slash in any name: then nothing is looked at twice.
        guard !columns.isEmpty else { return [] }
        let people = body.filter { ListWords.nobody($0, heading, titles: []) == nil }
        func slashes(_ index: Int) -> [Int] {
            people.compactMap { record in
                guard index < record.cells.count else { return nil }
                let text = ListText(record.cells[index]).text
                return text.contains(where: \.isLetter) ? text.count { $0 == "/" } : nil
            }
        }
        let given = heading.columns.first { $0.value == .given }.map { slashes($0.key) } ?? []
        guard given.allSatisfy({ $0 == 0 }) else { return [] }
        let joined = columns.keys.filter { index in
            let found = slashes(index)
            let hasComma = people.contains {
                index < $0.cells.count && $0.cells[index].contains(",")
            }
            return found.count > 1 && !hasComma && found.allSatisfy { $0 == 1 }
        }
        return Set(joined)
    }
}
