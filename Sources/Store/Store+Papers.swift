import Repatriation
import SQLite

/// Papers: issued with a folio, in the tray until somebody says how they were delivered.
extension Store {
    func load(
        _ command: PaperCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        guard let paper = try rows.find(command.paper) else { throw Refusal(.unknownPaper) }
        guard let person = try rows.find(paper.reception) else { throw Refusal(.unknownReception) }
        let point = try commandPoint(paper.point)
        let (context, offset) = try moment(point, acting, ids, now)
        return Loaded(
            context: context, offset: offset, point: point.code, desk: nil,
            decide: { try command.decide(paper, of: person, context) })
    }

    /// The certificate of a reception; nil where none was issued, or by a program that kept no papers.
    func paper(of id: Identifier<Reception>) throws(SQLiteError) -> Paper? {
        try rows.first(Paper.self, "reception = ? ORDER BY id DESC", .int(id.value))
    }

    /// What is issued at a point and not delivered, the oldest first, at most `most`.
    package func tray(at code: PointCode, most: Int = 200) throws(StoreError) -> [TrayLine] {
        guard let point = try point(code) else { return [] }
        let zone = try zone(point.zone)
        let classes = try readable()
        return try wrap { () throws(SQLiteError) in
            let papers = try rows.all(
                Paper.self, "point = ? AND delivery IS NULL ORDER BY issuedAt LIMIT ?", .text(code.text), .int(most))
            var lines: [TrayLine] = []
            for paper in papers {
                guard let person = try rows.first(Reception.self, "id = ?", .int(paper.reception.value)),
                    let issuedAt = paper.issuedAt
                else { continue }
                lines.append(TrayLine(paper: paper, person: person.visible(classes), issued: zone.local(issuedAt)))
            }
            return lines
        }
    }

    /// A paper with whom it is of, whole, for its printing; nil when there is none, or the reader may not know who it is.
    package func paper(_ id: Identifier<Paper>) throws(StoreError) -> (paper: Paper, person: Reception)? {
        let classes = try readable()
        let found = try wrap { () throws(SQLiteError) in
            try rows.find(id).flatMap { paper throws(SQLiteError) in
                try rows.first(Reception.self, "id = ?", .int(paper.reception.value)).map {
                    (paper, $0.visible(classes))
                }
            }
        }
        guard let found, found.1.given != Reception.hidden else { return nil }
        return found
    }
}
