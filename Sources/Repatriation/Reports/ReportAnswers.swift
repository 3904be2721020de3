/// A list of answers as a table names them.
enum ReportAnswers: Sendable {
    case states, sexes, authorities, usStates, stay, repeats, support, help, taken,
        referrals, claims, hours, crossings, turns

    /// The answers that stand in a table although nobody gave them, in their order.
    var always: [String] {
        switch self {
        case .states: MexicanState.all.map(\.code)
        case .sexes: [Sex.man, .woman].map(\.rawValue)
        case .authorities: Authority.allCases.map(\.rawValue)
        case .usStates: []
        case .stay, .crossings: options.filter(\.isOffered).map(\.code)
        case .turns: PersonTurn.allCases.map(\.rawValue)
        case .repeats: RepeatClass.allCases.map(\.rawValue)
        case .support: SupportClass.allCases.map(\.rawValue)
        case .help: HelpKind.allCases.map(\.rawValue)
        case .referrals: ReferralKind.allCases.filter { !$0.isProtected }.map(\.rawValue)
        case .claims: Property.allCases.map(\.rawValue)
        case .hours: HoursClass.allCases.map(\.rawValue)
        case .taken: [SupportClass.given, .declined].map(\.rawValue)
        }
    }

    private var options: [AnswerOption] {
        let field: ProfileField? =
            switch self {
            case .stay: .stay
            case .crossings: .crossingStretch
            default: nil
            }
        return field?.question.kind.list?.options ?? []
    }

    /// An answer in words; one that no list knows is its own code.
    func label(_ code: String) -> Bilingual {
        known(code) ?? Question.outsideLists.first { $0.code == code }?.label
            ?? Bilingual(code, code)
    }

    private func known(_ code: String) -> Bilingual? {
        switch self {
        case .states: MexicanState(curpCode: code).map { Bilingual($0.name, $0.name) }
        case .sexes: Sex(rawValue: code)?.people
        case .authorities: Authority(rawValue: code)?.label
        case .usStates: USState.name(code).map { Bilingual($0, $0) }
        case .stay, .crossings: options.first { $0.code == code }?.label
        case .turns: PersonTurn(rawValue: code)?.label
        case .repeats: RepeatClass(rawValue: code)?.label
        case .support: SupportClass(rawValue: code)?.label
        case .help: HelpKind(rawValue: code)?.label
        case .referrals: ReferralKind(rawValue: code)?.label
        case .claims: Property(rawValue: code)?.label
        case .hours: HoursClass(rawValue: code)?.label
        case .taken: SupportClass(rawValue: code)?.ofKinds
        }
    }
}

extension SupportClass {
    /// Of one kind of help, as columns say it.
    fileprivate var ofKinds: Bilingual {
        switch self {
        case .given: Bilingual("otorgados", "given")
        case .declined: Bilingual("no aceptados", "declined")
        case .none: label
        }
    }
}

extension Sex {
    /// As columns say it.
    fileprivate var people: Bilingual {
        switch self {
        case .man: Bilingual("hombres", "men")
        case .woman: Bilingual("mujeres", "women")
        case .other: Bilingual("X", "X")
        }
    }
}

extension ReportAxis {
    /// A line or column in words.
    func label(_ item: ReportItem, _ frame: ReportFrame) -> Bilingual {
        guard item != .notAsked else { return ReportAxis.notAsked }
        guard item != .others else { return ReportAxis.others }
        switch self {
        case .time: return frame.period.label(ofColumn: item.key)
        case .points, .ways:
            if item.section == ReportItem.land, let mode = Mode(rawValue: item.key) {
                return mode.label
            }
            let name = frame.point(item.key)?.name ?? item.key
            return Bilingual(name, name)
        case .answers(_, let answers): return answers.label(item.key)
        case .agesAndSex: return ReportAxis.ageAndSex(item.key)
        case .children: return ReportAxis.child(item.key)
        case .returns:
            return ReturnClass(rawValue: item.key)?.label ?? Bilingual(item.key, item.key)
        }
    }

    /// Of a point, as INM's sheets name it.
    func official(_ item: ReportItem, _ frame: ReportFrame) -> String {
        guard case .points = self else { return "" }
        return frame.point(item.key)?.official ?? ""
    }

    /// What stands above the lines of a section.
    func label(ofSection section: String) -> Bilingual {
        if section == ReportItem.air { return Bilingual("Vía aérea", "By air") }
        if section == ReportItem.land { return Bilingual("Vía terrestre", "Over land") }
        let state = MexicanState.all.first { $0.inegi == section }?.name
        return state.map { Bilingual($0, $0) }
            ?? Bilingual("Entidad no especificada", "State not stated")
    }

    private static let others = Bilingual("otros y no especificado", "other or not stated")
    static let notAsked = Bilingual("no se preguntó o no se especificó", "not asked or not stated")

    private static func parts(_ key: String) -> [String] {
        key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    private static func ageAndSex(_ key: String) -> Bilingual {
        let parts = parts(key)
        let (isChild, sex) = (parts.first == "minor", parts.last ?? "")
        switch (isChild, Sex(rawValue: sex)) {
        case (false, .man?): return Bilingual("adultos hombres", "adult men")
        case (false, .woman?): return Bilingual("adultas mujeres", "adult women")
        case (true, .man?): return Bilingual("niños y adolescentes hombres", "boys under 18")
        case (true, .woman?): return Bilingual("niñas y adolescentes mujeres", "girls under 18")
        case (false, .other?): return Bilingual("personas adultas X", "adults X")
        case (true, .other?): return Bilingual("menores de 18 X", "under 18 X")
        case (false, nil):
            return Bilingual("personas adultas, sexo no especificado", "adults, sex not stated")
        case (true, nil):
            return Bilingual("menores de 18, sexo no especificado", "under 18, sex not stated")
        }
    }

    private static func child(_ key: String) -> Bilingual {
        let parts = parts(key)
        let ages = AgeGroup(rawValue: parts[0])?.label ?? notAsked
        let company =
            parts.count > 1 ? Company(rawValue: parts[1])?.ofChildren ?? withoutCompany : notAsked
        guard parts.count > 2 else { return [ages, company].joined() }
        let sex: Bilingual
        switch Sex(rawValue: parts[2]) {
        case .man?: sex = Bilingual("niños", "boys")
        case .woman?: sex = Bilingual("niñas", "girls")
        case .other?: sex = Bilingual("X", "X")
        case nil: sex = Bilingual("sexo no especificado", "sex not stated")
        }
        return [ages, company, sex].joined()
    }

    private static let withoutCompany = Bilingual("compañía no preguntada", "company not asked")
}

extension Company {
    /// Condición de acompañamiento, as the official tables word it.
    fileprivate var ofChildren: Bilingual {
        switch self {
        case .alone: Bilingual("no acompañados", "unaccompanied")
        case .family: Bilingual("acompañados", "accompanied")
        case .others: Bilingual("con otras personas", "with others")
        case .separated: Bilingual("separados de su familia", "separated from family")
        }
    }
}
