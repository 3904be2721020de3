import SQLite

/// What an act asks of the file, for bench: nothing here depends on a clock.
package struct Cost<Result> {
    /// What it gave.
    package let result: Result
    /// How many statements ran, those that begin and end the transaction among them.
    package let statements: Int
    /// How many pages it added to the log; nil where that began anew meanwhile.
    package let pages: Int?
}

extension Store {
    /// Runs `body`, which writes, and tells what it asked of the file.
    package func costing<Result>(_ body: () throws -> Result) rethrows -> Cost<Result> {
        let before = logPosition
        let (result, statements) = try connection.counting(body)
        let after = logPosition
        let isSame = before?.salt == after?.salt
        let pages = isSame ? after.flatMap { end in before.map { end.frames - $0.frames } } : nil
        return Cost(result: result, statements: statements, pages: pages)
    }
}
