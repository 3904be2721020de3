import Repatriation

/// Who is inside, as the indexes say it: a condition that says it otherwise finds none of them.
package enum Inside {
    /// The condition on `reception`.
    package static let sql = condition(of: "")

    /// The same of a table by another name.
    package static func sql(of table: String) -> String { condition(of: table + ".") }

    private static func condition(of prefix: String) -> String {
        Stage.allCases.filter { !$0.isInside }.map { "\(prefix)stage <> '\($0.rawValue)'" }
            .joined(separator: " AND ")
    }
}
