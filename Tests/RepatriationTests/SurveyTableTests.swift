import Repatriation
import Support
import Testing

/// Tables of surveys are what was answered, counted by hand; they foot, and what is published tells
/// of nobody.
@Suite struct SurveyTableTests {
    private let form = SmallSurvey.form()

    /// Random surveys, in part and whole, from nobody to many.
    private func surveys(_ random: inout some RandomNumberGenerator, _ count: Int) -> [SurveyTaken]
    {
        (0..<count).map { number in
            var taken = SurveyTaken(id: Identifier(number + 1))
            taken.given = SurveyAnswers(survey: form.code, version: form.version)
            for question in form.questions where Int.random(in: 0..<8, using: &random) > 0 {
                if let answer = answer(question, &random) {
                    taken.given.answers[named: question.code] = try? question.kept(answer)
                }
            }
            taken.given.answers = form.settled(taken.given.answers).answers
            return taken
        }
    }

    private func answer(
        _ question: SurveyQuestion, _ random: inout some RandomNumberGenerator
    ) -> String? {
        if Int.random(in: 0..<5, using: &random) == 0 {
            return SurveyQuestion.openAnswers.randomElement(using: &random)?.code
        }
        switch question.kind {
        case .number(let range): return String(Int.random(in: range, using: &random))
        case .date: return "2026-11-\(10 + Int.random(in: 0..<20, using: &random))"
        case .one: return question.options.randomElement(using: &random)?.code
        case .many:
            let codes = question.options.map(\.code).filter { !question.alone.contains($0) }
            return codes.filter { _ in Bool.random(using: &random) }.joined(separator: ",")
        default: return "con sus palabras \(Int.random(in: 0..<99, using: &random))"
        }
    }

    @Test(arguments: 1...12) func theTableIsWhatWasAnsweredCountedByHand(_ seed: Int) throws {
        var random = Generator(seed: seed)
        let all = surveys(&random, Int.random(in: 0...90, using: &random))
        let table = SurveyTable(form, all)
        let given = all.map(\.given.answers).filter { !$0.values.isEmpty }
        #expect(table.taken == given.count)
        let open = SurveyQuestion.openAnswers.map(\.code)
        for part in table.parts {
            let code = part.question.code
            let said = given.compactMap { $0[named: code] }
            let own = said.filter { !open.contains($0) }
            #expect(part.answered == own.count && part.notAsked == given.count - said.count)
            for row in part.open { #expect(row.count == said.filter { $0 == row.code }.count) }
            for row in part.rows {
                let chosen = own.filter { $0.split(separator: ",").contains(Substring(row.code)) }
                #expect(row.count == chosen.count)
            }
            // It foots.
            let asked = (part.answered ?? 0) + part.open.reduce(0) { $0 + ($1.count ?? 0) }
            #expect(asked + (part.notAsked ?? 0) == table.taken)
            if !part.question.isMany, !part.rows.isEmpty {
                #expect(part.rows.reduce(0) { $0 + ($1.count ?? 0) } == part.answered)
            }
            let numbers = own.compactMap { Int($0) }.sorted()
            guard case .number = part.question.kind, !numbers.isEmpty else { continue }
            let figures = try #require(part.figures)
            #expect(figures.ends == numbers[0]...numbers[numbers.count - 1])
            #expect(figures.median == numbers[(numbers.count - 1) / 2])
            let mean = Double(numbers.reduce(0, +)) / Double(numbers.count)
            #expect(abs(Double(figures.mean) / 10 - mean) <= 0.05001)
        }
    }

    /// No cell of one to four people stands, nor can be had from a sum that stands: whatever is left
    /// out is two cells or more, of five people or more together.
    @Test(arguments: 1...24) func whatIsPublishedTellsOfNobody(_ seed: Int) {
        var random = Generator(seed: seed)
        let table = SurveyTable(form, surveys(&random, Int.random(in: 5...60, using: &random)))
        let told = table.published
        for (whole, part) in zip(table.parts, told.parts) {
            let isSum = !part.question.isMany && !part.rows.isEmpty
            func cells(_ part: SurveyTable.Part) -> [Int?] {
                (isSum ? part.rows.map(\.count) : [part.answered]) + part.open.map(\.count)
                    + [part.notAsked]
            }
            let everyCell = cells(part) + part.rows.map(\.count) + [part.answered]
            #expect(everyCell.allSatisfy { !(1...4).contains($0 ?? 0) })
            let gone = zip(cells(whole), cells(part)).filter { $0.1 == nil }.map { $0.0 ?? 0 }
            #expect(gone.isEmpty || gone.count >= 2)
            #expect(gone.isEmpty || gone.reduce(0, +) >= 5)
            if isSum { #expect((part.answered == nil) == !gone.isEmpty) }
            #expect(part.figures?.ends == nil)
            #expect(part.answered != nil || part.figures == nil)
            for row in part.rows where part.question.isMany {
                if let count = row.count, let answered = part.answered {
                    #expect(!(1...4).contains(answered - count))
                }
            }
        }
    }

    /// Beside how many were taken, a cell of whom it was time would give the one that is hidden.
    @Test func whatBecameOfFewIsNotTold() {
        var (few, many) = (SurveyReach(), SurveyReach())
        for _ in 0..<12 {
            few.add(.whole)
            many.add(.whole)
        }
        for _ in 0..<2 { few.add(.inPart) }
        let told = few.published
        #expect(told.due == nil && SurveyReach.order.allSatisfy { told.count($0) == nil })
        #expect(many.published == many && many.due == 12)
    }

    /// Words that somebody said stand in no form of the table.
    @Test func ownWordsStandInNoTable() throws {
        var taken = SurveyTaken(id: Identifier(1))
        taken.given = SurveyAnswers(survey: form.code, version: 1)
        taken.given.answers[named: "falta"] = "PALABRAPLANTADA"
        let day = try #require(CivilDate(text: "2026-11-20"))
        let period = try #require(ReportPeriod(from: day, to: day))
        let issue = SurveyIssue(
            form, period, points: [], tables: [SurveyTable(form, [taken])], reach: SurveyReach(),
            asOf: Instant(milliseconds: 0), author: "R. Ramírez", isDrill: false)
        for language in Language.allCases {
            let rows = issue.rows(language).joined().joined(separator: ";")
            #expect(!rows.contains("PLANTADA"))
            #expect(!issue.json(language).serialized.contains("PLANTADA"))
        }
        #expect(issue.tables[0].parts.last?.answered == 1)
    }

    /// Answers and their survey come back as they were kept, and what is not ours is not read.
    @Test func answersAreToldWithTheirSurvey() {
        var given = SurveyAnswers(survey: "prueba", version: 12)
        #expect(given.stored == .null && SurveyAnswers(stored: .null) == SurveyAnswers())
        given.answers[named: "falta"] = "«a\"b»\\"
        let back = SurveyAnswers(stored: given.stored)
        #expect(back == given && back?.survey == "prueba" && back?.version == 12)
        for wrong in ["{\"a\":\"b\"}", "{\"@survey\":\"x\",\"a\":\"b\"}", "[]"] {
            #expect(SurveyAnswers(stored: .text(wrong)) == nil)
        }
    }
}
