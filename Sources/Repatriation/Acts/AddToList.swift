/// People whom the US side's list names.
package struct AddToList: GroupAct {
    package static let row = ActRow<Self>(
        .addToList, .arrival,
        [
            .objects(
                "people", PersonData.parameters + [.integer("number", 0...9999, \.listNumber)],
                PersonData(), \.people)
        ])

    package var group = Identifier<Group>(0)
    /// In the order of the list.
    package var people: [PersonData] = []
    /// Of the file that the list came in; nil where it was typed.
    package var fingerprint: String?

    package init() {}

    /// A list's people, for a group.
    package init(_ group: Identifier<Group>, _ people: [PersonData], fingerprint: String? = nil) {
        self.group = group
        self.people = people
        self.fingerprint = fingerprint
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try open(facts)
        guard before.origin == nil else { throw Refusal(.fromAnotherPoint) }
        guard !people.isEmpty else { throw Refusal(.missingField, ["field": "people"]) }
        let inside = try facts.alreadyInside(people)
        var ids = context.ids
        var group = before
        // Whoever has no number on the paper counts on after the greatest.
        group.lastNumber = people.compactMap(\.listNumber).reduce(group.lastNumber, max)
        var events: [Event] = []
        for (index, person) in people.enumerated() {
            try person.check(on: context.local.day)
            if let inside = inside[index] {
                throw Refusal(.personIsInside, inside.details(context))
            }
            if person.listNumber == nil { group.lastNumber += 1 }
            let blank = Reception(id: ids.next())
            var listed = blank
            listed.person = ids.next()
            listed.group = group.id
            listed.point = group.point
            listed.listNumber = person.listNumber ?? group.lastNumber
            listed.take(person)
            events.append(Event(.listed, blank, listed))
        }
        if let fingerprint {
            group.lists = [group.lists, fingerprint].compactMap { $0 }.joined(separator: " ")
        }
        if let change = Change(from: before, to: group.unsettled), let last = events.popLast() {
            events.append(Event(last.kind, subject: last.subject, changes: last.changes + [change]))
        }
        return Decision(events, Listed(receptions: events.map { Identifier($0.subject) }), ids: ids)
    }
}

/// Those who were put on a list.
package struct Listed: Outcome {
    /// Each, in the order of the list.
    package let receptions: [Identifier<Reception>]
    package var members: [String: JSON] {
        ["receptions": .array(receptions.map { .int($0.value) })]
    }
}
