import Repatriation
import Terminal

/// The interview's questions as fields, with what is known already.
enum InterviewFields {
    private static let notices: FormField.Kind = .options(.of(Notice.self, "phli"))

    /// The keys of the notice in a line.
    static func noticeKeys(_ language: Language) -> String {
        zip(Notice.allCases, "phli").map { "\($1) \($0.label(language))" }.joined(separator: "   ")
    }

    private static let minimum = FormPart(.minimum)

    static func all(_ card: Card, _ last: [ProfileField: String]) -> [FormField] {
        var notice = FormField(
            "notice", "Aviso de privacidad", "Privacy notice", notices,
            value: card.reception.notice?.rawValue ?? "")
        notice.part = minimum
        // They stand under the text that is read.
        notice.showsChoices = false
        var questions = InterviewForm.questions.map { field($0, card, last[$0.field]) }
        let last = questions.lastIndex { $0.part == minimum }.map { $0 + 1 } ?? questions.count
        questions.insert(contentsOf: proof(card.reception), at: last)
        return [notice] + proposed(card.reception) + questions
    }

    /// The field that accredits nationality with a paper, in one key; other ways have screens of
    /// their own.
    static let proof = "proof"

    /// None where something else accredited: conviction is written down on its own screen.
    private static func proof(_ person: Reception) -> [FormField] {
        let told = person.proof.map { proof in Menus.papers.contains { $0.1 == proof } }
        guard told != false, person.nationality == nil || person.nationality == .accredited else {
            return []
        }
        let options = Menus.papers.map {
            AnswerOption(code: $1.rawValue, letter: $0, label: $1.label)
        }
        var field = FormField(
            proof, "Se acredita con (si trae)", "Proof of nationality", .options(options),
            value: person.proof?.rawValue ?? "")
        field.part = minimum
        field.isKept = person.proof != nil
        return [field]
    }

    /// The field in which a name without accents is proposed with them.
    static let properName = "properName"

    /// A list's capitals get a proposal; `s` takes it, or the figure of one of several, `n` leaves
    /// the name as it came. Nothing is changed by itself.
    private static func proposed(_ person: Reception) -> [FormField] {
        let count = ProperNames.proposals(person).count
        guard count > 0 else { return [] }
        let taken = (1...count).map { number in
            AnswerOption(
                code: String(number), letter: count == 1 ? "s" : Character(String(number)),
                label: count == 1
                    ? Bilingual("se escribe así", "written so")
                    : Bilingual("la \(number)ª", "number \(number)"))
        }
        let left = AnswerOption(
            code: "no", letter: "n", label: Bilingual("como está en la lista", "as on the list"))
        var field = FormField(
            properName, "¿El nombre se escribe así?", "Is the name written so?",
            .options(taken + [left]),
            // Asked and left as it came: it is not asked again.
            value: person.formVersion == nil ? "" : "n")
        field.part = minimum
        return [field]
    }

    private static func field(_ question: Question, _ card: Card, _ last: String?) -> FormField {
        let answer = card.reception.answer(question.field)
        var field = FormField(
            question.field.rawValue, question.label.es, question.label.en,
            kind(question, card.lists, keeping: answer),
            value: value(question, card))
        field.part = FormPart(question.section)
        field.isProposed = answer == nil && !field.value.isEmpty
        field.isMasked = question.field == .alienNumber
        field.openAnswers = question.kind.list == nil ? question.besides : []
        field.kept = answer.map { (field.value, $0) }
        let isComplete = [.registered, .inSupport].contains(card.reception.stage)
        field.isKept =
            !field.value.isEmpty && answer != nil
            && ([.sex, .birthDate].contains(question.field)
                || isComplete && question.requirement == .mandatory)
        field.previous = previous(question, card, last)
        field.repeats =
            question.field == .detentionState
            ? ProfileField.residenceState.rawValue
            : question.field == .destination ? ProfileField.birthState.rawValue : nil
        return field
    }

    /// What F8 gives: the answer of the family's previous member, else of whoever was interviewed
    /// before, where the two may have it in common. Nobody's name, birth or papers are their
    /// relative's, and nobody's consent is another's.
    private static func previous(_ question: Question, _ card: Card, _ last: String?) -> String? {
        let own: Set<ProfileField> = [
            .sex, .birthDate, .contactConsent, .pregnant, .pregnancyWeeks, .nursing,
        ]
        guard ![.identity, .health].contains(question.section), question.access != .restricted,
            !own.contains(question.field)
        else { return nil }
        // A child alone is nobody's pattern.
        let member = card.family.first {
            $0.formVersion != nil && !$0.isChildAlone
        }?.answer(question.field)
        let answer = member ?? (ProfileField.repeatable.contains(question.field) ? last : nil)
        // What one does not know, or keeps back, is not the next one's answer.
        if question.besides.contains(where: { $0.code == answer }) { return nil }
        return question.kind == .usState ? answer.map { String($0.dropFirst(3)) } : answer
    }

    private static func kind(_ question: Question, _ lists: FormLists, keeping kept: String?)
        -> FormField.Kind
    {
        switch question.kind {
        case .text: .text
        case .municipality: .place
        case .date: question.field == .birthDate ? .birthDate : .date
        case .number(let range): .number(range)
        case .one: .options(lists.options(question, keeping: kept))
        case .many: .many(lists.options(question, keeping: kept))
        case .mexicanState: .mexicanState
        case .usState: .usState
        }
    }

    private static func value(_ question: Question, _ card: Card) -> String {
        let person = card.reception
        guard let answer = person.answer(question.field) else {
            // The group knows who handed over; whoever detained is proposed and asked.
            let authority = card.group.authority
            return question.field == .detainedBy && authority != .notStated
                ? authority.rawValue : ""
        }
        if let open = question.besides.first(where: { $0.code == answer }),
            question.kind.list == nil
        {
            return String(open.letter)
        }
        switch question.kind {
        case .date where question.field == .birthDate: return person.birth?.shown.es ?? answer
        case .date: return CivilDate(text: answer)?.shown ?? answer
        case .usState: return String(answer.dropFirst(3))
        case .municipality: return card.lists.words(answer, question).es
        default: return answer
        }
    }
}
