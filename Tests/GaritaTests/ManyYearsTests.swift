import Glibc
import Repatriation
import SQLite
import Store
import Support
import Testing

@testable import garita

/// The store of ten years that bench measures with.
@Suite struct ManyYearsTests {
    private let folder: String
    private var long: String { "\(folder)/long.db" }

    init() throws { folder = try TestStore.makeFolder() }

    /// Lists, people who came, some who did not, and groups concluded, three times over.
    @Test func aStoreThreeTimesAsLongHoldsAndItsBoardAnswers() throws {
        defer { TestStore.remove(folder) }
        let months = "\(folder)/months.db"
        try LivedMonths(days: 1, people: 450).live(in: months, until: TestStore.morning)
        let events = try #require(try held(months))
        try ManyYears.make(of: months, times: 3, at: long)
        // The nine points, the institutions and the first lead are there once.
        let shared = try count("journal WHERE act = (SELECT act FROM journal WHERE seq = 1)")
        #expect(try held(long) == (events - shared) * 3 + shared)
        for (table, times) in [("reception", 3), ("\"group\"", 3), ("officer", 1), ("point", 1)] {
            #expect(try count(table) == times * count(table, of: months))
        }
        #expect(try count("(SELECT DISTINCT id >> 29 FROM reception)") == 3)
        #expect(try count("(SELECT DISTINCT origin FROM journal)") == 3)
        #expect(
            try count("(SELECT DISTINCT receivedDay FROM reception WHERE receivedDay IS NOT NULL)")
                == 3)
        #expect(try count("reception WHERE stage = 'noShow'") > 0)
        let store = try Store(path: long)
        let board = try store.answer(BoardNow().reading, for: .program, at: TestStore.morning)
        #expect(board.rows.count == (try store.points().count))
        #expect(board.rows.allSatisfy { $0.inside == 0 })
    }

    /// What somebody leaves behind: papers with their folios, follow-ups, restricted answers.
    @Test func foliosOfCopiesAreTheirOwnAndTheStoreGoesOn() throws {
        defer { TestStore.remove(folder) }
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        let steps: [Command] = [
            .act(CallNext(at: .nogales, 1)), .act(StartInterview(id, desk: 1)),
            .act(SetNationality(id, .accredited, .passport)),
            .act(SaveProfile(id, completeAnswers)), .act(IssueCertificate(of: id)),
            .act(ReleasePerson(id, Release(.bus))),
        ]
        for step in steps { try test.perform(step) }
        try ManyYears.make(of: test.path, times: 3, at: long)
        #expect(try held(long) != nil)
        let folios = try Connection(path: long, mode: .read).statement("SELECT folio FROM paper")
            .all { $0.text(0) }
        #expect(folios.count == 3 && Set(folios).count == 3 && folios.allSatisfy(Folio.isValid))
        do {
            let store = try Store(path: long)
            let lead = try store.allOfficers()[0].id
            _ = try store.perform(
                .act(AnnounceGroup(.nogales, Announcement())), by: lead, at: test.now)
            #expect(try store.check(.daily).scope == .daily)
        }
        #expect(try held(long) != nil)
    }

    /// What it needs is said before anything is made, and nothing is.
    @Test func aDiskWithoutRoomIsSaidAtOnce() throws {
        defer { TestStore.remove(folder) }
        let error = #expect(throws: UsageError.self) {
            try LongStore(rows: 1 << 40).checkRoom(for: long)
        }
        #expect(
            error?.sentence.es.contains("1099511627776 recepciones necesitan 4194304000 MB") == true
        )
        try LongStore(rows: 1).checkRoom(for: long)
        #expect(StoreFiles.names(in: folder).isEmpty)
    }

    /// Births go back with the days, so that the people of the copies are as old as they were.
    @Test func textsKeepWhatIsNeitherDayNorIdentifier() {
        let origin = 9_000_001
        let own = origin << 29 | 77
        let earlier = Earlier(copy: 2, of: origin, among: 3, days: 10, sharing: [own + 1])
        func text(_ text: String) -> String {
            Array(text.utf8).withUnsafeBytes { earlier.text($0) }
        }
        let other = own + (2 << 29)
        #expect(text(#"{"call:\#(own)":1795194000000}"#) == #"{"call:\#(other)":1793466000000}"#)
        #expect(
            text("\(own + 1) 1990-03-05, tel. 6311234567 2026-13-40")
                == "\(own + 1) 1990-02-13, tel. 6311234567 2026-13-40")
        #expect(
            text("ABCD900305HDFXXX01 I77-00012 x\(own)") == "ABCD900305HDFXXX01 I77-00012 x\(own)")
    }

    private func held(_ path: String) throws -> Int? {
        guard case .holds(let events) = try Store(path: path).check(.whole).verdict else {
            return nil
        }
        return events
    }

    private func count(_ source: String, of path: String? = nil) throws -> Int {
        try Connection(path: path ?? long, mode: .read).statement("SELECT count(*) FROM \(source)")
            .first { $0.int(0) } ?? 0
    }
}
