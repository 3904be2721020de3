import Repatriation
import SQLite

/// Files that may be of anybody: before a row of them is read, nothing in them runs but what is
/// ours.
///
/// A view or a trigger of another hand would run with the first statement that touches it, and need
/// never end. Everything else that a schema can say runs as long as its rows are many.
enum ForeignFile {
    /// Throws `unfit` for views and for triggers that are not ours.
    static func check(_ connection: Connection, _ path: String) throws {
        let areOurs = try soon(connection) { () throws(SQLiteError) in
            try connection.statement(
                "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
            ).all {
                Schema.guards.contains($0.text(0))
            }
        }
        guard areOurs.allSatisfy({ $0 }) else { throw StoreError.unfit(path: path, ["schema"]) }
    }

    /// Runs reads that have ten seconds: what a small read of a small table never needs.
    static func soon<Result>(
        _ connection: Connection, _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let deadline = Deadline(milliseconds: 10_000)
        return try connection.interrupting(when: { deadline.hasPassed }, body)
    }
}
