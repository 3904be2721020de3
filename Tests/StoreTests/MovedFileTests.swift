import Foundation
import Glibc
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Somebody deletes, replaces or cuts the files of a store that is open.
@Suite struct MovedFileTests {
    /// What is done to a file, in a folder, by its ending.
    enum Hand: String, CaseIterable, Sendable {
        case deletes, replaces, cuts

        func act(on path: String) {
            switch self {
            case .deletes: unlink(path)
            case .replaces:
                let copy = (try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()
                try? copy.write(to: URL(fileURLWithPath: path + ".x"))
                chmod(path + ".x", 0o600)
                rename(path + ".x", path)
            case .cuts: truncate(path, 0)
            }
        }
    }

    private func announce(_ store: Store, _ lead: Identifier<Officer>) throws(PerformFailure)
        -> Int?
    {
        let answer = try store.perform(
            .act(AnnounceGroup(.nogales, Announcement())), by: lead, at: TestStore.morning)
        return answer.result["group"]?.integer
    }

    private func code(_ body: () throws -> Void) -> String? {
        do { try body() } catch PerformFailure.failed(let error) { return error.code } catch let
            error as StoreError
        {
            return error.code
        } catch { return "\(error)" }
        return nil
    }

    /// Between two commands: the next is not answered, nor any after it, nothing is read, and a
    /// later process gives out no number twice.
    @Test(arguments: ["", "-wal", "-shm"], Hand.allCases)
    func nothingIsAnsweredPastAMovedFile(_ ending: String, _ hand: Hand) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        let (given, lead) = try work(path, ending, hand)
        try followUp(path, ending, hand, given, lead)
    }

    private func work(
        _ path: String, _ ending: String, _ hand: Hand
    ) throws -> ([Int?], Identifier<Officer>) {
        let store = try Store(path: path)
        let lead = try store.allOfficers()[0].id
        var given: [Int?] = []
        for _ in 0..<3 { given.append(try announce(store, lead)) }
        hand.act(on: path + ending)
        #expect(code { _ = try announce(store, lead) } == "storeMoved")
        #expect(code { _ = try announce(store, lead) } == "storeMoved")
        #expect(code { _ = try store.points() } == "storeMoved")
        #expect(code { _ = try store.newestEvent() } == "storeMoved")
        return (given, lead)
    }

    /// What is left afterwards.
    private func followUp(
        _ path: String, _ ending: String, _ hand: Hand, _ given: [Int?], _ lead: Identifier<Officer>
    ) throws {
        // Of a store that was cut nothing is left anywhere but in its copies.
        if ending.isEmpty && hand == .cuts { return }
        let rescued = StoreFiles.names(in: StoreFiles.folder(of: path)).filter {
            $0.contains(".rescued-")
        }
        if ending.isEmpty {
            try #require(rescued.count == 1)
            try Store.restore("\(StoreFiles.folder(of: path))/\(rescued[0])", to: path, force: true)
        }
        let next = try Store(path: path)
        let groups = try next.groups(at: .nogales, now: TestStore.morning).map(\.id.value)
        let isMissed = ending == "-wal" && hand == .cuts
        let alerts = try next.board(at: TestStore.morning).alerts
        #expect(alerts.contains { $0.code == "answersMissing" } == isMissed)
        let again = try announce(next, lead)
        #expect(!given.contains(again))
        // What was cut off the log is gone, and told.
        if ending == "-wal" && hand == .cuts {
            #expect(try next.verify(quick: true) == .differs(["answered"]))
            #expect(try next.verify(quick: false) == .differs(["answered"]))
            // Until somebody takes what is there as good.
            let anew = try next.check(.whole, anew: true).verdict
            #expect(anew == .holds(events: try next.figures().events))
            #expect(try next.verify(quick: false) == anew)
        } else {
            #expect(Set(groups) == Set(given.compactMap { $0 }))
            #expect(try next.verify(quick: false) == .holds(events: try next.figures().events))
        }
    }

    /// In the middle of a command: it is not answered.
    @Test(arguments: ["", "-wal"], Hand.allCases)
    func aFileThatGoesDuringACommandLeavesItUnanswered(_ ending: String, _ hand: Hand) throws {
        let test = try TestStore()
        _ = try announce(test.store, test.lead)
        let failure = code {
            try test.store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
                _ = try announce(test.store, test.lead)
                hand.act(on: test.path + ending)
            }
        }
        // A store that was cut can also no longer be written.
        #expect(
            failure == "storeMoved" || hand == .cuts && ending.isEmpty && failure == "storeFailed")
        #expect(code { _ = try announce(test.store, test.lead) } == "storeMoved")
    }

    /// The index goes during a command.
    @Test(arguments: [Hand.deletes, .replaces])
    func anIndexThatGoesDuringACommandLeavesItUnanswered(_ hand: Hand) throws {
        let test = try TestStore()
        let failure = code {
            try test.store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
                _ = try announce(test.store, test.lead)
                hand.act(on: test.path + "-shm")
            }
        }
        #expect(failure == "storeMoved")
    }

    /// A log that is cut and at once written on is as long as before, and yet nobody could read it.
    @Test(arguments: [0, 32, 5_000])
    func aLogWithAHoleIsNotAnswered(_ length: Int) throws {
        let test = try TestStore()
        _ = try announce(test.store, test.lead)
        let failure = code {
            try test.store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
                _ = try announce(test.store, test.lead)
                truncate(test.path + "-wal", length)
            }
        }
        #expect(failure == "storeMoved")
    }

    /// The files of one that runs are nobody's to tidy: who closes last leaves what another process
    /// began. Log and index go together while somebody has what only the log had: whoever comes
    /// between is told, and nothing that was answered is lost.
    @Test func whoComesAfterTheLogIsGoneIsTold() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        var given: [Int?] = []
        do {
            let store = try Store(path: path)
            let lead = try store.allOfficers()[0].id
            for _ in 0..<3 { given.append(try announce(store, lead)) }
            for ending in ["-wal", "-shm"] { Hand.deletes.act(on: path + ending) }
            for _ in 0..<2 { #expect(code { _ = try Store(path: path) } == "storeMoved") }
            #expect(code { try store.prove() } == "storeMoved")
        }
        let saved = try #require(StoreFiles.names(in: folder).first { $0.contains(".rescued-") })
        try Store.restore("\(folder)/\(saved)", to: path, force: true)
        let store = try Store(path: path)
        for group in given.compactMap(\.self) { #expect(try store.group(Identifier(group)) != nil) }
        #expect(given.compactMap(\.self).count == 3)
    }

    /// What is lost a second time, of the same file, is saved too: the first copy is not taken for
    /// it.
    @Test func whatIsLostAgainIsSavedAgain() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        var given: [Int] = []
        for _ in 0..<3 {
            let store = try Store(path: path)
            let lead = try store.allOfficers()[0].id
            for _ in 0..<2 { given.append(try #require(try announce(store, lead))) }
            for ending in ["-wal", "-shm"] { Hand.deletes.act(on: path + ending) }
            #expect(code { try store.prove() } == "storeMoved")
        }
        var found: Set<Int> = []
        let names = StoreFiles.names(in: folder).filter { $0.contains(".rescued-") }
        for name in names + ["g.db"] {
            let saved = try Connection(path: "\(folder)/\(name)", mode: .read)
            found.formUnion(try saved.statement("SELECT id FROM \"group\"").all { $0.int(0) })
        }
        // What was given out once is given out to nobody else.
        #expect(Set(given).count == 6 && found.isSuperset(of: given), "\(names)")
    }

    /// One after the other, and side by side, everybody has the log that lies there.
    @Test func whoComesInTurnIsLetIn() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        for _ in 0..<3 {
            let (one, other) = (try Store(path: path), try Store(path: path))
            _ = try announce(one, try one.allOfficers()[0].id)
            try other.prove()
        }
    }

    @Test func aMovedStoreRemovesNothingWhenItIsClosed() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        var store: Store? = try Store(path: path)
        _ = try announce(try #require(store), try #require(store).allOfficers()[0].id)
        Hand.replaces.act(on: path + "-wal")
        store = nil
        #expect(access(path + "-wal", F_OK) == 0)
        #expect(try Store(path: path).groups(at: .nogales, now: TestStore.morning).count == 1)
    }

    /// Closed in order, a store is one file: whoever copies it has all of it.
    @Test func theLastToLeaveTakesTheLogAlong() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        var store: Store? = try Store(path: path)
        _ = try announce(try #require(store), try #require(store).allOfficers()[0].id)
        store = nil
        #expect(access(path + "-wal", F_OK) != 0)
    }

    /// Counters that somebody wrote into the file: a sentence, and no command.
    @Test(arguments: ["counter", "oseq", "origin"], [-1, 0, 1 << 29, 1 << 53, Int.max, Int.min])
    func tamperedCountersAreASentence(_ column: String, _ value: Int) throws {
        let test = try TestStore()
        let given = try [announce(test.store, test.lead)]
        let events = try test.store.figures().events
        try Connection(path: test.path, mode: .write).execute(
            "UPDATE meta SET \(column) = \(value)")
        let failure = code { _ = try announce(test.store, test.lead) }
        let isAhead = column == "oseq" && value == 1 << 29
        #expect(failure == (isAhead ? nil : "storeFailed"))
        guard let next = try? Store(path: test.path) else { return }
        // What is too low is left behind with its origin; what is too high is told.
        #expect(
            try next.verify(quick: true)
                == (isAhead ? .differs(["journal"]) : .holds(events: events)))
        if !isAhead { #expect(try announce(next, test.lead).map { !given.contains($0) } == true) }
    }
}
