extension Reception {
    /// The answer to a field, wherever it is kept.
    package func answer(_ field: ProfileField) -> String? {
        switch field {
        case .sex: sex?.rawValue
        case .birthDate: birthDate?.text
        case .birthState: birthState
        case .curp: curp
        case .alienNumber: alienNumber
        default: bag(field.question.access)[field]
        }
    }

    /// Sets an answer where it is kept; nil takes it away.
    package mutating func setAnswer(_ field: ProfileField, _ answer: String?) {
        switch field {
        case .sex: sex = answer.flatMap(Sex.init)
        case .birthDate: birthDate = answer.flatMap { CivilDate(text: $0) }
        case .birthState: birthState = answer
        case .curp: setCURP(answer)
        case .alienNumber: alienNumber = answer
        default:
            switch field.question.access {
            case .restricted: restrictedAnswers[field] = answer
            case .personal: personalAnswers[field] = answer
            default: answers[field] = answer
            }
        }
    }

    /// What IMSS was told was another's, or nobody's: the right one goes with its next list.
    mutating func setCURP(_ new: String?) {
        if new != curp { toldIMSSAt = nil }
        curp = new
    }

    private func bag(_ access: FieldClass) -> Answers {
        switch access {
        case .restricted: restrictedAnswers
        case .personal: personalAnswers
        default: answers
        }
    }

    /// The fields still missing for the interview to be complete, in the order of asking; by the
    /// version of the form that the answers were taken with.
    package func missing(on day: CivilDate) -> [ProfileField] {
        InterviewForm.questions(version: formVersion ?? InterviewForm.version).filter { question in
            guard question.requirement != .optional, question.visibility.holds(for: self, on: day)
            else { return false }
            if question.field == .birthDate { return birthDate == nil && !seemsAdult }
            return answer(question.field) == nil
        }.map(\.field)
    }
}

extension Visibility {
    /// Whether it is asked of this person on this day.
    package func holds(for person: Reception, on day: CivilDate) -> Bool {
        switch self {
        case .everybody: return true
        case .children: return person.isChild(on: day)
        case .canBePregnant:
            guard person.sex != .man else { return false }
            return person.birth.map { $0.ages(on: day).overlaps(12...55) } ?? true
        case .answered(let field, let codes):
            return person.answer(field).map(codes.contains) ?? false
        }
    }
}
