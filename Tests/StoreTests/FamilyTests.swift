import Repatriation
import Store
import Support
import Testing

/// Families that the way has split, and who interprets.
@Suite struct FamilyTests {
    /// Both points are told, without names, until the two are together or one has left.
    @Test func aFamilySplitBetweenPointsRaisesAnAlert() throws {
        let test = try TestStore()
        var child = TestStore.person(1, born: 2015)
        var adult = TestStore.person(2, born: 1985)
        (child.firstSurname, adult.firstSurname) = ("Sántiz", "Santiz")
        let one = try test.waiting(.nogales, child)
        let two = try test.waiting(.tijuana, adult)
        #expect(try test.store.adultsElsewhere(for: one, now: test.now).0.map(\.id) == [two])
        #expect(try test.store.adultsElsewhere(for: two, now: test.now).0.isEmpty)
        func alerts() throws -> [Alert] {
            try test.store.board(at: test.now).alerts.filter { $0.code == "familySplit" }
        }
        #expect(try alerts().isEmpty)
        let act = try #require(try test.perform(.act(SetFamily(one, [two], [.parent]))).act)
        #expect(try Set(alerts().map(\.point)) == [.nogales, .tijuana])
        #expect(try alerts().first { $0.point == .nogales }?.grade == .critical)
        for alert in try alerts() { #expect(!alert.text.es.contains("ntiz")) }
        try test.perform(.act(Undo(act)))
        #expect(try alerts().isEmpty)
        try test.perform(.act(SetFamily(one, [two], [.parent])))
        let other = try test.waiting(.nogales, TestStore.person(3, born: 1985))
        #expect(test.refusal(.act(SetFamily(two, [other], [nil])))?.code == .otherPoint)
        try test.perform(.act(ReleasePerson(two, Release(.ownDecision))))
        #expect(try alerts().isEmpty)
    }

    /// A second family that is split makes the count grow, not another line.
    @Test func splitFamiliesAreOneLineAPoint() throws {
        let test = try TestStore()
        for number in 0..<3 {
            let child = try test.waiting(.nogales, TestStore.person(number, born: 2015))
            let adult = try test.waiting(.tijuana, TestStore.person(10 + number, born: 1985))
            try test.perform(.act(SetFamily(child, [adult], [.parent])))
        }
        let alerts = try test.store.board(at: test.now).alerts.filter { $0.code == "familySplit" }
        #expect(alerts.count == 2)
        #expect(alerts.allSatisfy { $0.text.es.contains("Y 2 más.") })
    }

    /// A child alone is looked for by child protection, and offers nobody's name to a desk.
    @Test func aChildAloneOffersNoAdultsElsewhere() throws {
        let test = try TestStore()
        let child = try test.waiting(
            .nogales, TestStore.person(1, born: 2015), flags: [.unaccompaniedChild])
        _ = try test.waiting(.tijuana, TestStore.person(2, born: 1985))
        #expect(try test.store.adultsElsewhere(for: child, now: test.now).0.isEmpty)
    }

    /// Somebody of the group may be the one who controls the person: no interpreter where
    /// nationality is in doubt.
    @Test func aCompanionIsNoInterpreterForADoubt() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.noSpanish])
        func assign(_ medium: Medium) throws {
            try test.perform(
                .act(
                    AssignInterpreter(
                        id, language: "tseltal", variant: "Ocosingo", medium, who: "INPI: M.")))
        }
        let doubt = Command.act(
            SetNationality(
                id, .pending, nil, motive: "papeles", interpreter: nil, mexicanParent: nil))
        #expect(test.refusal(doubt)?.code == .interpreterFirst)
        try assign(.companion)
        #expect(test.refusal(doubt)?.code == .interpreterFirst)
        try assign(.phone)
        try test.perform(doubt)
    }
}
