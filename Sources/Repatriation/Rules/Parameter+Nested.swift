extension Parameter {
    /// The same of something that the subject holds.
    func of<Whole>(_ path: Parameter<Whole>.Path<Subject>) -> Parameter<Whole> {
        var whole = Parameter<Whole>(
            name, kind, required: isRequired,
            read: { reader, whole throws(Refusal) in try read(&reader, &whole[keyPath: path]) },
            write: { write($0[keyPath: path]) })
        whole.reasonMember = reasonMember
        return whole
    }

    /// The same, standing in a line as null where it was not said: so the acts that wait for a
    /// second officer keep it.
    var evenUnsaid: Parameter {
        Parameter(
            name, kind, required: isRequired, read: read,
            write: { write($0).merging([name: .null]) { said, _ in said } })
    }

    /// An object of its own; may be left out.
    static func object<Part>(
        _ name: String, _ members: [Parameter<Part>], required: Bool = false, _ path: Path<Part>
    ) -> Parameter {
        Parameter(
            name, .object(of: members), required: required,
            read: { reader, subject throws(Refusal) in
                guard var nested = try reader.nested(name) else {
                    guard required else { return }
                    throw Refusal(.missingField, ["field": .string(name)])
                }
                for member in members { try member.read(&nested, &subject[keyPath: path]) }
                try nested.finish()
            },
            value: { members.written($0[keyPath: path]) })
    }

    /// Several objects of one kind, each in its own; required.
    static func objects<Part>(
        _ name: String, _ members: [Parameter<Part>], _ blank: Part, _ path: Path<[Part]>
    ) -> Parameter {
        Parameter(
            name, .objects(members.kindsByName()), required: true,
            read: { reader, subject throws(Refusal) in
                for var row in try reader.list(name) {
                    var part = blank
                    for member in members { try member.read(&row, &part) }
                    try row.finish()
                    subject[keyPath: path].append(part)
                }
            },
            value: { .array($0[keyPath: path].map { members.written($0) }) })
    }

    /// A moment of our time; may be left out.
    static func instant(_ name: String, _ path: Path<Instant?>) -> Parameter {
        Parameter(
            name, .instant, required: false, path,
            read: { reader throws(Refusal) in try reader.instant(name) }, value: { JSON($0?.text) })
    }

    /// A civil day; may be left out.
    static func date(_ name: String, _ path: Path<CivilDate?>) -> Parameter {
        Parameter(
            name, .date, required: false, path,
            read: { reader throws(Refusal) in try reader.date(name) }, value: { JSON($0?.text) })
    }

    /// A state by its two letters; may be left out.
    static func state(_ name: String, _ path: Path<String?>) -> Parameter {
        Parameter(
            name, .code(MexicanState.all.map(\.code)), required: false, path,
            read: { reader throws(Refusal) in try reader.state(name) }, value: { JSON($0) })
    }
}

extension Array {
    /// What each may be, by its name.
    func kindsByName<Subject>() -> [String: ParameterKind] where Element == Parameter<Subject> {
        Dictionary(map { ($0.name, $0.kind) }, uniquingKeysWith: { $1 })
    }

    /// The members that say something, in one object.
    func written<Subject>(_ subject: Subject) -> JSON where Element == Parameter<Subject> {
        .object(reduce(into: [:]) { $0.merge($1.write(subject)) { $1 } })
    }
}

extension JSON {
    /// Codes, in the order of their letters.
    package static func codes(_ codes: Set<some Code>) -> JSON {
        .array(codes.map(\.rawValue).sorted().map(JSON.string))
    }

    /// Identifiers, in their order.
    package static func identifiers<Kind>(_ ids: [Identifier<Kind>]) -> JSON {
        .array(ids.map { .int($0.value) })
    }
}
