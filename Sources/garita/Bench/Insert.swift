import SQLite

/// The yardstick: one row, one index, one durable commit, on a table of its own in a file of its
/// own beside the store.
///
/// What this program does is measured beside it, one after the other in the same run, so that the
/// disk and the machine are the same for both.
struct Insert {
    private let connection: Connection
    private var number = 0
    /// How long each took.
    private(set) var samples = Samples()

    init(beside path: String) throws {
        connection = try Connection(path: path + ".insert", mode: .create)
        try connection.execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS yard (
              id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS yard_at ON yard (at);
            DELETE FROM yard
            """)
    }

    /// One more, measured.
    mutating func measure() throws {
        number += 1
        let row = try connection.statement("INSERT INTO yard (at, text) VALUES (?,?)")
        row.bind(number &* 2_654_435_761 & 0xFFFF_FFFF).bind("una fila de prueba, de cien bytes")
        try samples.measure { try row.run() }
    }
}
