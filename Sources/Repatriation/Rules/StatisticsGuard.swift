/// The one guard of what is counted: every event passes it before it stands, whoever decides it,
/// and carries what it changes of the ``Statistics`` of those it is about.
package struct StatisticsGuard {
    /// What ``statistics(of:in:earlier:services:)`` reads of a reception, as the fields are called.
    package static let reads: Set<String> = [
        "receivedDay", "removal", "group", "person", "sex", "birthDate", "birthState", "seemsAdult",
        "suggested", "flags", "ageDoubtAt", "nationality", "family", "destination",
        "personalAnswers.birthPrecision", "answers.travelsWith", "answers.travelCondition",
        "answers.stay", "answers.schooling", "answers.destination",
        "answers.detentionState", "answers.crossingStretch", "formVersion",
    ]

    /// The kinds of what is done for somebody.
    private static let services: Set<EntityKind> = [.help, .referral, .propertyClaim]

    private let facts: any Facts
    private let now: Instant
    /// Those that an earlier event of the same act has changed, as it leaves them.
    private var people: [Int: Reception] = [:]
    /// Who of ``people`` was ever of a person.
    private var ofPerson: [Identifier<Person>: Set<Int>] = [:]
    /// Persons of whom an event changes which of their receptions are events, and when.
    private var turned: Set<Identifier<Person>> = []

    init(_ facts: some Facts, at now: Instant) { (self.facts, self.now) = (facts, now) }

    /// The event with what it changes of what is counted; what it says of that already gives way.
    mutating func complete(_ event: Event) throws -> Event {
        // What was counted of somebody outlives what was known of them.
        guard event.kind != .removed,
            event.changes.contains(where: { StatisticsGuard.concerns($0, event.kind) })
        else { return event }
        var changes: [Change] = []
        for change in event.changes {
            changes.append(
                change.kind == .reception ? try counted(change, event.kind) : change)
        }
        for change in event.changes where change.kind == .group && !event.kind.makesGroups {
            changes += try members(of: change)
        }
        if event.changes.contains(where: { StatisticsGuard.services.contains($0.kind) }) {
            for change in try services(event) { changes = adding(change, to: changes) }
        }
        for change in try turns() { changes = adding(change, to: changes) }
        guard changes != event.changes else { return event }
        return Event(event.kind, subject: event.subject, changes: changes, undoes: event.undoes)
    }

    /// Most facts change nothing that is counted: they are left as they are.
    private static func concerns(_ change: Change, _ kind: EventKind) -> Bool {
        switch change.kind {
        case .reception:
            isRead(change, kind) || change.entries.contains { $0.access == .statistical }
        case .group: !kind.makesGroups
        default: services.contains(change.kind)
        }
    }

    private mutating func counted(_ change: Change, _ kind: EventKind) throws -> Change {
        guard StatisticsGuard.isRead(change, kind) else { return change }
        let own = change.entries.filter { $0.access != .statistical }
        let plain = Change(kind: change.kind, id: change.id, entries: own)
        let id = Identifier<Reception>(change.id)
        let before = try people[change.id] ?? facts.receptionIfAny(id) ?? Reception(id: id)
        var after = before
        guard after.apply(plain) else { return change }
        let isNew = before.receivedDay == nil && after.receivedDay != nil
        // Who handed over stays so, wherever they are sent afterwards.
        let isOtherGroup = after.group != before.group && after.formerGroups.isEmpty
        let group = try isNew || isOtherGroup ? facts.group(after.group) : nil
        let isOther = isNew || after.person != before.person
        let earlier = try isOther ? facts.countEarlier(than: after) : nil
        let entries = own + note(after, since: before, group: group, earlier: earlier)
        if let after = people[change.id], !after.standsAs(before) {
            turned.formUnion([before.person, after.person])
        }
        return Change(kind: change.kind, id: change.id, entries: entries)
    }

    /// Whoever came with a group of which it is put right who handed it over, or how it came.
    private mutating func members(of change: Change) throws -> [Change] {
        guard
            change.entries.contains(where: {
                ["mode", "authority", "outOfHours"].contains($0.field)
            })
        else { return [] }
        var group = try facts.group(Identifier(change.id))
        guard group.apply(change) else { return [] }
        var changes: [Change] = []
        // How people went from one point to another is not how they were handed over.
        for found in try facts.received(in: group.id) where found.formerGroups.isEmpty {
            let member = people[found.id.value] ?? found
            let entries = note(member, since: member, group: group, earlier: nil)
            guard !entries.isEmpty else { continue }
            changes.append(Change(kind: .reception, id: found.id.value, entries: entries))
        }
        return changes
    }

    /// Those of whom another of the person's receptions says that they are no longer which of its
    /// events they were. What is removed stands as it was.
    private mutating func turns() throws -> [Change] {
        defer { turned = [] }
        var changes: [Change] = []
        for person in turned.sorted(by: { $0.value < $1.value }) {
            var all: [Reception] = []
            let known = try facts.receptions(of: person)
            let new = (ofPerson[person] ?? []).subtracting(known.map(\.id.value))
            for one in known + new.sorted().compactMap({ people[$0] }) {
                let one = people[one.id.value] ?? one
                if one.person == person { all.append(one) }
            }
            let turns = PersonTurn.of(all)
            for one in all where one.removal == nil && one.counted.turn != turns[one.id.value] {
                var after = one
                after.counted.turn = turns[one.id.value]
                after.noteRecount(since: one, at: now)
                people[one.id.value] = after
                guard let change = Change(from: one, to: after) else { continue }
                changes.append(change)
            }
        }
        return changes
    }

    /// Those about whom an event says what was done for them, with what it leaves of that.
    private mutating func services(_ event: Event) throws -> [Change] {
        let subjects = Set(
            [event.subject] + event.changes.filter { $0.kind == .reception }.map(\.id))
        var changes: [Change] = []
        for id in subjects.sorted().map({ Identifier<Reception>($0) }) {
            guard let person = try people[id.value] ?? facts.receptionIfAny(id) else { continue }
            var services = ServicesGiven()
            services.help = try standing(event, of: id) { try facts.help(of: id) }
            services.referrals = try standing(event, of: id) { try facts.referrals(of: id) }
            services.claims = try standing(event, of: id) { try facts.claims(of: id) }
            let entries = note(
                person, since: person, group: nil, earlier: nil, services: services)
            guard !entries.isEmpty else { continue }
            changes.append(Change(kind: .reception, id: id.value, entries: entries))
        }
        return changes
    }

    /// What somebody has of a kind after an event; nil where it says nothing of that kind.
    private func standing<Kind: OfReception>(
        _ event: Event, of id: Identifier<Reception>, _ known: () throws -> [Kind]
    ) rethrows -> [Kind]? {
        let changes = event.changes.filter { $0.kind == Kind.kind }
        guard !changes.isEmpty else { return nil }
        var all = Dictionary(
            try known().map { ($0.id.value, $0) }, uniquingKeysWith: { one, _ in one })
        for change in changes {
            var one = all[change.id] ?? Kind(id: Identifier(change.id))
            if one.apply(change), one.reception == id { all[change.id] = one }
        }
        return Array(all.values)
    }

    /// A change of somebody is one, whatever makes it.
    private func adding(_ change: Change, to changes: [Change]) -> [Change] {
        let place = changes.firstIndex { $0.kind == change.kind && $0.id == change.id }
        guard let place else { return changes + [change] }
        var changes = changes
        let new = Set(change.entries.map(\.field))
        changes[place] = Change(
            kind: change.kind, id: change.id,
            entries: changes[place].entries.filter { !new.contains($0.field) } + change.entries)
        return changes
    }

    /// What is counted otherwise from now on.
    private mutating func note(
        _ person: Reception, since before: Reception, group: Group?, earlier: Int?,
        services: ServicesGiven? = nil
    ) -> [Change.Entry] {
        var counted = person
        counted.counted = statistics(of: person, in: group, earlier: earlier, services: services)
        counted.noteRecount(since: before, at: now)
        people[person.id.value] = counted
        ofPerson[person.person, default: []].insert(person.id.value)
        return Change(from: person, to: counted)?.entries ?? []
    }

    /// Of a list's people nothing is counted before they are received.
    private static func isRead(_ change: Change, _ kind: EventKind) -> Bool {
        change.entries.contains {
            kind == .listed ? $0.field == "receivedDay" : reads.contains($0.field)
        }
    }
}

extension EventKind {
    /// The group that it names is new, without anybody who was received with it.
    fileprivate var makesGroups: Bool { self == .groupAnnounced || self == .transferred }
}

extension Decision {
    /// The same, each event with what it changes of what official tables count.
    package func counted(by facts: some Facts, at now: Instant) throws -> Decision {
        var statistics = StatisticsGuard(facts, at: now)
        var decision = self
        decision.events = try events.map { try statistics.complete($0) }
        return decision
    }
}

extension Facts {
    /// How many receptions of the same person came before.
    fileprivate func countEarlier(than one: Reception) throws -> Int {
        try receptions(of: one.person).count { other in
            guard other.id != one.id, let at = other.receivedAt else { return false }
            return one.receivedAt.map { at < $0 } ?? true
        }
    }
}
