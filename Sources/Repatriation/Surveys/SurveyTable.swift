/// What was answered to one version of a survey, question by question.
///
/// It foots: of each question, those who answered, who did not know, who did not say and who were
/// not asked are as many as the surveys that were taken; of one that takes one answer, its answers
/// are as many as those who answered.
package struct SurveyTable: Sendable, Equatable {
    /// How often one answer was given; nil where that would tell of few people.
    package struct Row: Sendable, Equatable {
        /// The answer's code.
        package let code: String
        /// Its words.
        package let label: Bilingual
        /// How often.
        package var count: Int?
    }

    /// Numbers that were given, in their order.
    package struct Figures: Sendable, Equatable {
        /// The one in the middle; of two, the lower.
        package let median: Int
        /// In tenths.
        package let mean: Int
        /// The least and the most; nil in what is published.
        package let ends: ClosedRange<Int>?

        fileprivate var published: Figures { Figures(median: median, mean: mean, ends: nil) }
    }

    /// One question.
    package struct Part: Sendable, Equatable {
        /// Which.
        package let question: SurveyQuestion
        /// Who gave an answer of the question's own.
        package var answered: Int?
        /// Who does not know, and who did not say.
        package var open: [Row]
        /// Who was not asked.
        package var notAsked: Int?
        /// Each answer of its list.
        package var rows: [Row]
        /// Of numbers that were given; nil where none were.
        package var figures: Figures?
    }

    /// Which, and which version.
    package let form: SurveyForm
    /// How many were taken.
    package let taken: Int
    /// How many of them in part; nil where that would tell of few.
    package private(set) var inPart: Int?
    /// Question by question.
    package private(set) var parts: [Part]

    /// Counts what was answered. O(surveys × questions).
    package init(_ form: SurveyForm, _ all: [SurveyTaken]) {
        let taken = all.filter(\.isTaken)
        self.form = form
        self.taken = taken.count
        inPart = taken.count { !form.missing($0.given.answers).isEmpty }
        let given = taken.map(\.given.answers)
        parts = form.questions.map { SurveyTable.part($0, given) }
    }

    private static func part(_ question: SurveyQuestion, _ given: [Answers]) -> Part {
        let answers = given.compactMap { $0[named: question.code] }
        let isOpen = Set(SurveyQuestion.openAnswers.map(\.code))
        let own = answers.filter { !isOpen.contains($0) }
        var counts: [String: Int] = [:]
        for answer in own where !question.options.isEmpty {
            for code in answer.split(separator: ",") { counts[String(code), default: 0] += 1 }
        }
        let rows = question.options.map { option in
            Row(code: option.code, label: option.label, count: counts[option.code] ?? 0)
        }
        let open = SurveyQuestion.openAnswers.map { option in
            Row(
                code: option.code, label: option.label,
                count: answers.count { $0 == option.code })
        }
        var part = Part(
            question: question, answered: own.count, open: open,
            notAsked: given.count - answers.count, rows: rows)
        if case .number = question.kind { part.figures = figures(own.compactMap { Int($0) }) }
        return part
    }

    private static func figures(_ numbers: [Int]) -> Figures? {
        let sorted = numbers.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let sum = sorted.reduce(0, +)
        return Figures(
            median: sorted[(sorted.count - 1) / 2],
            mean: (sum * 10 + sorted.count / 2) / sorted.count, ends: first...last)
    }

    /// A part of a whole in tenths of a per cent; nil where either is not told, or nobody answered.
    package static func share(_ count: Int?, of whole: Int?) -> Int? {
        guard let count, let whole, whole > 0 else { return nil }
        return (count * 2000 + whole) / (2 * whole)
    }
}

extension SurveyTable {
    /// The fewest people of whom a published cell tells.
    package static let least = PublicFigures.fewest

    /// The same for whoever it is not about: no cell tells of one to four people, neither by itself
    /// nor by what is left of a sum.
    package var published: SurveyTable {
        var table = self
        table.inPart = [inPart, inPart.map { taken - $0 }].withoutFew[0]
        table.parts = parts.map { $0.withoutFew() }
        return table
    }
}

extension [Int?] {
    /// Cells that add up to a sum that is told: each of fewer than five goes, and while what went
    /// is only one cell, or fewer than five people, the next smallest goes with it.
    package var withoutFew: [Int?] {
        var told = self
        var gone = indices.filter { self[$0].isFew }
        var left = indices.filter { !gone.contains($0) && self[$0] != 0 }
            .sorted { (self[$0] ?? 0, $0) < (self[$1] ?? 0, $1) }
        while !gone.isEmpty, !left.isEmpty,
            gone.count < 2 || gone.reduce(0, { $0 + (self[$1] ?? 0) }) < SurveyTable.least
        {
            gone.append(left.removeFirst())
        }
        for index in gone { told[index] = nil }
        return told
    }
}

extension Int? {
    /// Somebody, and fewer than may be told of.
    fileprivate var isFew: Bool { (1..<SurveyTable.least).contains(self ?? 0) }
}

extension SurveyTable.Part {
    /// The cells of those who were asked without the small ones. Who answered is a sum of the
    /// answers where only one may be chosen, and is told only where none went; where several may
    /// be, answers stand beside each other and add up to nothing.
    fileprivate func withoutFew() -> SurveyTable.Part {
        let addsUp = !question.isMany && !rows.isEmpty
        let own = addsUp ? rows.map(\.count) : [answered]
        let cells = (own + open.map(\.count) + [notAsked]).withoutFew
        var part = self
        part.answered = addsUp ? (cells.contains(nil) ? nil : answered) : cells[0]
        for index in rows.indices {
            part.rows[index].count = addsUp ? cells[index] : told(rows[index].count, part.answered)
        }
        for index in open.indices { part.open[index].count = cells[own.count + index] }
        part.notAsked = cells[cells.count - 1]
        part.figures = part.answered == nil ? nil : figures?.published
        return part
    }

    /// Of answers that stand beside each other: neither few who chose it nor few who did not.
    private func told(_ count: Int?, _ answered: Int?) -> Int? {
        guard let count, let answered else { return nil }
        return Int?(count).isFew || Int?(answered - count).isFew ? nil : count
    }
}
