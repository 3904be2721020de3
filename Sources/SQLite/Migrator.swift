/// Ordered, named steps from an empty file to the present schema. `user_version` counts those done.
package struct Migrator: Sendable {
    /// One step; its text never changes once shipped.
    package struct Step: Sendable {
        /// What it brings.
        package let name: String
        /// The statements.
        package let sql: String

        /// A named step.
        package init(_ name: String, _ sql: String) {
            self.name = name
            self.sql = sql
        }
    }

    private let steps: [Step]

    /// The steps in order.
    package init(_ steps: [Step]) { self.steps = steps }

    /// The statements of all steps.
    package var texts: [String] { steps.map(\.sql) }

    /// The version of the newest schema known here.
    package var newest: Int { steps.count }

    /// The version a file has.
    package func version(of connection: Connection) throws(SQLiteError) -> Int {
        try connection.statement("PRAGMA user_version").first { $0.int(0) } ?? 0
    }

    /// Takes a file to the newest version in one transaction; a file that is newer is left alone.
    ///
    /// `fill` runs after the steps, in the same transaction, with the version that the file had.
    package func migrate(
        _ connection: Connection, fill: (_ from: Int) throws(SQLiteError) -> Void = { _ in }
    ) throws(SQLiteError) {
        let done = try version(of: connection)
        guard done < newest else { return }
        try connection.immediately(
            { () throws(SQLiteError) in
                for step in steps[done...] { try connection.execute(step.sql) }
                try fill(done)
                try connection.execute("PRAGMA user_version = \(newest)")
            }, orWrap: { $0 })
    }
}
