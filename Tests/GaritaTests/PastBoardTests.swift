import Drill
import Repatriation
import Support
import Testing

@testable import Store
@testable import garita

/// The board of a moment that has passed, against the one that was live then.
@Suite struct PastBoardTests {
    /// A practice day in which much is taken back, looked at now and then while it goes on; then
    /// each of those moments again, from the journal.
    @Test(arguments: [8]) func aBoardOfThePastIsTheOneThatWasLive(_ seed: Int) throws {
        let day = try LivedDay(seed: seed)
        let live = try day.live(looks: 10)
        #expect(live.count { $0.rows.contains { $0.waiting > 0 } } > 3, "the day tests nothing")
        let store = try Store(path: day.path)
        for board in live {
            let then = try store.answer(
                BoardThen(at: board.at).reading, for: .program, at: day.end)
            #expect(then.isPast && then.at == board.at)
            for (was, now) in zip(board.rows, then.rows) {
                var was = was
                // Of the children's book it is told by what rang, not step by step.
                was.lateChildren = now.lateChildren
                #expect(was == now, "\(board.at.text) \(was.point.text)")
            }
            #expect(then.expected.map(\.group.id) == board.expected.map(\.group.id))
            #expect(then.rows.count == board.rows.count)
            #expect(
                Set(then.told.map(\.tag)).isSuperset(of: day.rang[board.at] ?? []),
                "\(board.at.text)")
        }
    }

    /// Whoever may not know that it rang does not read it in the past either, nor who is a child.
    @Test func thePastIsSeenThroughTheEyesOfWhoeverLooks() throws {
        let day = try LivedDay(seed: 5)
        let live = try day.live(looks: 8)
        let moment = try #require(
            live.last { $0.rows.contains { $0.children ?? 0 > 0 } }?.at)
        let store = try Store(path: day.path)
        let all = try store.answer(BoardThen(at: moment).reading, for: .program, at: day.end)
        let seen = try Look(store, .nobody, now: day.end).boardThen(at: moment)
        #expect(all.rows.contains { $0.children ?? 0 > 0 })
        #expect(seen.told.isEmpty && seen.expected.isEmpty)
        #expect(seen.rows.allSatisfy { $0.children == nil && $0.next == nil })
    }

    @Test func beforeTheJournalAndAfterNowThereIsNoBoard() throws {
        let test = try TestStore()
        func refusal(_ at: Instant) -> Refusal.Code? {
            do {
                _ = try test.store.answer(
                    BoardThen(at: at).reading, for: .program, at: test.now)
                return nil
            } catch { return (error as? Refusal)?.code }
        }
        #expect(refusal(test.now) == .notPast)
        #expect(refusal(test.now.adding(minutes: 5)) == .notPast)
        #expect(refusal(test.now.adding(minutes: -600_000)) == .beforeJournal)
    }

    /// Nothing stays beside the store, and nothing of anybody's name was ever in it.
    @Test func theFoldLeavesNothingBehindAndHoldsNoName() throws {
        let day = try LivedDay(seed: 5)
        _ = try day.live(looks: 2)
        let store = try Store(path: day.path)
        let past = try PastMoment(store.connection, day.end.adding(minutes: -30))
        do {
            let then = try PastStore(past, of: store)
            let named = try then.store.connection.statement(
                "SELECT count(*), sum(given IS NOT NULL OR firstSurname IS NOT NULL) FROM reception"
            ).first { ($0.int(0), $0.int(1)) }
            #expect(named?.0 ?? 0 > 50 && named?.1 == 0)
        }
        #expect(StoreFiles.leftovers(of: day.path).isEmpty)
        let names = StoreFiles.names(in: StoreFiles.folder(of: day.path))
        #expect(!names.contains { $0.contains(".fold-") }, "\(names)")
    }
}

/// A practice day on a store of its own, with acts that are taken back.
private final class LivedDay {
    let path: String
    private(set) var end: Instant
    /// What had rung by each look.
    private(set) var rang: [Instant: Set<AlarmTag>] = [:]
    private let folder: String
    private let plan: PracticeDay
    private let start: Instant
    private var random: SeededGenerator
    /// What was done in the last minutes, and by whom.
    private var recent: [(Identifier<any Act>, Identifier<Officer>)] = []

    init(seed: Int) throws {
        folder = try TestStore.makeFolder()
        path = "\(folder)/practica.db"
        (plan, start) = try DemoProgram.prepare(path, seed: seed)
        end = start
        random = SeededGenerator(seed: seed &+ 11)
    }

    deinit { TestStore.remove(folder) }

    /// The boards of so many moments of some hours of the day, as they were shown then.
    func live(looks: Int) throws -> [Board] {
        let store = try Store(path: path)
        try store.setSynchronous(false)
        plan.perform = { [self] command, officer, at in
            guard let done = try? store.perform(command, by: officer, at: at) else { return nil }
            if let act = done.act, at >= end.adding(minutes: -4) { recent.append((act, officer)) }
            return (done.result, done.act)
        }
        plan.stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
        var boards: [Board] = []
        for _ in 0..<looks {
            end = end.adding(seconds: Int.random(in: 60...1400, using: &random))
            try store.batch(orWrap: { $0 }) { () throws(StoreError) in plan.advance(to: end) }
            // Some of what was just done is taken back right before the look, some right after it.
            for (act, officer) in recent.shuffled(using: &random).prefix(2) {
                _ = try? store.perform(.act(Undo(act)), by: officer, at: end)
            }
            try store.noteAlarms(at: end)
            let board = try store.answer(BoardNow().reading, for: .program, at: end)
            rang[end] = Set(board.told.map(\.tag))
            boards.append(board)
            end = end.adding(seconds: 2)
            for (act, officer) in recent.shuffled(using: &random).prefix(2) {
                _ = try? store.perform(.act(Undo(act)), by: officer, at: end)
            }
            recent = []
        }
        end = end.adding(minutes: 60)
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in plan.advance(to: end) }
        end = end.adding(minutes: 1)
        return boards
    }
}
