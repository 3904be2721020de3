import Repatriation
import Terminal

/// A survey: its parts at the left with what is done, the questions of one at the right. What is
/// missing may stay so: it is kept in part, and gone on with another day.
struct SurveyScreen: Screen {
    private let asked: SurveyOf
    private var card: SurveyCard?
    private var form = Form([])
    private var saving: Command?
    private var isResumed = false

    /// Of somebody.
    init(_ asked: SurveyOf) { self.asked = asked }

    var queries: [any Query] { isResumed ? [asked] : [asked, TypedOn(key)] }
    var draft: DraftKey? { key }
    private var key: DraftKey { DraftKey("survey:\(asked.survey)", about: asked.reception) }
    var procedure: Procedure? { Procedure(.followUp, isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        card?.form.title(context.language) ?? context.language("Encuesta", "Survey")
    }
    var isTyping: Bool { true }
    var field: Bilingual? { form.label }

    static let table: KeyTable<Self> = [
        .field(.enter, "Siguiente", "Next"), .field(.control("g"), "Guardar", "Save"),
        .field(.function(4), "Opciones", "Options"), .field(.pageDown, "Sección", "Section"),
        .field(.control("n"), "Siguiente aviso", "Next mark"),
        .field(.backTab, "Anterior", "Previous"),
        .field(.pageUp, "Sección anterior", "Previous section"), .field(.escape, "Atrás", "Back"),
    ]

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let card else { return key == .escape ? [.pop] : [.unheard] }
        switch key {
        case .control("g"): return save(card)
        case .pageDown, .pageUp:
            form.turn(key == .pageDown ? 1 : -1, today: card.today)
            return []
        default: break
        }
        switch form.press(key, today: card.today) {
        case .nothing: return FormScreen.warn(form)
        case .unheard: return [.unheard]
        case .edited(let index):
            let field = form.fields[index]
            let value = field.draft(today: card.today)
            return [.effect(.draft(self.key, field: field.name, value: value))]
        case .submitted: return save(card)
        case .left: return [.pop]
        case .wantsOptions(let index): return FormScreen.options(form.fields[index])
        }
    }

    private mutating func save(_ card: SurveyCard) -> [Step] {
        guard let values = form.values(today: card.today) else {
            return [.refuse("Revise lo marcado con «!».", "Look at what is marked «!».")]
        }
        var answers: [String: String] = [:]
        for field in form.fields {
            let answer = field.isAsked ? values[field.name] ?? "" : ""
            // What stands as it was is not sent again: another desk may have answered it meanwhile.
            if answer != card.answers[named: field.name] ?? "" { answers[field.name] = answer }
        }
        guard !answers.isEmpty else {
            return [.effect(.dropDraft(key)), .pop]
        }
        let command = Command.act(AnswerSurvey(asked.reception, asked.survey, answers))
        saving = command
        return [.perform(command)]
    }

    /// The form closes, and its draft is forgotten, when the answers were kept; a refusal leaves
    /// all as typed.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let card = reply.answer(to: asked), self.card == nil { open(card) }
        if let typed = reply.answer(to: TypedOn(key)), !isResumed, card != nil { resume(typed) }
        switch reply {
        case .done(let command, _, _, _) where command == saving:
            saving = nil
            return [.effect(.dropDraft(key)), .pop]
        case .refused(let command?, let refusal) where command == saving:
            saving = nil
            form.mark(refusal.details["field"]?.text)
        case .notDone(let command, _) where command == saving: saving = nil
        default: break
        }
        return []
    }

    private mutating func open(_ card: SurveyCard) {
        self.card = card
        let (survey, today) = (card.form, card.today)
        form = Form(SurveyFields.all(card)) { fields in
            var known = Answers()
            for field in fields {
                let code = field.answer(today: today) ?? ""
                known[named: field.name] = code.isEmpty ? nil : code
            }
            let asked = Set(survey.asked(survey.settled(known).answers).map(\.code))
            for index in fields.indices {
                fields[index].isAsked = asked.contains(fields[index].name)
            }
        }
        form.goToFirstEmpty()
    }

    private mutating func resume(_ typed: [String: String]) {
        isResumed = true
        for (index, field) in form.fields.enumerated() {
            if let value = typed[field.name] { form.set(index, field.typed(for: value)) }
        }
        if !typed.isEmpty { form.goToFirstEmpty() }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let card else { return }
        Subject.draw(card.person, on: &frame, context)
        form.drawParts(on: &frame, from: 3, context, today: card.today)
    }
}

/// The questions of a survey as fields, with what is answered already.
enum SurveyFields {
    static func all(_ card: SurveyCard) -> [FormField] {
        card.form.sections.enumerated().flatMap { index, section in
            section.questions.map { question in
                var field = field(question, card.answers[named: question.code])
                field.part = FormPart(id: String(index), label: section.title)
                return field
            }
        }
    }

    private static func field(_ question: SurveyQuestion, _ answer: String?) -> FormField {
        let open = SurveyQuestion.openAnswers
        let kind: FormField.Kind =
            switch question.kind {
            case .one(let list): .options(list.options + open)
            case .many(let list): .many(list.options + open)
            case .number(let range): .number(range)
            case .date: .date
            default: .text
            }
        var field = FormField(question.code, question.label.es, question.label.en, kind)
        field.openAnswers = question.kind.list == nil ? open : []
        guard let answer else { return field }
        field.value = shown(answer, question)
        field.isGiven = true
        field.kept = (field.value, answer)
        return field
    }

    private static func shown(_ answer: String, _ question: SurveyQuestion) -> String {
        if question.kind.list == nil,
            let sign = SurveyQuestion.openAnswers.first(where: { $0.code == answer })
        {
            return String(sign.letter)
        }
        return question.kind == .date ? question.words(answer).es : answer
    }
}
