/// Whom an act of many is about: those named, or everybody of a group.
package enum ChosenPeople: Sendable, Equatable {
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

extension ChosenPeople {
    /// Whom it names, where that is one.
    package var one: Identifier<Reception>? {
        guard case .people(let ids) = self, ids.count == 1 else { return nil }
        return ids[0]
    }

    /// Those it names, each found by `find`, or who is inside of the group.
    func people(
        _ facts: some Facts, find: (Identifier<Reception>) throws -> Reception
    ) throws -> [Reception] {
        switch self {
        case .people(let ids): try ids.map(find)
        case .group(let id, let except): try facts.inside(of: id).filter { !except.contains($0.id) }
        }
    }

    /// The point of the group, or of everybody named. Throws `unknownReception`, `otherPoint`.
    func seat<Known: Facts>(
        _ facts: Known, of people: (Known) throws -> [Reception]
    ) throws -> Seat {
        if case .group(let id, _) = self {
            return Seat(point: try facts.point(try facts.group(id).point))
        }
        let people = try people(facts)
        guard let first = people.first else { throw Refusal(.unknownReception) }
        guard people.allSatisfy({ $0.point == first.point }) else { throw Refusal(.otherPoint) }
        return Seat(point: try facts.point(first.point))
    }
}
