/// Where a command stands that takes two people.
package enum PendingState: String, Code { case open, confirmed, replaced }

/// A command that waits for another officer: nothing of it has happened yet.
package struct PendingAct: Tabled {
    package let id: Identifier<PendingAct>
    /// Where; none for what concerns the whole store.
    package var point = PointCode.none
    /// The person or officer it is about.
    package var subject = 0
    /// Which command.
    package var command = CommandName.release
    /// The command as a line of `send`.
    package var form = ""
    /// Who gave it.
    package var askedBy = Identifier<Officer>(0)
    /// How they had shown who they are.
    package var askedProof = IdentityProof.account
    /// When.
    package var askedAt: Instant?
    /// Whether it still waits.
    package var state = PendingState.open
    /// Who confirmed it.
    package var confirmedBy: Identifier<Officer>?

    package init(id: Identifier<PendingAct>) { self.id = id }

    package static let table = EntityTable<Self>(
        .pendingAct,
        Field("point", \.point), Field("subject", \.subject, says: Meaning.inner),
        Field("command", \.command),
        Field("form", \.form, .personal, says: { Meaning.fields($0) }), Field("askedBy", \.askedBy),
        Field("askedProof", \.askedProof),
        Field("askedAt", \.askedAt),
        Field("state", \.state), Field("confirmedBy", \.confirmedBy))

    /// How long it waits, in seconds.
    package static let lifetime = 600

    /// Whether it still waits at a moment; a clock that goes back opens nothing again.
    package func isOpen(at now: Instant) -> Bool {
        guard state == .open, let askedAt else { return false }
        return now.distance(to: askedAt) <= PendingAct.lifetime
    }
}
