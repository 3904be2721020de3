import Repatriation
import SQLite

extension LanesOf: Readable {
    package var reading: Reading<LaneView> { Reading { try there($0.lanes(of: reception)) } }
}

/// For the lane: throws `notAllowed` for everybody else.
extension ChildBookOf: Readable {
    package var reading: Reading<ChildBook> {
        Reading(traces: { [Trace(.childBook, count: $0.lines.count)] }) { look in
            guard look.reader.reads(.restricted) else { throw Refusal.notAllowed([.opi, .lead]) }
            guard let point = try look.point(point) else { throw Refusal(.unknownPoint) }
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
