/// The change back: what an act set is again as it was before, and what it made stays, marked.
extension UndoCase {
    /// What is not given back: a number once given stays the person's.
    private static let kept: Set<String> = ["ticket", "ticketDay"]

    /// Whether things of this kind are as before once the act is taken back.
    ///
    /// Groups and number series only go forward. Papers, forms and settings last; places at an
    /// institution and what a store room has follow from the rest.
    static func isReverted(_ kind: EntityKind) -> Bool {
        switch kind {
        case .reception, .call, .referral, .help, .laneTick, .followUp, .bag, .inquiry,
            .waterCount, .shiftCheck, .surveyTaken:
            true
        case .group, .desk, .officer, .catalogueEntry, .pendingAct, .rightsRequest, .archiveSeries,
            .removal, .provider, .propertyClaim, .paper, .screening, .stockItem, .point, .handOver,
            .alarmMark, .groupShare, .periodClosing, .survey:
            false
        }
    }

    /// One counter-event each.
    func back() throws -> [Event] {
        var events: [Event] = []
        for event in done.events {
            var changes: [Change] = []
            for change in event.changes {
                if let reverted = try reversal(change, event) { changes.append(reverted) }
            }
            if events.isEmpty { changes += try places() }
            events.append(
                Event(.undone, subject: event.subject, changes: changes, undoes: done.act))
        }
        return events
    }

    private func reversal(_ change: Change, _ event: Event) throws -> Change? {
        switch change.kind {
        // Those who were sent are where they were, with the number they had; the group that they
        // were to be stays, without anybody.
        case .reception where event.kind == .transferred: return returned(change)
        case .group where event.kind == .transferred: return try emptied(Identifier(change.id))
        // Whoever came, or left, is on the way as before, and awaited.
        case .reception where takesOffTheRoad(event): return returned(change)
        case .group where takesOffTheRoad(event) || event.kind == .transferArrived:
            return try awaited(change)
        // A call that this act made is marked; one that it ended goes on as before.
        case .call where event.kind == .called:
            return Change(
                kind: .call, id: change.id,
                entries: [.init("outcome", .plain, CallOutcome.undone.stored)])
        case .point where event.isOfMeans: return former(change)
        case .point:
            // The share counter goes back unless it moved on.
            let now = try facts.point(done.point).sinceTier2
            guard change.entries.contains(.init("sinceTier2", .plain, .int(now))) else {
                return nil
            }
            return Change(
                kind: .point, id: change.id,
                entries: [.init("sinceTier2", .plain, .int(done.earlierSinceTier2))])
        case .stockItem: return try restocked(Identifier(change.id))
        case let kind where UndoCase.isReverted(kind):
            return done.made.contains(EntityKey(kind, change.id))
                ? try marked(change) : former(change).map(lifting)
        default: return nil
        }
    }

    private func returned(_ change: Change) -> Change {
        let before = done.before[EntityKey(change.kind, change.id)] ?? [:]
        let entries = change.entries.filter { $0.access != .statistical }
            .map { Change.Entry($0.field, $0.access, before[$0.field] ?? .null) }
        return Change(kind: change.kind, id: change.id, entries: entries)
    }

    private func emptied(_ id: Identifier<Group>) throws -> Change? {
        let group = try facts.group(id)
        var empty = group
        empty.stage = .concluded
        return Change(from: group, to: empty)
    }

    /// A group that the act said to be here, or closed because nobody was left of it, is awaited
    /// again; while nobody else of it came, or was counted.
    private func awaited(_ change: Change) throws -> Change? {
        let group = try facts.group(Identifier(change.id))
        guard group.origin != nil,
            case .text(let stage)? = change.entries.first(where: { $0.field == "stage" })?.value,
            stage == group.stage.rawValue,
            try facts.counts(of: group.id).present <= (group.stage == .arrived ? 1 : 0)
        else { return nil }
        var awaited = group
        switch group.stage {
        case .concluded: awaited.stage = .announced
        case .arrived where group.line == nil && group.room == nil:
            awaited.stage = .announced
            awaited.arrivedAt = nil
            let isNew = change.entries.contains { $0.field == "outOfHours" }
            if isNew { awaited.isOutOfHours = false }
        default: return nil
        }
        return Change(from: group, to: awaited)
    }

    /// Whether a fact took somebody off the road where they had been sent from.
    func takesOffTheRoad(_ event: Event) -> Bool {
        event.kind != .transferArrived
            && event.changes.contains { change in
                change.kind == .reception
                    && change.entries.contains { $0.field == "sentStage" && $0.value == .null }
            }
    }

    private func former(_ change: Change) -> Change? {
        let key = EntityKey(change.kind, change.id)
        let entries: [Change.Entry] = change.entries.compactMap { entry in
            guard !UndoCase.kept.contains(entry.field), entry.access != .statistical,
                done.current[key]?[entry.field] ?? .null == entry.value
            else { return nil }
            return Change.Entry(entry.field, entry.access, done.before[key]?[entry.field] ?? .null)
        }
        guard !entries.isEmpty else { return nil }
        return Change(kind: change.kind, id: change.id, entries: entries + untold(entries, key))
    }

    /// A CURP that stands again was told to IMSS when it was before, whichever was told meanwhile.
    private func untold(_ entries: [Change.Entry], _ key: EntityKey) -> [Change.Entry] {
        let fields = entries.map(\.field)
        guard fields.contains("curp"), !fields.contains("toldIMSSAt") else { return [] }
        return [.init("toldIMSSAt", .plain, done.before[key]?["toldIMSSAt"] ?? .null)]
    }

    /// Taking back that somebody is in danger is withdrawing it.
    private func lifting(_ change: Change) -> Change {
        let key = EntityKey(change.kind, change.id)
        func isEmergency(_ values: [String: Value]?) -> Bool {
            Set<Flag>(stored: values?["flags"] ?? .null)?.contains(.vitalEmergency) == true
        }
        guard change.kind == .reception, change.entries.contains(where: { $0.field == "flags" }),
            isEmergency(done.current[key]), !isEmergency(done.before[key])
        else { return change }
        let own = Change.Entry("emergencyLiftedBy", .sensitive, context.officer.id.stored)
        return Change(
            kind: change.kind, id: change.id,
            entries: change.entries.filter { $0.field != own.field } + [own])
    }

    /// What the act made stays, with the mark that no list, count, alarm or paper shows it.
    private func marked(_ change: Change) throws -> Change? {
        let mark = Change.Entry("retractedAt", .plain, context.now.stored)
        guard change.kind == .reception else {
            return Change(kind: change.kind, id: change.id, entries: [mark])
        }
        // Whoever was added off the list never came: in no count, with the name that was written.
        let person = try facts.reception(Identifier(change.id))
        var gone = person
        gone.stage = .noShow
        (gone.receivedAt, gone.receivedBy) = (nil, nil)
        (gone.receivedDay, gone.receivedDate) = (nil, nil)
        gone.retractedAt = context.now
        return Change(from: person, to: gone)
    }

    /// What was handed out is in the room again, unless it was counted since.
    private func restocked(_ id: Identifier<StockItem>) throws -> Change? {
        guard let now = try facts.stock(at: done.point).first(where: { $0.id == id }),
            let counted = now.countedAt, counted <= done.at,
            case .int(let count)? = done.current[EntityKey(.stockItem, id.value)]?["count"]
        else { return nil }
        var back = now
        back.given = max(0, now.given - done.events.count)
        back.count = max(0, count - back.given)
        return Change(from: now, to: back)
    }

    /// Places at institutions: those that the act gave back are kept again, and those that it kept
    /// are free. Throws `noPlace`.
    private func places() throws -> [Change] {
        var more: [Int: Int] = [:]
        for key in Set(done.events.flatMap(\.changes).map { EntityKey($0.kind, $0.id) })
        where key.kind == .referral {
            guard case .int(let provider)? = done.current[key]?["provider"] else { continue }
            let held = !done.made.contains(key) && holdsPlace(done.before[key])
            let holds = holdsPlace(done.current[key])
            if held != holds { more[provider, default: 0] += held ? 1 : -1 }
        }
        return try more.sorted { $0.key < $1.key }.compactMap { id, amount in
            guard let provider = try facts.provider(Identifier(id)) else { return nil }
            if amount > 0, let free = provider.free, free < amount { throw Refusal(.noPlace) }
            return provider.holding(amount)
        }
    }

    private func holdsPlace(_ values: [String: Value]?) -> Bool {
        guard case .text(let code)? = values?["state"], let state = ReferralState(rawValue: code)
        else { return false }
        return state.holdsPlace
    }
}
