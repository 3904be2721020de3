import Repatriation
import SQLite

/// What people ask about the data held on them.
extension Store {
    func load(
        _ command: RightsCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        var request: RightsRequest?
        let subject: Identifier<Reception>
        switch command {
        case .request(let id, _, _): subject = id
        case .extend(let id, _), .answer(let id, _):
            guard let found = try rows.find(id) else { throw Refusal(.unknownRequest) }
            request = found
            subject = found.reception
        }
        guard let reception = try rows.find(subject) else { throw Refusal(.unknownReception) }
        let point = try commandPoint(reception.point)
        let (context, offset) = try moment(point, acting, ids, now)
        let receptions = try rows.all(Reception.self, "person = ? ORDER BY id", .int(reception.person.value))
        let situation = RightsSituation(
            context: context, reception: reception, receptions: receptions, request: request, days: try workingDays())
        return Loaded(
            context: context, offset: offset, point: point.code, desk: nil, decide: { try command.decide(situation) })
    }

    /// The days on which terms run, with the store's own holiday list.
    package func workingDays() throws(StoreError) -> WorkingDays {
        let days = try entries(of: CatalogueEntry.holidays).filter { !$0.isRetired }.compactMap(\.date)
        return WorkingDays(besides: Set(days))
    }

    /// All requests, those that wait first, by when they are due. Their words are for whoever reads whole files.
    package func rightsRequests() throws -> [RightsRequest] {
        try require(.wholeFile)
        return try rows.all(RightsRequest.self, "1 ORDER BY state = 'answered', dueOn, id")
    }

    /// Throws `notAllowed` unless whoever looks through this connection may; the program's own work may.
    package func require(_ oversight: Oversight) throws {
        guard let reader else { return }
        guard let officer: Officer = try rows.find(reader) else { throw Refusal(.unknownOfficer) }
        try oversight.check(officer, isDrill: isDrill)
    }
}
