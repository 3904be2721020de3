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

/// Everything held about one person.
package struct WholeFile: Sendable {
    /// Whose it is.
    package let person: Identifier<Person>
    /// Every reception, whole.
    package var receptions: [Reception] = []
    /// Those the person came with.
    package var groups: [Group] = []
    /// Everything that belongs to those receptions, kind after kind, whole and in order.
    package var belonging: [any OfReception] = []
    /// What was typed and not saved.
    package var drafts: [Draft] = []
    /// Every fact about the person, in order.
    package var history: [JournalEntry] = []
    /// Who looked, in order.
    package var reads: [ReadRecord] = []
    /// Copies beside the store, which hold what it held when they were made.
    package var copies: [String] = []
}

extension Store {
    /// Everything held about the person of a reception, or with this identifier. Throws `unknownReception`,
    /// `notAllowed`. O(journal).
    package func wholeFile(_ id: Int) throws -> WholeFile {
        try require(.wholeFile)
        let one: Reception? = try rows.find(Identifier(id))
        var file = WholeFile(person: one?.person ?? Identifier(id))
        file.receptions = try rows.allWhole(Reception.self, "person = ? ORDER BY id", .int(file.person.value))
        guard !file.receptions.isEmpty else { throw Refusal(.unknownReception) }
        let receptions = file.receptions.map(\.id.value)
        let own = "IN (\(receptions.map(String.init).joined(separator: ",")))"
        let groups = Set(file.receptions.map(\.group.value)).sorted()
        file.groups = try groups.compactMap { try rows.find(Identifier($0)) }
        file.belonging = try belonging(
            "IN (SELECT value FROM json_each(?1))", .text("[\(receptions.map(String.init).joined(separator: ","))]"))
        file.drafts = try drafts(about: receptions)
        file.copies = StoreFiles.copies(of: path)
        for subject in receptions + groups { file.reads += try reads(of: subject) }
        file.reads.sort { $0.at < $1.at }
        let keys = receptions.map { "instr(payload, '\"reception:\($0)\"') > 0" }
        // Facts about the person, and those about somebody else that changed something of the person.
        try journal.read(where: "(subject \(own) OR \(keys.joined(separator: " OR ")))") { file.history.append($0) }
        return file
    }

    /// Everything that belongs to some receptions, kind after kind, whole: `among` says of the owner's column which.
    func belonging(_ among: String, _ ids: Value) throws(SQLiteError) -> [any OfReception] {
        var found: [any OfReception] = []
        for kind in Belonging.kinds { found += try all(kind, among, ids) }
        return found
    }

    private func all<E: OfReception>(_: E.Type, _ among: String, _ ids: Value) throws(SQLiteError) -> [any OfReception]
    {
        try rows.allWhole(E.self, "\(E.ownerColumn) \(among) ORDER BY id", ids)
    }
}
