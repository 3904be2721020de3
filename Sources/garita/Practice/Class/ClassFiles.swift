import Drill
import Glibc
import Repatriation
import Store

/// A class with its scenario and its folder, ready to begin.
struct ClassFiles {
    let plan: PracticeClass
    let scenario: Scenario
    /// The scenario's own text.
    let text: String
    /// Where the stores go, whole.
    let folder: String
    /// The desk of each trainee.
    let desks: [Int]

    /// Reads a class. Throws `ScenarioFiles.Wrong` with every reason where it is none, or where
    /// what it names is not there.
    init(_ path: String) throws {
        let text = try ScenarioFiles.text(path)
        switch ClassReader.read(text) {
        case .wrong(let problems): throw ScenarioFiles.Wrong(name: path, problems: problems)
        case .whole(let read): plan = read
        }
        // The same from wherever somebody joins.
        let beside = StoreFiles.resolved(StoreFiles.folder(of: path))
        folder = ClassFiles.path(plan.folder, from: beside)
        (scenario, self.text) = try ClassFiles.scenario(of: plan, beside, named: path)
        desks = ClassFiles.desks(of: scenario)
        func wrong(_ key: String, _ es: String, _ en: String) -> ScenarioFiles.Wrong {
            let problem = FileProblem(
                plan.lines[key] ?? 1, "«\(key)»: \(es)", "«\(key)»: \(en)")
            return ScenarioFiles.Wrong(name: path, problems: [problem])
        }
        if plan.form == .together, plan.people.count > desks.count {
            throw wrong(
                "personas", "en un archivo de \(scenario.point.text) caben \(desks.count).",
                "one store of \(scenario.point.text) has room for \(desks.count).")
        }
        if let from = plan.from, scenario.minutes(until: from) * 60 > scenario.length {
            throw wrong(
                "desde", "va entre el inicio y el final del escenario.",
                "stands between the scenario's start and its end.")
        }
    }

    /// How the one store of several desks is called.
    static let together = "clase"

    /// Where the trainees meet their trainer.
    var socket: String { ClassSocket.path(in: folder) }

    /// The store of somebody.
    func store(of place: Int) -> String {
        let name =
            plan.form == .together
            ? ClassFiles.together : PracticeClass.file(of: plan.people[place])
        return "\(folder)/\(name).db"
    }

    /// As the class is called.
    var title: String { plan.title.isEmpty ? scenario.title : plan.title }

    /// A path beside a file, or from the root.
    private static func path(_ path: String, from folder: String) -> String {
        let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
        return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
    }

    private static func scenario(
        of plan: PracticeClass, _ beside: String, named file: String
    ) throws -> (Scenario, String) {
        let name = plan.scenario
        let isShipped = ScenarioFiles.shipped.contains { $0.name == name }
        do {
            return try ScenarioFiles.scenario(isShipped ? name : path(name, from: beside))
        } catch is UsageError {
            let line = plan.lines["escenario"] ?? 1
            throw ScenarioFiles.Wrong(
                name: file,
                problems: [
                    FileProblem(
                        line, "«escenario»: no hay uno, ni un archivo «\(name)».",
                        "«escenario»: there is none, and no file «\(name)».")
                ])
        }
    }

    /// The trainee's desk of a scenario, and those where nobody sits.
    private static func desks(of scenario: Scenario) -> [Int] {
        var ids = IdentifierSource(origin: 1, counter: 0)
        let points = NinePoints.make(&ids)
        let count = points.first { $0.code == scenario.point }?.desks ?? 1
        let taken = Set(scenario.colleagues + scenario.reserves + [scenario.desk])
        return [scenario.desk] + (1...max(1, count)).filter { !taken.contains($0) }
    }
}
