/// A heading cell compared as it means, and what it says of its column besides.
struct HeadingCell {
    /// As the paper writes it, cleaned.
    let label: String
    let column: ListColumn?
    let isEnglish: Bool
    /// «DOB (MM/DD/YYYY)» says how its dates stand.
    let dateOrder: DateOrder?
    /// «SEX (M/F)» says what its letters mean.
    let sexCodes: HandoverList.SexCodes?

    init(_ text: String) {
        guard text.utf8.count <= HeadingCell.longest else {
            // Nobody heads a column so: what is no table is told at once, however long it is.
            let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(40)))
            label = ListText(beginning).text + "…"
            (column, isEnglish, dateOrder, sexCodes) = (nil, false, nil, nil)
            return
        }
        label = ListText(text).text
        let (outside, inside) = HeadingCell.parentheses(label)
        let (key, formats) = HeadingCell.key(outside)
        let within = NameText.folded(inside).split(separator: " ").map(String.init)
        // «Año» without its tilde would be «A No».
        let isYear = key == "ano" && label.lowercased().contains("ñ")
        var found = ListColumn.of(isYear ? "yob" : key.isEmpty && label.contains("#") ? "no" : key)
        let inner = ListColumn.of(within.joined())
        if [.name, .fullName].contains(found?.column), let inner, inner.column.isSurname {
            found = inner
        }
        if found == nil, outside.contains("/") {
            found =
                outside.split(separator: "/").lazy.compactMap {
                    ListColumn.of(HeadingCell.key(String($0)).key)
                }.first
        }
        column = found?.column ?? (key.isEmpty ? inner?.column : nil)
        isEnglish = found?.isEnglish ?? (key.isEmpty && inner?.isEnglish == true)
        dateOrder = HeadingCell.order(formats + within)
        sexCodes = HeadingCell.codes(formats + within)
    }

    /// How many bytes a heading may have.
    private static let longest = 4 * NameText.longest

    /// What stands outside and inside the parentheses.
    private static func parentheses(_ text: String) -> (outside: String, inside: String) {
        var (outside, inside, depth) = ("", "", 0)
        for letter in text {
            if "([{".contains(letter) {
                depth += 1
            } else if ")]}".contains(letter) {
                depth = max(0, depth - 1)
            } else if depth > 0 {
                inside.append(letter)
            } else {
                outside.append(letter)
            }
        }
        return (outside, inside)
    }

    private static let formatWords: Set<String> = [
        "m", "f", "h", "x", "d", "dd", "mm", "mmm", "yy", "yyyy", "aa", "aaaa", "mmddyyyy",
        "ddmmyyyy", "yyyymmdd",
        "mmddyy", "ddmmaaaa", "aaaammdd", "ddmmaa",
    ]

    /// The letters and digits of a heading, without the format that stands at its end.
    private static func key(_ text: String) -> (key: String, formats: [String]) {
        var words = NameText.folded(text).split(separator: " ").map(String.init)
        words = words.map { ["nº", "n°", "noº"].contains($0) ? "no" : $0 }
        var formats: [String] = []
        // «D.O.B.» and «F. NAC» are letters of their own, not formats.
        while words.count > 1, let last = words.last, formatWords.contains(last),
            words.contains(where: { $0.count > 1 })
        {
            formats.insert(words.removeLast(), at: 0)
        }
        return (words.joined(), formats)
    }

    private static func order(_ words: [String]) -> DateOrder? {
        var letters = ""
        for letter in words.joined() {
            let part: Character = letter == "a" ? "y" : letter
            if letters.last != part { letters.append(part) }
        }
        return switch letters {
        case "mdy": .mdy
        case "dmy": .dmy
        case "ymd": .ymd
        default: nil
        }
    }

    private static func codes(_ words: [String]) -> HandoverList.SexCodes? {
        let letters = Set(words).subtracting(["x"])
        if letters == ["m", "f"] { return .us }
        return letters == ["h", "m"] ? .mx : nil
    }
}

/// The columns of a list by position, and where its heading stands.
struct ListHeading {
    let columns: [Int: ListColumn]
    /// Every heading by position, as the paper writes it; empty where a column has none.
    let labels: [String]
    /// The majority of the headings is English.
    let isEnglish: Bool
    /// What the heading of the sex column itself says: its language and its letters.
    let sexHeading: HeadingCell?
    let dateOrder: DateOrder?
    /// A heading that another column has too.
    private(set) var repeated: String?
    /// The headings that mean nothing that is kept.
    let unused: [String]

    /// Columns that somebody's name or birth is read from.
    func has(_ column: ListColumn) -> Bool { columns.values.contains(column) }

    /// The heading of a record; nil when it names no name.
    init?(_ cells: [HeadingCell]) {
        var columns: [Int: ListColumn] = [:]
        var repeated: String?
        for (index, cell) in cells.enumerated() {
            guard let column = cell.column else { continue }
            let isSecond = columns.values.contains(column) && !column.mayRepeat
            if isSecond && column == .number { continue }
            if isSecond { repeated = repeated ?? cell.label }
            columns[index] = column
        }
        let found = Set(columns.values)
        guard columns.count >= 2, found.contains(where: \.isSurname) || found.contains(.given)
        else { return nil }
        self.columns = ListHeading.settled(columns)
        self.repeated = repeated
        labels = cells.map(\.label)
        unused = cells.enumerated().filter {
            columns[$0.offset] == nil && !$0.element.label.isEmpty
        }
        .map(\.element.label)
        isEnglish = cells.count(where: \.isEnglish) * 2 > columns.count
        sexHeading = cells.first { $0.column == .sex }
        dateOrder = cells.first { $0.column == .birthDate }?.dateOrder
    }

    /// «NAME» is the whole name where no surname has a column; one column of surnames beside a
    /// second one is the first.
    private static func settled(_ columns: [Int: ListColumn]) -> [Int: ListColumn] {
        let found = Set(columns.values)
        let hasSurnames = found.contains(.surnames) || found.contains(.firstSurname)
        return columns.mapValues { column in
            column == .name ? (hasSurnames ? .given : .fullName) : column
        }
    }

    /// The best heading among the first records, which may stand below titles and over two rows.
    static func find(_ records: [DelimitedText.Record]) -> (heading: ListHeading, rows: Range<Int>)?
    {
        var best: (heading: ListHeading, rows: Range<Int>)?
        let rows = records.prefix(40).map { $0.cells.map(HeadingCell.init) }
        func offer(_ cells: [HeadingCell], _ range: Range<Int>) {
            guard let heading = ListHeading(cells) else { return }
            if heading.columns.count > best?.heading.columns.count ?? 0 { best = (heading, range) }
        }
        for index in rows.indices { offer(rows[index], index..<index + 1) }
        // Two rows are one heading only where they say more together than any row alone.
        for index in rows.indices.dropLast() where !rows[index + 1].contains(where: \.hasFigures) {
            offer(merged(rows[index], rows[index + 1]), index..<index + 2)
        }
        return best
    }

    /// Two rows read as one heading: «DATE OF» over «BIRTH», «APELLIDO» once over «PATERNO» and
    /// «MATERNO».
    private static func merged(_ upper: [HeadingCell], _ lower: [HeadingCell]) -> [HeadingCell] {
        var spanning = ""
        return (0..<max(upper.count, lower.count)).map { index in
            let top = index < upper.count ? upper[index].words : ""
            let bottom = index < lower.count ? lower[index].words : ""
            if !top.isEmpty { spanning = top }
            let choices =
                bottom.isEmpty ? [top] : ["\(top) \(bottom)", bottom, "\(spanning) \(bottom)"]
            let cells = choices.map(HeadingCell.init)
            return cells.first { $0.column != nil } ?? cells[0]
        }
    }
}

extension HeadingCell {
    /// The label; nothing where it is a line drawn under another: `---`.
    fileprivate var words: String {
        label.contains { $0.isLetter || $0.isNumber || $0 == "#" } ? label : ""
    }

    /// Four digits: a date, a number of somebody, never a heading.
    fileprivate var hasFigures: Bool { label.utf8.count { (0x30...0x39).contains($0) } >= 4 }
}
