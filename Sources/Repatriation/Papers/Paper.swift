/// What a paper is.
package enum PaperKind: String, Code { case certificate, acta, claim, rollCall, shiftHandOver }

/// How somebody was given their paper.
package enum Delivery: String, Code { case signed, fingerprint, refused, withInterpreter }

/// A paper: issued when its folio exists, delivered only when an officer says how.
package struct Paper: Tabled {
    package let id: Identifier<Paper>
    /// Whose.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// What it is.
    package var paperKind = PaperKind.certificate
    /// Its folio, with a check digit.
    package var folio = ""
    /// When it was issued.
    package var issuedAt: Instant?
    /// How often it was printed again.
    package var reprints = 0
    /// How it was given; nil while it lies in the tray.
    package var delivery: Delivery?
    /// When.
    package var deliveredAt: Instant?
    /// What it states, by its identifier: the claim.
    package var about: Int?
    /// The folio that it takes the place of.
    package var replaces: String?
    /// Since when the folio is kept for a sheet of the drawer; nil for every other paper.
    package var reservedAt: Instant?
    /// Since when what stands on the sheet is typed in.
    package var usedAt: Instant?
    /// Since when it is void.
    package var cancelledAt: Instant?
    /// Why.
    package var cancelReason: String?

    package init(id: Identifier<Paper>) { self.id = id }

    package static let table = EntityTable<Self>(
        .paper,
        Field("reception", \.reception), Field("point", \.point), Field("kind", \.paperKind),
        Field("folio", \.folio),
        Field("issuedAt", \.issuedAt), Field("reprints", \.reprints), Field("delivery", \.delivery),
        Field("deliveredAt", \.deliveredAt), Field("about", \.about, says: Meaning.inner),
        Field("replaces", \.replaces),
        Field("reservedAt", \.reservedAt), Field("cancelledAt", \.cancelledAt),
        Field("cancelReason", \.cancelReason, .personal), Field("usedAt", \.usedAt))
}
