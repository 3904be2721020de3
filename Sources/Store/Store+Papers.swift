import Repatriation
import SQLite

/// Papers: issued with a folio, in the tray until somebody says how they were delivered.
extension Store {
    /// The hand-over record of a child that stands; nil where none was issued or the last is void.
    func acta(of id: Identifier<Reception>) throws(SQLiteError) -> Paper? {
        let last = try paper(.acta, of: id)
        return last?.cancelledAt == nil ? last : nil
    }

    /// The claim that a paper states, as the reader may see it.
    package func claim(_ paper: Paper) throws(StoreError) -> PropertyClaim? {
        let classes = try readable()
        let found: PropertyClaim? = try wrap { () throws(SQLiteError) in
            try paper.about.flatMap { about throws(SQLiteError) in try rows.find(Identifier(about))
            }
        }
        return found?.hiding(outside: classes)
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

    /// What is issued at a point and not delivered, the oldest first, at most `most`.
    package func tray(at code: PointCode, most: Int = 200) throws(StoreError) -> [TrayLine] {
        guard let point = try point(code) else { return [] }
        let zone = try zone(point.zone)
        let eyes = try eyes()
        return try wrap { () throws(SQLiteError) in
            let papers = try rows.all(
                Paper.self,
                """
                point = ? AND delivery IS NULL AND reservedAt IS NULL AND cancelledAt IS NULL \
                ORDER BY issuedAt LIMIT ?
                """,
                .text(code.text), .int(most))
            var lines: [TrayLine] = []
            for paper in papers {
                guard
                    let person = try rows.first(
                        Reception.self, "id = ?", .int(paper.reception.value)),
                    let issuedAt = paper.issuedAt
                else { continue }
                lines.append(
                    TrayLine(
                        paper: paper, person: person.visible(to: eyes), issued: zone.local(issuedAt)
                    ))
            }
            return lines
        }
    }

    /// A paper with whom it is of, whole, for its printing; nil when there is none, or the reader
    /// may not know who it is.
    package func paper(_ id: Identifier<Paper>) throws(StoreError) -> (
        paper: Paper, person: Reception
    )? {
        let eyes = try eyes()
        let found = try wrap { () throws(SQLiteError) in
            try rows.find(id).flatMap { paper throws(SQLiteError) in
                try rows.first(Reception.self, "id = ?", .int(paper.reception.value)).map {
                    (paper, $0)
                }
            }
        }
        guard let (paper, person) = found, person.isNamed(to: eyes) else { return nil }
        return (paper, person.visible(to: eyes))
    }
}
