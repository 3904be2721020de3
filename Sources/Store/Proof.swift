import Repatriation
import SQLite

/// What was proven of a store: that its tables were what the journal said, up to a row, and the
/// sums of what tables and journal held then.
///
/// It lies in the file itself and is no signature: it finds what went wrong, not whoever changes
/// the file and this with it.
struct Proof {
    let key: DigestKey
    /// The journal's last row then.
    var seq: Int
    /// How many rows of a later program were among them.
    var later: Int
    var sums: TableSums
    /// The journal's sums.
    var journal: JournalSums
    /// The origin that the store had then, and how many identifiers of it were given out.
    var origin: Int
    var counter: Int

    /// Nothing is proven any more: earlier rows are about to be others.
    static func forget(_ connection: Connection) throws(SQLiteError) {
        try connection.execute("DELETE FROM proven; DELETE FROM provenSum")
    }
}

/// Sums of the journal's rows with their bodies, by shares of some ten thousand: a daily check
/// reads some of them each time.
struct JournalSums {
    private let key: DigestKey
    var shares: [Int: UInt64] = [:]
    /// The share that was read last.
    var last = -1

    /// How many rows a share has.
    static let size = 1 << 16

    init(_ key: DigestKey) { self.key = key }

    /// Whether the rows of a share through one are what they were; goes on to it.
    mutating func holds(
        _ share: Int, through seq: Int, _ connection: Connection
    ) throws(SQLiteError) -> Bool {
        last = share
        let start = share * JournalSums.size - 1
        let cursor = try JournalCursor(
            connection, after: start, through: min(start + JournalSums.size, seq))
        defer { cursor.close() }
        var now = JournalSums(key)
        while try cursor.next() { now.add(cursor) }
        return !cursor.hasLoneBody && now.shares[share] == shares[share]
    }

    /// Adds the row where a cursor stands.
    mutating func add(_ cursor: JournalCursor) {
        var digest = RowDigest(key)
        digest.add(cursor.row, 0..<17)
        for body in cursor.bodies {
            digest.add(body.name)
            digest.add(body.text)
        }
        let share = cursor.row.exactInt(0) / JournalSums.size
        shares[share] = (shares[share] ?? 0) &+ digest.value
    }
}

extension Store {
    /// What was proven now.
    func proof(
        _ check: JournalCheck, _ sums: TableSums, _ key: DigestKey, later: Int
    ) throws(StoreError) -> Proof? {
        guard let journal = check.sums else { return nil }
        return try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT origin, counter FROM meta").first {
                Proof(
                    key: key, seq: check.start + check.rows, later: later, sums: sums,
                    journal: journal, origin: $0.int(0), counter: $0.int(1))
            }
        }
    }

    /// What was proven last; nil where nothing was, or not by a program that keeps these sums.
    func proven() throws(StoreError) -> Proof? {
        try wrap { () throws(SQLiteError) in
            let found = try connection.statement("SELECT * FROM proven").first { row in
                let key = DigestKey(
                    first: UInt64(bitPattern: Int64(row.exactInt(5))),
                    second: UInt64(bitPattern: Int64(row.exactInt(6))))
                var proof = Proof(
                    key: key, seq: row.int(1), later: row.int(2), sums: TableSums(),
                    journal: JournalSums(key), origin: row.int(3), counter: row.int(4))
                proof.journal.last = row.int(7)
                return proof
            }
            guard var proof = found else { return nil }
            let rows = try connection.statement("SELECT * FROM provenSum")
            while try rows.step() {
                let sum = UInt64(bitPattern: Int64(rows.exactInt(2)))
                if rows.text(0) == "journal" {
                    proof.journal.shares[rows.int(1)] = sum
                } else {
                    proof.sums[rows.text(0)] = sum
                }
            }
            return proof
        }
    }

    /// Keeps what was proven. It is no part of what was asked: where others write for too long, or
    /// the file cannot be written, the next check has more to do.
    func keep(_ proof: Proof) {
        try? exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
                    try Proof.forget(connection)
                    let head = try connection.statement(
                        "INSERT INTO proven VALUES (1,?,?,?,?,?,?,?)")
                    head.bind(proof.seq).bind(proof.later)
                    head.bind(proof.origin).bind(proof.counter)
                    head.bind(Int(bitPattern: UInt(proof.key.first)))
                    head.bind(Int(bitPattern: UInt(proof.key.second)))
                    try head.bind(proof.journal.last).run()
                    for (table, sum) in proof.sums.sums { try keep(sum, table, 0) }
                    for (share, sum) in proof.journal.shares { try keep(sum, "journal", share) }
                }
            }, orWrap: { $0 })
    }

    private func keep(_ sum: UInt64, _ of: String, _ share: Int) throws(SQLiteError) {
        let row = try connection.statement("INSERT INTO provenSum VALUES (?,?,?)")
        try row.bind(of).bind(share).bind(Int(bitPattern: UInt(sum))).run()
    }
}
