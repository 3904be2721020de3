/// Who asks, by which paper they were identified, and as what.
package struct Requester: Sendable, Equatable {
    /// Who asks.
    package var name: String
    /// The paper that identified them.
    package var document: String
    /// As what they ask.
    package var capacity: Capacity
    /// What makes them the guardian of somebody of age: the decision that names them.
    package var ground: String?

    /// Somebody who asks.
    package init(name: String, document: String, capacity: Capacity, ground: String? = nil) {
        self.name = name
        self.document = document
        self.capacity = capacity
        self.ground = ground
    }
}

/// What a request is answered with.
package struct RightsResolution: Sendable, Equatable {
    /// How the request is decided.
    package var answer: RightsAnswer
    /// The reasons; a refusal has some.
    package var note: String?
    /// The data as they are right, for a rectification.
    package var fields = PersonData()
    /// What is opposed, for an opposition.
    package var opposes: Set<Opposition> = []

    /// An answer without details.
    package init(_ answer: RightsAnswer) { self.answer = answer }
}
