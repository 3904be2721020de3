import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What a list does before the queue and in it, and where its keys lie until they are moved.
@Suite struct LongListTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func people(_ numbers: ClosedRange<Int>) -> [PersonData] {
        numbers.map { TestStore.person($0, born: 1950 + $0 % 50) }
    }

    private func count(_ table: String) throws -> Int {
        try test.store.connection.statement("SELECT count(*) FROM \(table)").first { $0.int(0) }
            ?? 0
    }

    private func announce(_ test: TestStore) throws -> Identifier<Group> {
        let answer = try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        return Identifier(try #require(answer.result["group"]?.integer))
    }

    /// A list as many desks' lists together: what may stand on one, and who is like nobody.
    private static var strange: [PersonData] {
        var people = (1...6).map { TestStore.person($0) }
        (people[0].notes, people[0].alienNumber) = ("Nota «con» \"comillas\"", "A012345678")
        (people[1].birthPrecision, people[1].suggested) = (.estimated, [.warrant, .medical])
        people[2] = PersonData()
        (people[2].isUnidentified, people[2].description) = (true, "Camisa azul")
        (people[3].curp, people[3].birthState) = ("SABC560626MDFLRN01", "DF")
        (people[4].country, people[4].tag, people[4].birthDate) = ("HN", "I77-1", nil)
        people[5].listNumber = 40
        return people
    }

    /// With what was made before the queue a list writes what it writes without it.
    @Test func whatIsForeseenIsWhatIsWritten() throws {
        let other = try TestStore()
        for (test, isForeseen) in [(test, true), (other, false)] {
            let act = Command.act(AddToList(try announce(test), Self.strange, fingerprint: "f"))
            if isForeseen { try test.store.foresee(Self.strange) }
            _ = try test.store.batch(orWrap: { PerformFailure.failed($0) }) {
                () throws(PerformFailure) in try test.perform(act)
            }
        }
        for table in ["journal", "journal_body", "reception", "reception_restricted", "block"] {
            let rows = try [test, other].map { test in
                try test.store.connection.statement("SELECT * FROM \(table)").all { row in
                    (0..<row.columnCount).map { row.value($0) }
                }
            }
            #expect(!rows[0].isEmpty && rows[0] == rows[1], "\(table)")
        }
    }

    /// What was made of others is not written.
    @Test func whatWasForeseenOfOthersIsLeft() throws {
        try test.store.foresee(people(1...3))
        let group = try announce(test)
        _ = try test.store.batch(orWrap: { PerformFailure.failed($0) }) {
            () throws(PerformFailure) in try test.perform(.act(AddToList(group, people(4...6))))
        }
        #expect(try test.store.verify(quick: false) == .holds(events: count("journal")))
    }

    /// Steps of SQLite that a list takes while the other desks wait.
    private func steps(_ list: [PersonData]) throws -> Int {
        let group = try announce(test)
        try test.store.foresee(list)
        var steps = 0
        let count = {
            steps += 1
            return false
        }
        _ = try test.store.connection.interrupting(when: count, every: 1) {
            () throws(PerformFailure) in
            try test.store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
                try test.perform(.act(AddToList(group, list)))
            }
        }
        return steps
    }

    /// Each of a list costs the queue the same, however long it is and whoever else is there.
    @Test func theQueueReadsNobodyWhoIsThere() throws {
        let few = try steps(people(1...50))
        _ = try test.group(.nogales, people: people(51...600))
        let later = try steps(people(601...650))
        let many = try steps(people(651...850))
        #expect(later * 2 < few * 3, "\(few) \(later)")
        #expect(many < few * 6, "\(few) \(many)")
    }

    private func isFound(_ person: PersonData) throws -> Bool {
        let alike = try test.store.answer(
            .matches(MatchFacts(person)), for: .program, at: test.now)
        let born = try test.store.answer(
            .search(person.birthDate?.text ?? "", at: nil), for: .program, at: test.now)
        return !alike.isEmpty && !born.isEmpty
    }

    /// The keys of a list are moved some at a time: at every moment everybody is found, and the
    /// check holds.
    @Test func keysAreFoundWhereverTheyLie() throws {
        let list = people(1...120)
        _ = try test.group(.nogales, people: list)
        let all = try count("recentBlock")
        #expect(all > 300)
        var rounds = 0
        repeat {
            rounds += 1
            for person in list { #expect(try isFound(person), "\(person.given ?? "")") }
            #expect(try count("recentBlock") + count("block") == all)
            #expect(try test.store.verify(quick: false) == .holds(events: count("journal")))
        } while test.store.settleKeys()
        #expect(try rounds > 2 && count("recentBlock") == 0)
        #expect(try test.store.verify(quick: false) == .holds(events: count("journal")))
    }

    /// A few people are no list: their keys go where they stay.
    @Test func theKeysOfAFewStayWhereTheyAre() throws {
        _ = try test.group(.nogales, people: people(1...5))
        #expect(try count("recentBlock") == 0 && count("block") > 10)
        #expect(!test.store.settleKeys())
    }

    /// Whoever is amended before their keys are moved is found by what is right alone.
    @Test func whoIsAmendedMeanwhileKeepsNoKeyOfTheWrongName() throws {
        let ids = try test.group(.nogales, people: people(1...60)).1
        var right = TestStore.person(900, born: 2001)
        (right.given, right.firstSurname) = ("Wenceslao", "Quijano")
        try test.perform(.act(AmendPerson(ids[6], right)))
        #expect(try isFound(right))
        #expect(try test.store.verify(quick: false) == .holds(events: count("journal")))
        while test.store.settleKeys() {}
        #expect(try isFound(right))
        #expect(try test.store.verify(quick: false) == .holds(events: count("journal")))
    }

    /// While somebody else moves keys nobody else does.
    @Test func oneProcessMovesKeysAtATime() throws {
        _ = try test.group(.nogales, people: people(1...60))
        let other = try Store(path: test.path)
        #expect(other.claimTidying())
        #expect(!test.store.settleKeys())
        #expect(try count("recentBlock") > 0)
        other.endTidying()
        while test.store.settleKeys() {}
        #expect(try count("recentBlock") == 0)
    }
}
