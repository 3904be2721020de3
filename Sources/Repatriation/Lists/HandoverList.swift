/// A hand-over list as it arrived: who is on it, what is wrong with it, and what was recognised.
package struct HandoverList: Sendable {
    /// A line that came in.
    package struct Row: Sendable, Equatable {
        /// Counted from 1, the heading included.
        package let line: Int
        /// The person.
        package let person: PersonData
    }

    /// A line that did not, with the reason.
    package struct Rejected: Sendable, Equatable {
        /// Counted from 1, the heading included.
        package let line: Int
        /// Why, without the cell's text.
        package let reason: Bilingual
    }

    /// Why a whole file is refused, in a sentence.
    package enum Failure: Error, Sendable, Equatable {
        case empty, binary, noHeading, dateOrder, sexCodes, tooMany(Int), openQuote(Int), repeatedHeading(String)

        /// The sentence in one language.
        package func sentence(_ language: Language) -> String {
            let text =
                switch self {
                case .empty: Bilingual("La lista está vacía.", "The list is empty.")
                case .binary:
                    Bilingual(
                        "No es un archivo de texto. Guárdelo como CSV o copie y pegue las celdas.",
                        "This is not a text file. Save it as CSV, or copy and paste the cells.")
                case .noHeading:
                    Bilingual(
                        "No se reconocen encabezados: falta un renglón con apellidos, nombre, fecha de nacimiento…",
                        "No headings recognised: a line with last name, first name, date of birth… is missing.")
                case .dateOrder:
                    Bilingual(
                        "No se puede saber si las fechas son mes/día o día/mes. Dígalo: --date-order mdy o dmy.",
                        "Whether dates are month/day or day/month cannot be told. Say so: --date-order mdy or dmy.")
                case .sexCodes:
                    Bilingual(
                        "No se puede saber qué significa la letra de sexo. Dígalo: --sex us (M/F) o mx (H/M).",
                        "What the sex letters mean cannot be told. Say so: --sex us (M/F) or mx (H/M).")
                case .openQuote(let line):
                    Bilingual(
                        "En la línea \(line) se abre una comilla que no se cierra: las filas que siguen se juntarían.",
                        "At line \(line) a quote opens and never closes: the rows after it would run together.")
                case .repeatedHeading(let heading):
                    Bilingual(
                        "El encabezado «\(heading)» dice lo mismo que otro: deje una sola columna de cada dato.",
                        "The heading «\(heading)» says the same as another: leave one column for each thing.")
                case .tooMany(let count):
                    Bilingual(
                        "La lista tiene \(count) renglones. Si es correcto, use --bulk.",
                        "The list has \(count) rows. If that is right, use --bulk.")
                }
            return text(language)
        }
    }

    /// How sex letters are to be read.
    package enum SexCodes: String, Sendable { case us, mx }

    /// What came in, in the order of the file.
    package private(set) var rows: [Row]
    /// What did not, in the order of the file.
    package private(set) var rejected: [Rejected]
    /// How the bytes were read.
    package let encoding: TextEncoding
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

    /// Reads a whole file. `day` is the group's day; the flags settle what the file leaves open.
    package init(
        _ bytes: [UInt8], day: CivilDate, dateOrder given: DateOrder? = nil, sexCodes: SexCodes? = nil,
        isBulk: Bool = false
    ) throws(Failure) {
        guard let (text, encoding) = TextEncoding.decode(bytes) else { throw .binary }
        let parsed = DelimitedText(text)
        if let line = parsed.openQuote { throw .openQuote(line) }
        let records = parsed.records.filter { !$0.isBlank }
        guard let first = records.first else { throw .empty }
        let top = first.cells.first?.hasPrefix("sep=") == true ? 1 : 0
        guard records.count > top, let heading = ListHeading(records[top].cells) else { throw .noHeading }
        if let repeated = heading.repeated { throw .repeatedHeading(repeated) }
        let body = records.dropFirst(top + 1)
        guard isBulk || body.count <= 5000 else { throw .tooMany(body.count) }
        let cells = Cells(heading: heading, body: Array(body))
        let order = try cells.dateOrder(given)
        let sex = try cells.sexCodes(sexCodes)
        var rows: [Row] = []
        var rejected: [Rejected] = []
        for record in body {
            switch RowReader(heading: heading, order: order, sex: sex, day: day).read(record) {
            case .success(let person): rows.append(Row(line: record.line, person: person))
            case .failure(let reason): rejected.append(Rejected(line: record.line, reason: reason.sentence))
            }
        }
        self.rows = rows
        self.rejected = rejected
        self.encoding = encoding
        delimiter = parsed.delimiter == "\t" ? "tab" : String(parsed.delimiter)
        self.dateOrder = order
        self.sexCodes = sex
        columns = heading.columns.sorted { $0.key < $1.key }.map(\.value.rawValue)
        fingerprint = "\(bytes.count)-\(HandoverList.fnv(bytes))"
    }

    /// The list with some of its lines left out, each with its reason.
    package func rejecting(_ reasons: [Int: Bilingual]) -> HandoverList {
        var list = self
        list.rows.removeAll { reasons[$0.line] != nil }
        list.rejected += reasons.map { Rejected(line: $0.key, reason: $0.value) }
        list.rejected.sort { $0.line < $1.line }
        return list
    }

    private static func fnv(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// Lines whose name and birth date stand on an earlier line too.
    package var repeated: [(line: Int, earlier: Int)] {
        var seen: [String: Int] = [:]
        return rows.compactMap { row in
            let key =
                NameText.folded(
                    [row.person.given, row.person.firstSurname, row.person.secondSurname].compactMap { $0 }
                        .joined(separator: " ")) + (row.person.birthDate?.text ?? "?")
            defer { if seen[key] == nil { seen[key] = row.line } }
            return seen[key].map { (row.line, $0) }
        }
    }
}

/// What the whole file says about its dates and sex letters.
private struct Cells {
    let heading: ListHeading
    let body: [DelimitedText.Record]

    private func values(_ column: ListColumn) -> [String] {
        guard let index = heading.columns.first(where: { $0.value == column })?.key else { return [] }
        return body.compactMap { index < $0.cells.count ? $0.cells[index].trimmed : nil }.filter { !$0.isEmpty }
    }

    func dateOrder(_ given: DateOrder?) throws(HandoverList.Failure) -> DateOrder? {
        if let given { return given }
        let cells = values(.birthDate).compactMap(DateCell.init)
        guard !cells.isEmpty else { return nil }
        let votes = cells.map(\.orders).filter { $0.count == 1 }.compactMap(\.first)
        let found = Set(votes)
        if found == [.ymd] || cells.allSatisfy({ $0.orders.count == 3 }) { return .ymd }
        let decided = found.subtracting([.ymd])
        guard decided.count == 1, let order = decided.first else { throw .dateOrder }
        return order
    }

    func sexCodes(_ given: HandoverList.SexCodes?) throws(HandoverList.Failure) -> HandoverList.SexCodes? {
        if let given { return given }
        let letters = Set(values(.sex).map { $0.uppercased() }).filter { $0.count == 1 && $0 != "X" }
        guard !letters.isEmpty else { return nil }
        if heading.isEnglish {
            guard !letters.contains("H") else { throw .sexCodes }
            return .us
        }
        guard !letters.contains("F") else { throw .sexCodes }
        return .mx
    }
}
