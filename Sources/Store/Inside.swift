/// Who is inside: those in a stage that ``Stage/isInside`` says, kept by the tables themselves in a
/// column of its own, which indexes and questions name.
package enum Inside {
    /// The condition on `reception`.
    package static let sql = sql(prefix: "")

    /// The same of a table by another name.
    package static func sql(of table: String) -> String { sql(prefix: table + ".") }

    /// Those of a table who are not: who left, or never came.
    static func not(of table: String) -> String { "\(table).inside = 0" }

    /// The same with what stands before the column.
    static func sql(prefix: String) -> String { "\(prefix)inside = 1" }
}
