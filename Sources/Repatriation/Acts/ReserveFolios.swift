/// Folios for the sheets of the drawer: in nobody's name, refused for anything else until they are
/// void.
///
/// Wanted by whoever prints them, not by a line of `send`.
package struct ReserveFolios: PointAct {
    package static let row = ActRow<Self>(.reserveFolios, .drawer, isOfSend: false)

    package var point = PointCode.none
    /// Which sheets, and how many of each.
    package var sheets: [ReservedSheets] = []

    package init() {}

    /// Sheets for a point.
    package init(at point: PointCode, _ sheets: [ReservedSheets]) {
        self.init(at: point)
        self.sheets = sheets
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let papers = sheets.flatMap { sheet in
            (0..<sheet.count).map { _ -> Paper in
                var kept = Paper(id: ids.next())
                kept.point = point
                kept.paperKind = sheet.kind
                kept.reservedAt = context.now
                kept.folio = Folio.make(point: point, year: context.local.day.year, paper: kept.id)
                return kept
            }
        }
        let changes = papers.compactMap { Change(from: Paper(id: $0.id), to: $0) }
        let event = Event(.foliosReserved, subject: 0, changes: changes)
        return Decision([event], Reserved(folios: papers.map(\.folio)), ids: ids)
    }
}

/// What was asked to be reserved: kinds of sheet with how many of each.
package struct ReservedSheets: Sendable, Equatable {
    /// Which sheet.
    package let kind: PaperKind
    /// How many, 1 … 99.
    package let count: Int

    /// So many sheets of a kind.
    package init(_ kind: PaperKind, _ count: Int) {
        self.kind = kind
        self.count = count
    }
}

/// The folios that were reserved, in order.
package struct Reserved: Outcome {
    /// Folios.
    package let folios: [String]
    package var members: [String: JSON] { ["folios": .array(folios.map(JSON.string))] }
}
