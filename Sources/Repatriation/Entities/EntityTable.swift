/// What a kind of entity is, and its fields in the order of the columns; restricted ones, which lie
/// in a table of their own, come last.
package struct EntityTable<Subject: Entity>: Sendable {
    let kind: EntityKind
    let fields: [Field<Subject>]
    let fieldsByName: [String: Field<Subject>]

    init(_ kind: EntityKind, _ fields: Field<Subject>...) {
        self.kind = kind
        self.fields = fields
        fieldsByName = Subject.indexed(fields)
    }
}

/// An entity all of whose fields stand in one table.
package protocol Tabled: Entity {
    /// Its kind and fields.
    static var table: EntityTable<Self> { get }
}

extension Tabled {
    package static var kind: EntityKind { table.kind }
    package static var fields: [Field<Self>] { table.fields }
    package static var fieldsByName: [String: Field<Self>] { table.fieldsByName }
}
