import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Blocking after the years in the office, removal after all the years, and what is left of both.
@Suite struct RetentionTests {
    private let test: TestStore
    private let second: Identifier<Officer>

    init() throws {
        test = try TestStore()
        let added = try test.perform(
            .act(AddOfficer("Otra Jefa Prueba", account: nil, roles: [.officer, .lead])))
        second = Identifier(try #require(added.result["officer"]?.integer))
    }

    private func years(_ count: Int) {
        test.now = TestStore.morning.adding(minutes: 525_960 * count)
    }

    private func setSeries() throws {
        try test.perform(
            .act(
                SetArchiveSeries(
                    code: "INM.04.02", name: "Recepciones", activeYears: 2, semiActiveYears: 3)))
    }

    /// Somebody with a planted value in every field that takes words, who leaves.
    private func planted(_ number: Int = 1) throws -> Identifier<Reception> {
        var data = TestStore.person(number)
        (data.given, data.firstSurname, data.secondSurname) = (
            "PLANTADA\(number)", "PLANTADOUNO", "PLANTADODOS"
        )
        (data.notes, data.alienNumber, data.curp) = (
            "NOTAPLANTADA", "A99PLANTADA", "SABC560626MDFLRN01"
        )
        let id = try test.waiting(.nogales, data, flags: [.medical])
        try test.perform(.act(CallPerson(id, desk: 1, reason: "MOTIVOPLANTADO")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(
            .act(
                SaveProfile(
                    id,
                    [
                        .contactConsent: "yes", .contactPhone: "631PLANTADA",
                        .medication: "MEDICINAPLANTADA",
                        .birthMunicipality: "LUGARPLANTADO",
                    ])))
        try test.store.saveDraft(
            "interview", subject: id.value, field: "aliases", value: "APODOPLANTADO", by: test.lead,
            at: test.now)
        let asked = try test.perform(
            .act(
                RequestRights(
                    id, .access, Requester(name: "QUIENPLANTADO", document: "x", capacity: .own))))
        try test.perform(
            .act(
                AnswerRights(
                    Identifier(try #require(asked.result["request"]?.integer)),
                    RightsResolution(.granted))))
        var words = TickWords()
        (words.who, words.note) = ("QUIENVIOPLANTADO", "NOTARUTAPLANTADA")
        try test.perform(.act(TickLane(id, .seen, words)))
        var made = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        (made.indicators, made.note) = ([.forcedMarriage], "RESERVADAPLANTADA")
        try test.perform(.act(SaveScreening(id, made)))
        try test.perform(.act(KeepBag(of: id, .hospital, shelf: "ANAQUELPLANTADO", tag: nil)))
        try test.perform(.act(ClaimProperty(id, PropertyClaimed([.money]))))
        var leaving = Leaving(pending: [], explainedIn: "español")
        leaving.reason = "RAZONPLANTADA"
        let left = try test.perform(.act(LeaveAnyway(id, leaving)))
        let followUp = Identifier<FollowUp>(try #require(left.result["followUp"]?.integer))
        try test.perform(.act(RecordFollowUp(followUp, .well, [:], note: "NOTADESPUESPLANTADA")))
        try test.perform(.act(AddSurvey(SmallSurvey.form(fromMonth: 0))))
        try test.perform(.act(AnswerSurvey(id, "prueba", ["falta": "ENCUESTAPLANTADA"])))
        try test.perform(.act(AnswerSurvey(id, "prueba", ["falta": "OTRAENCUESTAPLANTADA"])))
        return id
    }

    /// The bytes of the store and all that stands beside it, but its copies.
    private func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: test.folder).filter {
            !$0.contains("backup")
        }
        .reduce(into: Data()) { all, name in
            all += try Data(contentsOf: URL(fileURLWithPath: "\(test.folder)/\(name)"))
        }
    }

    private func finds(_ needle: String) throws -> Bool {
        let all = try bytes()
        return all.range(of: Data(needle.utf8)) != nil
            || all.range(of: Data(needle.lowercased().utf8)) != nil
    }

    /// Without a catalogue nothing has a term: none is built in.
    @Test func nothingHasATermWithoutACatalogue() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(test.refusal(.act(BlockDue()))?.code == .noArchiveSeries)
        #expect(
            test.refusal(.act(RemoveBlocked(dictamen: "x", people: 1)))?.code == .noArchiveSeries)
        #expect(try test.store.retentionPlan(at: test.now).series == nil)
    }

    /// Only who has left so long ago is blocked; who is inside, or waits for an answer about their
    /// data, never.
    @Test func onlyWhatIsPastItsYearsIsBlocked() throws {
        try test.open(.nogales, desks: 1)
        try setSeries()
        let gone = try planted()
        let inside = try test.waiting(.nogales, TestStore.person(2))
        let asking = try test.waiting(.nogales, TestStore.person(3))
        try test.perform(.act(ReleasePerson(asking, Release(.ownDecision))))
        try test.perform(
            .act(
                RequestRights(asking, .access, Requester(name: "x", document: "x", capacity: .own)))
        )
        years(1)
        #expect(try test.perform(.act(BlockDue())).result["blocked"] == 0)
        years(3)
        #expect(try test.store.retentionPlan(at: test.now).toBlock.map(\.count) == [1])
        #expect(try test.perform(.act(BlockDue())).result["blocked"] == 1)
        #expect(try test.reception(gone).blockedAt == test.now)
        #expect(try test.reception(gone).given == Reception.hidden)
        for id in [inside, asking] { #expect(try test.reception(id).blockedAt == nil) }
        #expect(try test.store.retentionPlan(at: test.now).blocked == 1)
        #expect(
            test.refusal(.act(RemoveBlocked(dictamen: "D-1", people: 1)))?.code == .nothingToRemove)
    }

    /// After the removal no byte of the file, its log or what stands beside it has a planted value,
    /// what was there before is still proven by the journal, and the rest is whole.
    @Test func nothingRemovedIsLeftInAnyFile() throws {
        try test.open(.nogales, desks: 1)
        try setSeries()
        let gone = try planted()
        let stays = try test.waiting(.tijuana, TestStore.person(2))
        var asked = RecordInquiry(
            at: .nogales, visitor: "VISITAPLANTADA", asksFor: "BUSCADAPLANTADA")
        (asked.phone, asked.vehicle) = ("TELPLANTADO", "PLACAPLANTADA")
        try test.perform(.act(asked))
        try test.perform(.act(PauseDesk(at: .nogales, 1, reason: "PAUSAPLANTADA")))
        try test.perform(.act(OpenDesk(at: .nogales, 1, attends: nil)))
        try test.perform(.act(PauseDesk(at: .nogales, 1, reason: "OTRAPAUSAPLANTADA")))
        try test.perform(.act(SetPeak(at: .nogales, reason: "AFLUENCIAPLANTADA")))
        let peak = AlarmTag(.peak, .nogales)
        try test.perform(.act(Acknowledge(peak, note: "AVISOPLANTADO")))
        try test.perform(
            .act(
                HandOverShift(
                    at: .nogales, HandOverCounts(outgoing: 0), remarks: "ENTREGAPLANTADA",
                    unilateral: "SOLAPLANTADA")))
        try test.perform(
            .act(
                AcceptHandOver(
                    at: .nogales, counted: 0,
                    ReadBack(children: 0, nextDue: 0, unlocated: 0), remarks: "RECIBEPLANTADA")),
            by: second)
        let values = [
            "AVISOPLANTADO", "ENTREGAPLANTADA", "SOLAPLANTADA", "RECIBEPLANTADA",
            "VISITAPLANTADA", "BUSCADAPLANTADA", "TELPLANTADO", "PLACAPLANTADA", "PAUSAPLANTADA",
            "OTRAPAUSAPLANTADA",
            "AFLUENCIAPLANTADA",
            "PLANTADA1", "PLANTADOUNO", "PLANTADODOS", "NOTAPLANTADA", "A99PLANTADA",
            "SABC560626MDFLRN01",
            "MOTIVOPLANTADO", "631PLANTADA", "MEDICINAPLANTADA", "LUGARPLANTADO", "APODOPLANTADO",
            "QUIENPLANTADO",
            "QUIENVIOPLANTADO", "NOTARUTAPLANTADA", "RESERVADAPLANTADA", "forcedMarriage",
            "ANAQUELPLANTADO",
            "RAZONPLANTADA", "NOTADESPUESPLANTADA", "ENCUESTAPLANTADA",
        ]
        for value in values { #expect(try finds(value), "\(value) was never there") }
        let events = try test.store.figures().events
        let counted = try counted(of: gone)
        let day = try #require(try test.reception(gone).receivedDate)
        let period = try #require(ReportPeriod(from: day, to: day))
        func table() throws -> ReportTable {
            try test.store.answer(
                .report(.undecided, period), for: .officer(test.lead), at: test.now
            ).table
        }
        let tableBefore = try table()
        #expect(tableBefore.total.total > 0)
        years(6)
        // What is of now stays, and so does what the journal says of it.
        try test.open(.tijuana, desks: 1)
        try test.perform(.act(PauseDesk(at: .tijuana, 1, reason: "PAUSARECIENTE")))
        try test.perform(.act(BlockDue()))
        let announced = try test.perform(.act(RemoveBlocked(dictamen: "D-2032-7", people: 1)))
        let act = try #require(announced.act)
        #expect(announced.result["pending"] == "confirmation")
        #expect(test.refusal(.act(Confirm(act)))?.code == .secondOfficer)
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .mustBeAlone)
        _ = try test.store.check(.whole)
        let result = try test.store.alone {
            try test.perform(.act(Confirm(act)), by: second).result
        }
        // Cut short here, the plan says what is left to do, and doing it ends it.
        #expect(try test.store.retentionPlan(at: test.now).unpacked == 1)
        try test.store.alone {
            try test.store.compact()
            try test.perform(.act(NotePacked()))
        }
        #expect(try test.store.retentionPlan(at: test.now).unpacked == 0)
        #expect(result["removed"] == 1)
        for value in values { #expect(try !finds(value), "\(value)") }
        #expect(try finds("PAUSARECIENTE"))
        // Codes and times stay, and the journal still gives every table as it is.
        let person = try test.reception(gone)
        #expect(person.stage == .released && person.removal != nil && person.receivedDay != nil)
        // So does what official tables count, in the table and in the journal.
        #expect(try counted.first == "H" && self.counted(of: gone) == counted)
        #expect(try table() == tableBefore)
        let kept = try Connection(path: test.path, mode: .read).statement(
            "SELECT class FROM journal_body JOIN journal USING (seq) WHERE subject = ? AND kind <> 'removed'"
        ).bind(gone.value).all { $0.text(0) }
        #expect(Set(kept) == ["statistical"])
        #expect(try test.reception(stays).given == "Persona 2")
        let now = try test.store.figures().events
        #expect(now > events)
        // Nothing is proven any more of a journal that has lost words.
        let checked = try test.store.check(.daily)
        #expect(checked.scope == .whole && checked.verdict == .holds(events: now))
        guard case .holds = try test.store.verify(quick: true) else {
            Issue.record("the last day does not hold")
            return
        }
        let kinds = try kinds(of: gone.value)
        #expect(kinds.first == .listed && kinds.last == .removed)
        #expect(
            test.refusal(
                .act(
                    RequestRights(
                        gone, .access, Requester(name: "x", document: "x", capacity: .own))))?.code
                == .dataRemoved)
    }

    /// What official tables count of somebody, as the table has it.
    private func counted(of id: Identifier<Reception>) throws -> [String] {
        let names = Reception.fields.filter { $0.access == .statistical }.map(\.name)
        return try Connection(path: test.path, mode: .read).statement(
            "SELECT \(names.joined(separator: ",")) FROM reception WHERE id = ?"
        ).bind(id.value).all { row in names.indices.map { row.text($0) } }.flatMap { $0 }
    }

    private func kinds(of subject: Int) throws -> [EventKind] {
        var kinds: [EventKind] = []
        try test.store.history(of: subject) { kinds.append($0.event.kind) }
        return kinds
    }

    /// Two people, the same count that both were told, everybody else away, and within ten minutes.
    @Test func aRemovalTakesTwoAndAnEmptyHouse() throws {
        try test.open(.nogales, desks: 1)
        try setSeries()
        _ = try planted()
        years(6)
        try test.perform(.act(BlockDue()))
        #expect(
            test.refusal(.act(RemoveBlocked(dictamen: "D-1", people: 2)))?.code == .countChanged)
        let act = try #require(
            try test.perform(.act(RemoveBlocked(dictamen: "D-1", people: 1))).act)
        #expect(throws: PerformFailure.self) { try test.perform(.act(Confirm(act)), by: second) }
        do {
            let desk = try Store(path: test.path)
            #expect(throws: StoreError.self) { try test.store.alone { _ = desk.path } }
        }
        test.now = test.now.adding(minutes: 11)
        #expect(throws: PerformFailure.self) {
            try test.store.alone { try test.perform(.act(Confirm(act)), by: second) }
        }
        #expect(try test.store.retentionPlan(at: test.now).toRemove.map(\.count) == [1])
    }

    /// The proof says by which dictamen, by whom, of how many; the journal's guards are back.
    @Test func theProofStaysAndTheJournalIsGuardedAgain() throws {
        try test.open(.nogales, desks: 1)
        try setSeries()
        for number in 1...6 { _ = try planted(number) }
        years(6)
        try test.perform(.act(BlockDue()))
        let act = try #require(
            try test.perform(.act(RemoveBlocked(dictamen: "D-9", people: 6))).act)
        try test.store.alone { _ = try test.perform(.act(Confirm(act)), by: second) }
        let raw = try Connection(path: test.path, mode: .write)
        let row = try raw.statement(
            "SELECT dictamen, receptions, groups, askedBy, confirmedBy, statistics FROM removal"
        )
        .first { ($0.text(0), $0.int(1), $0.int(2), $0.int(3), $0.int(4), $0.text(5)) }
        let proof = try #require(row)
        #expect(proof.0 == "D-9" && proof.1 == 6 && proof.2 == 6)
        #expect(proof.3 == test.lead.value && proof.4 == second.value)
        #expect(proof.5 == #"{"NOG":{"2026":{"children":0,"received":6,"women":0}}}"#)
        #expect(throws: SQLiteError.self) { try raw.execute("DELETE FROM journal_body") }
        #expect(throws: SQLiteError.self) { try raw.execute("UPDATE journal_body SET body = '{}'") }
    }
}
