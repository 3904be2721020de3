import Repatriation
import SQLite
import Support
import Testing

@testable import garita

/// The hours of a practice day that pass while its first screen is already there.
@Suite struct MorningTests {
    private static let ten = TestStore.morning
    private let morning = Morning(
        from: ten.adding(minutes: DemoProgram.prepared), to: ten)

    @Test func theHourIsWhatHasBeenLived() {
        #expect(morning.now(speed: 240) == morning.start)
        morning.live(to: MorningTests.ten.adding(minutes: -60))
        #expect(morning.now(speed: 240) == MorningTests.ten.adding(minutes: -60))
        morning.finish()
        morning.wait()
        #expect(morning.now(speed: 0) == MorningTests.ten)
        #expect(morning.now(speed: 240) >= MorningTests.ten)
    }

    /// A clock that showed an hour before the newest fact was rung for on the first screen.
    @Test func itBeginsNoEarlierThanWhatIsThereAlready() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        let (_, ten) = try DemoProgram.make(path, seed: 1)
        let newest = try Connection(path: path, mode: .read)
            .statement("SELECT max(at) FROM journal").first { $0.int(0) }
        let begins = ten.adding(minutes: DemoProgram.prepared)
        #expect(try #require(newest) <= begins.milliseconds)
    }
}
