/// An answer of INM's desk system, in its own words.
protocol SIOMRWord: RawRepresentable<String>, CaseIterable, Sendable, Equatable {}

/// Whether somebody was referred or given something. What an older version of the form did not
/// offer is no «no».
package enum SIOMRGiven: String, SIOMRWord {
    case yes = "sí"
    case no = "no"
    case notAsked = "sin determinar"
}

/// How often somebody was returned.
package enum SIOMRRepeats: String, SIOMRWord {
    case first = "repatriado de no reincidencia"
    case second = "repatriado de primera reincidencia"
    case later = "repatriado de reincidencias posteriores a la primera"

    init(_ own: RepeatClass) {
        switch own {
        case .first: self = .first
        case .second: self = .second
        case .later: self = .later
        }
    }
}

/// Sex; it knows no third.
package enum SIOMRSex: String, SIOMRWord {
    case man = "hombre"
    case woman = "mujer"

    init?(_ own: Sex?) {
        switch own {
        case .man?: self = .man
        case .woman?: self = .woman
        case .other?, nil: return nil
        }
    }
}

/// With whom somebody came, a child or not.
package enum SIOMRCompany: String, SIOMRWord {
    case adultAlone = "mayor no acompañado"
    case childAlone = "NNA no acompañado"
    case adultWithFamily = "mayor acompañado de un familiar"
    case childWithFamily = "NNA acompañado de un familiar"
    case adultWithOthers = "mayor acompañado de un amigo o conocido"

    /// It is one of a child.
    package var isOfChild: Bool { self == .childAlone || self == .childWithFamily }

    /// A child with others, or parted from its family, is accompanied by nobody who answers for it
    /// (Ley de Migración, art. 112).
    init?(_ own: Company?, isChild: Bool) {
        switch own {
        case .alone?: self = isChild ? .childAlone : .adultAlone
        case .family?: self = isChild ? .childWithFamily : .adultWithFamily
        case .others?: self = isChild ? .childAlone : .adultWithOthers
        case .separated?: self = isChild ? .childAlone : .adultAlone
        case nil: return nil
        }
    }
}

/// Time in the US.
package enum SIOMRStay: String, SIOMRWord {
    case under1month = "0–30 días"
    case months1to6 = "1–6 meses"
    case months7to12 = "7–12 meses"
    case years1to5 = "1–5 años"
    case years6to10 = "6–10 años"
    case years11to20 = "11–20 años"
    case years21to40 = "21–40 años"
    case over40years = "más de 40 años"

    static let byCode = SIOMRStay.coded { "\($0)" }

    /// The least age in whole years that it tells of.
    package var leastAge: Int {
        switch self {
        case .under1month, .months1to6, .months7to12: 0
        case .years1to5: 1
        case .years6to10: 6
        case .years11to20: 11
        case .years21to40: 21
        case .over40years: 41
        }
    }
}

/// Schooling.
package enum SIOMRSchooling: String, SIOMRWord {
    case none = "sin escolaridad"
    case primaryIncomplete = "primaria incompleta"
    case primary = "primaria completa"
    case secondaryIncomplete = "secundaria incompleta"
    case secondary = "secundaria completa"
    case highSchoolIncomplete = "preparatoria incompleta"
    case highSchool = "preparatoria completa"
    case bachelorIncomplete = "licenciatura incompleta"
    case bachelor = "licenciatura completa"
    case postgraduateIncomplete = "posgrado incompleto"
    case postgraduate = "posgrado completo"

    /// Preschool is no schooling there; «licenciatura o más», as the form asked before, and teacher
    /// training are a degree.
    static let byCode = SIOMRSchooling.coded { "\($0)" }.merging(
        ["preschool": .none, "degree": .bachelor, "teacherTraining": .bachelor]) { own, _ in own }

    /// Nobody under 18 has it.
    package var isDegree: Bool { AnswerAges.degrees.contains("\(self)") }
}

/// Who detained, or handed over. CBP's officers at the crossings (OFO) are CBP's.
package enum SIOMRAuthority: String, SIOMRWord {
    case borderPatrol = "Border Patrol"
    case ice = "ICE"
    case cbp = "CBP"
    case marshals = "US Marshals"

    static let byCode: [String: SIOMRAuthority] = [
        "USBP": .borderPatrol, "ICE": .ice, "CBP": .cbp, "OFO": .cbp, "USMS": .marshals,
    ]
}

extension SIOMRWord {
    /// By the codes of the form.
    fileprivate static func coded(_ code: (Self) -> String) -> [String: Self] {
        Dictionary(uniqueKeysWithValues: allCases.map { (code($0), $0) })
    }
}
