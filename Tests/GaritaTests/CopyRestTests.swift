import Store
import Synchronization
import Testing

@testable import garita

/// Copies of a program that is stopped.
@Suite struct CopyRestTests {
    private let rests = CopyRests()

    @Test func aCopyEndsBeforeTheProgramIsStoppedAndIsMadeAfterwards() throws {
        var tries = 0
        try rests.make(while: { true }) { isWanted in
            tries += 1
            guard tries == 1 else { return isWanted() }
            #expect(isWanted())
            #expect(!rests.rest(), "stopped in the middle")
            #expect(!isWanted())
            rests.goOn()
            return false
        }
        #expect(tries == 2)
        #expect(rests.rest())
    }

    @Test func nothingIsBegunWhileTheProgramIsStopped() throws {
        #expect(rests.rest())
        let asked = Mutex(0)
        try rests.make(while: {
            asked.withLock { count in
                count += 1
                return count < 4
            }
        }) { _ in
            Issue.record("begun")
            return true
        }
        #expect(rests.rest())
    }

    /// A copy that is not due is none to be made anew.
    @Test func whatIsNotDueIsAskedOnce() throws {
        var tries = 0
        try rests.make(while: { true }) { _ in
            tries += 1
            return false
        }
        #expect(tries == 1)
    }
}
