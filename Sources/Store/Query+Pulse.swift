import Repatriation
import SQLite

/// Whether there is anything at all of what a board looks at: what is nothing is not asked for.
///
/// It says too much rather than too little: a gate that was forgotten would hide an alarm.
struct Pulse {
    /// What may be there.
    enum Gate: Int, CaseIterable {
        case calls, arrivals, groups, stock, rights, left, toConfirm, undecided, notMexican,
            families, ticks, reserved, screenings, tray, fullProviders, sent
    }

    /// How many desks are open; nil where nobody has counted.
    let desksOpen: Int?
    fileprivate let gates: Int

    /// Of which nothing is known: everything is asked for.
    static let everything = Pulse(desksOpen: nil, gates: ~0)

    func has(_ gate: Gate) -> Bool { gates & 1 << gate.rawValue != 0 }
}

extension Pulse.Gate {
    /// Of a point `p`. `?1` is two hours ago, `?2` two days, `?3` the oldest that a screening is
    /// remembered.
    fileprivate var sql: String {
        switch self {
        case .calls: "call c WHERE c.point = p.code AND c.at > ?1 AND c.outcome <> 'undone'"
        case .arrivals: "\"group\" g WHERE g.point = p.code AND g.announcedAt > ?2"
        case .groups:
            """
            "group" g WHERE g.stage IN ('announced', 'arrived') AND g.stage <> 'concluded'
            AND g.point = p.code
            """
        case .stock: "stockItem s WHERE s.point = p.code"
        case .rights: "rightsRequest q WHERE q.point = p.code AND q.state = 'open'"
        case .left:
            "followUp f WHERE f.point = p.code AND f.outcome IS NULL AND f.cause = 'leftPending'"
        case .toConfirm: "pendingAct a WHERE a.point = p.code AND a.state = 'open'"
        case .undecided: inside(Store.undecided(of: "r."))
        case .notMexican:
            inside("r.stage IN ('foreign', 'notAccredited') AND \(Inside.sql(of: "r"))")
        case .families: inside("r.family IS NOT NULL AND \(Inside.sql(of: "r"))")
        case .ticks: "laneTick t WHERE t.dueAt > ?3"
        case .reserved: inside(Store.marked(of: "r."), by: "reception_reserved")
        case .screenings: "screening s WHERE s.point = p.code AND s.at > ?3"
        case .tray:
            """
            paper t WHERE t.point = p.code AND \(Store.isInTray(of: "t."))
            """
        case .sent: Store.sent("p.code")
        case .fullProviders:
            "provider v WHERE v.point = p.code AND \(Store.isFull)"
        }
    }

    /// Without figures of a store SQLite takes any index that begins with the point: where another
    /// holds fewer, it is named.
    private func inside(_ condition: String, by index: String? = nil) -> String {
        let found = index.map { " INDEXED BY \($0)" } ?? ""
        return "reception r\(found) WHERE r.point = p.code AND \(condition)"
    }
}

extension Store {
    private static let pulseQuery = {
        let gates = Pulse.Gate.allCases.map {
            "(EXISTS (SELECT 1 FROM \($0.sql)) << \($0.rawValue))"
        }
        return """
            SELECT p.code,
            (SELECT count(*) FROM desk d WHERE d.point = p.code AND d.state = 'open'),
            \(gates.joined(separator: " | ")) FROM point p
            """
    }()

    /// The pulse of every point, in one statement.
    func pulses(at now: Instant) throws(StoreError) -> [PointCode: Pulse] {
        try wrap { () throws(SQLiteError) in
            let statement = try connection.statement(Store.pulseQuery)
            for minutes in [120, 2880, 1440 * Screening.memoryDays] {
                statement.bind(now.adding(minutes: -minutes).milliseconds)
            }
            return try statement.all {
                (PointCode($0.text(0)), Pulse(desksOpen: $0.int(1), gates: $0.int(2)))
            }.reduce(into: [:]) { pulses, pulse in
                if let code = pulse.0 { pulses[code] = pulse.1 }
            }
        }
    }
}
