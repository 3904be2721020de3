/// What was typed on a form and not saved, by field.
package struct TypedOn: Query {
    package typealias Answer = [String: String]
    /// The form.
    package let key: DraftKey

    /// What stands unsaved on one form.
    package init(_ key: DraftKey) { self.key = key }
}

/// The interviews that whoever asks left half-way, of people who are inside.
package struct OwnDrafts: OnlyQuery {
    package typealias Answer = [DraftLine]
    package init() {}
}

/// Names what somebody types on one screen until it is kept.
package struct DraftKey: Sendable, Hashable {
    /// The form.
    package let screen: String
    /// About whom; nil where it is about nobody who is here yet.
    package let person: Identifier<Reception>?

    /// A form, and whom it is about.
    package init(_ screen: String, about person: Identifier<Reception>?) {
        self.screen = screen
        self.person = person
    }

    /// The interview of somebody.
    package static func interview(_ person: Identifier<Reception>) -> DraftKey {
        DraftKey("interview", about: person)
    }
}

/// An interview that was left half-way.
package struct DraftLine: Sendable, Equatable {
    /// About whom.
    package let reception: Identifier<Reception>
    /// The number of the person; nil when none was given.
    package let ticket: Int?
    /// When it was typed, by the point's clock.
    package let at: LocalTime

    /// A line about one interview.
    package init(reception: Identifier<Reception>, ticket: Int?, at: LocalTime) {
        self.reception = reception
        self.ticket = ticket
        self.at = at
    }
}
