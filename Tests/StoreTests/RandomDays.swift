import Repatriation
import Store
import Support

/// Days at two points, drawn at random: groups, decisions, interviews and slips taken back.
struct RandomDays {
    private let test: TestStore
    private var random: RandomSource
    private var acts: [Identifier<any Act>] = []
    private var groups: [Identifier<Group>] = []
    private(set) var people: [Identifier<Reception>] = []

    init(_ test: TestStore, _ seed: UInt64) {
        self.test = test
        random = RandomSource(state: seed)
    }

    mutating func live(steps: Int) throws {
        for step in 1...steps {
            test.pass(minutes: Int.random(in: 0...240, using: &random))
            let act = try act(step)
            guard let command = act else { continue }
            if let done = try? test.perform(command).act { acts.append(done) }
        }
    }

    private mutating func act(_ step: Int) throws -> Command? {
        let person = people.randomElement(using: &random)
        switch Int.random(in: 0...14, using: &random) {
        case 9: return person.map { .act(GiveHelp(to: .people([$0]), help())) }
        case 10: return person.map { service($0) }
        case 0, 1: return try group(step)
        case 2, 3: return person.map { .act(Receive($0, .all, tag: nil)) }
        case 4, 5: return person.map { .act(nationality($0)) }
        case 6: return person.map { .act(Triage($0, [])) }
        case 7:
            guard let person else { return nil }
            _ = try? test.perform(.act(CallPerson(person, desk: 1, reason: "prueba")))
            _ = try? test.perform(.act(StartInterview(person, desk: 1)))
            return .act(SaveProfile(person, answers()))
        case 11: return person.map { .act(ReleasePerson($0, Release(.ownDecision))) }
        case 12, 13:
            return try people.randomElement(using: &random).flatMap { try link($0, person) }
        case 8: return acts.randomElement(using: &random).map { .act(Undo($0)) }
        default:
            var announcement = Announcement()
            announcement.mode = Mode.allCases.randomElement(using: &random)
            announcement.authority = Authority.allCases.randomElement(using: &random)
            return groups.randomElement(using: &random).map { .act(AmendGroup($0, announcement)) }
        }
    }

    /// Two are found to be one person, or not to be.
    private mutating func link(
        _ one: Identifier<Reception>, _ other: Identifier<Reception>?
    ) throws -> Command? {
        guard let other, Int.random(in: 0...3, using: &random) > 0 else {
            return .act(UnlinkPerson(of: one))
        }
        return .act(LinkPerson(one, try test.reception(other).person))
    }

    private mutating func help() -> HelpGiven {
        let kinds: [HelpKind] = [.food, .water, .blanket, .call]
        var help = HelpGiven(
            [kinds.randomElement(using: &random), kinds.randomElement(using: &random)]
                .compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        help.isDeclined = Int.random(in: 0...2, using: &random) == 0
        return help
    }

    /// Somebody is sent somewhere, or misses something.
    private mutating func service(_ person: Identifier<Reception>) -> Command {
        guard Bool.random(using: &random) else {
            let missing: [Set<Property>] = [[.money], [.money, .phone], [.clothes]]
            return .act(
                ClaimProperty(person, PropertyClaimed(missing.randomElement(using: &random) ?? [])))
        }
        let kinds: [ReferralKind] = [.shelter, .diningHall, .kidnapping, .job]
        let kind = kinds.randomElement(using: &random) ?? .shelter
        return .act(
            Refer(
                person,
                ReferralRequest(kind, basis: kind == .kidnapping ? .law : .consent, consents: true))
        )
    }

    private mutating func nationality(_ person: Identifier<Reception>) -> SetNationality {
        switch Int.random(in: 0...5, using: &random) {
        case 0: SetNationality(person, .foreign, motive: "dijo otro país", interpreter: "nadie")
        case 1: SetNationality(person, .notAccredited, motive: "no se acreditó")
        default: SetNationality(person, .accredited, .passport)
        }
    }

    private mutating func answers() -> [ProfileField: String] {
        let drawn: [(ProfileField, [String])] = [
            (.stay, ["under1month", "years1to5", "declined"]), (.birthState, ["OC", "MN", "NE"]),
            (.detentionState, ["US-TX", "US-AZ", "notApplicable"]), (.sex, ["H", "M"]),
            (.travelsWith, ["alone", "others"]),
            (.crossingStretch, ["tucson", "rioGrande", "bySea", "unknown"]),
        ]
        var answers: [ProfileField: String] = [:]
        for (field, values) in drawn where Bool.random(using: &random) {
            answers[field] = values.randomElement(using: &random)
        }
        return answers
    }

    private mutating func group(_ step: Int) throws -> Command? {
        let point = Bool.random(using: &random) ? PointCode.nogales : .tijuana
        var list: [PersonData] = []
        for number in 1...Int.random(in: 1...3, using: &random) {
            var person = TestStore.person(
                step * 10 + number, born: Int.random(in: 1950...2024, using: &random))
            person.sex = [Sex.man, .woman, nil].randomElement(using: &random) ?? nil
            list.append(person)
        }
        let (group, ids) = try test.group(point, people: list)
        groups.append(group)
        people += ids
        return ids.first.map { .act(Receive($0, .all, tag: nil)) }
    }
}
