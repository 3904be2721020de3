/// One step of a lane, done: when, by whom, and what was said of it. A later one stands beside it;
/// one ticked by slip is taken back by undo alone.
package struct LaneTick: Tabled, Retractable {
    package let id: Identifier<LaneTick>
    /// Whose lane.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// What was done.
    package var step = LaneStep.opi
    /// When.
    package var at: Instant?
    /// Who ticked it.
    package var officer = Identifier<Officer>(0)
    /// How they had shown who they are.
    package var proof = IdentityProof.account
    /// How an authority was told.
    package var medium: NoticeMedium?
    /// The next dose, or the end of the filter.
    package var dueAt: Instant?
    /// The officer who is named for it.
    package var named: Identifier<Officer>?
    /// Who answered, came or attended.
    package var who: String?
    /// The number of the paper that it rests on.
    package var folio: String?
    /// What comparing the identity gave.
    package var outcome: TickOutcome?
    /// The family that child protection says this child's is.
    package var relatives: [Identifier<Reception>] = []
    /// What the officer wrote.
    package var note: String?
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<LaneTick>) { self.id = id }

    /// For how long an hour that nobody kept is told, in days.
    package static let memoryDays = 30

    package static let table = EntityTable<Self>(
        .laneTick,
        Field("reception", \.reception), Field("point", \.point), Field("at", \.at),
        Field("officer", \.officer),
        Field("tickProof", \.proof), Field("medium", \.medium), Field("dueAt", \.dueAt),
        // Which step says what the person went through.
        Field("step", \.step, .sensitive), Field("named", \.named, .sensitive),
        Field("relatives", \.relatives, .sensitive), Field("retractedAt", \.retractedAt),
        Field("who", \.who, .restricted), Field("folio", \.folio, .restricted),
        Field("outcome", \.outcome, .restricted), Field("note", \.note, .restricted))
}

/// What is said of a step; nil is «not said».
package struct TickWords: Sendable, Equatable {
    /// How an authority was told.
    package var medium: NoticeMedium?
    /// Who answered, came or attended.
    package var who: String?
    /// The number of the paper that it rests on.
    package var folio: String?
    /// The next dose, or the end of the filter.
    package var dueAt: Instant?
    /// The officer who is named for it.
    package var named: Identifier<Officer>?
    /// What comparing the identity gave.
    package var outcome: TickOutcome?
    /// What the officer writes.
    package var note: String?

    /// Nothing said yet.
    package init() {}

    /// As lines of `send` give it.
    static let parameters: [Parameter<TickWords>] = [
        .code("medium", \.medium), .text("who", \.who), .text("folio", \.folio),
        .instant("dueAt", \.dueAt),
        .identifier("officer", \.named), .code("outcome", \.outcome), .text("note", \.note),
    ]

    /// What was said, as the step's table names it.
    var given: Set<LaneDetail> {
        var given: Set<LaneDetail> = []
        if medium != nil { given.insert(.medium) }
        if who != nil { given.insert(.who) }
        if named != nil { given.insert(.officer) }
        if folio != nil { given.insert(.folio) }
        if dueAt != nil { given.insert(.dueAt) }
        if outcome != nil { given.insert(.outcome) }
        if note != nil { given.insert(.note) }
        return given
    }
}
