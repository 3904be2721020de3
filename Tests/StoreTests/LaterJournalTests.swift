import Repatriation
import SQLite
import Store
import Support
import Testing

/// Rows that a later program wrote: kept, counted apart, folded to nothing, and no damage.
@Suite struct LaterJournalTests {
    /// A row as a program of another kind or version would write it.
    private func append(
        _ kind: String, v: Int, about subject: Int, _ payload: String, to test: TestStore
    ) throws {
        try Connection(path: test.path, mode: .write).execute(
            """
            INSERT INTO journal
            SELECT j.seq + 1, m.origin, m.oseq + 1, (m.origin << 29) + m.counter + 1, j.at, NULL, j."offset", j.day,
              j.cutDay, j.point, NULL, j.officer, '\(kind)', \(v), \(subject), NULL, '\(payload)'
            FROM meta m, journal j WHERE j.seq = (SELECT max(seq) FROM journal);
            UPDATE meta SET oseq = oseq + 1, counter = counter + 1;
            """)
    }

    @Test(arguments: [("frobnicated", 1), ("frobnicated", 2), ("placed", 2)], [true, false])
    func whatALaterProgramWroteIsCountedApart(_ row: (kind: String, v: Int), _ quick: Bool) throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let known = try test.store.figures().events
        try append(
            row.kind, v: row.v, about: id.value, #"{"gadget:7":{"colour":"blue"}}"#, to: test)
        #expect(try test.store.verify(quick: quick) == .holds(events: known))
        #expect(try test.store.laterEvents() == 1 && test.store.figures().events == known + 1)
    }

    /// Reading and working go on behind it, and it stays where it is, also in a copy.
    @Test func theRestGoesOnAndTheRowIsKept() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append("frobnicated", v: 1, about: id.value, "{}", to: test)
        try test.perform(.act(SetPlace(id, .dining, with: nil)))
        var kinds: [EventKind] = []
        try test.store.history(of: id.value) { kinds.append($0.event.kind) }
        #expect(kinds.last == .placed)
        let copy = "\(test.folder)/copy.db"
        try test.store.backup(to: copy)
        try Store.restore(copy, to: "\(test.folder)/again.db", force: false)
        let again = try Store(path: "\(test.folder)/again.db")
        #expect(try again.laterEvents() == 1)
        #expect(try again.verify(quick: false) == .holds(events: try again.figures().events - 1))
    }

    /// A kind of ours that cannot be read, and what no program writes, are damage as ever.
    @Test(arguments: [
        ("placed", 0, "{}"), ("placed", 1000, "{}"), ("", 1, "{}"), ("no-kind", 1, "{}"),
        ("frobnicated", 1, "{"),
    ])
    func whatNoProgramWritesIsFound(_ kind: String, _ v: Int, _ payload: String) throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append(kind, v: v, about: id.value, payload, to: test)
        #expect(try test.store.verify(quick: true) == .differs(["journal"]))
    }

    @Test func aKindOfOursWithWhatItDoesNotKnowIsDamage() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append(
            "placed", v: 1, about: id.value, #"{"reception:\#(id.value)":{"stage":"flown"}}"#,
            to: test)
        #expect(throws: StoreError.self) { try test.store.verify(quick: false) }
    }

    /// Who gave an officer an identity may be what cannot be read: no two of them count as two.
    @Test func whoseIdentityALaterProgramMayHaveGivenConfirmsNothing() throws {
        let test = try TestStore()
        let second = try test.add("Segunda Jefa Inventada", [.officer, .lead])
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2014))
        let age = AgeCorrection(
            CivilDate(year: 1990, month: 5, day: 6), source: .procuraduria, folio: "PPNNA-1")
        let asked = try #require(try test.perform(.act(CorrectAge(id, age))).act)
        try append("officerSet", v: 2, about: second.value, "{}", to: test)
        #expect(test.refusal(.act(Confirm(asked)), by: second)?.code == .laterProgram)
        #expect(try test.reception(id).birthDate?.year == 2014)
    }

    /// What a later program wrote of the same person would be taken back unseen.
    @Test func anActBesideALaterOneIsNotTakenBack() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let act = try #require(try test.perform(.act(SetPlace(id, .dining, with: nil))).act)
        try append("frobnicated", v: 1, about: id.value, "{}", to: test)
        #expect(test.refusal(.act(Undo(act)))?.code == .notUndoable)
    }

    /// The person is told that there is more; to somebody else nothing tells of what may be kept
    /// from them.
    @Test func theWholeFileSaysThatThereIsMore() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append("frobnicated", v: 1, about: id.value, "{}", to: test)
        #expect(try test.store.wholeFile(id.value).laterFacts == 1)
        let other = Requester(name: "Quien Pide", document: "INE 1", capacity: .representative)
        #expect(try test.store.wholeFile(id.value, for: other).laterFacts == 0)
    }
}
