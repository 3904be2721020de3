/// A signed sheet of a roll call is typed in: only its exceptions, and how many were counted in the
/// room, which has to agree. Everything or nothing.
package struct RollFromSheet: GroupAct {
    package static let row = ActRow<Self>(
        .rollFromSheet, .arrival, alsoFor: [.beta],
        [
            .integer("room", 0...9999, \.room), .code("belongings", \.belongings),
            .objects("exceptions", RollException.members, RollException(), \.exceptions),
            .text("confirmedBy", \.confirmedBy),
        ])

    package var group = Identifier<Group>(0)
    /// How many were counted in the room.
    package var room = 0
    /// What everybody else brought; nil where the sheet does not say it.
    package var belongings: Belongings?
    /// What the sheet says of some.
    package var exceptions: [RollException] = []
    /// Who on the US side confirms that some were not handed over.
    package var confirmedBy: String?

    package init() {}

    /// A sheet with its exceptions and its count.
    package init(
        _ group: Identifier<Group>, room: Int, _ belongings: Belongings?,
        _ exceptions: [RollException], confirmedBy: String? = nil
    ) {
        self.init(group)
        (self.room, self.belongings, self.exceptions) = (room, belongings, exceptions)
        self.confirmedBy = confirmedBy
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var here = try open(facts)
        var point = try facts.point(here.point)
        let listed = try facts.listed(in: group)
        let marks = try marks(of: listed)
        let absent = marks.values.count { $0.absence != nil }
        let present = try facts.counts(of: group).present + listed.count - absent
        guard present == room else {
            throw Refusal(.sheetDoesNotAgree, ["room": .int(room), "present": .int(present)])
        }
        var context = context
        var events: [Event] = []
        for person in listed {
            let decided = try decide(
                PersonCase(person, point, context, facts), marks[person.id], in: here)
            events += decided.events
            context.ids = decided.ids
            for change in decided.events.flatMap(\.changes) {
                if change.kind == .point { _ = point.apply(change) }
                if change.kind == .group { _ = here.apply(change) }
            }
        }
        var counted = here
        counted.room = room
        events.append(Event(.headCounted, here, counted))
        return Decision(
            events, Rolled(received: listed.count - absent, absent: absent), ids: context.ids)
    }

    private func decide(
        _ person: PersonCase, _ mark: RollMark?, in group: Group
    ) throws -> Decision {
        if let absence = mark?.absence {
            return try NoShow(person.reception.id, absence, confirmedBy: confirmedBy)
                .accounted(person, in: group)
        }
        let act = Receive(person.reception.id, mark?.belongings ?? belongings)
        var brought = person.reception
        brought.belongings = act.belongings
        return try act.received(person, brought, in: group)
    }

    /// The exceptions by person. Throws `notOnSheet`, `numberTwice`.
    private func marks(
        of listed: [Reception]
    ) throws(Refusal) -> [Identifier<Reception>: RollMark] {
        var marks: [Identifier<Reception>: RollMark] = [:]
        for exception in exceptions {
            let found = listed.filter { $0.listNumber == exception.number }
            let number: [String: JSON] = ["number": .int(exception.number)]
            guard let person = found.first else { throw Refusal(.notOnSheet, number) }
            guard found.count == 1, marks[person.id] == nil else {
                throw Refusal(.numberTwice, number)
            }
            marks[person.id] = exception.mark
        }
        return marks
    }

    private struct Rolled: Outcome {
        let received: Int
        let absent: Int
        var members: [String: JSON] { ["received": .int(received), "noShow": .int(absent)] }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let rolled = outcome as? Rolled else { return nil }
        return Bilingual(
            "Según la hoja: recibidas \(rolled.received), no llegaron \(rolled.absent). Sala \(room).",
            "By the sheet: received \(rolled.received), absent \(rolled.absent). Room \(room).")
    }
}

/// What a sheet says of one number.
package struct RollException: Sendable, Equatable {
    /// The number on the list.
    package var number = 0
    /// What it says.
    package var mark = RollMark.all

    /// Nothing yet.
    package init() {}

    /// A number with its mark.
    package init(_ number: Int, _ mark: RollMark) { (self.number, self.mark) = (number, mark) }

    static let members: [Parameter<RollException>] = [
        .integer("number", 1...9999, \.number), .code("is", \.mark),
    ]

    private static let letters: [Character: RollMark] = [
        "t": .all, "p": .part, "v": .none, "s": .hadNone,
    ]
    private static let absences: [Character: RollMark] = [
        "1": .notDelivered, "2": .leftBeforeRollCall, "3": .unknown,
    ]

    /// What an officer types: `19x3 30x1 21v`, the letters of the roll call. Nil where a part is
    /// none.
    package static func read(_ text: String) -> [RollException]? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }
        let read = words.map { word -> RollException? in
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            let rest = word.dropFirst(digits.count)
            guard let number = Int(digits), (1...9999).contains(number), let letter = rest.first
            else { return nil }
            let mark = rest.count == 1 ? letters[letter] : nil
            let absence = rest.count == 2 && letter == "x" ? absences[rest.last ?? " "] : nil
            return (mark ?? absence).map { RollException(number, $0) }
        }
        return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
    }
}
