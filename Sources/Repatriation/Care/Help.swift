/// Help given at a point.
///
/// The list of INM's programme (domain facts of 2025): what is given or offered, each with its
/// time.
package enum HelpKind: String, Code {
    case food, water, call, hygieneKit, clothing, medicalCare, psychologicalCare, curpPrint,
        birthCertificate
    case welfareCard, socialSecurity, phoneChip, localTransfer, ticket, orientation, blanket

    /// As screens say it.
    package var label: Bilingual {
        switch self {
        case .food: Bilingual("comida", "food")
        case .water: Bilingual("agua", "water")
        case .call: Bilingual("llamada", "phone call")
        case .hygieneKit: Bilingual("kit de higiene", "hygiene kit")
        case .clothing: Bilingual("ropa", "clothes")
        case .medicalCare: Bilingual("atención médica", "medical care")
        case .psychologicalCare: Bilingual("atención psicológica", "psychological care")
        case .curpPrint: Bilingual("CURP impresa", "printed CURP")
        case .birthCertificate: Bilingual("acta de nacimiento", "birth certificate")
        case .welfareCard: Bilingual("tarjeta Paisano", "Paisano card")
        case .socialSecurity: Bilingual("alta en el IMSS", "social security")
        case .phoneChip: Bilingual("chip telefónico", "phone chip")
        case .localTransfer: Bilingual("traslado local", "local transfer")
        case .ticket: Bilingual("boleto", "ticket")
        case .orientation: Bilingual("orientación", "orientation")
        case .blanket: Bilingual("cobija", "blanket")
        }
    }

    /// Money is given, or a ticket bought: the amount, the fund and the voucher are written down.
    package var takesMoney: Bool { self == .ticket || self == .localTransfer }
}

/// One kind of help to one person, given or declined.
package struct Help: Entity {
    package let id: Identifier<Help>
    /// To whom.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// What.
    package var helpKind = HelpKind.food
    /// Offered and declined.
    package var isDeclined = false
    /// When.
    package var at: Instant?
    /// Pesos, where money is involved.
    package var amount: Int?
    /// The fund it came from.
    package var fund: String?
    /// The voucher's number.
    package var voucher: String?

    package init(id: Identifier<Help>) { self.id = id }

    package static let kind = EntityKind.help
    package static let fieldsByName = indexed(fields)
    package static let fields: [Field<Help>] = [
        Field("reception", \.reception), Field("point", \.point), Field("kind", \.helpKind),
        Field("declined", \.isDeclined), Field("at", \.at), Field("amount", \.amount),
        Field("fund", \.fund, .personal), Field("voucher", \.voucher, .personal),
    ]
}

/// What can be missing of somebody's belongings.
package enum Property: String, Code {
    case money, identification, phone, medicines, clothes, other

    /// As screens say it.
    package var label: Bilingual {
        switch self {
        case .money: Bilingual("dinero", "money")
        case .identification: Bilingual("identificación", "identification")
        case .phone: Bilingual("teléfono", "phone")
        case .medicines: Bilingual("medicinas", "medicines")
        case .clothes: Bilingual("ropa", "clothes")
        case .other: Bilingual("otra cosa", "something else")
        }
    }
}

/// A claim for belongings that did not come back.
package struct PropertyClaim: Entity {
    package let id: Identifier<PropertyClaim>
    /// Whose.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// What is missing.
    package var missing: Set<Property> = []
    /// The US tag.
    package var tag: String?
    /// Money missing, in US dollars, where it was said.
    package var amount: Int?
    /// The US office that had it.
    package var office: String?
    /// When it was made.
    package var madeAt: Instant?
    /// Until when it can be asked for: thirty days from arrival, unless somebody knows better.
    package var dueOn: CivilDate?

    package init(id: Identifier<PropertyClaim>) { self.id = id }

    package static let kind = EntityKind.propertyClaim
    package static let fieldsByName = indexed(fields)
    package static let fields: [Field<PropertyClaim>] = [
        Field("reception", \.reception), Field("point", \.point),
        Field("missing", \.missing, .personal),
        Field("tag", \.tag, .personal), Field("amount", \.amount, .personal),
        Field("office", \.office, .personal),
        Field("madeAt", \.madeAt), Field("dueOn", \.dueOn),
    ]

    /// The US side keeps unclaimed property for about thirty days (practice under the local
    /// arrangements).
    package static let days = 30
}
