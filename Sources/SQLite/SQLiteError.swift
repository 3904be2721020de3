import CSQLite

/// A failure of SQLite: its code, its words and the statement, never the values, which are people's
/// data.
package struct SQLiteError: Error, Sendable, CustomStringConvertible {
    /// SQLite's extended result code.
    package let code: Int32
    /// SQLite's own words.
    package let message: String
    /// The statement with its `?`.
    package let sql: String?

    /// A failure.
    package init(code: Int32, message: String, sql: String? = nil) {
        self.code = code
        self.message = message
        self.sql = sql
    }

    /// Whoever wanted it does not want it any more.
    package static let interrupted = SQLiteError(code: SQLITE_INTERRUPT, message: "interrupted")
    /// The disk did not take what was written.
    package static let diskFailed = SQLiteError(code: SQLITE_IOERR, message: "the disk failed")
    /// A page does not hold what it should.
    package static let damaged = SQLiteError(code: SQLITE_CORRUPT, message: "damaged")

    package var description: String {
        "SQLite \(code): \(message)" + (sql.map { " [\($0)]" } ?? "")
    }
    /// Somebody else holds the file.
    package var isBusy: Bool { code & 0xFF == SQLITE_BUSY || code & 0xFF == SQLITE_LOCKED }
    /// The file is damaged or no database at all.
    package var isDamage: Bool { code & 0xFF == SQLITE_CORRUPT || code & 0xFF == SQLITE_NOTADB }
    /// What was to be written breaks a rule of the tables.
    package var isConstraint: Bool {
        [SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE].contains(code & 0xFF)
    }
    /// A statement asks for what is not there, as in a file of somebody else.
    package var isStatements: Bool { code & 0xFF == SQLITE_ERROR }
    /// The disk has no room.
    package var isFull: Bool { code & 0xFF == SQLITE_FULL || code & 0xFF == SQLITE_IOERR }
}
