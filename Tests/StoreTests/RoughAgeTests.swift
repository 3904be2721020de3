import Foundation
import Repatriation
import Store
import Support
import Testing

/// Whoever may be under 18 by what is known of the birth is not settled as adult, anywhere.
@Suite struct RoughAgeTests {
    private func interviewed(
        _ test: TestStore, _ birth: String, _ precision: String, listed: Int? = nil
    ) throws -> Identifier<Reception> {
        var person = TestStore.person(1, born: listed ?? 1990)
        if listed == nil { person.birthDate = nil }
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.birthPrecision]) = (birth, precision)
        (answers[.travelCondition], answers[.companionKinship]) = ("accompanied", "parent")
        try test.perform(.act(SaveProfile(id, answers)))
        return id
    }

    /// November 2026: of 2008 is 17 or 18.
    @Test(arguments: [
        ("2008-07-01", "estimated", true), ("2008-07-01", "doubt", true),
        ("2006-12-31", "doubt", true),
        ("2007-07-01", "estimated", false),
        ("2008-05-28", "ageOnly", true), ("2008-05-13", "ageOnly", false),
        ("2008-07-01", "exact", false),
    ])
    func whoMayBeUnder18DoesNotLeaveAsAnAdult(_ birth: String, _ precision: String, _ isHeld: Bool)
        throws
    {
        let test = try TestStore()
        let id = try interviewed(test, birth, precision)
        let day = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)
        #expect(try test.reception(id).isChild(on: day) == isHeld)
        let refused = test.refusal(.act(ReleasePerson(id, Release(.ownMeans))))
        let code: Refusal.Code = precision == "ageOnly" ? .childLeavesOnlyTo : .ageNotSettled
        #expect((refused?.code == code) == isHeld)
        #expect((refused == nil) == !isHeld)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Whose age nobody has settled counts with the children, on the board as at the door.
    @Test func anAgeThatIsNotSettledCountsWithTheChildren() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        person.birthDate = nil
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, person)
        func children() throws -> Int? {
            try test.store.board(at: test.now).rows.first { $0.point == .nogales }?.children
        }
        #expect(try children() == 1)
        var dated = PersonData()
        dated.birthDate = CivilDate(year: 1990, month: 5, day: 6)
        try test.perform(.act(AmendPerson(id, dated, seemsAdult: nil)))
        #expect(try children() == 0)
    }

    /// A day that is known settles it, to either side; the queue is told the least age until then.
    @Test(arguments: [("2008-03-01", false), ("2008-12-01", true)])
    func aKnownDaySettlesIt(_ birth: String, _ isChild: Bool) throws {
        let test = try TestStore()
        let id = try interviewed(test, "2008-07-01", "estimated")
        let queue = try test.store.queue(at: .nogales, desk: 1, now: test.now)
        let row = try #require(queue?.rows.first { $0.id == id })
        #expect(row.age == 17 && row.isAgeRough)
        try test.perform(.act(SaveProfile(id, [.birthDate: birth, .birthPrecision: "exact"])))
        let day = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)
        #expect(try test.reception(id).isChild(on: day) == isChild)
    }

    /// Neither «no sabe» nor an emptied answer makes a day of a year; «exact» needs the day beside
    /// it.
    @Test(arguments: ["unknown", "declined", "", "exact"])
    func aYearIsNotMadeADay(_ precision: String) throws {
        let test = try TestStore()
        let id = try interviewed(test, "2008-07-01", "estimated")
        #expect(test.refusal(.act(SaveProfile(id, [.birthPrecision: precision]))) != nil)
        #expect(try test.reception(id).birth?.precision == .estimated)
        #expect(test.refusal(.act(ReleasePerson(id, Release(.ownMeans)))) != nil)
    }

    /// A date that does not fit the year that was told settles nobody: the lead is asked.
    @Test func anotherYearDoesNotSettleAnAge() throws {
        let test = try TestStore()
        let id = try interviewed(test, "2008-07-01", "estimated")
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        for date in ["1990-07-01", "2007-12-31"] {
            let saved = test.refusal(
                .act(SaveProfile(id, [.birthDate: date, .birthPrecision: "exact"])), by: officer)
            #expect(saved != nil)
            let day = CivilDate(text: date)
            var person = PersonData()
            person.birthDate = day
            #expect(
                test.refusal(.act(AmendPerson(id, person, seemsAdult: nil)), by: officer)?.code
                    == .needsCorrectAge)
            let corrected = try test.perform(
                .act(CorrectAge(id, AgeCorrection(day, source: .said))), by: officer)
            #expect(corrected.result["pending"] == "confirmation")
        }
    }

    /// A whole date that is saved in the place of a year is one.
    @Test func aWholeDateSavedIsExact() throws {
        let test = try TestStore()
        let id = try interviewed(test, "1990-07-01", "estimated")
        try test.perform(.act(SaveProfile(id, [.birthDate: "1990-05-13"])))
        #expect(try test.reception(id).birth?.precision == .exact)
    }

    /// A year is no way out of the rules for children.
    @Test func aChildIsNotMadeUnsettledByAYear() throws {
        let test = try TestStore()
        let id = try interviewed(test, "2012-03-01", "exact", listed: 2012)
        let saved = Command.act(
            SaveProfile(id, [.birthDate: "2008-07-01", .birthPrecision: "estimated"]))
        #expect(test.refusal(saved)?.code == .needsCorrectAge)
        #expect(test.refusal(.act(SaveProfile(id, [.birthPrecision: "estimated"]))) == nil)
    }

    /// Somebody added off the list with a year has a year, and an amendment with a whole date has a
    /// day.
    @Test func aYearStaysAYearUntilADayIsGiven() throws {
        let test = try TestStore()
        let group = try test.group(.nogales, people: [TestStore.person(1)]).0
        var person = TestStore.person(2)
        (person.birthDate, person.birthPrecision) = (
            CivilDate(year: 1990, month: 7, day: 1), .estimated
        )
        let added = try test.perform(.act(AddOffList(group, person))).result["reception"]?.integer
        let id = Identifier<Reception>(try #require(added))
        #expect(try test.reception(id).birth?.shown.es == "1990 (año)")
        var day = PersonData()
        day.birthDate = CivilDate(year: 1990, month: 5, day: 13)
        try test.perform(.act(AmendPerson(id, day, seemsAdult: nil)))
        #expect(try test.reception(id).birth == day.birthDate.map { Birth($0) })
    }
}
