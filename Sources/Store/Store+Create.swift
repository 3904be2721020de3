import CSQLite
import Glibc
import Repatriation
import SQLite

extension Store {
    /// How a new store is made.
    package struct Plan: Sendable {
        /// Full name of the first shift lead.
        package var lead: String
        /// The operating system's account that signs in as the lead.
        package var account: String?
        /// A group of the operating system whose members may use the store.
        package var group: UInt32?
        /// For practice: the seed; identifiers come from it.
        package var seed: Int?
        /// The points that are on; nil is the nine border modules.
        package var points: Set<PointCode>?
        /// When.
        package var now: Instant

        /// A plan for a real store.
        package init(
            lead: String, account: String?, group: UInt32? = nil, seed: Int? = nil,
            points: Set<PointCode>? = nil, now: Instant
        ) {
            self.lead = lead
            self.account = account
            self.group = group
            self.seed = seed
            self.points = points
            self.now = now
        }
    }

    /// Makes a store with the catalogues and its first shift lead. Throws when a file is there
    /// already.
    package static func create(at path: String, _ plan: Plan) throws(StoreError) {
        for name in Set(NinePoints.zones) where StoreFiles.zone(name) == nil {
            throw .zoneMissing(name)
        }
        // Made beside its place and named once it is whole: one that was killed half-way is in
        // nobody's way.
        guard !StoreFiles.isFolder(path) else { throw .folder(path: path) }
        guard access(path, F_OK) != 0 else { throw .exists(path: path) }
        try StoreFiles.checkNothingIsLeft(of: path)
        let partial = try Temporary(beside: path, .new, group: plan.group)
        do throws(SQLiteError) {
            let connection = try Connection(path: partial.path, mode: .write)
            try prepare(connection)
            try Schema.migrator.migrate(connection)
            try fill(connection, plan)
            // What is still in the log has to be in the file before it has its name: a full disk
            // shows here.
            try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            let check = try connection.statement("PRAGMA quick_check").first { $0.text(0) }
            guard check == "ok" else {
                throw SQLiteError(code: 13, message: "the new file is not whole")
            }
        } catch { throw StoreError(error, path: path) }
        guard StoreFiles.sync(partial.path) else { throw .full }
        guard csqlite_rename_new(partial.path, path) == 0 else { throw .exists(path: path) }
    }

    /// The first origin of a practice store.
    static func origin(of seed: Int) -> Int { (seed &* 2_654_435_761 >> 7) & 0xFF_FFFF | 1 }

    private static func fill(_ connection: Connection, _ plan: Plan) throws(SQLiteError) {
        let origin = plan.seed.map(origin(of:)) ?? Int.random(in: 1..<(1 << 24))
        var ids = IdentifierSource(origin: origin, counter: 0)
        let blank = Officer(id: ids.next())
        let lead = Officer.made(
            blank, name: plan.lead, account: plan.account, roles: [.officer, .lead, .administrator])
        var events = [Event(.officerAdded, blank, lead)]
        let points = NinePoints.make(&ids, on: plan.points)
        events += points.map { Event(.pointSet, ReceivingPoint(id: $0.id), $0) }
        events += NinePoints.providers(points, isPractice: plan.seed != nil, &ids)
        let airports = NinePoints.makeAirports(&ids, on: plan.points)
        events += airports.map { Event(.pointSet, ReceivingPoint(id: $0.id), $0) }
        events += NinePoints.providers(airports, isPractice: plan.seed != nil, &ids)
        guard let utc = StoreFiles.zone("America/Tijuana") else { return }
        let context = Context(now: plan.now, zone: utc, cut: .usualCut, officer: lead, ids: ids)
        let act: Identifier<any Act> = ids.next()
        let counter = ids.counter
        let stamp = Journal.Stamp(
            origin: origin, act: act, now: plan.now, day: context.local.day,
            cutDay: context.cutDay, offset: utc.offset(at: plan.now), point: .none, desk: nil,
            officer: lead.id)
        try connection.immediately(
            { () throws(SQLiteError) in
                try connection.statement(
                    """
                    INSERT INTO meta (id, origin, counter, oseq, drill, seed, machine, created,
                    clockAt, clockUp, clockBoot)
                    VALUES (1,?1,?2,?3,?4,?5,?6,?7,?7,?8,?9)
                    """
                )
                .bind(origin).bind(counter).bind(events.count).bind(plan.seed == nil ? 0 : 1).bind(
                    plan.seed
                )
                .bind(StoreFiles.machine).bind(plan.now.milliseconds).bind(StoreFiles.uptime).bind(
                    StoreFiles.boot
                )
                .run()
                let fold = Fold(connection)
                for (index, event) in events.enumerated() {
                    try Journal(connection: connection).append(
                        event, stamp, seq: index + 1, oseq: index + 1)
                    do { try fold.apply(event) } catch {
                        throw SQLiteError(
                            code: 1, message: "the shipped catalogue does not fit the tables")
                    }
                }
            }, orWrap: { $0 })
    }
}
