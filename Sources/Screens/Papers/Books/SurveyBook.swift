import Repatriation
import Terminal

extension SurveyIssue {
    /// The tables as they are printed: question by question, then those of whom it was time.
    package func book(_ language: Language) -> Book {
        var book = Book(form.title(language), language, isDrill: isDrill)
        for table in tables { add(table, to: &book, language) }
        let reached = SurveyReach.order.map { state in
            [SurveyIssue.label(state)(language), SurveyIssue.shown(reach.count(state))]
        }
        let due = language("Era tiempo de preguntarles", "Were due")
        book.add(
            .heading(language("A quiénes se preguntó", "Who was asked"), level: 2),
            .figures(
                head: [language("Personas", "People"), "n"],
                rows: [[due, SurveyIssue.shown(reach.due)]] + reached),
            .list(notes(language).map { "\($0.name): \($0.value)" }))
        return book
    }

    private func add(_ table: SurveyTable, to book: inout Book, _ language: Language) {
        let version = language("Versión \(table.form.version)", "Version \(table.form.version)")
        let taken = language("encuestas: \(table.taken)", "surveys: \(table.taken)")
        let part = language("en parte: ", "in part: ") + SurveyIssue.shown(table.inPart)
        book.add(.heading(version, level: 1), .text("\(taken); \(part)."))
        for section in table.form.sections {
            book.add(.heading(section.title(language), level: 2))
            for part in table.parts(of: section) { add(part, table.form, to: &book, language) }
        }
    }

    private func add(
        _ part: SurveyTable.Part, _ form: SurveyForm, to book: inout Book, _ language: Language
    ) {
        let rows = part.lines.map { line in
            [
                line.label(language), SurveyIssue.shown(line.count),
                SurveyIssue.shown(share: line.share),
            ]
        }
        book.add(
            .heading(part.question.label(language), level: 3),
            .figures(head: [language("Respuesta", "Answer"), "n", "%"], rows: rows))
        if let words = form.words(part.question.condition) { book.add(.source(words(language))) }
        if let note = part.note { book.add(.source(note(language))) }
    }
}

extension SurveyForm {
    /// Of whom a question is asked, in words; nil where it is asked of everybody.
    func words(_ condition: SurveyCondition?) -> Bilingual? {
        guard let condition,
            let question = questions.first(where: { $0.code == condition.question })
        else { return nil }
        let answers = question.options.filter { condition.codes.contains($0.code) }.map(\.label)
        let said = answers.joined(" / ")
        return Bilingual(
            "Sólo si en «\(question.label.es)» contestó: \(said.es).",
            "Only if «\(question.label.en)» was answered: \(said.en).")
    }

    /// The survey on paper, to be asked without a screen and typed in later.
    package func sheet(_ language: Language, isDrill: Bool) -> Book {
        var book = Book(title(language), language, isDrill: isDrill)
        book.add(
            .text(
                language(
                    """
                    \(code), versión \(version). Se pregunta de \(months.lowerBound) a \
                    \(months.upperBound) meses después del retorno, a quien autorizó que le llamen. \
                    Nadie está obligado a contestar.
                    """,
                    """
                    \(code), version \(version). Asked \(months.lowerBound) to \
                    \(months.upperBound) months after the return, of those who agreed to be \
                    called. Nobody has to answer.
                    """)),
            .line(language("Ficha o número", "Ticket or number")),
            .line(language("Fecha", "Date")))
        var number = 0
        for section in sections {
            book.add(.heading(section.title(language), level: 2))
            for question in section.questions {
                number += 1
                add(question, number, to: &book, language)
            }
        }
        return book
    }

    private func add(
        _ question: SurveyQuestion, _ number: Int, to book: inout Book, _ language: Language
    ) {
        book.add(.heading("\(number). \(question.label(language))", level: 3))
        if let words = words(question.condition) { book.add(.source(words(language))) }
        let box = question.isMany ? "[ ]" : "( )"
        let open = SurveyQuestion.openAnswers
        if question.isMany {
            book.add(.source(language("Puede elegir más de una.", "More than one may be chosen.")))
        }
        switch question.kind {
        case .number(let range):
            book.add(
                .line(language("Número", "Number") + " (\(range.lowerBound)–\(range.upperBound))"))
        case .date: book.add(.line(language("Día/mes/año", "Day/month/year")))
        case .text: book.add(.line(language("Con sus palabras", "In own words")))
        default: break
        }
        book.add(.list((question.options + open).map { "\(box) \($0.label(language))" }))
    }
}
