import Glibc
import Repatriation
import SQLite
import Store

/// One durable `callNext` beside the bare rows that it writes, on the same store in the same run.
struct CallBench {
    let path: String
    private static let rounds = 400

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let point = PointCode("NOG") else { return }
        try CallBench.prepare(store, lead.id, point, waiting: 1200)
        for isFull in [true, false] {
            try store.setSynchronous(isFull)
            let raw = try RawRows(path: path, isFull: isFull)
            var call = Samples()
            var bare = Samples()
            for _ in 0..<CallBench.rounds {
                let answer = try call.measure { try store.perform(.desk(point, .callNext(1)), by: lead.id, at: now()) }
                guard let id = answer.result["reception"]?.integer else { throw StoreError.missing(path: path) }
                _ = try store.perform(.reception(Identifier(id), .park(nil, reason: nil)), by: lead.id, at: now())
                _ = try store.perform(.reception(Identifier(id), .resume(reason: nil)), by: lead.id, at: now())
                try bare.measure { try raw.write(reception: id) }
                try raw.takeBack(reception: id)
            }
            let mode = isFull ? "FULL" : "OFF"
            figures.append(Figure(name: "callNext at \(mode)", value: call.median, bar: nil, unit: "µs"))
            figures.append(Figure(name: "its bare rows at \(mode)", value: bare.median, bar: nil, unit: "µs"))
            figures.append(
                Figure(
                    name: "callNext beside its bare rows at \(mode)", value: call.median / bare.median,
                    bar: isFull ? 1.25 : 1.6, unit: "×"))
            figures.append(Figure(name: "the same, p99", value: call.at(0.99) / bare.at(0.99), bar: 2, unit: "×"))
        }
        try store.setSynchronous(true)
    }

    /// A shift, eight desks, and so many people of the list received and waiting.
    static func prepare(_ store: Store, _ lead: Identifier<Officer>, _ point: PointCode, waiting: Int) throws {
        _ = try store.perform(.catalogue(.setPoint(point, ["desks": .int(9)])), by: lead, at: now())
        _ = try store.perform(.desk(point, .openShift), by: lead, at: now())
        for desk in 1...9 { _ = try store.perform(.desk(point, .open(desk, attends: nil)), by: lead, at: now()) }
        guard let group = try store.groups(at: point, now: now()).first else { return }
        let flags: [Set<Flag>] = [[], [], [], [.medical], [.smallChildren], [.older]]
        let ids = try store.firstListed(in: group.id, most: waiting)
        try store.batch(orWrap: { PerformFailure.failed($0) }) { () throws(PerformFailure) in
            for (index, id) in ids.enumerated() {
                _ = try store.perform(.reception(id, .receive(.all, tag: nil)), by: lead, at: now())
                _ = try store.perform(.reception(id, .triage(flags[index % flags.count])), by: lead, at: now())
            }
        }
    }
}

/// The rows of a call by bound statements, in one transaction, on tables of the same form in the same file.
private struct RawRows {
    let connection: Connection

    init(path: String, isFull: Bool) throws {
        connection = try Connection(path: path, mode: .write)
        try connection.execute(
            """
            PRAGMA synchronous = \(isFull ? "FULL" : "OFF"); PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY
            """)
        // The same tables with the same indexes, so that the rows cost what they cost.
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS raw_journal AS SELECT * FROM journal LIMIT 0;
            CREATE INDEX IF NOT EXISTS raw_origin ON raw_journal (origin, oseq);
            CREATE INDEX IF NOT EXISTS raw_act ON raw_journal (act);
            CREATE INDEX IF NOT EXISTS raw_subject ON raw_journal (subject);
            CREATE TABLE IF NOT EXISTS raw_call AS SELECT * FROM call LIMIT 0;
            CREATE INDEX IF NOT EXISTS raw_at ON raw_call (point, at, waited, target)
            """)
    }

    /// Puts the person back, outside the measured time.
    func takeBack(reception: Int) throws {
        try connection.statement("UPDATE reception SET stage = 'waiting', desk = NULL, call = NULL WHERE id = ?")
            .bind(reception).run()
    }

    func write(reception: Int) throws {
        try connection.execute("BEGIN IMMEDIATE")
        try connection.statement("INSERT INTO raw_journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(reception).bind(1).bind(1).bind(1).bind(1).bind(Int?.none).bind(-25_200).bind("2026-11-20").bind(
                "2026-11-20"
            )
            .bind("NOG").bind(1).bind(reception).bind("called").bind(1).bind(reception).bind(Int?.none)
            .bind(
                #"{"call:123456789012345":{"at":1795194000000,"desk":1,"point":"NOG","reception":123456789012345,"sinceTier2":1,"waited":2},"reception:123456789012345":{"call":123456789012345,"desk":1,"stage":"called"}}"#
            ).run()
        try connection.statement("INSERT INTO raw_call VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(reception).bind("NOG").bind(reception).bind(1).bind(1).bind(1).bind(2).bind(60).bind(2).bind(1)
            .bind(String?.none).bind("open").bind(Int?.none).bind(Int?.none).run()
        try connection.statement("UPDATE reception SET stage = 'called', desk = 1, call = ? WHERE id = ?")
            .bind(reception).bind(reception).run()
        try tally()
        try connection.execute("COMMIT")
    }

    private func tally() throws {
        for measure in [3, 4] {
            try connection.statement(
                "INSERT INTO cell (scope, measure, day, n) VALUES ('raw',?,'',1) ON CONFLICT DO UPDATE SET n = n + excluded.n"
            )
            .bind(measure).run()
        }
        try connection.statement("UPDATE point SET sinceTier2 = sinceTier2 WHERE code = 'NOG'").run()
        try connection.statement("UPDATE meta SET counter = counter, oseq = oseq").run()
        try connection.statement(
            "INSERT INTO heard (point, desk, at) VALUES ('RAW',1,?) ON CONFLICT DO UPDATE SET at = excluded.at"
        )
        .bind(1).run()
    }
}
