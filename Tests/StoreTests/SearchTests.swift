import Repatriation
import Store
import Support
import Testing

/// Search against reading everybody.
@Suite struct SearchTests {
    /// Any beginning of any words, in any order, with few or with hundreds of words that begin so.
    @Test func searchFindsWhomReadingEverybodyFinds() throws {
        let test = try TestStore()
        var random = RandomSource(state: 77)
        let syllables = ["ma", "ri", "lo", "ña", "zé", "to", "qui", "nes", "va", "ler"]
        func name(_ start: String) -> String {
            start + (0..<3).map { _ in syllables.randomElement(using: &random) ?? "a" }.joined()
        }
        let people = (0..<1200).map { index -> PersonData in
            var person = TestStore.person(index)
            person.given = name(["Ana", "Quin", "José Mar"][index % 3])
            person.firstSurname = name(["Quin", "Zúñ", "Lo"][index % 3])
            person.secondSurname = index % 4 == 0 ? nil : name("Her")
            return person
        }
        let ids = try test.group(.nogales, people: people).1
        let words = people.map { person in
            [person.given, person.firstSurname, person.secondSurname].compactMap { $0 }
                .flatMap { NameText.folded($0).split(separator: " ").map(String.init) }
        }
        for _ in 0..<400 {
            let own = words.randomElement(using: &random)?.shuffled(using: &random) ?? []
            let count = Int.random(in: 1...2, using: &random)
            let last = own[0].prefix(Int.random(in: 1...own[0].count, using: &random))
            let query = (own[1..<count].map(\.self) + [String(last)])
            let expected = Set(
                zip(ids, words).filter { _, all in
                    query.dropLast().allSatisfy { all.contains($0) }
                        && all.contains { $0.hasPrefix(last) }
                }.map(\.0))
            let found = Set(
                try test.store.search(query.joined(separator: " "), at: nil, within: 60_000).map(
                    \.id))
            #expect(found.isSubset(of: expected), "\(query)")
            #expect(found.count == min(Hit.most, expected.count), "\(query)")
        }
    }

    /// A hit is made of few fields, and shows what the whole person would: to those who read names
    /// and to others.
    @Test func aHitShowsWhatTheWholePersonWould() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        for (number, year) in [(1, 1990), (2, 2012), (3, 2008)] {
            _ = try test.waiting(
                .nogales, TestStore.person(number, born: year),
                flags: year == 2012 ? [.unaccompaniedChild] : [])
        }
        let doubted = try test.waiting(.nogales, TestStore.person(4, born: 1999))
        try test.perform(.act(CorrectAge(doubted, AgeCorrection(nil, source: .appearance))))
        var unnamed = PersonData()
        (unnamed.isUnidentified, unnamed.description, unnamed.curp) = (
            true, "gorra azul", "PRUEBA560626MDFLRN01"
        )
        _ = try test.waiting(.nogales, unnamed)
        for reader in [test.lead, officer] {
            let viewer = try Viewer(path: test.path, reader)
            let eyes = Reader(try #require(try test.store.officer(reader)), isDrill: true)
            let hits = try ["prueba", "2", "4", "5"].flatMap {
                try viewer.search($0, at: .nogales)
            }
            #expect(hits.count >= 3)
            for hit in hits {
                let person = try #require(try test.store.reception(hit.id))
                let group = try #require(Int(hit.group.dropFirst()))
                #expect(hit == Hit(person, group: group, to: eyes))
            }
        }
    }

    /// O'Hara is found with and without the apostrophe, and Ohara with one.
    @Test func apostrophesHideNobody() throws {
        let test = try TestStore()
        let names = ["O'HARA", "OHARA", "D’AMICO"]
        let people = names.map { name -> PersonData in
            var person = TestStore.person(1)
            person.firstSurname = name
            return person
        }
        _ = try test.group(.nogales, people: people)
        for (words, count) in [("ohara", 2), ("O'Hara", 2), ("damico", 1), ("d'ami", 1)] {
            #expect(
                try test.store.search(words, at: nil, within: 60_000).count == count, "\(words)")
        }
    }

    /// Who left a moment ago is found by their number.
    @Test func aTicketIsFoundAfterItsExit() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let ticket = try #require(try test.reception(id).ticket)
        try test.perform(.act(ReleasePerson(id, Release(.hospital))))
        let found = try test.store.search(String(ticket), at: .nogales, within: 60_000)
        #expect(found.map(\.id) == [id])
    }
}
