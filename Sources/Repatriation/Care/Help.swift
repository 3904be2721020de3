/// One kind of help to one person, given or declined.
package struct Help: Tabled, Retractable {
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
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<Help>) { self.id = id }

    package static let table = EntityTable<Self>(
        .help,
        Field("reception", \.reception), Field("point", \.point), Field("kind", \.helpKind),
        Field("declined", \.isDeclined), Field("at", \.at), Field("amount", \.amount),
        Field("fund", \.fund, .personal), Field("voucher", \.voucher, .personal),
        Field("retractedAt", \.retractedAt))
}

/// A claim for belongings that did not come back.
package struct PropertyClaim: Tabled {
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

    package static let table = EntityTable<Self>(
        .propertyClaim,
        Field("reception", \.reception), Field("point", \.point),
        Field("missing", \.missing, .personal),
        Field("tag", \.tag, .personal), Field("amount", \.amount, .personal),
        Field("office", \.office, .personal),
        Field("madeAt", \.madeAt), Field("dueOn", \.dueOn))

    /// The US side keeps unclaimed property for about thirty days (practice under the local
    /// arrangements).
    package static let days = 30
}
