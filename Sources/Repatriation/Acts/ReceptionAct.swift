/// What is wanted for one person, where they are received.
package protocol ReceptionAct: Act {
    /// Whom.
    var reception: Identifier<Reception> { get set }
}

extension ReceptionAct {
    package static var subject: [Parameter<Self>] { [.identifier("reception", \.reception)] }

    /// Of somebody, with nothing else said.
    package init(of reception: Identifier<Reception>) {
        self.init()
        self.reception = reception
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? { reception }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try facts.reception(reception).point))
    }
}

extension Facts {
    /// Somebody whose data are neither blocked nor removed. Throws `unknownReception`, `dataHeld`.
    func unblockedReception(_ id: Identifier<Reception>) throws -> Reception {
        let person = try reception(id)
        guard person.blockedAt == nil, person.removal == nil else { throw Refusal(.dataHeld) }
        return person
    }
}
