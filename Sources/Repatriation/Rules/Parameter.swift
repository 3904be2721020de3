/// One thing that an act takes: its name in lines of `send`, what it may be, and how it is read and
/// written.
package struct Parameter<Subject: Sendable>: Sendable {
    /// As lines of `send` name it.
    package let name: String
    /// What it may be, for help.
    package let kind: ParameterKind
    /// Without it the line is refused.
    package let isRequired: Bool
    /// The member that says why, where one does: what tells nothing is refused (``Reason``).
    var reasonMember: String?
    /// Takes it from a line. Throws `missingField`, `invalidValue`, `unknownCode`, and as its kind
    /// does.
    let read: @Sendable (inout CommandReader, inout Subject) throws(Refusal) -> Void
    /// The members that stand for it in a line; none where it was not said.
    let write: @Sendable (Subject) -> [String: JSON]

    init(
        _ name: String, _ kind: ParameterKind, required: Bool,
        read: @escaping @Sendable (inout CommandReader, inout Subject) throws(Refusal) -> Void,
        write: @escaping @Sendable (Subject) -> [String: JSON]
    ) {
        self.name = name
        self.kind = kind
        isRequired = required
        self.read = read
        self.write = write
    }

    /// One that is one member; `.null` where it was not said.
    init(
        _ name: String, _ kind: ParameterKind, required: Bool,
        read: @escaping @Sendable (inout CommandReader, inout Subject) throws(Refusal) -> Void,
        value: @escaping @Sendable (Subject) -> JSON
    ) {
        self.init(
            name, kind, required: required, read: read,
            write: { subject in
                let value = value(subject)
                return value == .null ? [:] : [name: value]
            })
    }

    /// One that is kept as it was read.
    init<Value>(
        _ name: String, _ kind: ParameterKind, required: Bool, _ path: Path<Value>,
        read: @escaping @Sendable (inout CommandReader) throws(Refusal) -> Value,
        value: @escaping @Sendable (Value) -> JSON
    ) {
        self.init(
            name, kind, required: required,
            read: { reader, subject throws(Refusal) in
                subject[keyPath: path] = try read(&reader)
            },
            value: { value($0[keyPath: path]) })
    }
}

/// What a parameter may be.
package enum ParameterKind: Sendable, Equatable {
    case point
    case text
    case integer(ClosedRange<Int>)
    case identifier
    /// One or more identifiers.
    case identifiers
    /// A civil day, and a moment, as ISO 8601 writes them.
    case date
    case instant
    case flag
    /// One of these codes.
    case code([String])
    /// Any of these codes.
    case codes([String])
    /// An object with these members.
    indirect case object([String: ParameterKind])
    /// Any number of such objects.
    indirect case objects([String: ParameterKind])
}

extension Parameter {
    /// Where in the act the parameter stands.
    package typealias Path<Value> = WritableKeyPath<Subject, Value> & Sendable

    /// The point, by its code.
    static func point(_ path: Path<PointCode>) -> Parameter {
        Parameter(
            "point", .point, required: true, path,
            read: { reader throws(Refusal) in try reader.point() }, value: { .string($0.text) })
    }

    /// The number of a desk.
    static func desk(_ path: Path<Int>) -> Parameter {
        Parameter(
            "desk", .integer(CommandReader.desks), required: true, path,
            read: { reader throws(Refusal) in try reader.desk() }, value: { .int($0) })
    }

    /// A text that may be left out.
    static func text(_ name: String, _ path: Path<String?>) -> Parameter {
        Parameter(
            name, .text, required: false, path,
            read: { reader throws(Refusal) in try reader.text(name) }, value: { JSON($0) })
    }

    /// Why, in words; may be left out.
    static func reason(_ name: String, _ path: Path<String?>) -> Parameter {
        text(name, path).givingReason(name)
    }

    /// Why, in words; required.
    static func reason(_ name: String, _ path: Path<String>) -> Parameter {
        text(name, path).givingReason(name)
    }

    /// The same, of which a member says why.
    func givingReason(_ member: String) -> Parameter {
        var parameter = self
        parameter.reasonMember = member
        return parameter
    }

    /// Any of a list of codes; left out is not the same as none.
    static func codes<Kind: Code>(_ name: String, _ path: Path<Set<Kind>?>) -> Parameter {
        Parameter(
            name, .codes(Kind.allCases.map(\.rawValue)), required: false, path,
            read: { reader throws(Refusal) in try reader.codes(name) },
            value: { $0.map(JSON.codes) ?? .null })
    }
}
