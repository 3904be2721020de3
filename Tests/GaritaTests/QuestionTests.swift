import Foundation
import Repatriation
import Screens
import Store
import Support
import Testing

@testable import garita

/// What a screen asks is answered, and its answer is taken by nobody else.
@Suite struct QuestionTests {
    private let test: TestStore
    private let id: Identifier<Reception>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(AddSurvey(SmallSurvey.form())))
    }

    /// One of each kind, about somebody and somewhere that there is.
    private func questions() throws -> [any Query] {
        let period = try #require(ReportPeriod(typed: "2026"))
        return [
            BoardNow(), QueueOf(.nogales, desk: 1), GroupsOf(.nogales),
            RollOf(try test.reception(id).group), CardOf(id), PersonOf(id), RelativesOf(id),
            ListsNow(), ShiftOf(.nogales), SearchFor("luna", at: .nogales), InboxOf(.nogales),
            OwnDrafts(), TypedOn(.interview(id)), LastOwnAct(), ReferralsOf(.nogales), CareOf(id),
            LanesOf(id), ChildBookOf(.nogales, .open), FollowUpsOf(.nogales),
            StoreRoomOf(.nogales), ProvidersNear(.nogales), WhoSaw(""), TrayOf(.nogales),
            SignersHere(), WhoIsAlike(TestStore.person(1), own: nil),
            PlacesLike("no", .destination, state: nil), JournalOf(""), ActToUndo(Identifier(7)),
            RoomOf(.nogales), WallNow(), HandOverOf(.nogales),
            SheetsAt(.nogales), NewestActs(), BoardThen(at: test.now), DayOf(.nogales),
            PanelOf(.nogales), HourInDoubt(), ShareOf(try test.reception(id).group),
            ReportOf(.r1, period, []), ArrivalsOf(period, []), SurveysOf(.nogales),
            SurveyOf(id, "prueba"),
        ]
    }

    /// A minute later: what was is asked for too.
    private func runner() -> EffectRunner {
        let later = test.now.adding(minutes: 1)
        return EffectRunner(
            store: test.store, officer: test.lead,
            clock: .standing(at: later))
    }

    /// Whether somebody who asked this finds it answered.
    private func isAnswered<Asked: Query>(_ query: Asked, by replies: [Reply]) -> Bool {
        replies.count == 1 && replies.first?.answer(to: query) != nil
    }

    @Test func everyQuestionIsAnsweredToWhoeverAskedIt() throws {
        var runner = runner()
        for query in try questions() {
            let replies = runner.run(.load(query, holds: true))
            let isAnswered = isAnswered(query, by: replies)
            #expect(isAnswered, "\(query): \(replies)")
        }
    }

    /// A question without a reading compiles: it must not reach a desk.
    @Test func everyQuestionThatThereIsStandsAmongThem() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources")
        var declared: Set<String> = []
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
        for case let file as String in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for match in text.matches(of: /struct (\w+): (Only|Point|Person)?Query\b/) {
                declared.insert(String(match.1))
            }
        }
        #expect(declared == Set(try questions().map { "\(type(of: $0))" }))
    }

    private struct Unanswered: Query {
        typealias Answer = Int
    }

    @Test func whatNobodyAnswersIsSaidAndEndsNothing() {
        var runner = runner()
        let reply = runner.run(.load(Unanswered(), holds: true)).first
        guard case .failed = reply else {
            Issue.record("\(String(describing: reply))")
            return
        }
    }

    /// Of another point, or another kind, it is somebody else's; that nothing was done is an answer.
    @Test func anAnswerIsOnlyOfItsOwnQuestion() {
        let reply = Reply.answer(Answered(TrayOf(.nogales), []))
        #expect(reply.answer(to: TrayOf(.nogales))?.isEmpty == true)
        #expect(reply.answer(to: TrayOf(.tijuana)) == nil)
        #expect(reply.answer(to: GroupsOf(.nogales)) == nil)
        let nothing = Reply.answer(Answered(LastOwnAct(), nil))
        #expect(nothing.answer(to: LastOwnAct()) != nil)
    }

    /// What is not there any more is said so, and is no answer.
    @Test(
        arguments: [
            CardOf(Identifier(7)), PersonOf(Identifier(7)), CareOf(Identifier(7)),
            LanesOf(Identifier(7)), RollOf(Identifier(7)), QueueOf(.none, desk: 1), ShiftOf(.none),
        ] as [any Query])
    func whatIsGoneIsSaid(_ query: any Query) {
        var runner = runner()
        let replies = runner.run(.load(query, holds: true))
        guard case .failed(let words) = replies.first, replies.count == 1 else {
            Issue.record("\(replies)")
            return
        }
        #expect(words.es == "Ya no existe.")
    }
}
