import Repatriation
import Support
import Testing

@testable import Store

/// The journal read within a reading of itself.
@Suite struct NestedReadTests {
    @Test(arguments: ["1", "act > 0"]) func aReadingWithinAnotherTakesNothingFromIt(
        _ condition: String
    ) throws {
        let test = try TestStore()
        for number in 1...3 { _ = try test.waiting(.nogales, TestStore.person(number)) }
        let journal = test.store.journal
        var alone: [Event] = []
        try journal.read { alone.append($0.event) }
        var outer: [Event] = []
        try journal.read(where: condition) { entry throws(StoreError) in
            outer.append(entry.event)
            var inner: [Event] = []
            try journal.read(where: condition) { inner.append($0.event) }
            #expect(inner == alone)
        }
        #expect(outer == alone)
    }
}
