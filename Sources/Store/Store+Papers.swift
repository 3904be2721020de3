import Repatriation
import SQLite

/// Papers: issued with a folio, in the tray until somebody says how they were delivered.
extension Store {
    /// A paper lies in the tray: issued, and neither delivered nor void.
    static func isInTray(of row: String = "") -> String {
        ["delivery", "reservedAt", "cancelledAt"].map { "\(row)\($0) IS NULL" }
            .joined(separator: " AND ")
    }

    /// The hand-over record of a child that stands; nil where none was issued or the last is void.
    func acta(of id: Identifier<Reception>) throws(SQLiteError) -> Paper? {
        let last = try paper(.acta, of: id)
        return last?.cancelledAt == nil ? last : nil
    }

    /// The telephone numbers of the orientation sheet, in their order.
    package func numbers() throws(StoreError) -> [CatalogueEntry] {
        HelpNumbers.inForce(try entries(of: CatalogueEntry.numbers))
    }

    /// Sheets of the drawer of a point: their folios are refused for anything else until they are
    /// void.
    package func reservedPapers(at code: PointCode) throws(StoreError) -> [Paper] {
        try wrap { () throws(SQLiteError) in
            try rows.all(
                Paper.self,
                "point = ? AND reservedAt IS NOT NULL AND cancelledAt IS NULL ORDER BY id",
                .text(code.text)
            )
        }
    }

    /// The last paper of a kind that a reception has; nil where none was issued, or by a program
    /// that kept no papers.
    func paper(_ kind: PaperKind, of id: Identifier<Reception>) throws(SQLiteError) -> Paper? {
        try rows.first(
            Paper.self, "reception = ? AND kind = ? ORDER BY id DESC", .int(id.value),
            .text(kind.rawValue))
    }
}
