/// The open referrals of a point, the late ones first.
package struct ReferralsOf: PointQuery {
    package typealias Answer = [ReferralLine]
    /// As many as a list has.
    package static let most = 200
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// A referral in a list: whom, for what, to whom, by when. What the reader may not know of it is
/// nil.
package struct ReferralLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<Referral>
    /// Who is sent.
    package let reception: Identifier<Reception>
    /// Where from.
    package let point: PointCode
    /// Why it may be made.
    package let basis: Basis
    /// Where it stands.
    package let state: ReferralState
    /// How it ended; nil before.
    package let outcome: ReferralOutcome?
    /// When it was made.
    package let sentAt: Instant?
    /// By when it is answered, or the person has arrived.
    package let dueAt: Instant?
    /// When it was last answered; nil before.
    package let answeredAt: Instant?
    /// What for; nil for those who read no such thing of anybody.
    package var kind: ReferralKind?
    /// The institution's name; nil where there is none yet, or it may not be known.
    package var provider: String?
    /// What was written and sent; nil but for those who may know.
    package var note: String?
    /// The least that the kind needs, as JSON; nil but for those who may know.
    package var sent: String?
    /// The number of the person today.
    package let ticket: Int?
    /// The day that the number is of.
    package let ticketDay: CivilDate?
    /// As it may be shown.
    package let name: ShownName
    /// Where the person stands at the point.
    package let stage: Stage
    /// By when, on the point's clock.
    package let due: LocalTime?
    /// Past its time and still open.
    package let isLate: Bool

    /// A line of the work list, as the reader may see it.
    package init(
        _ referral: Referral, provider: String?, person: Reception, due: LocalTime?, now: Instant,
        for reader: Reader
    ) {
        (id, reception, point) = (referral.id, referral.reception, referral.point)
        (basis, state, outcome) = (referral.basis, referral.state, referral.outcome)
        (sentAt, dueAt, answeredAt) = (referral.sentAt, referral.dueAt, referral.answeredAt)
        (ticket, ticketDay) = (person.ticket, person.ticketDay)
        (name, stage) = (person.name(to: reader), person.stage)
        self.due = due
        isLate = referral.isLate(at: now)
        if reader.reads(.sensitive) { (kind, self.provider) = (referral.referralKind, provider) }
        if reader.reads(.restricted) { (note, sent) = (referral.note, referral.sent) }
    }

    /// As `show referral` says it.
    package var json: JSON {
        [
            "referral": .int(id.value), "reception": .int(reception.value),
            "point": .string(point.text),
            "kind": JSON(kind?.rawValue), "provider": JSON(provider),
            "basis": .string(basis.rawValue),
            "state": .string(state.rawValue), "sentAt": JSON(sentAt?.text),
            "due": JSON(dueAt?.text),
            "late": .bool(isLate), "answeredAt": JSON(answeredAt?.text),
            "outcome": JSON(outcome?.rawValue),
            "note": JSON(note), "sent": JSON(sent), "ticket": JSON(ticket),
        ]
    }
}

extension ReferralKind {
    /// As lists for everybody and papers say it: what somebody is protected from stands on none.
    package var labelOnPaper: Bilingual {
        isProtected ? Bilingual("canalización", "referral") : label
    }
}
