/// The fields of the interview that must be answered before a reception is registered (the minimum).
///
/// Sources: tables of the monthly bulletin of UPMRIP (authority, state, stay, destination) and the desk's own needs.
package enum ProfileField: String, Code {
    case sex, birthDate, birthState, understandsSpanish, travelsWith, minorChildrenInUS, residenceState
    case detentionState, detainedBy, stay, schooling, destination, contactConsent

    /// The codes it takes; empty when it takes a date or a state.
    package var options: [String] {
        switch self {
        case .sex: Sex.allCases.map(\.rawValue)
        case .birthDate: []
        case .birthState, .destination: MexicanState.all.map(\.code)
        case .understandsSpanish, .minorChildrenInUS, .contactConsent: ["yes", "no"]
        case .travelsWith: ["alone", "family", "others"]
        case .residenceState, .detentionState: USState.codes
        case .detainedBy: ["ICE", "USBP", "OFO", "other", "unknown"]
        case .stay: ["under1month", "months1to11", "years1to5", "years6to10", "years11to20", "over20years"]
        case .schooling:
            [
                "none", "preschool", "primaryIncomplete", "primary", "secondaryIncomplete", "secondary",
                "highSchoolIncomplete", "highSchool", "teacherTraining", "degree", "unspecified",
            ]
        }
    }

    /// Kept with the identity instead of with the answers.
    package var isIdentity: Bool { [.sex, .birthDate, .birthState].contains(self) }

    /// The stored code for what was typed: the code, a state's name, one of the first letters of the options.
    package func code(typed: String) -> String? {
        switch self {
        case .birthState, .destination: return MexicanState(typed: typed)?.code
        case .residenceState, .detentionState: return USState.code(typed: typed)
        case .birthDate: return CivilDate(text: typed)?.text
        default: return options.first { $0 == typed }
        }
    }
}

extension Reception {
    /// The fields still missing for the interview to be complete, in the order of asking.
    package var missing: [ProfileField] {
        ProfileField.allCases.filter { field in
            switch field {
            case .sex: sex == nil
            case .birthDate: birthDate == nil && !seemsAdult
            case .birthState: birthState == nil
            default: answers[field] == nil
            }
        }
    }
}
