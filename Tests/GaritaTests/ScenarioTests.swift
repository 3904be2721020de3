import Drill
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// The scenarios that come with the program, each played to its end.
@Suite struct ScenarioTests {
    static let shipped = ScenarioFiles.shipped.map(\.name)

    private func played(
        _ name: String, _ player: Rehearsal.Player, steps: Int = 1
    ) throws -> (rehearsal: Rehearsal, digest: String) {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/p.db", seed: nil, player: player)
        for step in 1...steps {
            let now = lived.rehearsal.start.adding(seconds: scenario.length * step / steps)
            try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
                lived.rehearsal.advance(to: now)
            }
        }
        return (lived.rehearsal, try lived.store.practiceDigest())
    }

    @Test(arguments: shipped) func aGoodOfficerReachesEveryPoint(_ name: String) throws {
        let rehearsal = try played(name, .good).rehearsal
        for reached in rehearsal.reached {
            let missed = reached.missed.map { "\($0.inject.id): \($0.expected.why)" }
            #expect(missed.isEmpty, "\(name) \(reached.objective.id)")
        }
        #expect(rehearsal.reached.map(\.points).reduce(0, +) == rehearsal.scenario.possible)
        #expect(rehearsal.refused.isEmpty, "a good officer is refused nothing")
    }

    @Test(arguments: shipped) func aCarelessOneIsToldEachFault(_ name: String) throws {
        let rehearsal = try played(name, .careless).rehearsal
        let told = rehearsal.scenario.injects.filter { rehearsal.score.told[$0.id] != nil }
        let expected = told.flatMap(\.expects).count
        let missed = rehearsal.reached.flatMap(\.missed)
        #expect(missed.count == expected && expected > 0)
        #expect(rehearsal.reached.map(\.points).reduce(0, +) == 0)
    }

    /// The same facts, byte for byte, whether it is lived at once or in small steps: what fails, a
    /// group that colleagues share, a family at two points, a child alone.
    @Test(arguments: ["corte", "dos-oficiales", "familia", "tio"])
    func howFastItIsLivedChangesNothing(_ name: String) throws {
        #expect(try played(name, .good).digest == played(name, .good, steps: 97).digest)
    }

    @Test(arguments: shipped) func whatIsAskedOfATraineeHasItsSource(_ name: String) throws {
        let (scenario, _) = try ScenarioFiles.scenario(name)
        #expect(scenario.id == name)
        #expect(scenario.objectives.allSatisfy { !$0.source.isEmpty && $0.least > 0 })
        #expect(!scenario.moments.isEmpty && !scenario.lessons.isEmpty)
        #expect(scenario.injects.allSatisfy { $0.expects.isEmpty || !$0.hint.isEmpty })
    }
}
