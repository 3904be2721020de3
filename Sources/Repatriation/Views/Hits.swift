/// People by name, CURP or ticket.
package struct SearchFor: Query {
    package typealias Answer = [Hit]
    /// What is looked for.
    package let text: String
    /// Whose people come first.
    package let point: PointCode

    /// Those that a text finds.
    package init(_ text: String, at point: PointCode) { (self.text, self.point) = (text, point) }

    package var leavesTrace: Bool { true }
}

/// A person found by a search.
package struct Hit: Sendable, Equatable, Identifiable {
    /// How many a search gives at the most.
    package static let most = 30
    /// How many bytes may be looked for: a name's letters, however many each takes.
    package static let longest = 4 * NameText.longest
    /// The reception that was found.
    package var id: Identifier<Reception>
    /// The number of the person on that day; nil when none was given.
    package var ticket: Int?
    /// As it may be shown.
    package let name: ShownName
    /// When born; nil where it is not known or may not be read.
    package var birth: Birth?
    /// Where the reception is.
    package var point: PointCode
    /// The name of the group, such as `G3`.
    package var group: String
    /// Where the person stands.
    package var stage: Stage
    /// The same in words.
    package let stageWords: Bilingual
    /// The working day on which the person was received; nil before.
    package var day: CivilDate?

    /// One person who was found, as the reader may see them.
    package init(_ person: Reception, group: Int, to reader: Reader) {
        (id, ticket, point) = (person.id, person.ticket, person.point)
        (self.group, stage, day) = ("G\(group)", person.stage, person.receivedDay)
        stageWords = person.stageWords
        name = person.name(to: reader)
        birth = name.name == nil ? nil : person.birth
    }
}
