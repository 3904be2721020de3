/// An official table as it was issued: by whom, of what the store held, and under which folio.
package struct ReportIssue: Sendable {
    /// The table.
    package let table: ReportTable
    /// `R1-24-K7Q-004512-3`: the table, the year, three letters of the store and the last row of
    /// its journal. The same folio, of the same days and points, is the same figures.
    package let folio: String
    /// The moment of the cut.
    package let asOf: Instant
    /// That moment by the clock of the first point.
    package let local: LocalTime
    /// Who issued it, as signed.
    package let author: String
    /// The points it is of; none is all of this store.
    package let points: [PointCode]
    /// It was made in practice.
    package let isDrill: Bool
    /// It may be published: small cells of people at risk are hidden.
    package var isPublic = false
    /// The days on which its figures were closed, the last first; none while they are preliminary.
    package var closedOn: [CivilDate] = []
    /// What tables are called where it was issued.
    package var titles = ReportTitles.shipped
    /// The cells that have changed since.
    package var revisions: [ReportRevision] = []

    /// One issue.
    package init(
        _ table: ReportTable, folio: String, asOf: Instant, local: LocalTime, author: String,
        points: [PointCode], isDrill: Bool
    ) {
        (self.table, self.folio, self.asOf, self.local) = (table, folio, asOf, local)
        (self.author, self.points, self.isDrill) = (author, points, isDrill)
    }

    /// What every figure is until its period is closed.
    package static let preliminary = Bilingual("Cifras preliminares", "Preliminary figures")

    /// What figures are until the whole period is closed, and afterwards.
    package var status: Bilingual {
        let closed =
            closedOn.first.map {
                Bilingual("Cifras cerradas el \($0.shown)", "Figures closed on \($0.shown)")
            } ?? ReportIssue.preliminary
        guard !revisions.isEmpty else { return closed }
        let marked = Bilingual(
            "entre corchetes, lo que se cerró y cuándo", "in brackets, what was closed and when")
        return [closed, Bilingual("cifras revisadas", "revised figures"), marked].joined()
    }

    /// The cells of a line as they are printed: beside one that was revised what it was, and when.
    func shown(_ row: ReportTable.Row) -> [String] {
        var cells = table.cells(of: row).map(\.shown)
        for one in revisions where one.row == row.item && cells.indices.contains(one.column) {
            cells[one.column] += " [\(ReportCell.count(one.was).shown) · \(one.on.shown)]"
        }
        return cells
    }

    /// What stands below the table, each with its name.
    package func notes(_ language: Language) -> [(name: String, value: String)] {
        let places =
            points.isEmpty
            ? language("todos los de este equipo", "all of this machine")
            : points.map(\.text).joined(separator: ", ")
        return [
            (language("Periodo", "Period"), table.period.label(language)),
            (language("Puntos", "Points"), places),
            (language("Folio", "Folio"), folio),
            (
                language("Corte", "As of"),
                "\(local.day.shown) \(local.clock) (\(asOf.text))"
            ),
            (language("Elaboró", "Issued by"), author),
            (language("Carácter", "Status"), status(language)),
        ] + notesOfSome(language)
    }

    /// What only some tables say of themselves.
    private func notesOfSome(_ language: Language) -> [(name: String, value: String)] {
        // Which of their events is the first was told among all points.
        let persons = (points.isEmpty ? table.persons : nil).map {
            (language("Personas", "Persons"), told($0)(language))
        }
        let withheld =
            isPublic ? (language("Para publicar", "For publication"), withheld(language)) : nil
        return [persons, withheld].compactMap { $0 }
    }

    /// How many persons there were for so many events.
    private func told(_ persons: Int) -> Bilingual {
        func shown(_ count: Int) -> String { ReportCell.count(count).shown }
        let events = table.total.total
        let hundredths = persons > 0 ? (events * 100 + persons / 2) / persons : 0
        let ratio = "\(hundredths / 100).\(padded(hundredths % 100, 2))"
        let (es, en) = events == 1 ? ("evento", "event") : ("eventos", "events")
        return Bilingual(
            "\(shown(persons)) en \(shown(events)) \(es), \(ratio) por persona",
            "\(shown(persons)) in \(shown(events)) \(en), \(ratio) each")
    }

    private var withheld: Bilingual {
        let (count, mark) = (table.hiddenCount, ReportCell.hiddenMark)
        guard count > 0 else { return Bilingual("ninguna cifra reservada", "no figure withheld") }
        let most = PublicFigures.fewest - 1
        return Bilingual(
            """
            «\(mark)» es cifra reservada (\(count)): de 1 a \(most) niñas, niños y adolescentes, o \
            la que las daría por resta
            """,
            """
            «\(mark)» is a figure withheld (\(count)): 1 to \(most) children, or one that would give \
            them by subtraction
            """)
    }
}

extension Folio {
    /// The folio of a table: which, the year of its last day, three letters of the origin, the last
    /// row of the journal, check digit.
    package static func make(
        report kind: ReportKind, year: Int, origin: Int, through row: Int
    ) -> String {
        let letters = String([10, 5, 0].map { alphabet[origin >> $0 & 31] })
        let check = checkDigit(year: year % 100, origin: origin & 0x7FFF, serial: row)
        let serial = padded(row, 6)
        return "\(kind.rawValue)-\(padded(year % 100, 2))-\(letters)-\(serial)-\(check)"
    }
}
