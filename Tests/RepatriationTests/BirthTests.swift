import Repatriation
import Testing

/// A birth that is only roughly known is nowhere taken for a day.
@Suite struct BirthTests {
    private static let today =
        CivilDate(year: 2026, month: 11, day: 28) ?? CivilDate(daysSinceEpoch: 0)

    private func born(_ year: Int, _ precision: Birth.Precision, month: Int = 7, day: Int = 1)
        throws -> Birth
    {
        Birth(try #require(CivilDate(year: year, month: month, day: day)), precision)
    }

    /// Against looking at every day on which somebody may have been born.
    @Test(arguments: Birth.Precision.allCases)
    func itTellsAnAgeOnlyWhereEveryDayTellsIt(_ precision: Birth.Precision) throws {
        for year in 2005...2011 {
            for month in 1...12 {
                let birth = try born(year, precision, month: month, day: 15)
                let days = birth.earliest.daysSinceEpoch...birth.latest.daysSinceEpoch
                let ages = Set(days.map { CivilDate(daysSinceEpoch: $0).age(on: BirthTests.today) })
                #expect(birth.ages(on: BirthTests.today) == (ages.min() ?? 0)...(ages.max() ?? 0))
                let isUnder18 = Set(ages.map { $0 < 18 })
                let told: Bool? = precision == .ageOnly ? isUnder18.contains(true) : nil
                let expected = isUnder18.count == 1 ? isUnder18.first : told
                #expect(birth.isUnder18(on: BirthTests.today) == expected)
            }
        }
    }

    @Test(arguments: [
        (2008, Birth.Precision.estimated, Bool?.none), (2008, .doubt, nil),
        (2007, .estimated, false),
        (2009, .estimated, true), (2008, .exact, false),
    ])
    func aYearThatMayBeSeventeenIsNotSettled(
        _ year: Int, _ precision: Birth.Precision, _ isUnder18: Bool?
    ) throws {
        #expect(try born(year, precision).isUnder18(on: BirthTests.today) == isUnder18)
    }

    /// An age that was told today is that age today, whatever the day of the year.
    @Test func anAgeThatIsToldIsThatAge() throws {
        for day in 0..<366 {
            let today = CivilDate(daysSinceEpoch: BirthTests.today.daysSinceEpoch + day)
            for age in [0, 17, 18, 40] {
                let birth = try #require(Birth(age: age, on: today))
                #expect(birth.ages(on: today) == age...age, "\(today)")
                // Who said seventeen does not lapse into an unsettled age overnight.
                for later in [1, 30, 200] {
                    let then = CivilDate(daysSinceEpoch: today.daysSinceEpoch + later)
                    #expect(birth.isUnder18(on: then) == (age < 18))
                }
            }
        }
    }

    /// What is no precision is no exact date.
    @Test(arguments: ["unknown", "declined", "", "exacta"])
    func anUnknownPrecisionIsDoubt(_ code: String) throws {
        let day = try #require(CivilDate(year: 2008, month: 7, day: 1))
        #expect(Birth(day, code: code).precision == .doubt)
        #expect(Birth(day, code: nil).precision == .exact)
    }

    @Test func noDayIsShownThatNobodyKnows() throws {
        let shown = try Birth.Precision.allCases.map { try born(1990, $0).shown.es }
        #expect(shown == ["01/07/1990", "1990 (año)", "≈ 1990", "¿1990?"])
        #expect(try born(2008, .estimated).ageShown(on: BirthTests.today) == "≈17")
    }

    /// A year first, the day later: likely the same person, and never so beyond doubt.
    @Test func aYearFirstAndTheDayLaterArePossiblyOne() throws {
        var year = PersonData()
        (year.given, year.firstSurname, year.secondSurname, year.sex) = (
            "LUISA", "ZAMARRIPA", "TOVAR", .woman
        )
        var day = year
        (year.birthDate, year.birthPrecision) = (
            CivilDate(year: 1990, month: 7, day: 1), .estimated
        )
        day.birthDate = CivilDate(year: 1990, month: 5, day: 13)
        let score = MatchScore(MatchFacts(year), MatchFacts(day))
        #expect(score.birth == .sameYear && score.grade != nil && !score.isCertain)
        // Two years that were only told are no equal dates.
        #expect(MatchScore(MatchFacts(year), MatchFacts(year)).birth == .sameYear)
        day.birthDate = CivilDate(year: 1975, month: 5, day: 13)
        #expect(MatchScore(MatchFacts(year), MatchFacts(day)).grade == nil)
        #expect(!Set(MatchFacts(year).blockingKeys).isDisjoint(with: MatchFacts(day).blockingKeys))
    }
}
