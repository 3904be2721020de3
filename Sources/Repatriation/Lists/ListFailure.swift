extension HandoverList {
    /// Why a whole file is refused, in a sentence.
    package enum Failure: Error, Sendable, Equatable {
        case empty, binary, noHeading, dateOrder, sexCodes, tooMany(Int), repeatedHeading(String),
            anotherTable(
                line: Int)
        /// The old code page cannot be told.
        case encoding
        /// No heading for it: asked before anything is written.
        case without(Need)
        /// A whole name in one column, without a comma.
        case nameOrder(line: Int)
        /// It is no text, and none of these packages that would read it is installed.
        case needsProgram([String])
        /// The program that should make text of it did not.
        case notConverted
        /// A workbook with people on several sheets.
        case sheets(Int)

        /// What an officer is told.
        package var sentence: Bilingual {
            switch self {
            case .empty: Bilingual("La lista está vacía.", "The list is empty.")
            case .binary:
                Bilingual(
                    "No es un archivo de texto. Guárdelo como CSV o copie y pegue las celdas.",
                    "This is not a text file. Save it as CSV, or copy and paste the cells.")
            case .noHeading:
                Bilingual(
                    """
                    No se reconocen encabezados: falta un renglón con apellidos, nombre, fecha de \
                    nacimiento…
                    """,
                    """
                    No headings recognised: a line with last name, first name, date of birth… is \
                    missing.
                    """
                )
            case .dateOrder:
                Bilingual(
                    """
                    No se puede saber si las fechas son mes/día o día/mes. Dígalo: --date-order \
                    mdy o dmy.
                    """,
                    """
                    Whether dates are month/day or day/month cannot be told. Say so: --date-order \
                    mdy or dmy.
                    """
                )
            case .sexCodes:
                Bilingual(
                    """
                    No se puede saber qué significa la letra de sexo. Dígalo: --sex us (M/F) o mx \
                    (H/M).
                    """,
                    "What the sex letters mean cannot be told. Say so: --sex us (M/F) or mx (H/M).")
            case .repeatedHeading(let heading):
                Bilingual(
                    """
                    El encabezado «\(heading)» dice lo mismo que otro: deje una sola columna de \
                    cada dato.
                    """,
                    """
                    The heading «\(heading)» says the same as another: leave one column for each \
                    thing.
                    """
                )
            case .tooMany(let count):
                Bilingual(
                    "La lista tiene \(count) renglones. Si es correcto, use --bulk.",
                    "The list has \(count) rows. If that is right, use --bulk.")
            case .encoding, .without, .nameOrder: asking
            case .anotherTable(let line):
                Bilingual(
                    """
                    En la línea \(line) empieza otra tabla, con otro orden de columnas: guarde \
                    cada una aparte.
                    """,
                    """
                    Another table begins at line \(line), with its columns in another order: save \
                    each apart.
                    """
                )
            case .needsProgram, .notConverted, .sheets: unreadable
            }
        }

        private var unreadable: Bilingual {
            switch self {
            case .needsProgram(let packages):
                Bilingual(
                    """
                    Para leer este archivo instale \(packages.joined(separator: " o ")); o \
                    ábralo, copie las celdas y péguelas en el grupo («i»).
                    """,
                    """
                    To read this file install \(packages.joined(separator: " or ")); or open it, \
                    copy the cells and paste them in the group («i»).
                    """
                )
            case .sheets(let count):
                Bilingual(
                    """
                    El libro tiene \(count) hojas con datos: guarde cada una aparte, o copie las \
                    celdas y péguelas.
                    """,
                    """
                    The workbook has \(count) sheets with data: save each apart, or copy the \
                    cells and paste them.
                    """
                )
            default:
                Bilingual(
                    """
                    El archivo no se pudo convertir: ábralo, copie las celdas y péguelas en el \
                    grupo («i»).
                    """,
                    """
                    The file could not be converted: open it, copy the cells and paste them in \
                    the group («i»).
                    """
                )
            }
        }

        private var asking: Bilingual {
            switch self {
            case .without(.birthDate):
                Bilingual(
                    """
                    Ninguna columna es la fecha de nacimiento. Revise el encabezado; si así vino, \
                    use --without birthDate.
                    """,
                    """
                    No column is the birth date. Check the heading; if it came so, use --without \
                    birthDate.
                    """
                )
            case .without(.surnames):
                Bilingual(
                    """
                    Ninguna columna es de apellidos. Revise el encabezado; si así vino, use \
                    --without surnames.
                    """,
                    """
                    No column is for surnames. Check the heading; if it came so, use --without \
                    surnames.
                    """
                )
            case .nameOrder(let line):
                Bilingual(
                    """
                    El nombre viene completo y sin coma (línea \(line)). Diga qué va primero: \
                    --names surnames o given.
                    """,
                    """
                    Names are whole and without a comma (line \(line)). Say what comes first: \
                    --names surnames or given.
                    """
                )
            default:
                Bilingual(
                    """
                    Las letras con acento vienen en otra página de códigos. Dígala: --encoding \
                    1252, cp850 o mac.
                    """,
                    """
                    Accented letters come in another code page. Say which: --encoding 1252, cp850 \
                    or mac.
                    """
                )
            }
        }
    }

    /// What a list should have, and may come without when somebody says so.
    package enum Need: String, Sendable, CaseIterable { case birthDate, surnames }

    /// What somebody says of a list that the list leaves open.
    package struct Options: Sendable, Equatable {
        /// How its dates are to be read; nil leaves it to the list.
        package var dateOrder: DateOrder?
        /// How its sex letters are to be read; nil leaves it to the list.
        package var sexCodes: SexCodes?
        /// What comes first in a column of whole names.
        package var names: NameOrder?
        /// The code page; nil leaves it to the list.
        package var encoding: TextEncoding?
        /// It really comes without these.
        package var without: Set<Need> = []
        /// More than 5,000 rows are right.
        package var isBulk = false

        /// Nothing said yet.
        package init() {}
    }
}

/// What the whole file says about its dates and sex letters.
struct ListCells {
    let heading: ListHeading
    let body: [DelimitedText.Record]

    private func values(_ column: ListColumn) -> [String] {
        guard let index = heading.columns.first(where: { $0.value == column })?.key else {
            return []
        }
        return body.compactMap { index < $0.cells.count ? ListText($0.cells[index]).text : nil }
            .filter { !$0.isEmpty }
    }

    /// Nil where no date needs an order. A date written year first says nothing about those that
    /// are not.
    func dateOrder(_ given: DateOrder?) throws(HandoverList.Failure) -> DateOrder? {
        if let given { return given }
        let cells = values(.birthDate).compactMap(DateCell.init)
        guard !cells.isEmpty else { return nil }
        let open = cells.filter { !$0.orders.isEmpty && !$0.orders.contains(.ymd) }
        guard !open.isEmpty else { return .ymd }
        var found = Set(open.filter { $0.orders.count == 1 }.flatMap(\.orders))
        if let said = heading.dateOrder, said != .ymd { found.insert(said) }
        if found.count == 1, let order = found.first { return order }
        guard found.isEmpty, open.allSatisfy(\.isSameBothWays) else { throw .dateOrder }
        return .dmy
    }

    /// Nil where there is no letter to read.
    func sexCodes(_ given: HandoverList.SexCodes?) throws(HandoverList.Failure) -> HandoverList
        .SexCodes?
    {
        if let given { return given }
        let letters = Set(values(.sex).map { $0.uppercased() }).intersection(["H", "M", "F"])
        guard !letters.isEmpty else { return nil }
        guard !letters.isSuperset(of: ["H", "F"]) else { throw .sexCodes }
        let said = heading.sexHeading?.sexCodes
        if letters.contains("H") {
            guard said != .us else { throw .sexCodes }
            return .mx
        }
        if letters.contains("F") {
            guard said != .mx else { throw .sexCodes }
            return .us
        }
        if let said { return said }
        // Nothing but M: a man under an English heading; under a Spanish one it may be either.
        guard heading.isEnglish, heading.sexHeading?.isEnglish == true else { throw .sexCodes }
        return .us
    }

    /// Whole names without a comma need to be told which part comes first.
    func nameOrder(_ given: NameOrder?) throws(HandoverList.Failure) {
        guard given == nil, let index = heading.columns.first(where: { $0.value == .fullName })?.key
        else { return }
        for record in body where index < record.cells.count {
            guard let name = NameCell(ListText(record.cells[index]).text).name,
                name.contains(where: \.isLetter)
            else {
                continue
            }
            if WholeName(name, nil) == nil, ListWords.nobody(record, heading, titles: []) == nil {
                throw .nameOrder(line: record.line)
            }
        }
    }
}
