/// One field of an entity: its hand-given name (also the column), its class, and how it is read and
/// set.
package struct Field<Subject: Sendable>: Sendable {
    /// The hand-given name; it never changes.
    package let name: String
    /// Who may see it.
    package let access: FieldClass
    /// Reads the field.
    package let get: @Sendable (Subject) -> Value
    /// Sets the field; false when the value is not of its type.
    package let set: @Sendable (inout Subject, Value) -> Bool
    /// What a value of the field says to the person it is about; nil for a value that is not of its
    /// type.
    package let said: @Sendable (Value) -> Meaning?
    /// Whether two subjects agree in the field, without making values of it.
    private let isEqual: @Sendable (borrowing Subject, borrowing Subject) -> Bool
    /// Where the field lies in the subject, in bytes.
    private let place: Range<Int>
    /// Where the answers are of a field that keeps several: in the journal each is a field of its
    /// own, `name.answer`.
    package private(set) var bag: (WritableKeyPath<Subject, Answers> & Sendable)?

    /// A field that keeps several answers.
    package init(
        _ name: String, bag path: WritableKeyPath<Subject, Answers> & Sendable,
        _ access: FieldClass
    ) {
        self.init(name, path, access)
        bag = path
    }

    /// A field at `path`; `says` where its type does not tell what it says.
    package init<Kind: Storable>(
        _ name: String, _ path: WritableKeyPath<Subject, Kind>,
        _ access: FieldClass = .plain,
        says: @escaping @Sendable (Kind) -> Meaning = { $0.said }
    ) {
        self.name = name
        said = { Kind(stored: $0).map(says) }
        self.access = access
        // A stored property is read where it lies: going through the key path costs more than the
        // work itself, and every command compares some sixty fields. Fields are stored properties;
        // anything else traps at start.
        guard let offset = MemoryLayout<Subject>.offset(of: path) else {
            preconditionFailure("\(name) is not a stored property")
        }
        place = offset..<offset + MemoryLayout<Kind>.size
        get = { subject in
            withUnsafeBytes(of: subject) { $0.load(fromByteOffset: offset, as: Kind.self).stored }
        }
        set = { subject, value in
            guard let typed = Kind(stored: value) else { return false }
            withUnsafeMutableBytes(of: &subject) { bytes in
                guard let base = bytes.baseAddress else { return }
                (base + offset).assumingMemoryBound(to: Kind.self).pointee = typed
            }
            return true
        }
        isEqual = { left, right in
            withUnsafeBytes(of: left) { ours in
                withUnsafeBytes(of: right) { theirs in
                    ours.load(fromByteOffset: offset, as: Kind.self)
                        == theirs.load(fromByteOffset: offset, as: Kind.self)
                }
            }
        }
    }

    /// Visits the fields in which two subjects differ. O(fields).
    ///
    /// The same bytes are the same value; only where bytes differ are the values themselves
    /// compared.
    static func forEachDifference(
        in fields: [Field], _ left: Subject, _ right: Subject, _ visit: (Field) -> Void
    ) {
        withUnsafeBytes(of: left) { ours in
            withUnsafeBytes(of: right) { theirs in
                fields.withUnsafeBufferPointer { fields in
                    for index in fields.indices where !isSame(fields[index].place, ours, theirs) {
                        if !fields[index].isEqual(left, right) { visit(fields[index]) }
                    }
                }
            }
        }
    }

    private static func isSame(
        _ place: Range<Int>, _ ours: UnsafeRawBufferPointer, _ theirs: UnsafeRawBufferPointer
    ) -> Bool {
        var offset = place.lowerBound
        while offset + 8 <= place.upperBound {
            let word = ours.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard word == theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
                return false
            }
            offset += 8
        }
        return (offset..<place.upperBound).allSatisfy { ours[$0] == theirs[$0] }
    }
}

/// Something that events change: a row in a table, an identifier and fields.
package protocol Entity: Sendable, Equatable {
    /// Which kind it is.
    static var kind: EntityKind { get }
    /// Its fields, in the order of the columns; restricted ones, which lie in a table of their own,
    /// come last.
    static var fields: [Field<Self>] { get }
    /// The fields by name, made once.
    static var fieldsByName: [String: Field<Self>] { get }
    /// Its identifier.
    var id: Identifier<Self> { get }
    /// As it is before any event.
    init(id: Identifier<Self>)
}

/// The kinds of entity; the raw name is also the table's.
package enum EntityKind: String, Sendable, CaseIterable {
    case officer, point, group, desk, reception, call, catalogueEntry, pendingAct, rightsRequest,
        archiveSeries,
        removal, provider, referral, help, propertyClaim, inquiry, paper, laneTick, followUp,
        screening, stockItem, bag, handOver, alarmMark, groupShare, waterCount, shiftCheck,
        periodClosing, survey, surveyTaken
}

extension EntityKind {
    /// Fields that earlier programs wrote and that no table has any more: what the journal says of
    /// them is passed over.
    package var retiredFields: Set<String> {
        self == .officer ? ["proposed", "proposedBy", "proposedAt"] : []
    }
}

extension Entity {
    /// Sets a field by its name, or one answer of a bag by `bag.answer`. False where there is no
    /// such field, or the value is not of its type.
    mutating func set(_ name: String, _ value: Value) -> Bool {
        if let field = Self.fieldsByName[name] { return field.set(&self, value) }
        guard let (bag, answer) = Self.answer(named: name) else { return false }
        switch value {
        case .null: self[keyPath: bag][named: answer] = nil
        case .text(let text): self[keyPath: bag][named: answer] = text
        case .int: return false
        }
        return true
    }

    /// The value of every field, and of every answer that it has, by name.
    package var values: [String: Value] {
        Self.fields.reduce(into: [:]) { values, field in
            values[field.name] = field.get(self)
            guard let bag = field.bag else { return }
            for (name, answer) in self[keyPath: bag].values {
                values["\(field.name).\(name)"] = .text(answer)
            }
        }
    }

    /// What a value of a field, or of one answer, says; nil where there is no such field.
    static func said(_ name: String, _ value: Value) -> Meaning? {
        if let field = fieldsByName[name] { return field.said(value) }
        guard let (_, answer) = answer(named: name), case .text(let text) = value else {
            return nil
        }
        return .answer(text, to: answer)
    }

    private static func answer(named name: String) -> (
        bag: WritableKeyPath<Self, Answers>, answer: String
    )? {
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let bag = fieldsByName[String(parts[0])]?.bag,
            parts[1].utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
        else { return nil }
        return (bag, String(parts[1]))
    }

    /// The index that `fieldsByName` keeps.
    package static func indexed(_ fields: [Field<Self>]) -> [String: Field<Self>] {
        Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
