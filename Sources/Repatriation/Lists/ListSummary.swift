/// What reading a list found, in the same lines on the screen and in the report.
package struct ListSummary: Sendable {
    /// How a line weighs.
    package enum Weight: Sendable { case title, plain, concern }

    /// One line of it.
    package struct Line: Sendable {
        /// How it weighs.
        package let weight: Weight
        /// The line itself.
        package let words: Bilingual
    }

    /// All of them, the counts first.
    package private(set) var lines: [Line] = []

    /// Of a list, with whoever of it is in a group of the day already and how many people the
    /// announcement declares.
    ///
    /// With `isCovered` nothing that the paper says of people is repeated.
    package init(
        _ list: HandoverList, already: [Int: String] = [:], declared: Int? = nil,
        isCovered: Bool = false
    ) {
        counts(list, declared)
        read(list)
        asked(list, isCovered)
        people(list, already)
        for row in list.rejected {
            let text = isCovered || row.text.isEmpty ? "" : " «\(row.text)»"
            let reason = row.reason
            add(
                .concern, "línea \(row.line) queda fuera: \(reason.es)\(text)",
                "line \(row.line) stays out: \(reason.en)\(text)")
        }
    }

    private mutating func add(_ weight: Weight, _ es: String, _ en: String) {
        lines.append(Line(weight: weight, words: Bilingual(es, en)))
    }

    private mutating func counts(_ list: HandoverList, _ declared: Int?) {
        let (people, out) = (list.rows.count, list.rejected.count)
        let said =
            declared.map { Bilingual(" de \($0) anunciadas", " of \($0) announced") }
            ?? Bilingual("", "")
        add(
            declared == nil || declared == people ? .title : .concern,
            "\(people) personas\(said.es); \(out) renglones quedan fuera.",
            "\(people) people\(said.en); \(out) rows stay out.")
        let all = list.paperLines
        add(
            .plain,
            """
            Renglones del papel: \(all) = \(list.titles.count + list.headingLines) de título + \
            \(list.peopleLines) + \(out).
            """,
            """
            Lines of the paper: \(all) = \(list.titles.count + list.headingLines) of headings + \
            \(list.peopleLines) + \(out).
            """
        )
    }

    private mutating func read(_ list: HandoverList) {
        let mended = list.isMended ? Bilingual(" (corregido)", " (mended)") : Bilingual("", "")
        let columns = list.columns.map(ListColumn.words).joined()
        let order = list.dateOrder?.label ?? Bilingual("sin leer", "none read")
        let mark =
            list.delimiter == "tab"
            ? Bilingual("tabulador", "tab") : Bilingual(list.delimiter, list.delimiter)
        add(
            .plain,
            """
            Se reconoció: \(list.encoding)\(mended.es), separador «\(mark.es)», fechas \
            \(order.es), columnas: \(columns.es).
            """,
            """
            Recognised: \(list.encoding)\(mended.en), delimiter «\(mark.en)», dates \(order.en), \
            columns: \(columns.en).
            """
        )
        guard !list.unused.isEmpty else { return }
        let unused = list.unused.map { "«\($0)»" }.joined(separator: ", ")
        add(
            .concern, "Columnas que no se usan: \(unused).", "Columns that are not used: \(unused)."
        )
    }

    private mutating func asked(_ list: HandoverList, _ isCovered: Bool) {
        for (field, cells) in grouped(list.asked, by: \.field) {
            let words = ListColumn.words(field)
            let places = cells.map { isCovered ? "\($0.line)" : "\($0.line) «\($0.text)»" }.joined(
                separator: ", ")
            add(
                .concern, "No se lee, se pregunta (\(words.es)): líneas \(places).",
                "Cannot be read, is asked (\(words.en)): lines \(places).")
        }
        for (what, cells) in grouped(list.told, by: \.what.rawValue) {
            guard let words = HandoverList.Told.What(rawValue: what)?.words else { continue }
            let places = numbers(cells.map(\.line))
            let weight: Weight = what == HandoverList.Told.What.several.rawValue ? .concern : .plain
            add(weight, "\(words.es): líneas \(places).", "\(words.en): lines \(places).")
        }
    }

    /// In the order in which each value comes first.
    private func grouped<Item>(_ items: [Item], by key: (Item) -> String) -> [(String, [Item])] {
        var order: [String] = []
        for item in items where !order.contains(key(item)) { order.append(key(item)) }
        return order.map { value in (value, items.filter { key($0) == value }) }
    }

    /// Each line once: two people may stand on one.
    private func numbers(_ lines: [Int]) -> String {
        Set(lines).sorted().map(String.init).joined(separator: ", ")
    }

    private mutating func people(_ list: HandoverList, _ already: [Int: String]) {
        if !list.minors.isEmpty {
            let places = numbers(list.minors)
            add(.concern, "Menores de 18: líneas \(places).", "Under 18: lines \(places).")
        }
        let foreign = list.rows.filter { $0.person.country != nil }.map(\.line)
        if !foreign.isEmpty {
            let places = numbers(foreign)
            add(
                .concern, "Otra ciudadanía según la lista: líneas \(places).",
                "Other citizenship on the list: lines \(places).")
        }
        let remarks = list.rows.filter { !$0.person.suggested.isEmpty }.map(\.line)
        if !remarks.isEmpty {
            add(
                .plain, "Con observaciones: líneas \(numbers(remarks)).",
                "With remarks: lines \(numbers(remarks)).")
        }
        if !list.doubled.isEmpty {
            let places = numbers(list.doubled)
            add(
                .concern, "Número repetido en el papel: líneas \(places).",
                "Number twice on the paper: lines \(places).")
        }
        for (line, earlier) in list.repeated {
            add(
                .concern, "Línea \(line): igual que la \(earlier).",
                "Line \(line): the same as \(earlier).")
        }
        for (name, lines) in grouped(already.sorted { $0.key < $1.key }, by: \.value) {
            let places = numbers(lines.map(\.key))
            add(
                .concern, "Ya están en \(name): líneas \(places).",
                "Already in \(name): lines \(places).")
        }
    }
}

extension HandoverList.Told.What {
    /// In words.
    fileprivate var words: Bilingual {
        switch self {
        case .invisible: Bilingual("Signos invisibles que se quitaron", "Invisible marks taken out")
        case .beyond:
            Bilingual(
                "Celdas sin encabezado, en las notas", "Cells without a heading, in the notes")
        case .damaged:
            Bilingual("Números que dañó la hoja de cálculo", "Numbers that a spreadsheet damaged")
        case .long:
            Bilingual("Celdas demasiado largas, en las notas", "Cells too long, in the notes")
        case .several:
            Bilingual("Más de una persona en el renglón", "More than one person on the row")
        case .comma: Bilingual("Comas dentro de un nombre", "Commas within a name")
        case .quote: Bilingual("Comillas que no cierran", "Quotes that do not close")
        }
    }
}
