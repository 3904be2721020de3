import Repatriation
import Store
import Support
import Testing

/// CURPs go to IMSS once, are had again by their days, and whoever is left out is counted.
@Suite struct CURPListTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    private static func curp(_ number: Int) -> String {
        let letter = Array("ABCDEFGHIJ")[number]
        return CURP.closed("PEXP900506HOCRX\(letter)0")
    }

    /// Somebody with a certificate.
    @discardableResult
    private func certified(_ number: Int, curp: String?) throws -> Identifier<Reception> {
        var person = TestStore.person(number)
        person.curp = curp
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        for command: Command in [
            .act(StartInterview(id, desk: 1)), .act(SetNationality(id, .accredited, .passport)),
            .act(SaveProfile(id, completeAnswers)), .act(IssueCertificate(of: id)),
        ] { try test.perform(command) }
        test.pass(minutes: 10)
        return id
    }

    private func send() throws -> [String] {
        let sent = try test.perform(.act(SendCURPs())).result as? CURPsSent
        guard let at = try #require(sent).at else { return [] }
        return try test.store.answer(
            .curpList(at: at), for: .officer(test.lead), at: test.now
        ).curps
    }

    private func again(_ from: Int, _ to: Int) throws -> [String] {
        let day = try #require(CivilDate(text: "2026-11-20")).daysSinceEpoch
        let period = try #require(
            ReportPeriod(
                from: CivilDate(daysSinceEpoch: day + from), to: CivilDate(daysSinceEpoch: day + to)
            ))
        return try test.store.answer(
            .curpList(period), for: .officer(test.lead), at: test.now
        ).curps
    }

    private var owed: CURPsOwed {
        get throws {
            try test.store.answer(.curpsOwed, for: .officer(test.lead), at: test.now)
        }
    }

    @Test func eachGoesOnceAndTheNextListHasTheNewOnes() throws {
        try certified(2, curp: Self.curp(2))
        try certified(1, curp: Self.curp(1))
        _ = try test.waiting(.nogales, TestStore.person(9))
        #expect(try send() == [Self.curp(1), Self.curp(2)])
        #expect(try send().isEmpty)
        test.pass(minutes: 24 * 60)
        try certified(3, curp: Self.curp(3))
        #expect(try send() == [Self.curp(3)])
        #expect(try again(0, 0) == [Self.curp(1), Self.curp(2)])
        #expect(try again(1, 1) == [Self.curp(3)])
        #expect(try again(0, 1).count == 3)
        #expect(try again(2, 9).isEmpty && again(-9, -1).isEmpty)
        #expect(try send().isEmpty, "looking again sends nothing")
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Nobody without a CURP that is one, without a certificate that stands, or against their will.
    @Test func whoeverIsLeftOutIsCountedAndGoesOnceTheyCan() throws {
        let without = try certified(1, curp: nil)
        try certified(2, curp: "PEXP900506HOCRXB09")
        let opposed = try certified(3, curp: Self.curp(3))
        let void = try certified(4, curp: Self.curp(4))
        let folio = try #require(try test.reception(void).certificate)
        try test.perform(.act(CancelFolio(folio, reason: "apellido mal escrito")))
        let asked = try test.perform(
            .act(
                RequestRights(
                    opposed, .opposition,
                    Requester(name: "x", document: "x", capacity: .own))))
        var resolution = RightsResolution(.granted)
        resolution.opposes = [.sharing]
        try test.perform(
            .act(
                AnswerRights(
                    Identifier(try #require(asked.result["request"]?.integer)), resolution)))
        let counts = try owed
        #expect([counts.ready, counts.without, counts.invalid, counts.opposed] == [0, 1, 1, 1])
        #expect(try send().isEmpty)
        var correction = PersonData()
        correction.curp = Self.curp(1)
        try test.perform(.act(AmendPerson(without, correction)))
        try test.perform(.act(IssueCertificate(of: void)))
        #expect(try send() == [Self.curp(1), Self.curp(4)])
    }

    /// Two receptions of one CURP are one line, and neither is owed any more.
    @Test func aCURPStandsOnceInAList() throws {
        let first = try certified(1, curp: Self.curp(1))
        try test.perform(.act(ReleasePerson(first, Release(.ownMeans))))
        try certified(2, curp: Self.curp(1))
        #expect(try send() == [Self.curp(1)])
        #expect(try owed.ready == 0)
    }

    /// What went was another's or nobody's: the CURP that was put right is on the next list.
    @Test func aCURPThatIsPutRightGoesAgain() throws {
        let id = try certified(1, curp: Self.curp(1))
        #expect(try send() == [Self.curp(1)])
        var correction = PersonData()
        correction.notes = "sin cambio"
        try test.perform(.act(AmendPerson(id, correction)))
        #expect(try send().isEmpty)
        correction.curp = Self.curp(5)
        try test.perform(.act(AmendPerson(id, correction)))
        test.pass(minutes: 1)
        #expect(try send() == [Self.curp(5)])
    }

    /// Whoever does not lead neither sends nor reads one; who read how many is on record.
    @Test func listsAreForThoseWhoLead() throws {
        try certified(1, curp: Self.curp(1))
        for role in [OfficerRole.officer, .health, .auditor, .administrator] {
            let officer = try test.officer(with: role)
            #expect(test.refusal(.act(SendCURPs()), by: officer) != nil)
            #expect(throws: Refusal.self) {
                try test.store.answer(.curpsOwed, for: .officer(officer), at: test.now)
            }
        }
        #expect(try owed.ready == 1)
        _ = try send()
        let all = try test.store.answer(.reads(), for: .officer(test.lead), at: test.now)
        let reads = all.filter { $0.what == ReadKind.export.rawValue }
        #expect(reads.map(\.count) == [1] && reads.map(\.officer) == [test.lead])
    }

    /// The journal says when, of whom by number, and no CURP; it is not taken back.
    @Test func theJournalSaysThatItWentAndNotWhat() throws {
        let id = try certified(1, curp: Self.curp(1))
        let act = try #require(try test.perform(.act(SendCURPs())).act)
        var sent: [Event] = []
        try test.store.history { if $0.event.kind == .curpSent { sent.append($0.event) } }
        #expect(sent.map(\.subject) == [id.value])
        #expect(sent.flatMap(\.changes).flatMap(\.entries).map(\.field) == ["toldIMSSAt"])
        #expect(test.refusal(.act(Undo(act)))?.code == .notUndoable)
    }

    /// Blocked and removed people stand in no list, old or new, and the file is whole after.
    @Test func nobodyIsListedWhoIsBlockedOrRemoved() throws {
        try test.perform(
            .act(
                SetArchiveSeries(
                    code: "12C.3", name: "Recepción", activeYears: 1, semiActiveYears: 1)))
        let ids = [try certified(1, curp: Self.curp(1)), try certified(2, curp: Self.curp(2))]
        #expect(try send().count == 2)
        for id in ids { try test.perform(.act(ReleasePerson(id, Release(.ownMeans)))) }
        test.pass(minutes: 60 * 24 * 366 * 2)
        #expect(try test.perform(.act(BlockDue())).result["blocked"] == 2)
        #expect(try again(0, 0).isEmpty && owed == CURPsOwed())
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }
}
