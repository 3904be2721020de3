import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// A survey is asked of whoever agreed, when it is time, in part and to the end; what was answered
/// is kept with its version, taken back by undo, and read by those who read interviews.
@Suite struct SurveyTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        try test.perform(.act(AddSurvey(SmallSurvey.form())))
    }

    /// Somebody who was interviewed and left.
    private func left(_ number: Int, agreed: String = "yes") throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, TestStore.person(number))
        var answers = completeAnswers
        answers[.contactConsent] = agreed
        if agreed == "yes" { answers[.contactPhone] = "6315550101" }
        for act: any Act in [
            CallPerson(id, desk: 1, reason: "prueba"), StartInterview(id, desk: 1),
            SetNationality(id, .accredited, .passport), SaveProfile(id, answers),
            ReleasePerson(id, Release(.ownMeans)),
        ] { try test.perform(.act(act)) }
        return id
    }

    private func go(to day: String) throws {
        test.now = try #require(Instant(text: "\(day)T18:00:00.000Z"))
        test.store.uptime = test.uptime
    }

    private func due(as officer: Identifier<Officer>? = nil) throws -> [SurveyLine] {
        try test.store.answer(
            SurveysOf(.nogales).reading, for: .officer(officer ?? test.lead), at: test.now)
    }

    private func card(
        _ id: Identifier<Reception>, as officer: Identifier<Officer>? = nil
    ) throws -> SurveyCard {
        try test.store.answer(
            SurveyOf(id, "prueba").reading, for: .officer(officer ?? test.lead), at: test.now)
    }

    private func issue(
        _ from: String = "2026-11-01", _ to: String = "2027-03-31",
        as officer: Identifier<Officer>? = nil
    ) throws -> SurveyIssue {
        let days = try [from, to].map { try #require(CivilDate(text: $0)) }
        let period = try #require(ReportPeriod(from: days[0], to: days[1]))
        return try test.store.answer(
            .survey("prueba", period), for: .officer(officer ?? test.lead), at: test.now)
    }

    @discardableResult
    private func answer(_ id: Identifier<Reception>, _ answers: [String: String]) throws
        -> SurveyAnswered
    {
        let done = try test.perform(.act(AnswerSurvey(id, "prueba", answers)))
        return try #require(done.result as? SurveyAnswered)
    }

    private let whole = [
        "casa": "yes", "cual": "propia", "con": "hijas,madre", "cuantas": "4",
        "desde": "2026-12-01", "falta": "una cobija",
    ]

    /// One to three months after the day on which they were received, of those who agreed.
    @Test func onlyWhoAgreedIsDueAndOnlyInTheirMonths() throws {
        let asked = try left(1)
        _ = try left(2, agreed: "no")
        let inside = try test.waiting(.nogales, TestStore.person(3))
        for (day, isDue) in [
            ("2026-12-19", false), ("2026-12-20", true), ("2027-02-20", true),
            ("2027-02-21", false),
        ] {
            try go(to: day)
            #expect(try due().map(\.person.id) == (isDue ? [asked] : []), "\(day)")
        }
        try go(to: "2026-12-20")
        let line = try #require(try due().first)
        #expect(line.until.text == "2027-02-20" && line.state == nil)
        #expect(line.contact == "6315550101" && line.title.en == "Trial")
        #expect(
            test.refusal(.act(AnswerSurvey(inside, "prueba", whole)))?.code == .notInThisStage)
    }

    @Test func whatWasBegunIsGoneOnWithAndCorrected() throws {
        let id = try left(1)
        try go(to: "2026-12-20")
        #expect(try answer(id, ["casa": "yes", "con": "unknown"]).state == .inPart)
        #expect(try due().map(\.state) == [.inPart])
        let rest = whole.filter { !["casa", "con"].contains($0.key) }
        let told = try answer(id, rest)
        #expect(told.state == .whole && told.missing.isEmpty)
        #expect(try due().isEmpty)
        #expect(try card(id).answers.values.count == 6)
        // What hangs on a corrected answer goes with it, and an empty answer takes one back.
        #expect(try answer(id, ["casa": "no"]).state == .whole)
        #expect(try card(id).answers[named: "cual"] == nil)
        #expect(try answer(id, ["cual": "rentada"]).notAsked == ["cual"])
        #expect(try answer(id, ["falta": ""]).state == .inPart)
        #expect(try card(id).answers[named: "falta"] == nil)
        let table = try issue().tables[0]
        #expect(table.taken == 1 && table.inPart == 1)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
        // The same answer again is no fact.
        try answer(id, ["casa": "no"])
        #expect(try test.store.figures().events == events)
    }

    @Test func whoIsNotReachedStaysDueAndWhoDoesNotWantIsAskedNoMore() throws {
        let (one, other) = (try left(1), try left(2))
        try go(to: "2026-12-20")
        for _ in 0..<2 { try test.perform(.act(AnswerSurvey(one, "prueba", .notReached))) }
        try test.perform(.act(AnswerSurvey(other, "prueba", .declined)))
        let lines = try due()
        #expect(lines.map(\.person.id) == [one] && lines[0].tries == 2)
        let reach = try issue().reach
        #expect(reach.due == 2 && reach.count(.notReached) == 1 && reach.count(.declined) == 1)
        #expect(try issue().tables[0].taken == 0)
        try answer(one, whole)
        #expect(
            test.refusal(.act(AnswerSurvey(one, "prueba", .declined)))?.code == .surveyAnswered)
        #expect(try issue().reach.count(.whole) == 1)
        // Whoever does not want to go on is asked no more, and what they said stands.
        let third = try left(3)
        try go(to: "2027-01-25")
        try answer(third, ["casa": "no"])
        try test.perform(.act(AnswerSurvey(third, "prueba", .notReached)))
        #expect(try due().map(\.state) == [.inPart])
        try test.perform(.act(AnswerSurvey(third, "prueba", .declined)))
        #expect(try due().isEmpty)
        #expect(try issue().tables[0].taken == 2)
    }

    @Test func whatIsTakenBackIsAsBefore() throws {
        let id = try left(1)
        try go(to: "2026-12-20")
        let first = try #require(try test.perform(.act(AnswerSurvey(id, "prueba", whole))).act)
        let second = try #require(
            try test.perform(.act(AnswerSurvey(id, "prueba", ["cuantas": "9"]))).act)
        try test.perform(.act(Undo(second)))
        #expect(try card(id).answers.values == whole)
        try test.perform(.act(Undo(first)))
        #expect(try card(id).answers.values.isEmpty)
        #expect(try issue().tables[0].taken == 0)
        #expect(try due().map(\.state) == [nil])
        // Asked anew, it stands beside what was taken back.
        try answer(id, ["casa": "no"])
        #expect(try issue().tables[0].taken == 1)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    @Test func answersKeepTheVersionTheyWereTakenWith() throws {
        let (one, other) = (try left(1), try left(2))
        try go(to: "2026-12-20")
        try answer(one, ["casa": "yes"])
        var newer = SmallSurvey.form(version: 2)
        newer.sections[0].questions.removeFirst(2)
        try test.perform(.act(AddSurvey(newer)))
        #expect(try answer(one, ["cual": "propia"]).version == 1)
        #expect(
            test.refusal(.act(AnswerSurvey(other, "prueba", ["casa": "yes"])))?.code
                == .unknownField)
        #expect(try answer(other, ["cuantas": "3"]).version == 2)
        #expect(try card(one).form.questions.count == 6)
        #expect(try card(other).form.questions.count == 4)
        let tables = try issue().tables
        #expect(tables.map(\.form.version) == [2, 1] && tables.map(\.taken) == [1, 1])
        // An older version, or another of the same number, takes nobody's place.
        for version in [1, 2] {
            let refusal = test.refusal(.act(AddSurvey(SmallSurvey.form(version: version))))
            #expect(refusal?.code == .surveyNotNewer && refusal?.details["version"] == .int(2))
        }
        #expect(try test.perform(.act(AddSurvey(newer))).events.isEmpty)
    }

    /// Of a survey that is retired nobody new is asked; who had begun ends, and a newer version asks
    /// again.
    @Test func whatIsRetiredIsBegunWithNobody() throws {
        let (one, other) = (try left(1), try left(2))
        try go(to: "2026-12-20")
        try answer(one, ["casa": "no"])
        let retired = try test.perform(.act(RetireSurvey("prueba")))
        #expect(retired.events.map(\.kind) == [.surveyRetired])
        #expect(try test.perform(.act(RetireSurvey("prueba"))).events.isEmpty)
        #expect(try due().isEmpty && test.store.surveys().isEmpty)
        let refusal = test.refusal(.act(AnswerSurvey(other, "prueba", ["casa": "no"])))
        #expect(refusal?.code == .unknownSurvey)
        #expect(throws: Gone.self) { try card(other) }
        #expect(try answer(one, ["cuantas": "4"]).version == 1)
        #expect(try issue().tables[0].taken == 1)
        try test.perform(.act(AddSurvey(SmallSurvey.form(version: 2))))
        #expect(try answer(other, ["casa": "no"]).version == 2)
        #expect(test.refusal(.act(RetireSurvey("otra")))?.code == .unknownSurvey)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    @Test func whatIsNoAnswerIsRefusedWithoutSayingIt() throws {
        let id = try left(1)
        let silent = try left(2, agreed: "no")
        try go(to: "2026-12-20")
        let cases: [(any Act, Refusal.Code)] = [
            (AnswerSurvey(id, "otra", whole), .unknownSurvey),
            (AnswerSurvey(id, "prueba", [:]), .missingField),
            (AnswerSurvey(id, "prueba", ["otra": "PLANTADA"]), .unknownField),
            (AnswerSurvey(id, "prueba", ["casa": "PLANTADA"]), .unknownCode),
            (AnswerSurvey(id, "prueba", ["cuantas": "9999991"]), .invalidValue),
            (AnswerSurvey(id, "prueba", ["con": "nadie,madre"]), .standsAlone),
            (AnswerSurvey(silent, "prueba", whole), .contactNotAllowed),
        ]
        for (act, code) in cases {
            let refusal = try #require(test.refusal(.act(act)))
            #expect(refusal.code == code, "\(act)")
            for words in [refusal.sentence.es, refusal.sentence.en] {
                #expect(!words.contains("PLANTADA") && !words.contains("9999991"))
            }
        }
        #expect(try issue().reach.due == 1)
    }

    /// The same access as the interview: who does not read it neither asks nor is told whom to ask.
    @Test(arguments: OfficerRole.allCases) func whoReadsInterviewsReadsSurveys(_ role: OfficerRole)
        throws
    {
        let id = try left(1)
        try go(to: "2026-12-20")
        try answer(id, whole)
        let other = try left(2)
        try go(to: "2027-01-22")
        let officer = try test.officer(with: role)
        let classes = Permissions.classes(role, isDrill: true)
        #expect(
            try due(as: officer).map(\.person.id) == (classes.contains(.sensitive) ? [other] : []))
        if classes.contains(.sensitive) {
            #expect(try card(id, as: officer).answers.values == whole)
        } else {
            #expect(throws: Gone.self) { try card(id, as: officer) }
        }
        let refusal = test.refusal(.act(AnswerSurvey(other, "prueba", ["casa": "no"])), by: officer)
        #expect((refusal == nil) == [.officer, .opi, .lead, .trainer].contains(role), "\(role)")
        let adds = test.refusal(.act(AddSurvey(SmallSurvey.form(version: 2))), by: officer)
        #expect((adds == nil) == [.lead, .administrator, .trainer].contains(role), "\(role)")
        let sees = role == .trainer || Oversight.reports.roles.contains(role)
        if sees, classes.contains(.sensitive) {
            #expect(try issue(as: officer).tables.last?.taken == 1 + (refusal == nil ? 1 : 0))
        } else if sees {
            // Who does not read answers is told what may be published, and nothing else.
            #expect(throws: Refusal.self) { try issue(as: officer) }
            try go(to: "2027-02-20")
            let published = try issue("2026-12-01", "2026-12-31", as: officer)
            #expect(published.isPublished && published.tables.isEmpty && published.withheld == 1)
            #expect(published.reach.due == nil)
        }
        if !sees { #expect(throws: Refusal.self) { try issue(as: officer) } }
    }

    /// Whoever answered nothing was not asked, whoever refused is asked no more, and nobody is asked
    /// before it is time.
    @Test func whatIsNoSurveyIsNone() throws {
        let (one, other) = (try left(1), try left(2))
        try go(to: "2026-11-25")
        #expect(
            test.refusal(.act(AnswerSurvey(one, "prueba", ["casa": "no"])))?.code
                == .surveyTooEarly)
        try go(to: "2026-12-20")
        try answer(one, ["casa": "no"])
        #expect(try answer(one, ["casa": ""]).state == nil)
        #expect(try issue().reach.count(.inPart) == 0 && due().first?.state == nil)
        try test.perform(.act(AnswerSurvey(other, "prueba", .declined)))
        #expect(
            test.refusal(.act(AnswerSurvey(other, "prueba", ["casa": "no"])))?.code
                == .contactNotAllowed)
        // A survey that was retired is asked again when it is added again.
        try test.perform(.act(RetireSurvey("prueba")))
        #expect(try due().isEmpty)
        try test.perform(.act(AddSurvey(SmallSurvey.form())))
        #expect(try due().map(\.person.id) == [one])
    }

    /// Answers stand in a body of their class alone, and looking at them leaves a trace.
    @Test func answersStandInNoPayloadAndAreReadWithATrace() throws {
        let id = try left(1)
        try go(to: "2026-12-20")
        try answer(id, ["falta": "PALABRAPLANTADA", "casa": "declined"])
        let connection = try Connection(path: test.path, mode: .read)
        let bodies = try connection.statement(
            "SELECT class FROM journal_body WHERE body LIKE '%PALABRAPLANTADA%'"
        ).all { $0.text(0) }
        #expect(bodies == ["sensitive"])
        let payloads = try connection.statement(
            "SELECT count(*) FROM journal WHERE payload LIKE '%PALABRA%' OR payload LIKE '%casa\":%'"
        ).first { $0.int(0) }
        #expect(payloads == 0)
        func traces() throws -> Int? {
            try connection.statement(
                "SELECT count(*) FROM reads WHERE what = 'survey' AND subject = ?"
            ).bind(id.value).first { $0.int(0) }
        }
        let before = try traces() ?? 0
        _ = try card(id)
        #expect(try traces() == before + 1)
        #expect(try due().compactMap(\.contact) == ["6315550101"])
        let listed = try connection.statement(
            "SELECT n FROM reads WHERE what = 'survey' AND subject = 0"
        ).all { $0.int(0) }
        #expect(listed == [1])
    }

    /// Many people, asked at random: the table is what was answered, counted by hand, and those of
    /// whom it was time are each counted once.
    @Test(arguments: [3, 4]) func randomSurveysAreCountedAsTheyWereAnswered(_ seed: Int) throws {
        var random = SurveyRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let people = try (1...14).map { try left($0, agreed: $0.isMultiple(of: 7) ? "no" : "yes") }
        try go(to: "2026-12-21")
        var model: [Identifier<Reception>: [String: String]] = [:]
        var closed: [Identifier<Reception>: SurveyState] = [:]
        let form = SmallSurvey.form()
        for _ in 0..<40 {
            let id = people.randomElement(using: &random) ?? people[0]
            if Int.random(in: 0..<6, using: &random) == 0 {
                let why = SurveyNotTaken.allCases.randomElement(using: &random) ?? .notReached
                guard (try? test.perform(.act(AnswerSurvey(id, "prueba", why)))) != nil else {
                    continue
                }
                closed[id] =
                    why == .notReached && model[id] != nil
                    ? .inPart : SurveyState(rawValue: why.rawValue)
                continue
            }
            let question = form.questions.randomElement(using: &random) ?? form.questions[0]
            let given = whole[question.code] ?? ""
            let answer = Bool.random(using: &random) ? given : "unknown"
            let act = AnswerSurvey(id, "prueba", [question.code: answer])
            guard let done = try? test.perform(.act(act)) else { continue }
            var answers = model[id] ?? [:]
            answers[question.code] = answer
            if answers["casa"] != "yes" { answers["cual"] = nil }
            model[id] = answers.isEmpty ? nil : answers
            if !done.events.isEmpty { closed[id] = (done.result as? SurveyAnswered)?.state }
        }
        let issue = try issue()
        #expect(issue.tables[0].taken == model.count)
        for part in issue.tables[0].parts {
            let said = model.values.compactMap { $0[part.question.code] }
            #expect(part.notAsked == model.count - said.count)
            #expect(part.open[0].count == said.filter { $0 == "unknown" }.count)
            #expect(part.answered == said.filter { $0 != "unknown" }.count)
        }
        #expect(issue.reach.due == 12)
        for state in SurveyState.allCases {
            #expect(issue.reach.count(state) == closed.values.filter { $0 == state }.count)
        }
        #expect(issue.reach.count(nil) == 12 - closed.count)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }
}

private struct SurveyRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
