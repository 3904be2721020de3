import Glibc
import SQLite

/// The yardstick: one row, one index, one durable commit, on a table of its own in a file of its
/// own beside the store.
///
/// What this program does is measured beside it, one after the other in the same run, so that the
/// disk and the machine are the same for both.
final class Insert {
    private let path: String
    private let connection: Connection
    private var number = 0
    /// How long each took.
    private(set) var samples = Samples()

    init(beside path: String) throws {
        self.path = path + ".insert"
        connection = try Connection(path: self.path, mode: .create)
        try connection.execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE yard (
              id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
            CREATE INDEX yard_at ON yard (at)
            """)
    }

    deinit {
        connection.close()
        unlink(path)
    }

    /// One more, measured.
    func measure() throws {
        number += 1
        let row = try connection.statement("INSERT INTO yard (at, text) VALUES (?,?)")
        row.bind(number &* 2_654_435_761 & 0xFFFF_FFFF).bind("una fila de prueba, de cien bytes")
        try samples.measure { try row.run() }
    }
}
