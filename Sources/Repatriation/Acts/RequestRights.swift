/// Somebody asks about the data held on them.
package struct RequestRights: Act {
    package static let row = ActRow<Self>(
        .requestRights, .rights,
        [
            .identifier("reception", \.reception), .code("right", \.right),
            .text("requester", \.requester.name),
            .text("document", \.requester.document), .code("capacity", \.requester.capacity),
            .text("ground", \.requester.ground),
        ])

    /// By which the person was found.
    package var reception = Identifier<Reception>(0)
    /// What is asked.
    package var right = Right.access
    /// Who asks.
    package var requester = Requester(name: "", document: "", capacity: .own)

    package init() {}

    /// About somebody, what, and who asks.
    package init(_ reception: Identifier<Reception>, _ right: Right, _ requester: Requester) {
        self.reception = reception
        self.right = right
        self.requester = requester
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try facts.reception(reception).point))
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var matter = try RightsCase(reception, context, facts)
        return try matter.request(right, requester)
    }
}

/// What is wanted of a request that was made.
package protocol RightsAct: Act {
    /// Which.
    var request: Identifier<RightsRequest> { get set }
}

extension RightsAct {
    package static var subject: [Parameter<Self>] { [.identifier("request", \.request)] }

    /// The request. Throws `unknownRequest`.
    func known(_ facts: some Facts) throws -> RightsRequest {
        guard let found = try facts.rightsRequest(request) else { throw Refusal(.unknownRequest) }
        return found
    }

    /// The request, while it waits. Throws `requestAnswered`.
    func open(_ facts: some Facts) throws -> RightsRequest {
        let found = try known(facts)
        guard found.state == .open else { throw Refusal(.requestAnswered) }
        return found
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try facts.reception(known(facts).reception).point))
    }
}
