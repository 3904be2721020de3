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
        read: { reader, act throws(Refusal) in act.target = try HelpTarget(&reader) },
        write: { $0.target.members })

    /// To whom.
    package var target = HelpTarget.people([])
    /// What.
    package var help = HelpGiven([])

    package init() {}

    /// Help for these.
    package init(to target: HelpTarget, _ help: HelpGiven) {
        self.target = target
        self.help = help
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? {
        guard case .people(let ids) = target, ids.count == 1 else { return nil }
        return ids[0]
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        switch target {
        case .group(let id, _): return Seat(point: try facts.point(try facts.group(id).point))
        case .people:
            let people = try people(facts)
            guard let first = people.first else { throw Refusal(.unknownReception) }
            guard people.allSatisfy({ $0.point == first.point }) else { throw Refusal(.otherPoint) }
            return Seat(point: try facts.point(first.point))
        }
    }

    private func people(_ facts: some Facts) throws -> [Reception] {
        switch target {
        case .people(let ids): try ids.map { try facts.reception($0) }
        case .group(let id, let except): try facts.inside(of: id).filter { !except.contains($0.id) }
        }
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
            throw Refusal(.twiceTheSame, ["line": 0])
        }
        guard Set(people.map(\.id)).count == people.count else {
            throw Refusal(.twiceTheSame, ["line": 0])
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

/// To whom help is given.
package enum HelpTarget: Sendable, Equatable {
    case people([Identifier<Reception>])
    /// Everybody of a group who is inside.
    case group(Identifier<Group>, except: [Identifier<Reception>])

    init(_ reader: inout CommandReader) throws(Refusal) {
        if reader.has("group") {
            let except: [Identifier<Reception>] =
                reader.has("except") ? try reader.identifiers("except") : []
            self = .group(try reader.identifier("group"), except: except)
        } else if reader.has("receptions") {
            self = .people(try reader.identifiers("receptions"))
        } else {
            self = .people([try reader.identifier("reception")])
        }
    }

    var members: [String: JSON] {
        func list(_ ids: [Identifier<Reception>]) -> JSON { .array(ids.map { .int($0.value) }) }
        return switch self {
        case .people(let ids) where ids.count == 1: ["reception": .int(ids[0].value)]
        case .people(let ids): ["receptions": list(ids)]
        case .group(let id, let except) where except.isEmpty: ["group": .int(id.value)]
        case .group(let id, let except): ["group": .int(id.value), "except": list(except)]
        }
    }
}

/// What help is given or declined.
package struct HelpGiven: Sendable, Equatable {
    /// What is given; an empty list is refused.
    package var kinds: [HelpKind]
    /// Offered and declined.
    package var isDeclined = false
    /// Pesos, where money is involved.
    package var amount: Int?
    /// What the money came from.
    package var fund: String?
    /// The number of the paper for the money.
    package var voucher: String?

    /// Help without money.
    package init(_ kinds: [HelpKind]) { self.kinds = kinds }
}
