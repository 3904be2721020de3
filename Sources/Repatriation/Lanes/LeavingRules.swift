/// Leaving with something pending: nobody is held, and nothing of it is lost.
extension PersonCase {
    /// What is pending was offered and explained; it is told to the lead and stays on the list.
    func leaveAnyway(_ leaving: Leaving) throws -> Decision {
        guard leaving.release.how != .unknown else { throw Refusal(.exitNotHere) }
        guard !reception.isChild(on: context.local.day) else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
        guard !NameText.folded(leaving.explainedIn).isEmpty else {
            throw Refusal(.missingField, ["field": "explainedIn"])
        }
        return try release(
            leaving.release, explaining: leaving, as: ReleasePerson(reception.id, leaving.release))
    }

    /// Who left with a lane open is asked after: on the list from the day they left, explained or
    /// not.
    func afterwards(
        _ explained: Leaving?, _ how: Exit, _ id: Identifier<FollowUp>
    ) throws -> FollowUp? {
        let pending = (explained?.pending ?? []).union(try pending(leaving: how))
        guard explained != nil || pending.contains(where: \.isLane) else { return nil }
        var after = FollowUp(id: id)
        after.reception = reception.id
        after.point = point.code
        after.cause = .leftPending
        after.askedAt = context.now
        after.dueOn = context.local.day
        after.pending = pending
        after.explainedIn = explained?.explainedIn
        after.reason = explained?.reason
        return after
    }

    /// What somebody leaves without, as whoever acts may know it.
    func known(_ pending: Set<Pending>) -> Set<Pending> {
        pending.filter { $0.isKnown(to: context.reader) }
    }

    /// What an adult leaves without: told and recorded, never a reason to hold anybody.
    func pending(leaving how: Exit) throws -> Set<Pending> {
        let kinds = try referrals().map(\.referralKind).filter { !how.leadsTo.contains($0) }
        return try lanes().pending(
            of: reception, isAskedFor: isAskedFor(), referredFor: kinds, on: context.local.day)
    }
}
