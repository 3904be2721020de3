import Repatriation
import SQLite
import Store
import Support
import Testing

/// What was written on a sheet while the lights were out stands at the hour when it happened, and
/// never as if it had just been done.
@Suite struct LateEntryTests {
    private let test: TestStore
    private let sheets: [PaperKind: String]
    private let people: [Identifier<Reception>]
    private let group: Identifier<Group>

    /// Sheets of seventeen o'clock; a list that was typed at two in the morning, after the cut.
    init() throws {
        let test = try TestStore()
        self.test = test
        try test.open(.nogales, desks: 1)
        let kinds = [PaperKind.rollCall, .certificate, .acta]
        let reserved = try test.perform(
            .act(ReserveFolios(at: .nogales, kinds.map { ReservedSheets($0, 1) })))
        let folios = try #require((reserved.result as? Reserved)?.folios)
        sheets = Dictionary(uniqueKeysWithValues: zip(kinds, folios))
        test.pass(minutes: 9 * 60)
        (group, people) = try test.group(
            .nogales, people: [TestStore.person(1), TestStore.person(2)])
    }

    private func at(_ minutes: Int) -> Instant { TestStore.morning.adding(minutes: minutes) }

    private func late(
        _ act: some Act, _ minutes: Int, on kind: PaperKind = .rollCall
    ) -> Command {
        Command(act: act, from: FromPaper(sheet: sheets[kind] ?? "", at: at(minutes)))
    }

    private func row(_ answer: Answer) throws -> (at: Int, occurredAt: Int?, cutDay: String) {
        let seq = try #require(answer.events.first?.seq)
        let found = try Connection(path: test.path, mode: .read).statement(
            "SELECT at, occurredAt, cutDay FROM journal WHERE seq = ?"
        ).bind(seq).first { ($0.int(0), $0.optionalInt(1), $0.text(2)) }
        return try #require(found)
    }

    private func expectWhole() throws {
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    @Test func paperTimesAreNotLies() throws {
        let answer = try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        let row = try row(answer)
        #expect(row.at == test.now.milliseconds && row.occurredAt == at(400).milliseconds)
        let person = try test.reception(people[0])
        #expect(person.receivedAt == at(400))
        try expectWhole()
    }

    /// Waits run from when somebody began to wait, on paper.
    @Test func whoeverWaitedInTheDarkHasWaited() throws {
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        try test.perform(late(Triage(people[0], []), 410))
        #expect(try test.reception(people[0]).enteredAt == at(410))
        let rows = try test.store.board(at: test.now).rows
        let row = try #require(rows.first { $0.point == .nogales })
        #expect(row.longestWait == test.now.secondsSince(at(410)))
        try expectWhole()
    }

    @Test(arguments: [
        (-1, Refusal.Code.occurredBeforeSheet), (541, .occurredAhead),
    ]) func anHourThatCannotBeIsRefused(_ minutes: Int, _ code: Refusal.Code) throws {
        #expect(test.refusal(late(Receive(people[0], .all, tag: nil), minutes))?.code == code)
    }

    @Test func nothingHappensBeforeWhatIsKnownToHaveHappened() throws {
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        #expect(test.refusal(late(Triage(people[0], []), 399))?.code == .occurredBefore)
        try test.perform(.act(Triage(people[0], [])))
        let place = SetPlace(people[0], .roomA, with: nil)
        #expect(test.refusal(late(place, 420))?.code == .occurredBefore)
        try expectWhole()
    }

    @Test func onlyASheetOfThePointsDrawerCounts() throws {
        let act = Receive(people[0], .all, tag: nil)
        let made = Command(act: act, from: FromPaper(sheet: "NOG-26-XXX-1-1", at: at(400)))
        #expect(test.refusal(made)?.code == .notASheet)
        let folio = try #require(sheets[.rollCall])
        try test.perform(.act(CancelFolio(folio, reason: "rota")))
        #expect(test.refusal(late(act, 400))?.code == .notASheet)
        let elsewhere = try test.group(.tijuana, people: [TestStore.person(9)]).1[0]
        #expect(
            test.refusal(late(Receive(elsewhere, .all, tag: nil), 400, on: .certificate))?.code
                == .notASheet)
    }

    @Test func callingIsOfTheHourInWhichItIsDone() throws {
        #expect(test.refusal(late(CallNext(at: .nogales, 1), 400))?.code == .notFromPaper)
        let opened = late(OpenDesk(at: .nogales, 1, attends: nil), 400)
        #expect(test.refusal(opened)?.code == .notFromPaper)
    }

    @Test func whatTakesTwoIsNotTypedFromASheet() throws {
        let child = try test.waiting(
            .nogales, TestStore.person(3, born: 2014), flags: [.unaccompaniedChild])
        try test.prepareHandOver(child)
        var release = Release(.dif)
        release.receiver.institution = "DIF Sonora"
        (release.receiver.name, release.receiver.credential) = ("Persona Inventada", "4417")
        release.receiver.plate = "ABC-1"
        let out = late(ReleasePerson(child, release), 540)
        #expect(test.refusal(out)?.code == .notFromPaper)
    }

    /// A reserved folio is used up by the person who was given the sheet.
    @Test func theSheetThatSomebodyWasGivenIsTheirCertificate() throws {
        let person = people[0]
        try test.perform(late(Receive(person, .all, tag: nil), 400))
        try test.perform(late(Triage(person, []), 405))
        try test.perform(.act(CallPerson(person, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(person, desk: 1)))
        try test.perform(
            .act(
                SetNationality(
                    person, .accredited, .passport, motive: nil, interpreter: nil,
                    mexicanParent: nil)))
        try test.perform(.act(SaveProfile(person, completeAnswers)))
        let folio = try #require(sheets[.certificate])
        let answer = try test.perform(late(IssueCertificate(of: person), 540, on: .certificate))
        #expect(answer.result["folio"]?.text == folio)
        #expect(try test.reception(person).certificate == folio)
        let other = late(IssueCertificate(of: people[1]), 540, on: .certificate)
        #expect(test.refusal(other)?.code == .notASheet)
        let place = late(SetPlace(people[1], .roomA, with: nil), 540, on: .certificate)
        #expect(test.refusal(place)?.code == .notASheet)
        try expectWhole()
    }

    /// A slip that was taken back is no later fact: what is right is typed at its own hour.
    @Test func whatWasTypedBySlipIsTypedAgainAtItsTrueHour() throws {
        let slip = try #require(
            try test.perform(late(Receive(people[0], .all, tag: nil), 430)).act)
        try test.perform(.act(Undo(slip)))
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        #expect(try test.reception(people[0]).receivedAt == at(400))
        try expectWhole()
    }

    /// A sheet is typed in by a clock that somebody vouches for: ages and days go by it.
    @Test func clockFromTwentyTwentySevenTypesNoSheet() throws {
        let real = try TestStore(seed: nil)
        real.stopClock()
        try real.open(.nogales, desks: 1)
        let reserved = try real.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        let folio = try #require((reserved.result as? Reserved)?.folios.first)
        let person = try real.group(.nogales, people: [TestStore.person(1)]).1[0]
        let act = Receive(person, .all, tag: nil)
        let paper = FromPaper(sheet: folio, at: real.now)
        real.now = real.now.adding(minutes: 400 * 1440)
        #expect(real.refusal(Command(act: act, from: paper))?.code == .hourFirst)
        real.now = TestStore.morning
        try real.perform(Command(act: act, from: paper))
    }

    @Test func aSheetThatIsTypedInIsNotMadeVoid() throws {
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        let folio = try #require(sheets[.rollCall])
        #expect(test.refusal(.act(CancelFolio(folio, reason: "rota")))?.code == .sheetInUse)
    }

    /// Yesterday's sheet takes its numbers from today's series: none is given twice.
    @Test func aSheetOfYesterdayGivesNoNumberTwice() throws {
        test.pass(minutes: 12 * 60)
        let today = try test.waiting(.nogales, TestStore.person(8))
        try test.perform(.act(ReleasePerson(today, Release(.ownDecision))))
        let number = try #require(try test.reception(today).ticket)
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        #expect(try test.reception(people[0]).ticket == number + 1)
        try expectWhole()
    }

    /// A sheet in use is no folio that is left.
    @Test func aSheetInUseIsNotLeftInTheDrawer() throws {
        func left() throws -> Int {
            try test.store.ask(HandOverOf(.nogales).reading, at: test.now).remains.sheets
        }
        #expect(try left() == 3)
        try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        try test.perform(late(Receive(people[1], .all, tag: nil), 401))
        #expect(try left() == 2)
    }

    @Test func theLineOfSendTakesBothOrNone() throws {
        func command(_ more: [String: JSON]) throws(Refusal) -> Command {
            try Command(
                .object(
                    ["do": "receive", "reception": 7, "belongings": "all"].merging(more) { $1 }))
        }
        #expect(try command([:]).paper == nil)
        let both: [String: JSON] = ["occurredAt": "2026-11-20T17:05:00Z", "sheet": "nog-26-a"]
        #expect(try command(both).paper?.sheet == "NOG-26-A")
        for name in ["occurredAt", "sheet"] {
            let one = both.filter { $0.key == name }
            #expect(throws: Refusal.self) { try command(one) }
        }
        #expect(throws: Refusal.self) {
            try command(["occurredAt": "ayer", "sheet": "x"])
        }
    }

    /// An hour of a later moment than the one at which it was learned is no journal of ours.
    @Test func verifyFindsAnHourThatWasMadeLater() throws {
        let answer = try test.perform(late(Receive(people[0], .all, tag: nil), 400))
        let raw = try Connection(path: test.path, mode: .write)
        let seq = try #require(answer.events.first?.seq)
        try raw.execute("DROP TRIGGER journal_kept_update")
        try raw.statement("UPDATE journal SET occurredAt = at + 1 WHERE seq = ?").bind(seq).run()
        guard case .differs(let found) = try test.store.verify(quick: false) else {
            Issue.record("it holds")
            return
        }
        #expect(found.contains("journal") || found.contains("rows"))
    }
}
