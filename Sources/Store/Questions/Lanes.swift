import Repatriation
import SQLite

extension Reading<LaneView?> {
    /// Where somebody stands in their lanes; nil when there is no such person.
    package static func lanes(of id: Identifier<Reception>) -> Reading {
        Reading { look in try look.lanes(of: id) }
    }
}

extension Reading<ChildBook> {
    /// The book of a point's children. Throws `notAllowed` for whoever is not of the lane.
    package static func childBook(at code: PointCode, _ span: ChildBookSpan) -> Reading {
        Reading(traces: { [Trace(.childBook, count: $0.lines.count)] }) { look in
            guard look.reader.reads(.restricted) else { throw Refusal.notAllowed([.opi, .lead]) }
            guard let point = try look.point(code) else { throw Refusal(.unknownPoint) }
            return try look.store.book(point, span, look.now)
        }
    }
}

extension Look {
    /// The lanes that whoever looks may see, with what was said of each step as far as they may
    /// know it.
    func seenLanes(of person: Reception, on day: CivilDate) throws -> LaneState {
        let whole = try store.laneState(of: person, on: day)
        return whole.seen(by: reader).visible(reader.classes)
    }

    fileprivate func lanes(of id: Identifier<Reception>) throws -> LaneView? {
        let found: Reception? = try rows.find(id)
        guard let person = found, let point = try point(person.point) else { return nil }
        let local = try local(at: point)
        guard person.blockedAt == nil, person.removal == nil else {
            return LaneView(person: person.visible(to: reader), lanes: .none, local: local)
        }
        let state = try seenLanes(of: person, on: local.day)
        var view = LaneView(person: person.visible(to: reader), lanes: state, local: local)
        view.officers = try store.allOfficers().filter { !$0.isSuspended }
        let family = (state.family ?? []) + person.guardians
        view.relatives = try rows.all(
            Reception.self, "id IN (SELECT value FROM json_each(?))",
            .text("[\(family.map { String($0.value) }.joined(separator: ","))]")
        ).map { $0.visible(to: person.isNamed(to: reader) ? reader : reader.withoutNames) }
        return view
    }
}
