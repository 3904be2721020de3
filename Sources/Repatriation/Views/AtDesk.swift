/// Who may sign in here, the last first.
package struct SignersHere: OnlyQuery {
    package typealias Answer = [Signer]
    package init() {}
}

/// Somebody who may sign in here.
package struct Signer: Sendable, Equatable {
    /// Who.
    package let id: Identifier<Officer>
    /// `R. Ramírez`.
    package let name: String
    /// Nothing is asked of whoever has none, which is so only in practice.
    package let hasPassword: Bool

    /// Somebody who may sign in.
    package init(id: Identifier<Officer>, name: String, hasPassword: Bool) {
        self.id = id
        self.name = name
        self.hasPassword = hasPassword
    }
}

/// The interview's lists as they stand.
package struct ListsNow: OnlyQuery {
    package typealias Answer = FormLists
    package init() {}
}

/// Names of places that begin so, for a question of the interview; those of the state first.
package struct PlacesLike: Query {
    package typealias Answer = [String]
    /// How they begin.
    package let text: String
    /// For which question.
    package let field: ProfileField
    /// The state that was answered; nil where none was.
    package let state: String?

    /// Those that begin so.
    package init(_ text: String, _ field: ProfileField, state: String?) {
        (self.text, self.field, self.state) = (text, field, state)
    }

    package func answersInstead(of earlier: PlacesLike) -> Bool { field == earlier.field }
}

/// The files that lie in a point's folder for lists.
package struct InboxOf: PointQuery {
    package typealias Answer = (folder: String, files: [String])
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}
