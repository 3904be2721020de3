import Repatriation
import Testing

/// What official tables count, as a function of what is known of somebody.
@Suite struct StatisticsRuleTests {
    private static let day = CivilDate(year: 2026, month: 11, day: 20)

    private static func person(_ change: (inout Reception) -> Void = { _ in }) -> Reception {
        var person = Reception(id: Identifier(7))
        person.receivedDay = day
        person.receivedAt = Instant(milliseconds: 1_795_194_000_000)
        person.sex = .woman
        person.birthDate = CivilDate(year: 1990, month: 5, day: 6)
        change(&person)
        return person
    }

    private static func ages(_ change: (inout Reception) -> Void) -> AgeGroup? {
        statistics(of: person(change), in: nil, earlier: nil).ages
    }

    @Test func theAgeIsThatOfTheDayOfReceptionByTheOfficialGroups() {
        let born: [(Int, AgeGroup)] = [
            (2026, .under12), (2015, .under12), (2013, .from12to17), (2009, .from12to17),
            (2008, .from18to29), (1996, .from30to39), (1986, .from40to49), (1976, .from50to59),
            (1966, .from60), (1920, .from60),
        ]
        for (year, group) in born {
            #expect(
                Self.ages { $0.birthDate = CivilDate(year: year, month: 5, day: 6) } == group,
                "\(year)")
        }
    }

    /// A doubted age is a child's; a year that spans eighteen, and nothing at all, are not stated.
    @Test func whatIsNotKnownIsNotGuessed() {
        #expect(Self.ages { $0.ageDoubtAt = $0.receivedAt } == .minor)
        #expect(Self.ages { $0.birthDate = nil } == .notStated)
        #expect(Self.ages { ($0.birthDate, $0.seemsAdult) = (nil, true) } == .adult)
        #expect(
            Self.ages { ($0.birthDate, $0.flags) = (nil, [.unaccompaniedChild]) } == .minor)
        #expect(
            Self.ages {
                $0.birthDate = CivilDate(year: 2008, month: 7, day: 1)
                $0.setAnswer(.birthPrecision, "estimated")
            } == .notStated)
        #expect(
            Self.ages {
                $0.birthDate = CivilDate(year: 2014, month: 7, day: 1)
                $0.setAnswer(.birthPrecision, "estimated")
            } == .minor)
        #expect(
            Self.ages {
                $0.birthDate = CivilDate(year: 1987, month: 7, day: 1)
                $0.setAnswer(.birthPrecision, "doubt")
            } == .adult)
    }

    @Test func companyIsTheLanesForAChildAndTheirOwnWordForAnAdult() {
        func company(_ change: (inout Reception) -> Void) -> Company? {
            statistics(of: Self.person(change), in: nil, earlier: nil).company
        }
        let child = CivilDate(year: 2014, month: 5, day: 6)
        #expect(company { _ in } == nil)
        #expect(company { $0.setAnswer(.travelsWith, "others") } == .others)
        #expect(company { $0.family = $0.id } == .family)
        #expect(company { ($0.birthDate, $0.flags) = (child, [.unaccompaniedChild]) } == .alone)
        #expect(company { ($0.birthDate, $0.family) = (child, $0.id) } == .family)
        #expect(
            company {
                ($0.birthDate, $0.flags) = (child, [.unaccompaniedChild])
                $0.setAnswer(.travelCondition, "separated")
            } == .separated)
        #expect(
            company {
                $0.birthDate = child
                $0.setAnswer(.travelsWith, "family")
            } == nil)
    }

    @Test func whoHandedOverAndHowOftenStayAsTheyWereCounted() {
        var group = Group(id: Identifier(5))
        (group.mode, group.authority) = (.flight, .ice)
        var person = Self.person()
        person.counted = statistics(of: person, in: group, earlier: 1)
        #expect(person.counted.repeatClass == .second && person.counted.mode == .flight)
        person.sex = .man
        let later = statistics(of: person, in: nil, earlier: nil)
        #expect(later.sex == .man && later.authority == .ice && later.repeatClass == .second)
        #expect(statistics(of: person, in: group, earlier: 2).repeatClass == .later)
        person.receivedDay = nil
        #expect(statistics(of: person, in: group, earlier: 2) == Statistics())
    }

    /// The guard watches all that is read: any other field may change without anything being
    /// counted otherwise.
    @Test(arguments: [
        CivilDate(year: 1990, month: 5, day: 6), CivilDate(year: 2014, month: 5, day: 6),
    ])
    func whatIsCountedReadsNoFieldThatIsNotWatched(_ birth: CivilDate?) {
        let values: [Value] = [
            .int(0), .int(1), .int(77), .text("H"), .text("OC"), .text("2009-02-03"), .text("X"),
            .text("released"), .text("reserved,unaccompaniedChild"), .text("foreign"), .null,
            .text("separated"), .text("doubt"), .text("family"), .text("degree"),
        ]
        let person = Self.person { $0.birthDate = birth }
        let before = statistics(of: person, in: nil, earlier: nil)
        var moving: Set<String> = []
        let bags = ["answers", "personalAnswers", "restrictedAnswers"]
        let answers = bags.flatMap { bag in ProfileField.allCases.map { "\(bag).\($0.rawValue)" } }
        let fields = Reception.fields.filter { $0.access != .statistical && $0.bag == nil }
        for name in fields.map(\.name) + answers {
            for value in values {
                var other = person
                let entry = Change.Entry(name, .plain, value)
                guard other.apply(Change(kind: .reception, id: 7, entries: [entry])) else {
                    continue
                }
                if statistics(of: other, in: nil, earlier: nil) != before { moving.insert(name) }
            }
        }
        #expect(moving.isSubset(of: StatisticsGuard.reads), "\(moving)")
        #expect(moving.isSuperset(of: ["sex", "birthDate", "nationality", "answers.stay"]))
    }
}
