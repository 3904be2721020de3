import Repatriation

/// Who is inside: the stages are ``Stage/isInside``'s, said as the indexes say it, since a
/// condition that says it otherwise finds none of them.
package enum Inside {
    /// The condition on `reception`.
    package static let sql = sql(prefix: "")

    /// The same of a table by another name.
    package static func sql(of table: String) -> String { sql(prefix: table + ".") }

    /// Those of a table who are not: who left, or never came.
    static func not(of table: String) -> String {
        "\(table).stage IN (\(outside.map { "'\($0.rawValue)'" }.joined(separator: ",")))"
    }

    /// The same with what stands before the column.
    static func sql(prefix: String) -> String {
        outside.map { "\(prefix)stage <> '\($0.rawValue)'" }.joined(separator: " AND ")
    }

    private static let outside = Stage.allCases.filter { !$0.isInside }
}
