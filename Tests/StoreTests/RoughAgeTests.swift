import Foundation
import Repatriation
import Store
import Support
import Testing

/// Whoever may be under 18 by what is known of the birth is not settled as adult, anywhere.
@Suite struct RoughAgeTests {
    private func interviewed(
        _ test: TestStore, _ birth: String, _ precision: String, listed: Int = 1990
    ) throws -> Identifier<Reception> {
        let person = TestStore.person(1, born: listed)
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, person)
        try test.perform(.reception(id, .call(desk: 1, reason: "prueba")))
        try test.perform(.reception(id, .startInterview(desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.birthPrecision]) = (birth, precision)
        (answers[.travelCondition], answers[.companionKinship]) = ("accompanied", "parent")
        try test.perform(.reception(id, .saveProfile(answers)))
        return id
    }

    /// November 2026: of 2008 is 17 or 18.
    @Test(arguments: [
        ("2008-07-01", "estimated", true), ("2008-07-01", "doubt", true), ("2007-07-01", "estimated", false),
        ("2008-05-28", "ageOnly", true), ("2008-05-13", "ageOnly", false), ("2008-07-01", "exact", false),
    ])
    func whoMayBeUnder18DoesNotLeaveAsAnAdult(_ birth: String, _ precision: String, _ isHeld: Bool) throws {
        let test = try TestStore()
        let id = try interviewed(test, birth, precision)
        let day = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)
        #expect(try test.reception(id).isChild(on: day) == isHeld)
        let refused = test.refusal(.reception(id, .release(Release(.ownMeans))))
        #expect((refused?.code == .childLeavesOnlyTo) == isHeld)
        #expect((refused == nil) == !isHeld)
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A day that is known settles it, to either side; the queue is told the least age until then.
    @Test(arguments: [("2008-03-01", false), ("2008-12-01", true)])
    func aKnownDaySettlesIt(_ birth: String, _ isChild: Bool) throws {
        let test = try TestStore()
        let id = try interviewed(test, "2008-07-01", "estimated")
        let queue = try test.store.queue(at: .nogales, desk: 1, now: test.now)
        let row = try #require(queue?.rows.first { $0.id == id })
        #expect(row.age == 17 && row.isAgeRough)
        try test.perform(.reception(id, .saveProfile([.birthDate: birth, .birthPrecision: "exact"])))
        let day = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)
        #expect(try test.reception(id).isChild(on: day) == isChild)
    }

    /// A year is no way out of the rules for children.
    @Test func aChildIsNotMadeUnsettledByAYear() throws {
        let test = try TestStore()
        let id = try interviewed(test, "2012-03-01", "exact", listed: 2012)
        let saved = Command.reception(id, .saveProfile([.birthDate: "2008-07-01", .birthPrecision: "estimated"]))
        #expect(test.refusal(saved)?.code == .needsCorrectAge)
        #expect(test.refusal(.reception(id, .saveProfile([.birthPrecision: "estimated"]))) == nil)
    }

    /// Somebody added off the list with a year has a year, and an amendment with a whole date has a day.
    @Test func aYearStaysAYearUntilADayIsGiven() throws {
        let test = try TestStore()
        let group = try test.group(.nogales, people: [TestStore.person(1)]).0
        var person = TestStore.person(2)
        (person.birthDate, person.birthPrecision) = (CivilDate(year: 1990, month: 7, day: 1), .estimated)
        let added = try test.perform(.group(.addOffList(group, person))).result["reception"]?.integer
        let id = Identifier<Reception>(try #require(added))
        #expect(try test.reception(id).birth?.shown.es == "1990 (año)")
        var day = PersonData()
        day.birthDate = CivilDate(year: 1990, month: 5, day: 13)
        try test.perform(.reception(id, .amendPerson(day, seemsAdult: nil)))
        #expect(try test.reception(id).birth == day.birthDate.map { Birth($0) })
    }
}
