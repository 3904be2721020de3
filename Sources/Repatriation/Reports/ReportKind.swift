/// The official tables, by the product's own numbers.
///
/// Source: UPMRIP, Boletín mensual de estadísticas migratorias, chapter V «Devolución», whose
/// numbers and order change from year to year: titles are ``ReportKind/title`` and no key.
package enum ReportKind: String, CaseIterable, Sendable {
    /// By state and point of reception; with the same months of the year before.
    case r1 = "R1"
    /// By state of birth and sex.
    case r2 = "R2"
    /// By month, adults and those under 18, and sex.
    case r3 = "R3"
    /// Those under 18 by state of birth, age, company and sex.
    case r4 = "R4"
    /// Those under 18 by point, age and company.
    case r5 = "R5"
    /// By way: over land or by air.
    case r6 = "R6"
    /// By who handed over.
    case r7 = "R7"
    /// By the US state of detention.
    case r8 = "R8"
    /// By time in the US.
    case r9 = "R9"
    /// With support or without.
    case r10 = "R10"
    /// By how often the person was received.
    case r11 = "R11"
    /// By state and point, compared with the year before alone.
    case r12 = "R12"
    /// Each kind of help, given and declined; and given by point.
    case help = "S1"
    case helpByPoint = "S2"
    /// What people were sent for, and what they miss of their belongings.
    case referrals = "S3"
    case claims = "S4"
    /// By who handed over, in hours and out of them.
    case hours = "S5"
    /// By where somebody crossed, and whether they are returned there.
    case crossing = "S6"
    /// Persons beside events.
    case persons = "S7"
    /// Foreigners, people not accredited and people not decided: no events, by state and point.
    case foreign = "X1"
    case notAccredited = "X2"
    case undecided = "X3"

    /// The kind of a name as it is typed; nil where there is none.
    package init?(typed: String) { self.init(rawValue: typed.uppercased()) }

    /// What the bulletin calls it.
    package var title: Bilingual {
        switch self {
        case .r1: events("según entidad federativa y punto de recepción", "by state and point")
        case .r2: events("según entidad federativa de nacimiento y sexo", "by state of birth, sex")
        case .r3: events("según mes, grupo de edad y sexo", "by month, age group and sex")
        case .r4:
            children(
                "según entidad federativa de nacimiento, grupo de edad, condición de viaje y sexo",
                "by state of birth, age group, company and sex")
        case .r5:
            children(
                "según punto de recepción, grupo de edad y condición de viaje",
                "by point, age group and company")
        case .r6: events("según vía de ingreso", "by way of entry")
        case .r7: events("según autoridad que entregó", "by authority that handed over")
        case .r8: events("según estado de EUA de la detención", "by US state of detention")
        case .r9: events("según tiempo de estancia", "by time in the US")
        case .r10: events("según apoyo otorgado", "by support given")
        case .r11: events("según reincidencia", "by how often they were received")
        case .r12:
            events("comparativo con el año anterior", "compared with the year before")
        case .help: supports("según tipo: otorgados y no aceptados", "by kind: given and declined")
        case .helpByPoint: supports("otorgados, según tipo y punto", "given, by kind and point")
        case .referrals:
            Bilingual(
                "Canalizaciones de mexicanas y mexicanos devueltos desde Estados Unidos, según tipo",
                "Referrals of Mexicans returned from the United States, by kind")
        case .claims:
            Bilingual(
                "Pertenencias que reclaman mexicanas y mexicanos devueltos, según tipo",
                "Belongings claimed by Mexicans returned, by kind")
        case .hours:
            events("según autoridad y horario de llegada", "by authority and hour of arrival")
        case .crossing:
            events("según tramo de cruce y de devolución", "by where they crossed, are returned")
        case .persons:
            Bilingual(
                "Personas y eventos de devolución de mexicanas y mexicanos desde Estados Unidos",
                "Persons and events of return of Mexicans from the United States")
        case .foreign:
            others("Personas extranjeras recibidas", "Foreigners received")
        case .notAccredited:
            others("Personas recibidas sin acreditar la nacionalidad", "Not accredited, received")
        case .undecided:
            others(
                "Personas recibidas con la nacionalidad por decidir", "Nationality not decided yet")
        }
    }

    private func events(_ es: String, _ en: String) -> Bilingual {
        Bilingual(
            "Eventos de devolución de mexicanas y mexicanos desde Estados Unidos, \(es)",
            "Events of return of Mexicans from the United States, \(en)")
    }

    private func children(_ es: String, _ en: String) -> Bilingual {
        Bilingual(
            "Eventos de devolución de niñas, niños y adolescentes desde Estados Unidos, \(es)",
            "Events of return of children from the United States, \(en)")
    }

    private func supports(_ es: String, _ en: String) -> Bilingual {
        Bilingual(
            "Apoyos a mexicanas y mexicanos devueltos desde Estados Unidos, \(es)",
            "Help to Mexicans returned from the United States, \(en)")
    }

    private func others(_ es: String, _ en: String) -> Bilingual {
        Bilingual("\(es), según entidad federativa y punto", "\(en), by state and point")
    }

    /// What it is made of.
    var shape: ReportShape {
        let places = ReportAxis.points(airApart: true)
        func answers(_ facet: Facet, _ list: ReportAnswers) -> ReportShape {
            ReportShape(facet, .answers(part: 0, list), .time, margin: .share)
        }
        switch self {
        case .r1: return ReportShape(.events, places, .time, margin: .yearBefore)
        case .r2:
            return ReportShape(
                .birth, .answers(part: 0, .states), .answers(part: 1, .sexes), margin: .share)
        case .r3:
            return ReportShape(.ages, .time, .agesAndSex, atRisk: .columns(of: "minor."))
        case .r4:
            return ReportShape(
                .children, .answers(part: 0, .states), .children(bySex: true), atRisk: .everybody)
        case .r5:
            return ReportShape(
                .children, .points(airApart: false), .children(bySex: false), atRisk: .everybody)
        case .r6: return ReportShape(.events, .ways, .time, margin: .share)
        case .r7: return answers(.authority, .authorities)
        case .r8: return answers(.detention, .usStates)
        case .r9: return answers(.stay, .stay)
        case .r10: return answers(.support, .support)
        case .r11: return answers(.repeats, .repeats)
        case .r12: return ReportShape(.events, places, nil, margin: .yearBefore)
        case .help:
            return ReportShape(.help, .answers(part: 0, .help), .answers(part: 1, .taken))
        case .helpByPoint:
            return ReportShape(
                .help, .answers(part: 0, .help), .points(airApart: false),
                only: (1, SupportClass.given.rawValue))
        case .referrals: return ReportShape(.referrals, .answers(part: 0, .referrals), .time)
        case .claims: return ReportShape(.claims, .answers(part: 0, .claims), .time)
        case .hours:
            return ReportShape(
                .authority, .answers(part: 0, .authorities), .answers(part: 1, .hours))
        case .crossing: return ReportShape(.crossing, .answers(part: 0, .crossings), .returns)
        case .persons: return ReportShape(.turns, .time, .answers(part: 0, .turns))
        case .foreign: return ReportShape(.foreign, places, .time)
        case .notAccredited: return ReportShape(.notAccredited, places, .time)
        case .undecided: return ReportShape(.undecided, places, .time)
        }
    }

    /// The sums that it is made of.
    package var facet: Facet { shape.facet }

    /// Whether it tells months or years apart.
    package var tellsTime: Bool { axes.contains { if case .time = $0 { true } else { false } } }

    /// Whether it tells points apart.
    package var tellsPoints: Bool {
        axes.contains {
            switch $0 {
            case .points, .ways, .returns: true
            case .time, .answers, .agesAndSex, .children: false
            }
        }
    }

    private var axes: [ReportAxis] { [shape.rows] + (shape.columns.map { [$0] } ?? []) }

    /// Whether it needs the sums of the same days of the year before too.
    package var comparesYears: Bool { shape.margin == .yearBefore }
}

/// What the rows, the columns and the margin of a table are.
struct ReportShape: Sendable {
    /// What stands beside the total.
    enum Margin: Sendable { case none, share, yearBefore }

    /// Whom its cells count that no publication may tell apart when they are few: children, victims
    /// of crimes, matters kept reserved.
    enum AtRisk: Sendable {
        case nobody, everybody
        /// Those columns alone whose codes begin so.
        case columns(of: String)
    }

    let facet: Facet
    let rows: ReportAxis
    /// Nil where the total stands alone.
    let columns: ReportAxis?
    let margin: Margin
    let atRisk: AtRisk
    /// The part of a key that has to be so, of a table that is not of all sums of its facet.
    let only: (part: Int, code: String)?

    init(
        _ facet: Facet, _ rows: ReportAxis, _ columns: ReportAxis?, margin: Margin = .none,
        atRisk: AtRisk = .nobody, only: (part: Int, code: String)? = nil
    ) {
        (self.facet, self.rows, self.columns, self.margin) = (facet, rows, columns, margin)
        (self.atRisk, self.only) = (atRisk, only)
    }

    /// Whether a sum stands in the table.
    func counts(_ sum: TallySum) -> Bool { only.map { sum.part($0.part) == $0.code } ?? true }
}
