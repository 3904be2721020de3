import Drill
import Repatriation
import Support
import Testing

@testable import Store
@testable import garita

/// The board of a moment that has passed, against the one that was live then.
@Suite(.serialized) struct PastBoardTests {
    /// The one day that all of these look back on.
    private static let lived = Result { try LivedDay(seed: 8).lived(looks: 10) }

    private let day: Lived
    private let store: Store

    init() throws {
        day = try PastBoardTests.lived.get()
        store = try Store(path: day.path)
    }

    /// A practice day in which much is taken back, looked at now and then while it goes on; then
    /// each of those moments again, from the journal.
    @Test func aBoardOfThePastIsTheOneThatWasLive() throws {
        #expect(
            day.live.count { $0.rows.contains { $0.waiting > 0 } } > 3, "the day tests nothing")
        for board in day.live {
            let then = try store.answer(
                BoardThen(at: board.at).reading, for: .program, at: day.end)
            #expect(then.isPast && then.at == board.at && !then.isUnwatched)
            for (was, now) in zip(board.rows, then.rows) {
                #expect(was == now, "\(board.at.text) \(was.point.text)")
            }
            #expect(then.expected.map(\.group.id) == board.expected.map(\.group.id))
            #expect(then.rows.count == board.rows.count)
            let told = Dictionary(then.told.map { ($0.tag, $0) }) { $1 }
            for tag in day.rang[board.at] ?? [] {
                #expect(told[tag] != nil, "\(board.at.text) \(tag.text)")
            }
        }
    }

    /// Whoever may not know that it rang does not read it in the past either, nor who is a child.
    @Test func thePastIsSeenThroughTheEyesOfWhoeverLooks() throws {
        let moment = try #require(
            day.live.last { $0.rows.contains { $0.children ?? 0 > 0 } }?.at)
        let all = try store.answer(BoardThen(at: moment).reading, for: .program, at: day.end)
        let seen = try Look(store, .nobody, now: day.end).boardThen(at: moment)
        #expect(all.rows.contains { $0.children ?? 0 > 0 })
        #expect(seen.told.isEmpty && seen.expected.isEmpty)
        #expect(
            seen.rows.allSatisfy { $0.children == nil && $0.lateChildren == 0 && $0.next == nil })
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
        let past = try PastMoment(store.connection, day.end.adding(minutes: -15))
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

/// A day that has passed: its store, and what was live at some moments of it.
private struct Lived: Sendable {
    let path: String
    let end: Instant
    /// The boards, and what had rung by each.
    let live: [Board]
    let rang: [Instant: Set<AlarmTag>]
}

/// A practice day on a store of its own, with acts that are taken back.
private final class LivedDay {
    private let lived: LivedScenario
    private let path: String
    private var end: Instant
    private var rang: [Instant: Set<AlarmTag>] = [:]
    private var random: SeededGenerator
    /// What was done in the last minutes, and by whom.
    private var recent: [(Identifier<any Act>, Identifier<Officer>)] = []

    /// From seven of the morning on, at all points.
    init(seed: Int) throws {
        // Removed with the tests.
        path = "\(try TestStore.makeFolder())/practica.db"
        var (scenario, text) = try ScenarioFiles.scenario(nil)
        scenario.starts = try #require(TimeOfDay(text: "07:00"))
        lived = try LivedScenario(scenario, text: text, at: path, seed: seed, player: nil)
        end = lived.rehearsal.start.adding(minutes: 90)
        random = SeededGenerator(seed: seed &+ 11)
    }

    /// The boards of so many moments of some hours of the day, as they were shown then.
    func lived(looks: Int) throws -> Lived {
        let store = lived.store
        let perform = lived.rehearsal.stage.perform
        lived.rehearsal.stage.perform = { [self] command, officer, at in
            let done = perform(command, officer, at)
            if case .done(_, let act?) = done, at >= end.adding(minutes: -4) {
                recent.append((act, officer))
            }
            return done
        }
        var boards: [Board] = []
        for _ in 0..<looks {
            end = end.adding(seconds: Int.random(in: 60...1400, using: &random))
            try advance()
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
        end = end.adding(minutes: 20)
        try advance()
        lived.rehearsal.stage.perform = perform
        end = end.adding(minutes: 1)
        return Lived(path: path, end: end, live: boards, rang: rang)
    }

    private func advance() throws {
        let now = end
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now) }
    }
}
