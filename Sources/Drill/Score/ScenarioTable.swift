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

    /// One row for each inject, in their order; `clock` says seconds from the start as an hour. What
    /// the trainer wrote stays in the trainer's words.
    package static func rows(
        _ scenario: Scenario, _ language: Language, clock: (Int) -> String
    ) -> [[String]] {
        scenario.injects.enumerated().map { number, inject in
            let objectives = scenario.objectives.filter { objective in
                inject.expects.contains { $0.objective == objective.id }
            }
            return [
                String(number + 1), hour(inject, language, clock), inject.synopsis,
                inject.medium.label(language),
                inject.happens.isEmpty
                    ? language("instructora", "trainer") : language("programa", "program"),
                inject.audience.label(language),
                inject.expects.map { "\($0.why) (\($0.within / 60) min)" }.joined(separator: "; "),
                objectives.map(\.text).joined(separator: "; "), "",
            ]
        }
    }

    private static func hour(
        _ inject: Inject, _ language: Language, _ clock: (Int) -> String
    ) -> String {
        switch inject.cue {
        case .at(let seconds): clock(seconds)
        case .after(let other, let condition, let seconds):
            language(
                "\(seconds / 60) min tras «\(other)» \(condition.label.es)",
                "\(seconds / 60) min after «\(other)» was \(condition.label.en)")
        }
    }
}

/// The words of the columns.
extension Inject.Medium {
    /// How the trainee learns of it.
    package var label: Bilingual {
        switch self {
        case .list: Bilingual("lista", "list")
        case .gate: Bilingual("puerta", "gate")
        case .phone: Bilingual("teléfono", "phone")
        case .failure: Bilingual("avería", "failure")
        case .visitor: Bilingual("visitante", "visitor")
        case .clock: Bilingual("reloj", "clock")
        }
    }
}

extension Inject.Condition {
    /// What has become of another inject.
    package var label: Bilingual {
        switch self {
        case .told: Bilingual("dicho", "told")
        case .met: Bilingual("cumplido", "met")
        case .missed: Bilingual("fallido", "missed")
        }
    }
}

extension Work {
    /// The part of the work at a point.
    package var label: Bilingual {
        switch self {
        case .gate: Bilingual("puerta", "gate")
        case .assessment: Bilingual("valoración", "first questions")
        case .desk: Bilingual("ventanilla", "desk")
        case .lanes: Bilingual("rutas", "lanes")
        case .exits: Bilingual("salidas", "exits")
        case .lead: Bilingual("mando", "lead")
        }
    }
}
