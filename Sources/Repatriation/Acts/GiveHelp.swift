/// Help that is given, or offered and declined: one fact a person, each kind with its own record.
package struct GiveHelp: Act {
    package static let row = ActRow<Self>(
        .giveHelp, .services, alsoFor: [.health, .beta],
        [
            target, .codeList("kinds", \.help.kinds), .flag("declined", \.help.isDeclined),
            .integer("amount", 0...1_000_000, \.help.amount), .text("fund", \.help.fund),
            .text("voucher", \.help.voucher),
        ])

    /// To whom: `reception`, `receptions`, or `group` with `except`.
    private static let target = Parameter<GiveHelp>(
        "reception", .identifier, required: true,
        read: { reader, act throws(Refusal) in act.target = try ChosenPeople(&reader) },
        write: { $0.target.members })

    /// To whom.
    package var target = ChosenPeople.people([])
    /// What.
    package var help = HelpGiven([])

    package init() {}

    /// Help for these.
    package init(to target: ChosenPeople, _ help: HelpGiven) {
        self.target = target
        self.help = help
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? {
        target.one
    }

    package func seat(_ facts: some Facts) throws -> Seat { try target.seat(facts, of: people) }

    private func people(_ facts: some Facts) throws -> [Reception] {
        try target.people(facts) { try facts.reception($0) }
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let people = try people(facts)
        try check(people)
        var ids = context.ids
        var events = people.map { given(to: $0, &ids, context.now) }
        var outcome = Given(people: people.count)
        if !help.isDeclined, let first = events.first {
            // What was given is less in the room, in the same fact.
            let used = try facts.stock(at: people[0].point).filter { item in
                // What was counted after it was given was counted without it.
                help.kinds.contains(item.item) && item.countedAt.map { $0 <= context.now } ?? true
            }
            let left = used.map { $0.giving(people.count) }
            let less = zip(used, left).compactMap { Change(from: $0, to: $1) }
            events[0] = Event(first.kind, subject: first.subject, changes: first.changes + less)
            outcome.low = left.filter(\.isLow).map(\.item)
        }
        return Decision(events, outcome, ids: ids)
    }

    private func check(_ people: [Reception]) throws(Refusal) {
        guard !help.kinds.isEmpty else { throw Refusal(.missingField, ["field": "kinds"]) }
        guard !people.isEmpty else { throw Refusal(.unknownReception) }
        guard Set(help.kinds).count == help.kinds.count else {
            throw Refusal(.namedTwice)
        }
        guard Set(people.map(\.id)).count == people.count else {
            throw Refusal(.namedTwice)
        }
        let hasMoney = help.amount != nil || help.fund != nil || help.voucher != nil
        guard !hasMoney || help.kinds.contains(where: \.takesMoney) && !help.isDeclined else {
            throw Refusal(.invalidValue, ["field": "amount"])
        }
        guard let out = people.first(where: { !$0.isInside }) else { return }
        throw out.stage == .released
            ? Refusal(.alreadyOut)
            : Refusal(.notInThisStage, ["stage": .string(out.stage.rawValue)])
    }

    private func given(to person: Reception, _ ids: inout IdentifierSource, _ now: Instant) -> Event
    {
        var changes: [Change?] = []
        for kind in help.kinds {
            let blank = Help(id: ids.next())
            var given = blank
            given.reception = person.id
            given.point = person.point
            given.helpKind = kind
            given.isDeclined = help.isDeclined
            given.at = now
            if kind.takesMoney {
                given.amount = help.amount
                given.fund = help.fund
                given.voucher = help.voucher
            }
            changes.append(Change(from: blank, to: given))
        }
        return Event(.helpGiven, subject: person.id.value, changes: changes.compactMap { $0 })
    }

    private struct Given: Outcome {
        let people: Int
        /// What runs out; nil where nothing was handed out.
        var low: [HelpKind]?

        init(people: Int) { self.people = people }

        var members: [String: JSON] {
            let said: [String: JSON] = ["people": .int(people)]
            guard let low else { return said }
            return said.merging(["low": .array(low.map { .string($0.rawValue) })]) { $1 }
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let people = (outcome as? Given)?.people else { return nil }
        return people == 1
            ? Bilingual("Apoyo anotado.", "Help noted.")
            : Bilingual("Apoyo anotado a \(people) personas.", "Help noted for \(people) people.")
    }
}
