import Repatriation
import SQLite
import Store
import Support
import Testing

/// In the journal each answer of the interview is a field of its own; the table keeps a bag a
/// class.
@Suite struct AnswerJournalTests {
    private let test: TestStore
    private let id: Identifier<Reception>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(.act(SaveProfile(id, completeAnswers)))
    }

    private func lastBodies() throws -> [String: String] {
        let rows = try Connection(path: test.path, mode: .read).statement(
            "SELECT class, body FROM journal_body WHERE seq = (SELECT max(seq) FROM journal)"
        ).all { ($0.text(0), $0.text(1)) }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    private func expectWhole() throws {
        let now = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: now))
        #expect(try test.store.verify(quick: true) == .holds(events: now))
    }

    /// One answer writes one answer, in the class of its question; one taken back is said so.
    @Test func oneAnswerWritesOneAnswer() throws {
        let key = "reception:\(id.value)"
        try test.perform(.act(SaveProfile(id, [.wantedCertificate: "soldadura"])))
        #expect(
            try lastBodies() == [
                "sensitive": #"{"\#(key)":{"answers.wantedCertificate":"soldadura"}}"#
            ])
        try test.perform(.act(SaveProfile(id, [.aliases: "Otro"])))
        #expect(
            try lastBodies() == ["personal": #"{"\#(key)":{"personalAnswers.aliases":"Otro"}}"#])
        try test.perform(.act(SaveProfile(id, [.wantedCertificate: ""])))
        #expect(
            try lastBodies() == [
                "sensitive": #"{"\#(key)":{"answers.wantedCertificate":null}}"#
            ])
        let person = try test.reception(id)
        #expect(person.answer(.wantedCertificate) == nil && person.answer(.aliases) == "Otro")
        #expect(person.answer(.schooling) == "primary")
        try expectWhole()
    }

    /// Only what says answers is in the newer form.
    @Test func onlyAFactWithAnswersIsInTheNewerForm() throws {
        let forms = try Connection(path: test.path, mode: .read).statement(
            "SELECT kind, v FROM journal WHERE v > 1"
        ).all { ($0.text(0), $0.int(1)) }
        #expect(forms.map(\.0) == ["profileSaved"] && forms.map(\.1) == [Event.version])
    }

    /// A fact of an earlier program, with the whole bag, gives the same table, and is read answer
    /// by answer.
    @Test func aWholeBagOfAnEarlierProgramFoldsAsBefore() throws {
        let raw = try Connection(path: test.path, mode: .write)
        let bag = #"{"schooling":"degree","travelsWith":"alone"}"#
        try raw.execute(
            """
            INSERT INTO journal
            SELECT j.seq + 1, m.origin, m.oseq + 1, (m.origin << 29) + m.counter + 1, j.at, NULL, j."offset", j.day,
              j.cutDay, j.point, NULL, j.officer, 'profileSaved', 1, \(id.value), NULL, '{"reception:\(id.value)":{}}'
            FROM meta m, journal j WHERE j.seq = (SELECT max(seq) FROM journal);
            UPDATE meta SET oseq = oseq + 1, counter = counter + 1;
            """)
        try raw.statement(
            """
            INSERT INTO journal_body SELECT max(seq), 'sensitive',
            json_object('reception:\(id.value)', json_object('answers', ?)) FROM journal
            """
        ).bind(bag).run()
        try raw.statement("UPDATE reception SET answers = ?").bind(bag).run()
        try expectWhole()
        var last: [Change.Entry] = []
        try test.store.history(of: id.value) { last = $0.event.changes.flatMap(\.entries) }
        #expect(last.contains(.init("answers.schooling", .sensitive, .text("degree"))))
        #expect(last.contains(.init("answers.stay", .sensitive, .null)))
    }
}
