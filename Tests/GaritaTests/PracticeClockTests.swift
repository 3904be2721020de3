import Repatriation
import SQLite
import Support
import Testing

@testable import garita

/// The clock of a practice, and its first hours.
@Suite struct PracticeClockTests {
    private static let ten = TestStore.morning
    private let clock = PracticeClock(
        from: ten.adding(minutes: -330), to: ten, speed: 240)
    private static let second = 1_000_000_000

    @Test func theHourIsWhatHasBeenLived() {
        #expect(clock.now == clock.start)
        clock.live(to: Self.ten.adding(minutes: -60))
        #expect(clock.now == Self.ten.adding(minutes: -60))
        clock.finish(0)
        clock.wait()
        #expect(clock.now == Self.ten)
        #expect(clock.target(2 * Self.second) == Self.ten.adding(minutes: 8))
        #expect(clock.now == Self.ten, "nothing of it was lived yet")
    }

    /// At ×240 board and title drifted by half a day where the machine could not keep up.
    @Test func whatCannotBeLivedInTimeIsNotMadeUpFor() {
        clock.finish(0)
        clock.live(to: Self.ten.adding(minutes: 1), 60 * Self.second)
        #expect(clock.target(60 * Self.second) == Self.ten.adding(minutes: 1))
        #expect(clock.target(61 * Self.second) == Self.ten.adding(minutes: 5))
    }

    @Test func itStandsStillAndGoesOnWhereItStood() {
        clock.finish(0)
        clock.obey(.pause, nextArrival: nil, Self.second)
        let stood = clock.target(Self.second)
        #expect(clock.target(9 * Self.second) == stood && clock.isPaused)
        clock.obey(.step, nextArrival: nil, 9 * Self.second)
        #expect(clock.target(10 * Self.second) == stood.adding(minutes: 1))
        clock.live(to: stood.adding(minutes: 1), 11 * Self.second)
        clock.obey(.pause, nextArrival: nil, 20 * Self.second)
        #expect(clock.target(21 * Self.second) == stood.adding(minutes: 5))
    }

    @Test func itGoesToShortlyBeforeTheNextGroupAndNeverBack() {
        clock.finish(0)
        let next = Self.ten.adding(minutes: 90)
        clock.obey(.nextArrival, nextArrival: next, 0)
        #expect(clock.target(0) == next.adding(minutes: -1))
        // Minute by minute, as it is lived, however long that takes.
        for minute in 1...89 {
            clock.live(to: Self.ten.adding(minutes: minute), minute * Self.second)
            #expect(clock.target(minute * Self.second) == next.adding(minutes: -1))
        }
        #expect(clock.target(90 * Self.second) == next.adding(minutes: 3), "and goes on from there")
        // Asked again from there, it goes to the group itself.
        clock.obey(.nextArrival, nextArrival: next.adding(minutes: 10), 90 * Self.second)
        #expect(clock.target(90 * Self.second) == next.adding(minutes: 9))
        clock.live(to: next.adding(minutes: 9), 90 * Self.second)
        clock.obey(.pause, nextArrival: nil, 90 * Self.second)
        clock.obey(.nextArrival, nextArrival: next.adding(minutes: 10), 90 * Self.second)
        #expect(clock.target(90 * Self.second) == next.adding(minutes: 10))
        clock.live(to: next.adding(minutes: 10), 90 * Self.second)
        clock.obey(.nextArrival, nextArrival: Self.ten, 89 * Self.second)
        #expect(clock.target(0) == next.adding(minutes: 10), "and never back")
    }

    @Test func itsSpeedsHaveTwoEnds() {
        for _ in 0..<20 { clock.obey(.faster, nextArrival: nil, 0) }
        #expect(clock.speed == 240)
        clock.finish(0)
        for _ in 0..<20 { clock.obey(.slower, nextArrival: nil, 0) }
        #expect(clock.speed == 1)
    }

    /// A clock that showed an hour before the newest fact was rung for on the first screen.
    @Test func itBeginsNoEarlierThanWhatIsThereAlready() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        let (scenario, text) = try ScenarioFiles.scenario(nil)
        let lived = try LivedScenario(scenario, text: text, at: path, seed: 1, player: nil)
        let newest = try Connection(path: path, mode: .read)
            .statement("SELECT max(at) FROM journal").first { $0.int(0) }
        #expect(try #require(newest) <= lived.rehearsal.start.milliseconds)
    }
}
