import Foundation
import Repatriation
import Support
import Testing

@testable import Drill
@testable import garita

/// Who comes in a practice: the shares of 2025, and nobody who exists.
@Suite struct InventedPeopleTests {
    private static let day =
        CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)
    private static let parties: [[PersonData]] = {
        var random = SeededGenerator(seed: 11)
        let people = PracticeStore.people
        return (0..<20_000).map { _ in people.party(&random, on: day) }
    }()
    private let people = PracticeStore.people
    private let parties = InventedPeopleTests.parties

    private func share(_ isSo: (PersonData) -> Bool) -> Double {
        let all = parties.flatMap { $0 }
        return Double(all.count(where: isSo)) / Double(all.count)
    }

    private func age(_ person: PersonData) -> Int {
        person.birthDate?.age(on: InventedPeopleTests.day) ?? -1
    }

    /// Within half a point of what UPMRIP published for 2025.
    @Test func theMixIsThatOf2025() {
        let women = share { $0.sex == .woman && age($0) >= 18 }
        let minors = share { age($0) < 18 }
        let small = share { age($0) < 12 } / minors
        #expect(abs(women - 0.092) < 0.005, "\(women)")
        #expect(abs(minors - 0.050) < 0.005, "\(minors)")
        #expect(abs(small - 0.208) < 0.05, "\(small)")
    }

    @Test func aSmallChildComesWithAnAdultOfTheFamily() {
        for party in parties where party.count > 1 {
            #expect(age(party[0]) >= 18 && party.dropFirst().allSatisfy { age($0) < 18 })
            #expect(party.dropFirst().allSatisfy { age(party[0]) - age($0) >= 17 })
            let surname = party[0].firstSurname
            #expect(party.dropFirst().allSatisfy { $0.secondSurname == surname })
        }
        let alone = parties.filter { $0.count == 1 && age($0[0]) < 12 }
        #expect(alone.count < 60)
    }

    @Test func thereAreNamesOfThoseWhoSpeakALanguageOfTheirOwn() {
        let surnames = Set(people.speakers.flatMap(\.surnames))
        let speakers = share { surnames.contains($0.firstSurname ?? "") && $0.secondSurname != nil }
        #expect(speakers > 0.03)
        #expect(
            people.speakers.allSatisfy { group in
                group.states.allSatisfy { MexicanState(curpCode: $0) != nil }
                    && InterviewForm.lists["languages"]?.options.contains {
                        $0.code == group.language
                    }
                        == true
            })
    }

    /// Valid in every part, in agreement with its person, and with the last place for namesakes,
    /// which nobody has come to.
    @Test func aCURPIsValidAndNobodys() throws {
        let known = parties.flatMap { $0 }.filter { $0.curp != nil }
        #expect(known.count > 2000)
        for person in known {
            let text = try #require(person.curp)
            let curp = CURP(text)
            #expect(curp.failures.isEmpty, "\(text)")
            let place = Array(text)[16]
            #expect(place == (person.birthDate.map { $0.year < 2000 } == true ? "9" : "Z"))
        }
    }
}

/// Groups that come day after day.
@Suite struct DrawnDayTests {
    private static let rate = {
        var rate = Scenario.Rate(point: .nogales)
        rate.daily = 90
        rate.modes = [.bus: 60, .foot: 30, .van: 10]
        rate.atNight = 100
        return rate
    }()

    private func groups(_ day: Int, seed: Int = 1) -> [Scenario.ScriptedGroup] {
        var drawn = DrawnDay(
            DrawnDayTests.rate, on: CivilDate(daysSinceEpoch: 20_000 + day), seed: seed)
        return drawn.groups()
    }

    /// Over four years: the mean is the mean, Friday is over twice Sunday, and the busiest days are
    /// over twice the mean, as those of Sonora were.
    @Test func aYearHasTheShapeOfTheOnesThatWereCounted() {
        let days = (0..<1461).map { day in (day, groups(day).map(\.others).reduce(0, +)) }
        let whole = Double(days.map(\.1).reduce(0, +)) / Double(days.count)
        #expect(abs(whole - 90) < 4, "\(whole)")
        func mean(_ weekday: Int) -> Double {
            let own = days.filter {
                CivilDate(daysSinceEpoch: 20_000 + $0.0).weekday == weekday
            }
            return Double(own.map(\.1).reduce(0, +)) / Double(own.count)
        }
        #expect(mean(5) > 2 * mean(0))
        let sorted = days.map(\.1).sorted()
        #expect(Double(sorted[sorted.count * 95 / 100]) / whole > 1.5)
        #expect(Double(sorted.last ?? 0) / whole > 2)
    }

    @Test func someComeAtNightAndMostAtThreeHours() {
        let minutes = (0..<500).flatMap { groups($0).map { $0.comes / 60 } }
        let night = minutes.count { $0 >= 22 * 60 || $0 < 5 * 60 }
        #expect(Double(night) / Double(minutes.count) > 0.05)
        #expect(Double(night) / Double(minutes.count) < 0.15)
        for peak in [480, 780, 1140] {
            let near = minutes.count { abs($0 - peak) < 60 }
            #expect(Double(near) / Double(minutes.count) > 0.15)
        }
    }

    @Test func aDayIsTheSameAlone() {
        #expect(groups(7) == groups(7))
        #expect(groups(7).map(\.comes) != groups(8).map(\.comes))
        #expect(groups(7).map(\.comes) != groups(7, seed: 2).map(\.comes))
    }
}
