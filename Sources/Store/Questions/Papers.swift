import Repatriation
import SQLite

extension TrayOf: Readable {
    package var reading: Reading<[TrayLine]> { Reading { try $0.tray(at: point) } }
}

extension SheetsAt: Readable {
    package var reading: Reading<[Paper]> {
        Reading { look in
            try look.store.reservedPapers(at: point).map { $0.hiding(outside: look.reader.classes) }
        }
    }
}

/// A paper with what it states.
package struct StatedPaper: Sendable {
    /// The paper.
    package let paper: Paper
    /// Whom it is of, as the reader may see them.
    package let person: Reception
    /// The claim that it states; nil where it states none.
    package let claim: PropertyClaim?
}

extension Reading<StatedPaper?> {
    /// A paper with whom it is of, for its printing; nil when there is none, or the reader may not
    /// know who it is.
    package static func paper(_ id: Identifier<Paper>) -> Reading {
        Reading(traces: { $0.map { [Trace(.print, of: $0.person.id.value)] } ?? [] }) { look in
            let stated = try look.paper(id)
            // Who was told stands on a child's hand-over: for those of the lane.
            let isOfLane = stated?.paper.paperKind == .acta
            guard !isOfLane || look.reader.reads(.restricted) else {
                throw Refusal.notAllowed([.opi, .lead])
            }
            return stated
        }
    }
}

extension Look {
    fileprivate func tray(at code: PointCode) throws -> [TrayLine] {
        guard let point = try point(code) else { return [] }
        let zone = try store.zone(point.zone)
        let papers = try rows.all(
            Paper.self,
            """
            point = ? AND \(Store.isInTray()) \
            ORDER BY issuedAt LIMIT 200
            """,
            .text(code.text))
        var lines: [TrayLine] = []
        for paper in papers {
            guard let person = try rows.lines("id = ?", .int(paper.reception.value)).first,
                let issuedAt = paper.issuedAt
            else { continue }
            lines.append(
                TrayLine(
                    paper: paper, person: person.visible(to: reader),
                    issued: zone.local(issuedAt)))
        }
        return lines
    }

    private func person(of paper: Paper) throws -> Reception? {
        try rows.first(Reception.self, "id = ?", .int(paper.reception.value))
    }

    fileprivate func paper(_ id: Identifier<Paper>) throws -> StatedPaper? {
        guard let paper: Paper = try rows.find(id), let person = try person(of: paper),
            person.isNamed(to: reader)
        else { return nil }
        return StatedPaper(
            paper: paper, person: person.visible(to: reader), claim: try claim(of: paper))
    }

    private func claim(of paper: Paper) throws -> PropertyClaim? {
        guard let about = paper.about else { return nil }
        let claim: PropertyClaim? = try rows.find(Identifier(about))
        return claim?.hiding(outside: reader.classes)
    }
}
