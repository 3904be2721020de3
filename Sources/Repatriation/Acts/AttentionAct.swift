/// What is wanted for one person by whoever attends them; of data that are blocked or removed
/// nothing is.
package protocol AttentionAct: ReceptionAct {
    /// The desk that it names; nil for the one that holds the person, where whoever acts sits
    /// there.
    var namedDesk: Int? { get }
    /// What it makes of somebody who is on the way; nil where it leaves them there. It is done where
    /// they left.
    var offTheRoad: OffTheRoad? { get }
    /// What happens, or why not. Throws `Refusal`, and what asking for the facts throws.
    func decide(_ person: PersonCase) throws -> Decision
}

extension AttentionAct {
    package var namedDesk: Int? { nil }
    package var offTheRoad: OffTheRoad? { nil }

    package func seat(_ facts: some Facts) throws -> Seat {
        let person = try facts.unblockedReception(reception)
        if offTheRoad != nil, person.isOnTheWay, let home = person.formerGroups.last {
            return Seat(point: try facts.point(try facts.group(home).point))
        }
        let point = try facts.point(person.point)
        if let namedDesk { return Seat(point: point, desk: namedDesk) }
        // Whose desk holds the person is another matter than the desk at which the officer acts.
        let holder = try person.desk.flatMap { try facts.desk($0, at: point.code)?.officer }
        return Seat(point: point, desk: holder == facts.reader.officer ? person.desk : nil)
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try PersonCase(reception, context, facts)
        return try decide(try offTheRoad.map(person.off) ?? person)
    }
}

/// What is wanted for one person at a desk that it names.
package protocol AttentionAtDesk: AttentionAct {
    /// Which.
    var desk: Int { get set }
}

extension AttentionAtDesk {
    package static var subject: [Parameter<Self>] {
        [.identifier("reception", \.reception), .desk(\.desk)]
    }

    /// Somebody, and at which desk.
    package init(_ reception: Identifier<Reception>, desk: Int) {
        self.init(of: reception)
        self.desk = desk
    }

    package var namedDesk: Int? { desk }
}

/// What is said of whether somebody is a person who came before.
package protocol PersonAct: AttentionAct {
    /// Whom they are, or are not.
    var person: Identifier<Person> { get set }
}

extension PersonAct {
    package static var subject: [Parameter<Self>] {
        [.identifier("reception", \.reception), .identifier("person", \.person)]
    }

    /// Somebody, and the person whom it is about.
    package init(_ reception: Identifier<Reception>, _ person: Identifier<Person>) {
        self.init(of: reception)
        self.person = person
    }
}
