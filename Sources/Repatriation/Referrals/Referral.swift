/// Somebody sent to an institution for something, and what came of it.
package struct Referral: Tabled, Retractable {
    package let id: Identifier<Referral>
    /// Who.
    package var reception = Identifier<Reception>(0)
    /// Where from.
    package var point = PointCode.none
    /// What for.
    package var referralKind = ReferralKind.shelter
    /// To whom; nil while it is not known.
    package var provider: Identifier<Provider>?
    /// Why it may be made.
    package var basis = Basis.consent
    /// What was sent of the person: the least that the kind needs.
    package var sent: String?
    /// When.
    package var sentAt: Instant?
    /// By when it is answered, or the person has arrived.
    package var dueAt: Instant?
    /// Where it stands.
    package var state = ReferralState.sent
    /// When it was last answered.
    package var answeredAt: Instant?
    /// How it ended.
    package var outcome: ReferralOutcome?
    /// What somebody wrote about it.
    package var note: String?
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<Referral>) { self.id = id }

    package static let table = EntityTable<Self>(
        .referral,
        Field("reception", \.reception), Field("point", \.point),
        Field("kind", \.referralKind, .sensitive),
        Field("provider", \.provider, .sensitive), Field("basis", \.basis),
        Field("sentAt", \.sentAt),
        Field("dueAt", \.dueAt), Field("state", \.state), Field("answeredAt", \.answeredAt),
        Field("outcome", \.outcome), Field("retractedAt", \.retractedAt),
        Field("note", \.note, .restricted),
        Field("sent", \.sent, .restricted, says: Meaning.fields))

    /// Past its time and still open.
    package func isLate(at now: Instant) -> Bool { state.isOpen && dueAt.map { $0 < now } ?? false }
}
