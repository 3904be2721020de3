/// The 37 columns of INM's desk system (SIOM-R) in their order, by the names it gives them.
///
/// Source: SEGOB/UPMRIP's open base «BDSIOMR_PUB», 2016–2021. What each is filled from stands in
/// ``filled``, which the manual prints.
package enum SIOMRColumn: String, CaseIterable, Sendable {
    case state = "DEL"
    case point = "IER"
    case pointName = "PUNT_REP"
    case day = "FEC_REP"
    case repeats = "CLASIF_REP"
    case sex = "SEXO"
    case age = "EDA"
    case birthState = "EN_NAC"
    case birthMunicipality = "MUN_NAC"
    case schooling = "NIV_ESC"
    case company = "ACOM_REP"
    case stay = "PERM_EU"
    case detention = "EDO_DET"
    case authority = "AUT_DEP"
    case destination = "EN_DES"
    case destinationMunicipality = "MUN_DES"
    case shelter = "CAN_AL"
    case diningHall = "CAN_COM"
    case childProtection = "CAN_DIF"
    case hospital = "CAN_HOS"
    case labour = "CAN_STRA"
    case healthScheme = "CAN_SEGPOP"
    case stateOffice = "CAN_OFAM"
    case waterAndFood = "AGUA_AL"
    case busDiscount = "DESC_BUS"
    case firstAid = "APO_AUX"
    case call = "APO_LLAM"
    case printedMaterial = "APO_MAT"
    case localTransfer = "APO_TRAS"
    case clothing = "APO_VES"
    case birthCertificate = "APO_ACT_NAC"
    case fundsTransfer = "APO_TRASF"
    case curp = "APO_CURP"
    case financialServices = "APO_ASF"
    case schoolAdvice = "APO_AME"
    case belongings = "APO_REC_PERT"
    case medicalCare = "APO_AT_MEDICA"

    /// The columns that say whether somebody was referred or given something, in their order.
    package static let services = allCases.filter { column in
        column == .belongings || !column.referrals.isEmpty || !column.help.isEmpty
    }

    /// The referrals that it says of. Protected ones are in none: the sheet never tells of them.
    package var referrals: [ReferralKind] {
        switch self {
        case .shelter: [.shelter]
        case .diningHall: [.diningHall]
        case .childProtection: [.childProtection]
        case .hospital: [.medical, .emergency]
        case .labour: [.job, .skills]
        case .healthScheme: [.socialSecurity]
        case .stateOffice: [.stateLiaison]
        default: []
        }
    }

    /// The help that it says of.
    package var help: [HelpKind] {
        switch self {
        case .waterAndFood: [.water, .food]
        case .busDiscount: [.busDiscount]
        case .firstAid: [.firstAid]
        case .call: [.call]
        case .printedMaterial: [.printedMaterial]
        case .localTransfer: [.localTransfer]
        case .clothing: [.clothing]
        case .birthCertificate: [.birthCertificate]
        case .fundsTransfer: [.fundsTransfer]
        case .curp: [.curpPrint]
        case .financialServices: [.financialServices]
        case .schoolAdvice: [.schoolAdvice]
        case .medicalCare: [.medicalCare]
        default: []
        }
    }

    /// The version of the form from which on a «no» is an answer.
    package var since: Int {
        (referrals.map(\.since) + help.map(\.since)).min() ?? 1
    }
}

extension SIOMRColumn {
    /// What it is filled from, in words.
    package var filled: Bilingual {
        let served = referrals.map(\.label) + help.map(\.label)
        guard served.isEmpty else { return served.joined() }
        switch self {
        case .state: return Bilingual("entidad del punto", "state of the point")
        case .point: return Bilingual("letras del punto", "letters of the point")
        case .pointName: return Bilingual("nombre del punto", "name of the point")
        case .day: return Bilingual("día en que se recibió", "day of reception")
        case .repeats: return Bilingual("reincidencia", "how often received")
        case .age: return Bilingual("edad ese día", "age on that day")
        case .company:
            return Bilingual(
                "con quién vino; de menores, su ruta", "company; of children, their lane")
        case .belongings:
            return Bilingual("reclamo de pertenencias", "claim for belongings")
        case .sex: return ProfileField.sex.label
        case .birthState: return ProfileField.birthState.label
        case .birthMunicipality: return ProfileField.birthMunicipality.label
        case .schooling: return ProfileField.schooling.label
        case .stay: return ProfileField.stay.label
        case .detention: return ProfileField.detentionState.label
        case .authority:
            return Bilingual(
                "autoridad que detuvo; si no se sabe, la que entregó",
                "who detained; where that is not known, who handed over")
        case .destinationMunicipality: return ProfileField.destinationMunicipality.label
        default: return ProfileField.destination.label
        }
    }
}
