import Repatriation

/// The list of a scenario's injects as exercise planners keep it: the nine columns of a Master
/// Scenario Events List (HSEEP, FEMA 2020).
package struct ScenarioTable {
    /// The names of the columns.
    package static let head: [Bilingual] = [
        Bilingual("número", "number"), Bilingual("hora", "scenario time"),
        Bilingual("sinopsis", "synopsis"), Bilingual("medio", "mode of delivery"),
        Bilingual("conduce", "controller"), Bilingual("para", "intended player"),
        Bilingual("respuesta esperada", "expected response"),
        Bilingual("objetivo", "objective"), Bilingual("notas de quien evalúa", "evaluator's notes"),
    ]

    /// One row for each inject, in their order; `clock` says seconds from the start as an hour.
    package static func rows(_ scenario: Scenario, clock: (Int) -> String) -> [[String]] {
        scenario.injects.enumerated().map { number, inject in
            let objectives = scenario.objectives.filter { objective in
                inject.expects.contains { $0.objective == objective.id }
            }
            return [
                String(number + 1), hour(inject, clock), inject.synopsis, inject.medium.rawValue,
                inject.happens.isEmpty ? "instructora" : "programa", inject.audience.rawValue,
                inject.expects.map { "\($0.why) (\($0.within / 60) min)" }.joined(separator: "; "),
                objectives.map(\.text).joined(separator: "; "), "",
            ]
        }
    }

    private static func hour(_ inject: Inject, _ clock: (Int) -> String) -> String {
        switch inject.cue {
        case .at(let seconds): clock(seconds)
        case .after(let other, let condition, let seconds):
            "\(seconds / 60) min tras «\(other)» \(condition.rawValue)"
        }
    }

    /// Rows as CSV (RFC 4180). What a spreadsheet would take for a formula begins with an
    /// apostrophe.
    package static func csv(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
        let safe = isFormula == true ? "'\(text)" : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
