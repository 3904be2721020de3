/// What rests on the act.
extension UndoCase {
    /// A certificate or an exit stands on the nationality, a certificate on who the person is; what
    /// was done later rests on it by its kind; the person whom unlinking gave back is inside
    /// elsewhere, or the desk holds somebody else.
    func dependence() throws -> Refusal? {
        if let refusal = certified() { return refusal }
        for kind in done.events.map(\.kind) {
            if let later = later({ $0.rests(on: kind) }) { return later }
        }
        // Whoever was added off the list is on no list: nothing of theirs may be left behind.
        if done.made.contains(where: { $0.kind == .reception }), let later = later({ _ in true }) {
            return later
        }
        if kinds.contains(.laneTicked), let acta = laterPaper { return acta }
        if try isPersonElsewhere() { return .depended(.insideElsewhere) }
        let changesWhoCame = !kinds.isDisjoint(with: [.received, .didNotCome, .transferArrived])
        if try changesWhoCame && isSettled() { return .depended(.groupSettled) }
        if kinds.contains(.transferred), let refusal = try notReturning() { return refusal }
        if try isRoadClosed() { return .depended(.groupSettled) }
        return try isDeskTaken() ? .depended(.deskTaken) : nil
    }

    /// Those who were sent are where they were: while nobody has seen their group come, and the
    /// number that each had is free.
    private func notReturning() throws -> Refusal? {
        guard let person else { return nil }
        guard try facts.group(person.group).stage == .announced else {
            return .depended(.groupCame)
        }
        for id in Set(done.events.map(\.subject)).sorted() {
            guard var sent = try facts.receptionIfAny(Identifier(id)) else { continue }
            if try isInsideElsewhere(sent.person, but: sent.id) {
                return .depended(.insideElsewhere)
            }
            (sent.point, sent.ticket) = (done.point, sent.sentTicket)
            guard try facts.isNumberFree(sent) else { return .depended(.number) }
        }
        return nil
    }

    private func certified() -> Refusal? {
        guard !kinds.isDisjoint(with: [.nationalitySet, .personAmended]) else { return nil }
        for (key, now) in done.current where key.kind == .reception {
            if now["exit"] ?? .null != .null { return .depended(.personLeft) }
            let paper = now["certificate"] ?? .null
            let earlier = done.before[key]?["certificate"] ?? .null
            if paper != .null && (kinds.contains(.nationalitySet) || paper != earlier) {
                return .depended(.paperIssued)
            }
        }
        return nil
    }

    /// The last such; what may be named stands before what whoever acts may not know of.
    private func later(_ isSuch: (EventKind) -> Bool) -> Refusal? {
        let found = done.later.filter { isSuch($0.event.kind) }
        return (found.last(where: \.isTold) ?? found.last).map { .depended($0, context.zone) }
    }

    private var laterPaper: Refusal? {
        done.later.last { $0.event.isOfPaper }.map { .depended($0, context.zone) }
    }

    /// The group was balanced or concluded since: people are not taken out of it.
    private func isSettled() throws -> Bool {
        guard let person else { return false }
        let stage = try facts.group(person.group).stage
        return stage == .balanced || stage == .concluded
    }

    /// Whoever would be on the way again was awaited with a group that was balanced since, or
    /// concluded by somebody.
    private func isRoadClosed() throws -> Bool {
        guard let person, done.events.contains(where: takesOffTheRoad),
            case .int(let id)? = done.before[EntityKey(.reception, person.id.value)]?["group"]
        else { return false }
        let group = try facts.group(Identifier(id))
        let isOwn = done.events.flatMap(\.changes).contains { change in
            change.kind == .group && change.id == id
                && change.entries.contains(.init("stage", .plain, GroupStage.concluded.stored))
        }
        return group.stage == .balanced || group.stage == .concluded && !isOwn
    }

    /// The person that would be given back is inside with another reception.
    private func isPersonElsewhere() throws -> Bool {
        guard let person, person.isInside,
            case .int(let former)? = done.before[EntityKey(.reception, person.id.value)]?["person"],
            person.person.value != former
        else { return false }
        return try isInsideElsewhere(Identifier(former), but: person.id)
    }

    private func isInsideElsewhere(_ one: Identifier<Person>, but own: Identifier<Reception>)
        throws -> Bool
    {
        try facts.receptions(of: one).contains { $0.isInside && $0.id != own }
    }

    /// The desk that the person would go back to holds somebody else by now.
    private func isDeskTaken() throws -> Bool {
        guard let person, let former = done.before[EntityKey(.reception, person.id.value)],
            case .int(let desk)? = former["desk"], case .text(let stage)? = former["stage"],
            person.desk != desk || person.stage.rawValue != stage
        else { return false }
        let load = try facts.load(ofDesk: desk, at: done.point)
        return stage == Stage.called.rawValue && load.called != nil
            || stage == Stage.inInterview.rawValue && load.inInterview != nil
    }

    /// Whoever left by slip is inside again: while their number is free, their group is not
    /// concluded, they are not inside with another reception, and no child left with them.
    func checkReturn() throws {
        guard let person else { return }
        // Whoever was on the way is so again, with neither place nor number here.
        let isOfTheRoad = done.events.contains(where: takesOffTheRoad)
        if try !isOfTheRoad && facts.group(person.group).stage == .concluded {
            throw Refusal.depended(.groupSettled)
        }
        if try isInsideElsewhere(person.person, but: person.id) {
            throw Refusal.depended(.insideElsewhere)
        }
        if try !isOfTheRoad && !facts.isNumberFree(person) { throw Refusal.depended(.number) }
        let group = try facts.received(in: person.group)
        if group.contains(where: { $0.stage == .released && $0.receiverReception == person.id }) {
            throw Refusal.depended(.childLeft)
        }
    }

    private static let whereabouts: Set<String> = ["stage", "desk", "call"]

    /// Whether a later event touched, on the same thing, what this one set; of what this one made,
    /// anything, or was about it.
    func checkNothingDepends(on event: Event) throws(Refusal) {
        for change in event.changes where UndoCase.isReverted(change.kind) || event.isOfMeans {
            let isMade = done.made.contains(EntityKey(change.kind, change.id))
            // What is counted follows from the rest: nothing depends on it.
            var fields = Set(change.entries.filter { $0.access != .statistical }.map(\.field))
            // With whom somebody is and in which stage go together.
            if !fields.isDisjoint(with: UndoCase.whereabouts) {
                fields.formUnion(UndoCase.whereabouts)
            }
            let touching = done.later.last { later in
                later.event.changes.contains { other in
                    if other.kind == change.kind && other.id == change.id {
                        return isMade || other.entries.contains { fields.contains($0.field) }
                    }
                    return change.kind == .referral && isMade
                        && other.entries.contains {
                            $0.field == "referral" && $0.value == .int(change.id)
                        }
                }
            }
            if let touching { throw Refusal.depended(touching, context.zone) }
        }
    }
}

extension Event {
    /// What a point has for those inside was set, and nothing else of it.
    var isOfMeans: Bool {
        kind == .pointSet && !changes.isEmpty
            && changes.flatMap(\.entries).allSatisfy { ReceivingPoint.means.contains($0.field) }
    }

    /// Something became of a paper; that a sheet of the drawer is typed in is nothing of that kind.
    var isOfPaper: Bool {
        changes.contains { change in
            change.kind == .paper && change.entries.contains { $0.field != "usedAt" }
        }
    }
}
