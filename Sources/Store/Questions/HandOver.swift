import Repatriation
import SQLite

extension HandOverOf: Readable {
    package var reading: Reading<HandOverView> { Reading { try there($0.handOver(at: point)) } }
}

extension Reading<HandOverView> {
    /// The same for a paper that names people: a reading of each of them.
    package static func handOverPaper(at code: PointCode) -> Reading {
        Reading(traces: { Trace.at($0.lines.map(\.id.value), .print) }) { look in
            guard look.reader.knowsEverything else { throw Refusal.notAllowed([.lead]) }
            guard let view = try look.handOver(at: code) else { throw Refusal(.unknownPoint) }
            return view
        }
    }
}

extension Look {
    fileprivate func handOver(at code: PointCode) throws -> HandOverView? {
        // Who is a child, and what each needs, is for those who attend people.
        guard reader.reads(.sensitive) else { throw Refusal.notAllowed([.officer, .opi, .lead]) }
        guard let point = try point(code) else { return nil }
        var view = HandOverView(
            point: point.hiding(outside: reader.classes), now: now, local: try local(at: point))
        view.lead = try short(point.lead)
        view.lines = try store.handOverLines(at: point, for: reader, now)
        view.remains = try store.remains(at: point, for: reader, now)
        view.handOver = try store.lastHandOver(at: code)?.hiding(outside: reader.classes)
        for id in [view.handOver?.outgoing, view.handOver?.incoming] {
            if let id { view.signers[id] = try short(id) }
        }
        view.departures = try store.departures(of: point, for: reader)
        let board = try board(only: code)
        view.zone = try store.zone(point.zone)
        view.standards = try standards(of: point)
        view.check = try lastCheck(of: point)
        view.checker = try short(view.check?.officer)
        (view.expected, view.alerts) = (board.expected, board.alerts + board.shelved)
        return view
    }
}
