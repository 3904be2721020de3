/// What is told before a group's list is given to an authority.
package struct ShareOf: Query {
    package typealias Answer = ShareView
    /// Whose list.
    package let group: Identifier<Group>

    /// The question about one group.
    package init(_ group: Identifier<Group>) { self.group = group }
}

/// To whom a group's list may go, and of how many it tells.
package struct ShareView: Sendable, Equatable {
    /// Its name, such as `G3`.
    package let name: String
    /// The authorities of its point, by name.
    package let institutions: [String]
    /// How many stand on the list.
    package let people: Int
    /// How many of them are under eighteen, or may be; nil where the reader may not know.
    package let children: Int?

    /// Of a group, by its name.
    package init(name: String, institutions: [String], people: Int, children: Int?) {
        (self.name, self.institutions) = (name, institutions)
        (self.people, self.children) = (people, children)
    }
}

extension ProviderKind {
    /// It acts by law. What helps besides is told of people one by one, with their consent.
    package var isAuthority: Bool { ![.shelter, .busLine, .ngo, .interpreters].contains(self) }
}
