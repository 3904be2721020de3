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
        crossingStretch, crossingPlace,
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
