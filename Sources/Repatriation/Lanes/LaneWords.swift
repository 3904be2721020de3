/// What is said of somebody's age, and on what it rests.
package struct AgeCorrection: Sendable, Equatable {
    /// The day of birth; nil where only the doubt is noted.
    package var birthDate: CivilDate?
    /// On what it rests.
    package var source: AgeSource
    /// The number of the decision or paper.
    package var folio: String?
    /// The Procuraduría decided besides that the child is here with mother, father or guardian.
    package var isWithFamily = false

    /// It is the Procuraduría's decision, by its number.
    var isDecided: Bool { source == .procuraduria && !NameText.folded(folio ?? "").isEmpty }

    /// A doubt, or a day of birth.
    package init(_ birthDate: CivilDate?, source: AgeSource, folio: String? = nil) {
        self.birthDate = birthDate
        self.source = source
        self.folio = folio
    }
}

/// An adult who leaves with something pending, told and explained.
package struct Leaving: Sendable, Equatable {
    /// How they leave, and where to.
    package var release = Release(.ownDecision)
    /// What was offered and explained.
    package var pending: Set<Pending>
    /// The language it was explained in.
    package var explainedIn: String
    /// What the person says of it.
    package var reason: String?

    /// Leaving by one's own decision.
    package init(pending: Set<Pending>, explainedIn: String) {
        self.pending = pending
        self.explainedIn = explainedIn
    }
}

/// What somebody leaves without.
package enum Pending: String, Code {
    case nationality, profile, certificate, inquiry, belongings
    case health, sanitary, reserved, warrant, language, foreign

    /// A protected path: leaving with it open is explained, told to the lead, and asked after.
    package var isLane: Bool {
        [.nationality, .health, .sanitary, .reserved, .warrant, .language, .foreign].contains(self)
    }

    /// Only those of the lane know that it is there.
    package var isProtected: Bool { self == .warrant || self == .reserved }

    /// A lane that is not finished; nationality has a word of its own, and a child's lane is never
    /// left open.
    init?(_ lane: Lane) {
        switch lane {
        case .health: self = .health
        case .sanitary: self = .sanitary
        case .reserved: self = .reserved
        case .warrant: self = .warrant
        case .language: self = .language
        case .foreign: self = .foreign
        case .child, .nationality: return nil
        }
    }
}
