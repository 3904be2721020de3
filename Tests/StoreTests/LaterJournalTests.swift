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

    @Test(
        arguments: [
            ("frobnicated", 1), ("frobnicated", Event.version + 1), ("placed", Event.version + 1),
        ], [true, false])
    func whatALaterProgramWroteIsCountedApart(_ row: (kind: String, v: Int), _ quick: Bool) throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let known = try test.store.figures().events
        try append(
            row.kind, v: row.v, about: id.value, #"{"gadget:7":{"colour":"blue"}}"#, to: test)
        #expect(try test.store.verify(quick: quick) == .holds(events: known))
        #expect(try test.store.check(.whole).later == 1 && test.store.figures().events == known + 1)
    }

    /// Whatever it holds is not read: a body that is no JSON is counted as any other.
    @Test(arguments: [("frobnicated", 1), ("placed", Event.version + 1)], [true, false])
    func aLaterBodyIsNotRead(_ row: (kind: String, v: Int), _ quick: Bool) throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let known = try test.store.figures().events
        try append(row.kind, v: row.v, about: id.value, "{}", to: test)
        try addBody("\u{1}no JSON", to: test)
        #expect(try test.store.verify(quick: quick) == .holds(events: known))
        #expect(try test.store.check(.whole).later == 1)
        try test.perform(.act(SetPlace(id, .dining, with: nil)))
        #expect(try test.store.wholeFile(id.value).laterFacts == 1)
    }

    /// A body of ours that is no JSON is damage as ever.
    @Test func aBodyOfOursThatIsNoJSONIsDamage() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append("placed", v: 1, about: id.value, #"{"reception:\#(id.value)":{}}"#, to: test)
        try addBody("no JSON", to: test)
        #expect(throws: StoreError.self) { try test.store.verify(quick: false) }
        #expect(throws: StoreError.self) { try test.store.verify(quick: true) }
    }

    private func addBody(_ body: String, to test: TestStore) throws {
        try Connection(path: test.path, mode: .write).statement(
            "INSERT INTO journal_body SELECT max(seq), 'sensitive', ? FROM journal"
        ).bind(body).run()
    }

    /// A row of ours whose version was raised is a later one to both checks; what it had set is set
    /// by nothing any more, which the whole check finds.
    @Test(arguments: [true, false])
    func aRowWhoseVersionWasRaisedIsLater(_ quick: Bool) throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(SetPlace(id, .dining, with: nil)))
        try test.perform(.act(SetPlace(id, .yard, with: nil)))
        let known = try test.store.figures().events
        let raw = try Connection(path: test.path, mode: .write)
        let kept = try raw.statement(
            "SELECT sql FROM sqlite_schema WHERE name = 'journal_kept_update'"
        ).first { $0.text(0) }
        try raw.execute(
            """
            DROP TRIGGER journal_kept_update;
            UPDATE journal SET v = \(Event.version + 1) WHERE seq = (SELECT max(seq) - 1 FROM journal);
            \(kept ?? "")
            """)
        #expect(try test.store.check(.whole).later == 1)
        #expect(try test.store.verify(quick: quick) == .holds(events: known - 1))
        try raw.execute(
            """
            DROP TRIGGER journal_kept_update;
            UPDATE journal SET v = \(Event.version + 1) WHERE seq = (SELECT max(seq) FROM journal);
            \(kept ?? "")
            """)
        #expect(try test.store.check(.whole).later == 2)
        // The quick one looks at what the last day has set, and nothing has set the place any more.
        let verdict: Verdict =
            quick ? .holds(events: known - 2) : .differs(["proven", "reception"])
        #expect(try test.store.verify(quick: quick) == verdict)
    }

    /// That it stands there is told to whoever nothing is kept from: its number, hour and kind.
    @Test func whoReadsTheJournalIsToldThatItStandsThere() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try append("frobnicated", v: 1, about: id.value, #"{"gadget:7":{}}"#, to: test)
        func later(_ reader: Identifier<Officer>?) throws -> [LaterRow] {
            var found: [LaterRow] = []
            try Viewer(path: test.path, reader)
                .history(of: id.value, later: { found.append($0) }) { _ in }
            return found
        }
        let told = try later(test.lead)
        #expect(told.map(\.kind) == ["frobnicated"] && told.map(\.version) == [1])
        #expect(try told.map(\.seq) == [test.store.figures().events])
        let officers = try Twin.officers(of: test)
        #expect(try later(officers[.officer]).isEmpty && later(officers[.auditor]).isEmpty)
    }

    /// What a later program wrote of somebody who is removed goes whole, JSON or not.
    @Test func whatALaterProgramWroteOfWhoIsRemovedGoesToo() throws {
        let test = try TestStore()
        let second = try test.add("Segunda Jefa Inventada", [.officer, .lead])
        let series = SetArchiveSeries(
            code: "1", name: "Recepciones", activeYears: 2, semiActiveYears: 3)
        try test.perform(.act(series))
        let gone = try test.waiting(.nogales, TestStore.person(1))
        let stays = try test.waiting(.nogales, TestStore.person(2))
        for id in [gone, stays] {
            try append("frobnicated", v: 1, about: id.value, "{}", to: test)
            try addBody("PLANTADA\(id.value)", to: test)
        }
        try test.perform(.act(ReleasePerson(gone, Release(.ownDecision))))
        test.now = test.now.adding(minutes: 525_960 * 6)
        try test.perform(.act(BlockDue()))
        let act = try #require(
            try test.perform(.act(RemoveBlocked(dictamen: "D-1", people: 1))).act)
        try test.store.alone { _ = try test.perform(.act(Confirm(act)), by: second) }
        let left = try Connection(path: test.path, mode: .read).statement(
            "SELECT body FROM journal_body WHERE body LIKE 'PLANTADA%'"
        ).all { $0.text(0) }
        #expect(left == ["PLANTADA\(stays.value)"])
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
        #expect(try again.check(.whole).later == 1)
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
        try append("officerSet", v: Event.version + 1, about: second.value, "{}", to: test)
        #expect(test.refusal(.act(Confirm(asked)), by: second)?.code == .laterProgram)
        #expect(try test.reception(id).birthDate?.year == 2014)
    }

    /// What a later program wrote since of the same person may rest on an act: it is not taken back
    /// unseen. What was done after it stands by itself.
    @Test func onlyAnActBeforeALaterOneIsNotTakenBack() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let before = try #require(try test.perform(.act(SetPlace(id, .dining, with: nil))).act)
        try append("frobnicated", v: 1, about: id.value, "{}", to: test)
        #expect(test.refusal(.act(Undo(before)))?.code == .notUndoable)
        let after = try #require(try test.perform(.act(SetPlace(id, .yard, with: nil))).act)
        try test.perform(.act(Undo(after)))
        #expect(try test.reception(id).place == .dining)
        #expect(test.refusal(.act(Undo(before)))?.code == .notUndoable)
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
