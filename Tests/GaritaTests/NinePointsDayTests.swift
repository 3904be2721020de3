import Drill
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// The practice of all points goes through the night into the next day, and teaches nothing
/// impossible.
@Suite(.serialized) struct NinePointsDayTests {
    /// Eight in the evening to half past seven in the morning, lived once.
    private static let lived = Result { try Night() }

    private struct Night: @unchecked Sendable {
        let lived: LivedScenario
        let now: Instant
        let entries: [JournalEntry]

        init() throws {
            var (scenario, text) = try ScenarioFiles.scenario(nil)
            scenario.starts = try #require(TimeOfDay(text: "20:00"))
            let path = "\(try TestStore.makeFolder())/p.db"
            let lived = try LivedScenario(scenario, text: text, at: path, seed: 4, player: nil)
            let now = lived.rehearsal.start.adding(minutes: 690)
            try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
                lived.advance(to: now)
            }
            (self.lived, self.now) = (lived, now)
            entries = try lived.store.practiceFacts(after: 0).entries
        }
    }

    private let night: Night
    init() throws { night = try NinePointsDayTests.lived.get() }

    private func count(_ kind: EventKind) -> Int {
        night.entries.count { $0.event.kind == kind }
    }

    @Test func theNightGoesOnIntoTheNextDay() throws {
        #expect(try #require(night.lived.rehearsal.nextArrival(after: night.now)) > night.now)
        #expect(night.lived.rehearsal.end > night.now.adding(minutes: 7 * 1440))
        #expect(count(.handOverReceived) >= 9, "each point's lead has changed")
        let late = night.entries.filter { $0.event.kind == .groupArrived && $0.at < night.now }
        #expect(late.count > 3)
    }

    @Test func peopleAreMissingReferredHelpedAndKnownAgain() {
        #expect(count(.didNotCome) > 0)
        #expect(count(.referred) > 10 && count(.referralAnswered) > 10)
        #expect(count(.helpGiven) > 20)
        #expect(count(.groupConcluded) > 0)
        #expect(count(.laneTicked) > 0)
    }

    /// What the rules refuse nobody does who knows them.
    @Test func thoseWhoWorkAreRefusedNothing() {
        #expect(night.lived.rehearsal.refused.isEmpty, "\(night.lived.rehearsal.refused)")
    }

    /// Whoever practises has done nothing of it: what they may take back is theirs alone.
    @Test func nothingWasDoneInTheNameOfWhoeverPractises() throws {
        let trainee = try night.lived.store.peer().id
        #expect(night.entries.allSatisfy { $0.officer != trainee })
        let officers = Set(night.entries.map(\.officer))
        #expect(officers.count > 20, "each desk has somebody of its own")
    }

    @Test func itVerifies() throws {
        let store = night.lived.store
        #expect(
            try store.verify(quick: false) == .holds(events: try store.figures().events))
    }
}
