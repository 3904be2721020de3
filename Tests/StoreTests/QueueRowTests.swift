import Repatriation
import Store
import Support
import Testing

/// A queue reads only some fields of everybody: what it shows is what the whole record says.
@Suite struct QueueRowTests {
    private let test: TestStore
    private let ids: [Identifier<Reception>]

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2, attends: Set(Attention.allCases))
        var people = (1...8).map { TestStore.person($0) }
        people[5].birthDate = nil
        people[6].birthDate = CivilDate(year: 2012, month: 3, day: 4)
        people[7].notes = "diabetes; viene solo"
        ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all))) }
        try test.perform(.act(Triage(ids[0], [.medical])))
        try test.perform(.act(Triage(ids[1], [.noSpanish])))
        try test.perform(.act(Triage(ids[2], [])))
        try test.perform(.act(Triage(ids[3], [.reserved])))
        try test.perform(.act(Triage(ids[4], [])))
        try test.perform(.act(Triage(ids[6], [.unaccompaniedChild])))
        try test.perform(.act(CallPerson(ids[0], desk: 1, reason: "prueba")))
        try test.perform(.act(NotPresent(ids[0])))
        try test.perform(.act(CallPerson(ids[2], desk: 2, reason: "prueba")))
        try test.perform(.act(StartInterview(ids[2], desk: 2)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.birthPrecision]) = ("1990-07-01", "estimated")
        try test.perform(.act(SetNationality(ids[2], .accredited)))
        try test.perform(.act(SaveProfile(ids[2], answers)))
        try test.perform(.act(IssueCertificate(of: ids[2])))
        try test.perform(.act(SetPlace(ids[5], .washroom, with: nil)))
    }

    @Test(arguments: [OfficerRole.officer, .opi, .health, .beta, .liaison, .lead, .trainer])
    func aQueueShowsWhatTheWholeRecordSays(_ role: OfficerRole) throws {
        let officer = try test.add("Nadie Inventada", [role])
        let reader = Reader(try #require(try test.store.officer(officer)), isDrill: true)
        let queue = try test.store.answer(
            QueueOf(.nogales, desk: 1).reading, for: .officer(officer), at: test.now)
        let day = queue.local.day
        #expect(queue.rows.count == ids.count)
        for row in queue.rows {
            var shown = row
            shown.isOrphan = false
            #expect(shown == QueueRow(try test.reception(row.id), seenBy: reader, on: day))
        }
    }
}
