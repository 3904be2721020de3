/// A hand-over list as it arrived: who is on it, what must be asked about it, and what was
/// recognised.
package struct HandoverList: Sendable {
    /// A line that came in.
    package struct Row: Sendable, Equatable {
        /// Counted from 1, the heading included.
        package let line: Int
        /// The person.
        package let person: PersonData
        /// What could not be read of the line.
        package var asked: [Asked] = []
        /// What was set right in the line.
        package var told: [Told] = []
        /// The age that the list gives, the least that it may be; nil when it gives none.
        package var youngest: Int?
    }

    /// A cell that could not be read: kept as written, to be asked at the desk.
    package struct Asked: Sendable, Equatable {
        /// The line of the file it stands in.
        package let line: Int
        /// What it should have said.
        package let field: String
        /// What it says.
        package let text: String
    }

    /// Something that was set right, or kept in the notes.
    package struct Told: Sendable, Equatable {
        /// What it is.
        package enum What: String, Sendable {
            case invisible, beyond, damaged, long, quote, several, comma
        }

        /// The line of the file it stands in.
        package let line: Int
        /// Which of these.
        package let what: What
        /// The cell, as it was kept.
        package let text: String
    }

    /// A line that did not come in, with the reason and what it says.
    package struct Rejected: Sendable, Equatable {
        /// Counted from 1, the heading included.
        package let line: Int
        /// Why.
        package let reason: Bilingual
        /// The line's own words.
        package var text = ""
    }

    /// How sex letters are to be read.
    package enum SexCodes: String, Sendable { case us, mx }

    /// What came in, in the order of the file.
    package private(set) var rows: [Row]
    /// What did not, in the order of the file.
    package private(set) var rejected: [Rejected]
    /// The lines above the heading, which name nobody.
    package let titles: [(line: Int, text: String)]
    /// The heading, as it is written.
    package let heading: [String]
    /// How many lines the heading has.
    package let headingLines: Int
    /// Headings whose columns were not read.
    package let unused: [String]
    /// Lines of quotes that nothing closes.
    package let endedQuotes: [Int]
    /// How the bytes were read.
    package let encoding: String
    /// The text had been encoded twice.
    package let isMended: Bool
    /// What stands between the cells; `tab` for a tab.
    package let delimiter: String
    /// How dates were read; nil where there is none to read.
    package let dateOrder: DateOrder?
    /// How sex letters were read; nil where there is none to read.
    package let sexCodes: SexCodes?
    /// Heading position to what it was taken for, in order.
    package let columns: [String]
    /// Size and FNV-1a of the bytes: recognises a list again, proves nothing.
    package let fingerprint: String

    /// Reads a whole file. `day` is the day at the point; the options settle what the file leaves
    /// open.
    package init(
        _ bytes: [UInt8], day: CivilDate, _ options: Options = Options(),
        convert: @escaping TextEncoding.Converter = { _, _ in nil }
    ) throws(Failure) {
        let decoded: DecodedText
        do throws(DecodedText.Failure) {
            decoded = try DecodedText(bytes, as: options.encoding, convert)
        } catch {
            throw error == .binary ? .binary : .encoding
        }
        var parsed = DelimitedText(decoded.text)
        let indices = parsed.records.indices.filter { !parsed.records[$0].isBlank }
        guard !indices.isEmpty else { throw .empty }
        guard let (heading, range) = ListHeading.find(indices.map { parsed.records[$0] }) else {
            throw .noHeading
        }
        parsed.align(to: indices[range.upperBound - 1])
        let records = indices.map { parsed.records[$0] }
        let raised = records[..<range.lowerBound].filter { heading.fitsPerson($0, on: day) }
        let body = raised + records[range.upperBound...]
        guard options.isBulk || body.count <= 5000 else { throw .tooMany(body.count) }
        try HandoverList.check(heading, options)
        try HandoverList.checkOneTable(heading, body)
        let joined = SharedRow.joined(heading, body)
        let read = body.flatMap { SharedRow($0, heading, joined: joined).records(of: $0) }
        let cells = ListCells(heading: heading, body: read)
        let order = try cells.dateOrder(options.dateOrder)
        let sex = try cells.sexCodes(options.sexCodes)
        try cells.nameOrder(options.names)
        let above = records[..<range.lowerBound].filter { record in
            !raised.contains { $0.line == record.line }
        }
        .map { ($0.line, HandoverList.text($0)) }
        let reader = RowReader(
            heading, order: order, sex: sex, names: options.names, day: day, joined: joined)
        (rows, rejected) = HandoverList.read(
            body, heading, reader, Set(above.map { NameText.folded($0.1) }))
        titles = above.map { (line: $0.0, text: $0.1) }
        self.heading = heading.labels
        headingLines = range.count
        unused = heading.unused
        endedQuotes = parsed.endedQuotes
        encoding = decoded.encoding
        isMended = decoded.isMended
        delimiter = parsed.delimiter.name
        dateOrder = order
        sexCodes = sex
        columns = heading.columns.sorted { $0.key < $1.key }.map(\.value.rawValue)
        fingerprint = "\(bytes.count)-\(HandoverList.fnv(bytes))"
    }

    private static func check(_ heading: ListHeading, _ options: Options) throws(Failure) {
        if let repeated = heading.repeated { throw .repeatedHeading(repeated) }
        if !heading.columns.values.contains(where: \.isSurname),
            !options.without.contains(.surnames)
        {
            throw .without(.surnames)
        }
        if !heading.has(.birthDate), !options.without.contains(.birthDate) {
            throw .without(.birthDate)
        }
    }

    /// A second heading with its columns elsewhere would give people each other's names. Throws
    /// `anotherTable`.
    private static func checkOneTable(_ heading: ListHeading, _ body: [DelimitedText.Record])
        throws(Failure)
    {
        for record in body {
            guard let second = ListHeading(record.cells.map { HeadingCell($0) }),
                second.columns.count > 2,
                second.columns != heading.columns
            else { continue }
            throw .anotherTable(line: record.line)
        }
    }

    private static func read(
        _ body: [DelimitedText.Record], _ heading: ListHeading, _ reader: RowReader,
        _ titles: Set<String>
    ) -> ([Row], [Rejected]) {
        var rows: [Row] = []
        var rejected: [Rejected] = []
        for record in body {
            if let reason = ListWords.nobody(record, heading, titles: titles) {
                rejected.append(Rejected(line: record.line, reason: reason, text: text(record)))
                continue
            }
            let people = reader.read(record)
            rows += people
            if people.isEmpty {
                let reason = Bilingual("no tiene nombre", "it has no name")
                rejected.append(Rejected(line: record.line, reason: reason, text: text(record)))
            }
        }
        return (rows, rejected)
    }

    /// A line's own words.
    private static func text(_ record: DelimitedText.Record) -> String {
        ListText.brief(
            record.cells.map { ListText($0).text }.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The list with some of its people left out, by their place among the rows, each with the
    /// reason.
    package func rejecting(_ reasons: [Int: Bilingual]) -> HandoverList {
        var list = self
        list.rows = rows.enumerated().filter { reasons[$0.offset] == nil }.map(\.element)
        list.rejected += rows.enumerated().compactMap { place, row in
            guard let reason = reasons[place] else { return nil }
            let names = [row.person.firstSurname, row.person.secondSurname, row.person.given]
            return Rejected(
                line: row.line, reason: reason, text: names.compactMap { $0 }.joined(separator: " ")
            )
        }
        list.rejected.sort { $0.line < $1.line }
        return list
    }

    private static func fnv(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}

extension HandoverList {
    /// What is to be asked at the desk, in the order of the file.
    package var asked: [Asked] { rows.flatMap(\.asked) }

    /// What was set right, in the order of the file.
    package var told: [Told] {
        let quotes = endedQuotes.map { line in
            Told(
                line: line, what: .quote,
                text: rows.first { $0.line == line }?.person.name.filed ?? "")
        }
        return (rows.flatMap(\.told) + quotes).sorted { $0.line < $1.line }
    }

    /// How many lines the paper has: titles, heading, people and lines left out. Two people may
    /// stand on one.
    package var paperLines: Int {
        titles.count + headingLines + Set(rows.map(\.line) + rejected.map(\.line)).count
    }

    /// How many of them name the people who come in.
    package var peopleLines: Int { paperLines - titles.count - headingLines - rejected.count }

    /// Lines of people who are or may be under 18 by what the list says.
    package var minors: [Int] { linesOnce { ($0.youngest ?? 99) < 18 } }

    /// Lines of some of the people, each once: two may stand on one.
    private func linesOnce(_ isMeant: (Row) -> Bool) -> [Int] {
        Set(rows.filter(isMeant).map(\.line)).sorted()
    }

    /// Lines with the number of another line.
    package var doubled: [Int] {
        let counts = Dictionary(grouping: rows.compactMap(\.person.listNumber)) { $0 }
        return linesOnce { counts[$0.person.listNumber ?? 0]?.count ?? 0 > 1 }
    }

    /// Lines whose name and birth date stand on an earlier line too.
    package var repeated: [(line: Int, earlier: Int)] {
        var seen: [String: Int] = [:]
        return rows.compactMap { row in
            let key = row.person.likeness
            defer { if seen[key] == nil { seen[key] = row.line } }
            return seen[key].map { (row.line, $0) }
        }
    }
}

extension PersonData {
    /// The greatest number that a line of a list may have.
    static let greatestNumber = 99_999

    /// What tells people on lists apart: the names as they are compared, and the birth date.
    package var likeness: String { likenessOf(name, description, birthDate) }
}

extension Reception {
    /// What tells people on lists apart, as ``PersonData/likeness``.
    package var likeness: String { likenessOf(personName, description, birthDate) }
}

private func likenessOf(
    _ name: PersonName, _ description: String?, _ birthDate: CivilDate?
) -> String {
    NameText.folded(name.filed.isEmpty ? description ?? "" : name.filed) + "|"
        + (birthDate?.text ?? "?")
}
