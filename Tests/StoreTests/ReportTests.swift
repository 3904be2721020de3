import Repatriation
import SQLite
import Store
import Support
import Testing

/// Official tables are what the people of a period come to, whatever was put right since.
@Suite struct ReportTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
    }

    /// Of random days, each table is a brute-force count over the people, of any days and points;
    /// all tables of one issue have the same sum; and the journal folded again gives the same sums.
    @Test(arguments: [1, 2, 3]) func everyTableIsTheCountOfThePeople(_ seed: UInt64) throws {
        var days = RandomDays(test, seed)
        try days.live(steps: 140)
        let people = try days.people.map { try test.reception($0) }
        #expect(people.count { $0.nationality == .accredited } > 5)
        let first = try #require(CivilDate(year: 2026, month: 11, day: 19))
        for (from, to) in [(0, 200), (1, 3), (3, 9), (0, 12), (13, 40)] {
            let period = try #require(
                ReportPeriod(
                    from: CivilDate(daysSinceEpoch: first.daysSinceEpoch + from),
                    to: CivilDate(daysSinceEpoch: first.daysSinceEpoch + to)))
            for codes in [[], [PointCode.nogales], [.tijuana, .nogales]] {
                let counted = try CountedByHand(people, period, codes, test.store.served())
                for kind in ReportKind.allCases {
                    let table = try self.table(kind, period, codes)
                    #expect(table.total.total == counted.total(kind), "\(kind) \(period.label.es)")
                    #expect(counted.rows(kind) == counted.rows(of: table), "\(kind)")
                }
            }
        }
        try personsAreCounted(people)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Of every month and of the year, persons are those who were received, each once, and events
    /// each reception, whoever was found to be whom and whenever it was said.
    private func personsAreCounted(_ people: [Reception]) throws {
        for typed in ["2026-11", "2026-12", "2027-01", "2026"] {
            let period = try #require(ReportPeriod(typed: typed))
            let events = people.filter { person in
                person.nationality == .accredited
                    && person.receivedDate.map { (period.from...period.to).contains($0) } ?? false
            }
            let table = try table(.persons, period)
            func count(_ turns: PersonTurn...) -> Int {
                table.columns.enumerated().filter { column in
                    turns.contains { $0.rawValue == column.element.item.key }
                }.map { table.total.cells[$0.offset] }.reduce(0, +)
            }
            let persons = Set(events.map(\.person)).count
            #expect(count(.year, .month, .again) == events.count, "\(typed)")
            #expect((typed == "2026" ? count(.year) : count(.year, .month)) == persons, "\(typed)")
        }
    }

    private func table(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode] = []
    ) throws -> ReportTable {
        try test.store.answer(
            .report(kind, period, points: codes), for: .officer(test.lead), at: test.now
        ).table
    }

    private func total(_ day: String) throws -> Int {
        let day = try #require(CivilDate(text: day))
        let period = try #require(ReportPeriod(from: day, to: day))
        return try ReportKind.allCases.filter { [.events, .undecided].contains($0.facet) }
            .filter { [.r1, .undecided].contains($0) }
            .map { try table($0, period).total.total }.reduce(0, +)
    }

    /// Somebody received before five in the morning is of the working day before and of the date
    /// of the calendar.
    @Test func anEventIsOfTheDateOfTheCalendar() throws {
        // Nogales is seven hours behind: 00:30 there.
        test.now = try #require(Instant(text: "2026-11-21T07:30:00.000Z"))
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 1)
    }

    /// Taken back and typed again from the sheet of a power cut, somebody is of the day before.
    @Test func whatIsPutRightAcrossMidnightIsCountedWhereItBelongs() throws {
        test.now = try #require(Instant(text: "2026-11-21T06:50:00.000Z"))
        let ids = try test.group(.nogales, people: [TestStore.person(1)]).1
        let reserved = try test.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        let folio = try #require((reserved.result as? Reserved)?.folios.first)
        let happened = try #require(Instant(text: "2026-11-21T06:55:00.000Z"))
        test.now = try #require(Instant(text: "2026-11-21T07:20:00.000Z"))
        let act = try #require(try test.perform(.act(Receive(ids[0], .all, tag: nil))).act)
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 1)
        try test.perform(.act(Undo(act)))
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 0)
        let paper = FromPaper(sheet: folio, at: happened)
        try test.perform(Command(act: Receive(ids[0], .all, tag: nil), from: paper))
        #expect(try total("2026-11-20") == 1 && total("2026-11-21") == 0)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// A sum that somebody changed by hand is found by every check that looks at all of them.
    @Test func sumsThatWereTamperedWithAreFound() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        _ = try test.store.check(.whole)
        try Connection(path: test.path, mode: .write).execute(
            "UPDATE tally SET n = n + 1 WHERE period > 1000000")
        #expect(try test.store.check(.whole).verdict == .differs(["tally"]))
        #expect(try test.store.check(.daily).verdict == .differs(["tally"]))
    }

    /// The same folio is the same figures: it tells the table, and the last row it is made of.
    @Test func theFolioTellsWhatTheStoreHeld() throws {
        let day = try #require(CivilDate(text: "2026-11-20"))
        let period = try #require(ReportPeriod(from: day, to: day))
        func folio() throws -> String {
            try test.store.answer(
                .report(.r1, period), for: .officer(test.lead), at: test.now
            ).folio
        }
        let before = try folio()
        #expect(try before == folio() && before.hasPrefix("R1-26-"))
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(try folio() != before)
    }

    /// Whoever neither leads nor audits sees none.
    @Test(arguments: OfficerRole.allCases) func tablesAreForThoseWhoReadWhatIsCounted(
        _ role: OfficerRole
    ) throws {
        let officer = try test.officer(with: role)
        let day = try #require(CivilDate(text: "2026-11-20"))
        let period = try #require(ReportPeriod(from: day, to: day))
        let reading = Reading.report(.r1, period)
        // This store is a practice.
        if Oversight.reports.roles.union([.trainer]).contains(role) {
            let issue = try test.store.answer(reading, for: .officer(officer), at: test.now)
            #expect(issue.table.total.total == 0)
        } else {
            #expect(throws: Refusal.self) {
                try test.store.answer(reading, for: .officer(officer), at: test.now)
            }
        }
    }
}

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

/// What tables come to when every person is looked at once more.
struct CountedByHand {
    private let people: [Reception]
    private let served: Served

    init(
        _ people: [Reception], _ period: ReportPeriod, _ codes: [PointCode],
        _ served: Served
    ) {
        self.served = served
        self.people = people.filter { person in
            guard let at = person.receivedAt else { return false }
            // Neither point changes its clock in these weeks.
            let hours = person.point == .nogales ? 7 : 8
            let day = LocalTime(secondsSinceEpoch: at.seconds - hours * 3600).day
            return (period.from...period.to).contains(day)
                && (codes.isEmpty || codes.contains(person.point))
        }
    }

    private func whom(_ kind: ReportKind) -> [Reception] {
        people.filter { person in
            switch kind {
            case .foreign: person.nationality == .foreign
            case .notAccredited: person.nationality == .notAccredited
            case .undecided: person.nationality == nil || person.nationality == .pending
            case .r4, .r5:
                person.nationality == .accredited && person.counted.ages?.isChild == true
            default: person.nationality == .accredited
            }
        }
    }

    func total(_ kind: ReportKind) -> Int { rows(kind).values.reduce(0, +) }

    /// How many stand in each line that has any.
    func rows(_ kind: ReportKind) -> [String: Int] {
        let lines =
            switch kind {
            case .help: whom(kind).flatMap { helped($0).given.union(helped($0).declined) }
            case .helpByPoint: whom(kind).flatMap { helped($0).given }
            case .referrals: whom(kind).flatMap { sent($0) }
            case .claims: whom(kind).flatMap { missed($0) }
            default: whom(kind).map { line(of: $0, kind) }
            }
        return Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// What somebody was given, and what they only declined.
    private func helped(_ person: Reception) -> (given: Set<String>, declined: Set<String>) {
        let help = served.help.filter { $0.reception == person.id && $0.retractedAt == nil }
        let given = Set(help.filter { !$0.isDeclined }.map(\.helpKind.rawValue))
        return (given, Set(help.filter(\.isDeclined).map(\.helpKind.rawValue)).subtracting(given))
    }

    private func sent(_ person: Reception) -> Set<String> {
        let hidden: Set<ReferralKind> = [
            .trafficking, .kidnapping, .victims, .womensRefuge, .authority,
        ]
        let nobodySent: Set<ReferralState> = [.refusedByPerson, .refusedByProvider, .withdrawn]
        let sent = served.referrals.filter { one in
            one.reception == person.id && one.retractedAt == nil
                && !hidden.contains(one.referralKind) && !nobodySent.contains(one.state)
        }
        return Set(sent.map(\.referralKind.rawValue))
    }

    private func missed(_ person: Reception) -> Set<String> {
        Set(served.claims.filter { $0.reception == person.id }.flatMap(\.missing).map(\.rawValue))
    }

    private func support(_ person: Reception) -> String {
        let (given, declined) = helped(person)
        if !given.isEmpty { return "given" }
        if !declined.isEmpty { return "declined" }
        return person.formVersion == nil ? "notAsked" : "none"
    }

    private func line(of person: Reception, _ kind: ReportKind) -> String {
        switch kind {
        case .r1, .r12, .foreign, .notAccredited, .undecided:
            (person.counted.mode == .flight ? "air." : "") + person.point.text
        case .r5: person.point.text
        case .r2, .r4: person.birthState ?? "notAsked"
        case .r3, .persons: person.point == .none ? "" : "all"
        case .crossing: person.answer(.crossingStretch) ?? "notAsked"
        case .r6:
            switch person.counted.mode {
            case .flight?: "air." + person.point.text
            case .notStated?, nil: "notAsked"
            case let mode?: mode.rawValue
            }
        case .r7, .hours: person.counted.authority?.rawValue ?? "notAsked"
        case .r8: person.answer(.detentionState) ?? "notAsked"
        case .r9: person.answer(.stay) ?? "notAsked"
        case .r10: support(person)
        case .help, .helpByPoint, .referrals, .claims: ""
        case .r11: person.counted.repeatClass?.rawValue ?? "notAsked"
        }
    }

    /// The same of a table.
    func rows(of table: ReportTable) -> [String: Int] {
        let lines = (table.rows + [table.notAsked]).filter { $0.total > 0 }.map { row in
            let air = row.item.section == "air" ? "air." : ""
            return ([.r3, .persons].contains(table.kind) ? "all" : air + row.item.key, row.total)
        }
        return Dictionary(lines, uniquingKeysWith: +)
    }
}

/// What was done for people, as it was written down.
struct Served {
    var help: [Help] = []
    var referrals: [Referral] = []
    var claims: [PropertyClaim] = []
}

extension Store {
    fileprivate func served() throws -> Served {
        func all<Kind: Entity>() throws -> [Kind] {
            var found: [Int: Kind] = [:]
            try history { entry in
                for change in entry.event.changes where change.kind == Kind.kind {
                    var one = found[change.id] ?? Kind(id: Identifier(change.id))
                    if one.apply(change) { found[change.id] = one }
                }
            }
            return Array(found.values)
        }
        return Served(help: try all(), referrals: try all(), claims: try all())
    }
}
