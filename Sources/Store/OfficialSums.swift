import SQLite

/// What official tables are made of, counted anew from the receptions of a store whose rows were
/// written otherwise than by its journal.
package enum OfficialSums {
    /// Inside the transaction that is open. O(receptions).
    package static func recount(_ connection: Connection) throws(SQLiteError) {
        try Fold(connection).recountTallies()
    }
}
