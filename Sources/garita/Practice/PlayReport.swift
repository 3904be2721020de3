import Drill
import Repatriation

/// What a play reached, as `demo --play` prints it.
struct PlayReport {
    private let rehearsal: Rehearsal
    private let digest: String

    init(_ rehearsal: Rehearsal, digest: String) {
        self.rehearsal = rehearsal
        self.digest = digest
    }

    private var reached: [Score.Reached] { rehearsal.reached }

    var json: JSON {
        [
            "scenario": .string(rehearsal.scenario.id), "seed": .int(rehearsal.seed),
            "digest": .string(digest), "score": .int(reached.map(\.points).reduce(0, +)),
            "possible": .int(reached.map(\.possible).reduce(0, +)),
            "objectives": .array(reached.map(PlayReport.json)),
            "refused": .array(rehearsal.refused.map(JSON.string)),
        ]
    }

    private static func json(_ reached: Score.Reached) -> JSON {
        [
            "id": .string(reached.objective.id), "points": .int(reached.points),
            "possible": .int(reached.possible),
            "missed": .array(
                reached.missed.map { missed in
                    [
                        "inject": .string(missed.inject.id),
                        "expected": .string(missed.expected.kind.rawValue),
                        "why": .string(missed.expected.why),
                        "deadline": .string(missed.deadline.text),
                        "doneAt": JSON(missed.doneAt?.text),
                        "source": .string(reached.objective.source),
                    ]
                }),
        ]
    }

    func text(_ language: Language) -> String {
        let score = reached.map(\.points).reduce(0, +)
        let possible = reached.map(\.possible).reduce(0, +)
        var lines = [
            "\(rehearsal.scenario.title)",
            language("\(score) de \(possible) puntos", "\(score) of \(possible) points"),
        ]
        for one in reached {
            lines.append("")
            lines.append("\(one.points)/\(one.possible)  \(one.objective.text)")
            for missed in one.missed {
                lines.append("  · \(missed.expected.why) (\(said(missed, language)))")
            }
            if !one.missed.isEmpty { lines.append("    \(one.objective.source)") }
        }
        return lines.joined(separator: "\n")
    }

    private func said(_ missed: Score.Missed, _ language: Language) -> String {
        let until = rehearsal.clock(missed.deadline)
        guard let done = missed.doneAt.map(rehearsal.clock) else {
            return language("hasta las \(until), no se hizo", "until \(until), not done")
        }
        return missed.expected.isNever
            ? language("se hizo a las \(done)", "done at \(done)")
            : language(
                "hasta las \(until), se hizo a las \(done)", "until \(until), done at \(done)")
    }
}
