/// How a report is given: `--format`.
enum ReportFormat: String, CaseIterable {
    case text, csv, html, json, hxl

    /// What was asked for, among those that there are of it; unsaid, the usual one, and with
    /// `--json` that.
    static func of(
        _ arguments: Arguments, among allowed: [ReportFormat] = allCases,
        usual: ReportFormat = .text
    ) throws -> ReportFormat {
        let format: ReportFormat?
        if let text = arguments["format"] {
            format = ReportFormat(rawValue: text)
        } else {
            format = arguments.isJSON ? .json : usual
        }
        guard let format, allowed.contains(format) else {
            let names = allowed.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--format toma: \(names).", "--format takes: \(names).")
        }
        return format
    }
}
