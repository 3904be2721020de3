/// The fields of the interview by their hand-given names, in the order of asking. Their questions:
/// ``InterviewForm``.
package enum ProfileField: String, Code {
    // The minimum, as it is asked.
    case sex, birthDate, birthState, understandsSpanish, interpreterNeeded, motherTongue,
        languageVariant
    case travelsWith, minorChildrenInUS, residenceState
    case detentionState, detainedBy, stay, schooling, destination, contactConsent, contactPhone
    // Identity.
    case aliases, genderIdentity, birthPrecision, birthMunicipality, curp, curpSource, documents,
        alienNumber
    case knownReturns, lastReturn, biometrics
    // Profile.
    case speaksIndigenous, indigenous, afroMexican, maritalStatus, studyCountry, literate
    case seeing, hearing, walking, remembering, selfCare, communicating, pregnant, pregnancyWeeks,
        nursing
    // Return.
    case detentionSector, detentionPlace, detentionReason, detentionDays, removalKind, crossingDate,
        crossingPlace,
        smuggler
    case smugglerFee, separatedRelatives, separatedKinship, separatedWhere, belongingsMissing,
        propertyReceipt
    case uncashable, treatment, consularRight, consularInterview
    // Children.
    case travelCondition, companionKinship, kinshipProven, guardianLocated
    // Work and destination.
    case usOccupation, usTrade, earlierOccupation, wantedCertificate, english,
        destinationMunicipality, exitPlan
    case network, safeReturn, contactName, contactRelation, lookedFor, wantsReported
    // Health.
    case healthFlags, symptoms, medication

    /// Kept with the identity instead of with the answers.
    package var isIdentity: Bool {
        [.sex, .birthDate, .birthState, .curp, .alienNumber].contains(self)
    }

    /// Those that are answered with a municipality.
    package static let places: [ProfileField] = [.birthMunicipality, .destinationMunicipality]
    /// The field with the state of this municipality.
    package var stateField: ProfileField { self == .birthMunicipality ? .birthState : .destination }
    /// What people of one journey may have in common, so that a key repeats it: never a consent,
    /// nor what is their own.
    package static let repeatable: Set<ProfileField> = [
        .travelsWith, .residenceState, .detentionState, .detainedBy, .stay, .destination,
        .detentionSector,
        .detentionPlace, .detentionReason, .removalKind,
    ]

    package var label: Bilingual { question.label }

    /// The question.
    package var question: Question {
        guard let question = InterviewForm.byField[self] else {
            preconditionFailure("\(rawValue) has no question")
        }
        return question
    }
}

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
        case .curp: curp = answer
        case .alienNumber: alienNumber = answer
        default:
            switch field.question.access {
            case .restricted: restrictedAnswers[field] = answer
            case .personal: personalAnswers[field] = answer
            default: answers[field] = answer
            }
        }
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
