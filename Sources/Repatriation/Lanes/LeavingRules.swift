/// Leaving with something pending: nobody is held, and nothing of it is lost.
extension ReceptionSituation {
    /// What is pending was offered and explained; it is told to the lead and stays on the list.
    mutating func leaveAnyway(_ leaving: Leaving) throws(Refusal) -> Decision {
        guard leaving.release.how != .unknown else { throw Refusal(.exitNotHere) }
        guard !reception.isChild(on: context.local.day) else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
        guard !NameText.folded(leaving.explainedIn).isEmpty else {
            throw Refusal(.missingField, ["field": "explainedIn"])
        }
        return try release(leaving.release, explaining: leaving)
    }

    /// Who left with a lane open is asked after: on the list from the day they left, explained or not.
    func afterwards(_ explained: Leaving?, _ how: Exit, _ id: Identifier<FollowUp>) -> FollowUp? {
        let pending = (explained?.pending ?? []).union(pending(leaving: how))
        guard explained != nil || pending.contains(where: \.isLane) else { return nil }
        var after = FollowUp(id: id)
        (after.reception, after.point, after.cause) = (reception.id, point.code, .leftPending)
        (after.askedAt, after.dueOn, after.pending) = (context.now, context.local.day, pending)
        (after.explainedIn, after.reason) = (explained?.explainedIn, explained?.reason)
        return after
    }

    /// What somebody leaves without, as whoever acts may know it.
    func told(_ pending: Set<Pending>) -> JSON {
        let known = pending.filter { $0.isKnown(to: context.reader) }
        return .array(known.map(\.rawValue).sorted().map(JSON.string))
    }

    /// What an adult leaves without: told and recorded, never a reason to hold anybody.
    func pending(leaving how: Exit) -> Set<Pending> {
        let kinds = referrals.map(\.referralKind).filter { !how.leadsTo.contains($0) }
        return lanes.pending(of: reception, isAskedFor: isAskedFor, referredFor: kinds, on: context.local.day)
    }
}
