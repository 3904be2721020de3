/// What a kind of entity is, and its fields in the order of the columns; restricted ones, which lie
/// in a table of their own, come last.
package struct EntityTable<Subject: Entity>: Sendable {
    let kind: EntityKind
    let fields: [Field<Subject>]
    let fieldsByName: [String: Field<Subject>]

    init(_ kind: EntityKind, _ fields: Field<Subject>...) { self.init(kind, fields) }

    init(_ kind: EntityKind, _ fields: [Field<Subject>]) {
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

/// What an act makes and undo does not unmake: it stays with the mark of when it was taken back, and
/// no list, count, alarm, paper or export shows it.
package protocol Retractable: Entity {
    /// When the act that made it was taken back; nil while it stands.
    var retractedAt: Instant? { get }
}

extension Optional where Wrapped: Retractable {
    /// The same while it stands.
    package var standing: Wrapped? { flatMap { $0.retractedAt == nil ? $0 : nil } }
}

extension Tabled {
    package static var kind: EntityKind { table.kind }
    package static var fields: [Field<Self>] { table.fields }
    package static var fieldsByName: [String: Field<Self>] { table.fieldsByName }
}
