import Repatriation
import SQLite
import Store
import Support
import Testing

/// Everything of the tables that an act can set and undo gives back, as text: neither numbers once
/// given, nor groups, which only go forward, nor what was taken back and stays with its mark.
struct TableText: Equatable {
    let lines: Set<String>

    private static let tables = [
        "reception", "reception_restricted", "call", "referral", "referral_restricted", "help",
        "laneTick", "laneTick_restricted", "followUp", "followUp_restricted", "bag", "inquiry",
        "provider", "stockItem", "point", "cell", "tally", "waterCount", "shiftCheck",
        "surveyTaken",
    ]
    /// What stays once it was given, or said: that an emergency was withdrawn among them.
    private static let kept: Set<String> = [
        "ticket", "ticketDay", "lastTicket", "lastGroup", "groupDay", "emergencyLiftedBy",
        "recountedAt", "dateMovedAt",
    ]

    init(_ path: String) throws {
        let connection = try Connection(path: path, mode: .write)
        var lines: Set<String> = []
        for table in TableText.tables {
            let columns = try connection.statement("SELECT name FROM pragma_table_info(?)")
                .bind(table).all { $0.text(0) }
            let shown = columns.filter { !TableText.kept.contains($0) }
            let list = shown.map { "'\($0)=' || ifnull(\"\($0)\", '')" }
                .joined(separator: " || ' ' || ")
            let condition = TableText.condition(table, columns)
            lines.formUnion(
                try connection.statement("SELECT \(list) FROM \(table) WHERE \(condition)")
                    .all { "\(table) \($0.text(0))" })
        }
        self.lines = lines
    }

    /// Rows that say something and stand.
    private static func condition(_ table: String, _ columns: [String]) -> String {
        if table == "call" { return "outcome <> 'undone'" }
        if ["cell", "tally"].contains(table) { return "n <> 0" }
        if columns.contains("retractedAt") { return "retractedAt IS NULL" }
        guard table.hasSuffix("_restricted") else { return "1" }
        let values = columns.filter { $0 != "subject" }.map { "\"\($0)\" IS NOT NULL" }
        let owner = table.replacing("_restricted", with: "")
        return "(\(values.joined(separator: " OR "))) AND subject IN "
            + "(SELECT id FROM \(owner) WHERE retractedAt IS NULL)"
    }

    /// What one has and the other has not.
    func differing(from other: TableText) -> [String] {
        lines.symmetricDifference(other.lines).sorted()
    }
}

/// One slip: how things stand before it, and the act.
struct Slip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: @Sendable (SlipScene) throws -> any Act

    init(_ name: String, _ act: @escaping @Sendable (SlipScene) throws -> any Act) {
        testDescription = name
        self.act = act
    }
}

/// A point with desks, somebody called to the first, and somebody who waits.
final class SlipScene {
    let test: TestStore
    let called: Identifier<Reception>
    let waiting: Identifier<Reception>
    let listed: Identifier<Reception>
    let group: Identifier<Group>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2, attends: Set(Attention.allCases))
        called = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        try test.perform(.act(CallNext(at: .nogales, 1)))
        waiting = try test.waiting(.nogales, TestStore.person(2))
        let (group, ids) = try test.group(
            .nogales, people: [TestStore.person(3), TestStore.person(4)])
        (self.group, listed) = (group, ids[0])
    }

    @discardableResult
    func run(_ act: any Act) throws -> Answer { try test.perform(.act(act)) }

    /// Somebody whose interview is complete, and who may be asked after.
    func registered() throws -> Identifier<Reception> {
        try run(StartInterview(called, desk: 1))
        var answers = completeAnswers
        (answers[.contactConsent], answers[.contactPhone]) = ("yes", "6315550101")
        try run(SaveProfile(called, answers))
        return called
    }

    func shelter() throws -> Provider {
        let person = try test.reception(called)
        let day = CivilDate(daysSinceEpoch: TestStore.morning.milliseconds / 86_400_000)
        let found = try test.store.providers(at: .nogales).first {
            $0.serves.contains(.shelter)
                && $0.reason(against: person, for: .shelter, on: day) == nil
        }
        let known = try #require(found)
        var words = ProviderWords()
        words.places = 2
        try run(SetProvider(at: .nogales, known.id, words))
        return known
    }

    func referred() throws -> Identifier<Referral> {
        let request = ReferralRequest(
            .shelter, provider: try shelter().id, basis: .consent, consents: true)
        let answer = try run(Refer(called, request))
        return Identifier(try #require(answer.result["referral"]?.integer))
    }

    func bag() throws -> Identifier<Bag> {
        let kept = try run(KeepBag(of: waiting, .leftBehind, shelf: "B2"))
        return Identifier(try #require(kept.result["bag"]?.integer))
    }

    func followUp() throws -> Identifier<FollowUp> {
        let asked = try run(AskFollowUp(after: try registered(), days: 7))
        return Identifier(try #require(asked.result["followUp"]?.integer))
    }

    /// Somebody who left and may be asked a survey.
    func surveyed() throws -> Identifier<Reception> {
        let id = try registered()
        try run(ReleasePerson(id, Release(.bus)))
        try run(AddSurvey(SmallSurvey.form(fromMonth: 0)))
        return id
    }

    func child() throws -> Identifier<Reception> {
        try test.waiting(
            .nogales, TestStore.person(7, born: 2014), flags: [.unaccompaniedChild])
    }
}

extension Slip {
    private static func amended(_ id: Identifier<Reception>) -> AmendPerson {
        var other = PersonData()
        (other.given, other.firstSurname) = ("Otro Nombre", "Otro")
        return AmendPerson(id, other)
    }

    private static let told: TickWords = {
        var words = TickWords()
        (words.medium, words.who) = (.phone, "Guardia inventada")
        return words
    }()

    static let all: [Slip] = arrival + queue + desk + services + exits

    private static let arrival = [
        Slip("received") { Receive($0.listed, .all, tag: "T1") },
        Slip("off the list") { AddOffList($0.group, TestStore.person(9)) },
        Slip("did not come") { NoShow($0.listed, .unknown, confirmedBy: nil) },
        Slip("came after all") { scene in
            try scene.run(NoShow(scene.listed, .unknown, confirmedBy: nil))
            return Receive(scene.listed, .part)
        },
        Slip("located") { scene in
            try scene.run(NoShow(scene.listed, .unknown, confirmedBy: nil))
            return Locate(scene.listed, found: "en el puente")
        },
        Slip("amended") { amended($0.waiting) },
    ]
    private static let queue = [
        Slip("asked") { Triage($0.waiting, [.older]) },
        Slip("called next") { _ in CallNext(at: .nogales, 2) },
        Slip("called by name") { CallPerson($0.waiting, desk: 2, reason: "prisa") },
        Slip("called again") { Recall($0.called, reason: nil) },
        Slip("absent") { NotPresent($0.called, reason: nil) },
        Slip("set aside") { Park($0.called, .washroom, reason: nil) },
        Slip("back") { scene in
            try scene.run(Park(scene.called, .washroom, reason: nil))
            return Resume(scene.called, reason: nil)
        },
        Slip("moved in priority") { SetPriority($0.waiting, .medical, reason: "lo pide salud") },
        Slip("water counted") { scene in
            try scene.run(CountWater(at: .nogales, litres: 40))
            return CountWater(at: .nogales, litres: 20)
        },
        Slip("what the point has") { scene in
            try scene.run(SetPoint(.nogales, ["area": .int(90)]))
            return SetPoint(.nogales, ["area": .int(9), "places": .int(40)])
        },
        Slip("shift checked") { _ in CheckShift(at: .nogales, ShiftFindings()) },
        Slip("placed") { SetPlace($0.waiting, .roomB) },
        Slip("sent to another point") {
            Transfer(.people([$0.waiting]), to: .tijuana, vehicle: "X")
        },
        Slip("route of services") { SetRoute($0.waiting, .cardOnly) },
        Slip("family") { SetFamily($0.waiting, [$0.called], [.sibling]) },
    ]
    private static let desk = [
        Slip("interview begun") { StartInterview($0.called, desk: 1) },
        Slip("nationality") { SetNationality($0.called, .accredited, .passport) },
        Slip("foreign") {
            SetNationality($0.waiting, .foreign, motive: "dijo", mexicanParent: false)
        },
        Slip("notice") { GiveNotice($0.waiting, version: 1, .read) },
        Slip("interpreter") {
            AssignInterpreter($0.waiting, language: "tseltal", .phone, who: "INPI, inventada")
        },
        Slip("told apart") { scene in
            TellApart(scene.waiting, try scene.test.reception(scene.called).person)
        },
        Slip("linked") { scene in
            LinkPerson(scene.waiting, try scene.test.reception(scene.listed).person)
        },
        Slip("unlinked") { scene in
            try scene.run(
                LinkPerson(scene.waiting, try scene.test.reception(scene.listed).person))
            return UnlinkPerson(of: scene.waiting)
        },
    ]
    private static let services = [
        Slip("referred") { scene in
            Refer(
                scene.called,
                ReferralRequest(
                    .shelter, provider: try scene.shelter().id, basis: .consent, consents: true))
        },
        Slip("no place taken") { AnswerReferral(try $0.referred(), .refusedByProvider) },
        Slip("accepted") { AnswerReferral(try $0.referred(), .accepted, note: "la esperan") },
        Slip("closed") { CloseReferral(try $0.referred(), .other) },
        Slip("consent withdrawn") { scene in
            _ = try scene.referred()
            return WithdrawConsent(of: scene.called)
        },
        Slip("help") { scene in
            try scene.run(SetStock(at: .nogales, .water, count: 1, low: 1))
            return GiveHelp(
                to: .people([scene.called, scene.waiting]), HelpGiven([.water, .food]))
        },
        Slip("help declined") { scene in
            var help = HelpGiven([.call])
            help.isDeclined = true
            return GiveHelp(to: .people([scene.called]), help)
        },
        Slip("authority told") { TickLane(try $0.child(), .procuraduria, told) },
        Slip("follow-up asked") { AskFollowUp(after: try $0.registered(), days: 30) },
        Slip("not reached") { RecordFollowUp(try $0.followUp(), .notReached, [:], note: nil) },
        Slip("well") { RecordFollowUp(try $0.followUp(), .well, [.safe: "yes"], note: "bien") },
        Slip("bag kept") { KeepBag(of: $0.waiting, .leftBehind, shelf: "A1") },
        Slip("bag given") { GiveBag(try $0.bag(), receiver: "Hermana Inventada") },
        Slip("gate answered") { scene in
            let asked = try scene.run(
                RecordInquiry(at: .nogales, visitor: "Visita", asksFor: "Persona Prueba"))
            let inquiry = Identifier<Inquiry>(try #require(asked.result["inquiry"]?.integer))
            return AnswerInquiry(inquiry, .declines, of: scene.called)
        },
    ]
    private static let exits = [
        Slip("survey begun") { AnswerSurvey(try $0.surveyed(), "prueba", ["casa": "yes"]) },
        Slip("survey gone on with") { scene in
            let id = try scene.surveyed()
            try scene.run(AnswerSurvey(id, "prueba", ["casa": "yes", "cual": "propia"]))
            return AnswerSurvey(id, "prueba", ["casa": "no", "cuantas": "3"])
        },
        Slip("survey not wanted") { AnswerSurvey(try $0.surveyed(), "prueba", .declined) },
        Slip("left by bus") { ReleasePerson(try $0.registered(), Release(.bus)) },
        Slip("left from the desk") { ReleasePerson($0.called, Release(.ownDecision)) },
        Slip("left with a referral open") { scene in
            _ = try scene.referred()
            return ReleasePerson(scene.called, Release(.hospital))
        },
        Slip("left with something pending") {
            LeaveAnyway($0.called, Leaving(pending: [], explainedIn: "español"))
        },
    ]
}

/// A slip and its undo leave everything as it was, whatever was done.
@Suite struct UndoRoundTests {
    @Test(arguments: Slip.all)
    func undoGivesBackEverythingThatTheActSet(_ slip: Slip) throws {
        let scene = try SlipScene()
        let test = scene.test
        let act = try slip.act(scene)
        let before = try TableText(test.path)
        let done = try #require(try test.perform(.act(act)).act)
        #expect(try TableText(test.path) != before, "nothing was done")
        // By another program of the same store: the journal remembers, not the screen.
        let again = try Store(path: test.path)
        let told = try again.ownAct(of: test.lead, at: test.now)
        #expect(told?.what == .act(done) && told?.refusal == nil)
        _ = try again.perform(.act(Undo(done)), by: test.lead, at: test.now)
        let differing = try TableText(test.path).differing(from: before)
        #expect(differing.isEmpty, "\(differing.joined(separator: "\n"))")
        #expect(try test.perform(.act(Undo(done))).act == nil)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// What is undone can be done again, and be undone again.
    @Test(arguments: Slip.all)
    func whatWasUndoneIsDoneAgain(_ slip: Slip) throws {
        let scene = try SlipScene()
        let test = scene.test
        let act = try slip.act(scene)
        let before = try TableText(test.path)
        for _ in 1...2 {
            let done = try #require(try test.perform(.act(act)).act)
            try test.perform(.act(Undo(done)))
        }
        let differing = try TableText(test.path).differing(from: before)
        #expect(differing.isEmpty, "\(differing.joined(separator: "\n"))")
    }

    /// Rows that stay with their mark were shown where nobody had done anything.
    @Test func whatWasTakenBackIsShownNowhere() throws {
        let scene = try SlipScene()
        let test = scene.test
        let child = try scene.child()
        let person = try scene.registered()
        let shelter = ReferralRequest(
            .shelter, provider: try scene.shelter().id, basis: .consent, consents: true)
        let shown = try shown(scene, child)
        var tick = TickWords()
        (tick.medium, tick.who) = (.phone, "Guardia inventada")
        let acts: [any Act] = [
            AddOffList(scene.group, TestStore.person(19)), Refer(person, shelter),
            GiveHelp(to: .people([person]), HelpGiven([.water])),
            TickLane(child, .procuraduria, tick), AskFollowUp(after: person, days: 7),
            KeepBag(of: scene.waiting, .leftBehind, shelf: "A1"),
        ]
        for act in acts {
            let done = try #require(try test.perform(.act(act)).act)
            #expect(try self.shown(scene, child) != shown, "\(act) shows nothing")
            try test.perform(.act(Undo(done)))
            #expect(try self.shown(scene, child) == shown, "\(act) is still shown")
        }
    }

    /// What lists, counts, alarms and exports have of it.
    private func shown(_ scene: SlipScene, _ child: Identifier<Reception>) throws -> [String] {
        let (store, now) = (scene.test.store, scene.test.now)
        let care = try store.care(of: scene.called, now: now)
        let board = try store.board(at: now).rows.first { $0.point == .nogales }
        let file = try store.wholeFile(scene.called.value)
        let bags = try store.wholeFile(scene.waiting.value)
        let steps = try store.lanes(of: child, now: now)?.lanes.lanes.flatMap(\.lines) ?? []
        return [
            "\(care?.referrals.count ?? 0) \(care?.help.count ?? 0)",
            "\(try store.referrals(at: .nogales, now: now).count) \(board?.openReferrals ?? 0)",
            "\(try store.followUps(at: .nogales, now: now).count)",
            "\(try store.storeRoom(at: .nogales).bags.count)",
            "\(try store.roll(of: scene.group).count)",
            "\(try store.search("persona 19", at: .nogales).count)",
            "\(try store.alike(TestStore.person(19), own: nil).count)",
            "\(steps.count { $0.doneAt != nil })",
            "\(file.belonging.filter { !($0 is Call) }.count) \(bags.belonging.count)",
            "\(board?.inside ?? 0)",
        ]
    }
}
