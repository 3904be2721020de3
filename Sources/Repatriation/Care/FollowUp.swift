/// Why somebody is asked after later.
package enum FollowUpCause: String, Code { case release, referral, leftPending }

/// What came of asking after somebody.
package enum FollowUpOutcome: String, Code {
    case well, needsHelp, notReached, wrongContact, declined
}

/// Somebody who has left and is to be asked after, or who left with something pending.
///
/// Source: surveys of IOM's return programmes one to three months after; the second interview of
/// Somos Mexicanos.
package struct FollowUp: Tabled, Retractable {
    package let id: Identifier<FollowUp>
    /// Whom.
    package var reception = Identifier<Reception>(0)
    /// The point that the person left from.
    package var point = PointCode.none
    /// Why.
    package var cause = FollowUpCause.release
    /// The referral it is about.
    package var referral: Identifier<Referral>?
    /// When it was asked for.
    package var askedAt: Instant?
    /// On which day.
    package var dueOn: CivilDate?
    /// What came of it; nil while nobody has asked.
    package var outcome: FollowUpOutcome?
    /// When.
    package var answeredAt: Instant?
    /// How often they were not reached.
    package var tries = 0
    /// What the person left without.
    package var pending: Set<Pending> = []
    /// The language in which that was explained.
    package var explainedIn: String?
    /// What the person said of it.
    package var reason: String?
    /// The answers of the short questionnaire.
    package var answers = Answers()
    /// What the officer wrote.
    package var note: String?
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<FollowUp>) { self.id = id }

    package static let table = EntityTable<Self>(
        .followUp,
        Field("reception", \.reception), Field("point", \.point), Field("cause", \.cause),
        Field("referral", \.referral), Field("askedAt", \.askedAt), Field("dueOn", \.dueOn),
        Field("outcome", \.outcome), Field("answeredAt", \.answeredAt), Field("tries", \.tries),
        Field("explainedIn", \.explainedIn, .sensitive), Field("reason", \.reason, .personal),
        Field("answers", \.answers, .sensitive), Field("retractedAt", \.retractedAt),
        Field("pending", \.pending, .restricted),
        Field("note", \.note, .restricted))
}
