import Drill
import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

@testable import garita

/// The practice of all points with one seed: the same events, the same journal.
///
/// What is kept of each hour is how many facts of each kind it has, and a digest of all that stands
/// in them. Written anew with `RECORD=1`.
@Suite struct PracticeJournalTests {
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/practice-morning.txt")
    private static let hours = 3

    @Test func theMorningOfSeedOneIsTheSameOnEveryMachineAtAnySpeed() throws {
        let kept = try lived(steps: PracticeJournalTests.hours)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try kept.write(to: PracticeJournalTests.golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: PracticeJournalTests.golden, encoding: .utf8) == kept)
        #expect(
            try lived(steps: 19).split(separator: "\n").last == kept.split(separator: "\n").last)
    }

    @Test func anotherSeedIsAnotherMorning() throws {
        #expect(try lived(steps: 1, seed: 2) != lived(steps: 1, seed: 3))
    }

    private func lived(steps: Int, seed: Int = 1) throws -> String {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let (scenario, text) = try ScenarioFiles.scenario(nil)
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/p.db", seed: seed, player: nil)
        var lines: [String] = []
        var seen = 0
        for step in 1...steps {
            let minutes = PracticeJournalTests.hours * 60 * step / steps
            let now = lived.rehearsal.start.adding(minutes: minutes)
            try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now)
            }
            let (entries, last) = try lived.store.practiceFacts(after: seen)
            seen = last
            let kinds = Dictionary(grouping: entries, by: \.event.kind.rawValue)
                .map { "\($0.value.count) \($0.key)" }.sorted()
            lines.append("\(lived.rehearsal.clock(now)) \(kinds.joined(separator: ", "))")
        }
        return (lines + [try lived.store.practiceDigest()]).joined(separator: "\n") + "\n"
    }
}
