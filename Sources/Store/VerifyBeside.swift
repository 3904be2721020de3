import Repatriation
import SQLite

/// Tables beside the journal: who looked, signed in, tried to, typed and was heard, and what rings.
/// The journal does not say what stands in them, so that of each row only what must hold of any is
/// looked at.
struct TableBeside {
    let name: String
    /// What holds of every row.
    private let holds: String
    /// Rows are only ever added, with numbers one after the other.
    var isNumbered = false

    /// All of them.
    static let all = [
        reads, credential, attempt, draft, heard, alarmStanding, alarmHistory,
        alarmWatch, clockStep, practice,
    ]

    private static let moment =
        "BETWEEN \(Instant.earliest.milliseconds) AND \(Instant.latest.milliseconds)"
    private static let officer = "EXISTS (SELECT 1 FROM officer o WHERE o.id = t.officer)"
    /// What a program gives a name to, an older or a newer one.
    private static let word = "NOT GLOB '*[^a-zA-Z0-9]*'"
    private static let identifier = """
        BETWEEN \(1 << IdentifierSource.counterBits) AND \(1 << (IdentifierSource.counterBits + 24) - 1)
        """

    private static let reads = TableBeside(
        name: "reads",
        holds: """
            t.at \(moment) AND \(officer) AND t.what \(word) AND t.what <> ''
            AND (t.subject = 0 OR t.subject \(identifier))
            AND (t.reason IS NULL OR t.reason \(word)) AND (t.n IS NULL OR t.n >= 0)
            """, isNumbered: true)

    /// A hash is yescrypt's, and stands there since the journal says that a password was set.
    private static let credential = TableBeside(
        name: "credential",
        holds: """
            \(officer) AND t.kind IN ('\(CredentialKind.password.rawValue)', '\(CredentialKind.pin.rawValue)')
            AND t.hash GLOB '$y$?*$?*$?*' AND t.hash NOT GLOB '*[^a-zA-Z0-9./$]*'
            AND t.mustChange BETWEEN 0 AND \(PasswordGiven.byAccount.rawValue)
            AND t.at \(moment) AND (t.used IS NULL OR t.used \(moment))
            AND EXISTS (SELECT 1 FROM journal j WHERE j.subject = t.officer
              AND j.kind = '\(EventKind.passwordSet.rawValue)' AND j.at = t.at)
            """)

    private static let attempt = TableBeside(
        name: "attempt",
        holds: """
            t.key GLOB '[nopt]:?*' AND t.failures > 0 AND t.at \(moment)
            AND (t.up IS NULL OR t.up >= 0) AND (t.boot IS NULL OR \(Store.isRun("t.boot")))
            """)

    /// Nothing of a practice stands in a store of real people. Whoever practises has a name as people
    /// have them, from when they work an hour, and all else a name that a scenario gives.
    private static let practice = TableBeside(
        name: "practice",
        holds: """
            t.id > 0 AND t.at \(moment) AND t.kind \(word)
            AND t.name <> '' AND CASE
            WHEN t.kind IN ('trainee', 'message', 'remark')
            THEN t.name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'
            WHEN t.kind = 'works' THEN t.name GLOB '[0-2][0-9]:[0-5][0-9]'
            ELSE t.name NOT GLOB '*[^a-z0-9-]*' END
            AND EXISTS (SELECT 1 FROM meta m WHERE m.drill = 1)
            """)

    private static let draft = TableBeside(
        name: "draft",
        holds: """
            \(officer) AND t.screen <> '' AND t.subject >= 0 AND t.at \(moment)
            AND (t.discarded IS NULL OR t.discarded \(moment))
            """)

    private static let heard = TableBeside(
        name: "heard",
        holds: """
            t.at \(moment)
            AND EXISTS (SELECT 1 FROM desk d WHERE d.point = t.point AND d.number = t.desk)
            """)

    /// Kind, point and what it is about.
    private static let isTag = """
        t.tag GLOB '[a-z]*.[A-Z][A-Z][A-Z]*' AND t.tag NOT GLOB '*[^a-zA-Z0-9.]*'
        AND EXISTS (SELECT 1 FROM point p WHERE instr(t.tag, '.' || p.code) > 0)
        AND t.priority IN ('critical', 'late', 'info') AND t.at \(moment)
        """

    private static let alarmStanding = TableBeside(
        name: "alarmStanding",
        holds: """
            \(isTag) AND t.state IN ('active', 'acknowledged', 'shelved')
            AND (t.cause IS NULL OR t.cause \(moment))
            AND (t.goneAt IS NULL OR t.goneAt \(moment))
            """)

    private static let alarmHistory = TableBeside(
        name: "alarmHistory",
        holds: """
            \(isTag) AND t.state IN ('active', 'acknowledged', 'shelved', 'cleared')
            """, isNumbered: true)

    private static let alarmWatch = TableBeside(
        name: "alarmWatch",
        holds: """
            t.since \(moment) AND t.until \(moment) AND t.until >= t.since
            AND t.standing NOT GLOB '*[^a-zA-Z0-9.|;]*'
            """)

    private static let clockStep = TableBeside(
        name: "clockStep",
        holds: """
            EXISTS (SELECT 1 FROM journal j JOIN journal e ON e.seq = j.seq - 1
              WHERE j.seq = t.seq AND j.at < e.at - \(ClockWitness.behind))
            """)

    /// Whether it holds of the rows; of those that are numbered only of the ones after `start`.
    func isWhole(_ connection: Connection, after start: Int?) throws(SQLiteError) -> Bool {
        let rest = start.map { "t.seq > \($0) AND" } ?? ""
        let strange = try connection.statement(
            "SELECT EXISTS (SELECT 1 FROM \(name) t WHERE \(rest) (\(holds)) IS NOT TRUE)"
        ).first { $0.int(0) == 1 }
        guard strange == false else { return false }
        guard isNumbered else { return true }
        return try connection.statement(
            """
            SELECT count(*) = coalesce(max(seq), \(start ?? 0)) - \(start ?? 0)
            AND coalesce(min(seq), 1) > 0 FROM \(name) t WHERE \(rest) true
            """
        ).first { $0.int(0) == 1 } ?? false
    }
}

extension Store {
    /// Tables beside the journal in which something stands that no program writes, or misses that
    /// none takes away.
    func strangeBeside(lastDay: Bool) throws(StoreError) -> [String] {
        try wrap { () throws(SQLiteError) in
            var strange: [String] = []
            for table in TableBeside.all {
                let start = lastDay && table.isNumbered ? try lastDayStart(of: table.name) : nil
                if try !table.isWhole(connection, after: start) { strange.append(table.name) }
            }
            return strange
        }
    }

    /// Whether a text can be the name of a run of the machine; where the system gives none it is
    /// empty.
    static func isRun(_ column: String) -> String {
        "(length(\(column)) IN (0, 36) AND \(column) NOT GLOB '*[^0-9a-f-]*')"
    }

    /// Every table that a check looks at.
    static let checkedTables = Set(
        TableSums.entities + TableSums.derived + TableBeside.all.map(\.name) + [
            "journal", "journal_body", "meta", "proven", "provenSum", "recentBlock",
        ])
}
