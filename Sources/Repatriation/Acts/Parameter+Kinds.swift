extension Parameter {
    /// What an identifier names; required.
    static func identifier<Kind>(_ name: String, _ path: Path<Identifier<Kind>>) -> Parameter {
        Parameter(
            name, .identifier, required: true,
            read: { reader, subject throws(Refusal) in subject[keyPath: path] = try reader.identifier(name) },
            write: { .int($0[keyPath: path].value) })
    }

    /// What an identifier names; may be left out.
    static func identifier<Kind>(_ name: String, _ path: Path<Identifier<Kind>?>) -> Parameter {
        Parameter(
            name, .identifier, required: false,
            read: { reader, subject throws(Refusal) in
                subject[keyPath: path] = try reader.optionalIdentifier(name)
            },
            write: { JSON($0[keyPath: path]?.value) })
    }

    /// A number of a range; required.
    static func integer(_ name: String, _ range: ClosedRange<Int>, _ path: Path<Int>) -> Parameter {
        Parameter(
            name, .integer(range), required: true,
            read: { reader, subject throws(Refusal) in
                subject[keyPath: path] = try reader.requiredInteger(name, range)
            },
            write: { .int($0[keyPath: path]) })
    }

    /// A text; required.
    static func text(_ name: String, _ path: Path<String>) -> Parameter {
        Parameter(
            name, .text, required: true,
            read: { reader, subject throws(Refusal) in subject[keyPath: path] = try reader.requiredText(name) },
            write: { .string($0[keyPath: path]) })
    }

    /// One of a list of codes; required.
    static func code<Kind: Code>(_ name: String, _ path: Path<Kind>) -> Parameter {
        Parameter(
            name, .codes(Kind.allCases.map(\.rawValue)), required: true,
            read: { reader, subject throws(Refusal) in subject[keyPath: path] = try reader.requiredCode(name) },
            write: { .string($0[keyPath: path].rawValue) })
    }

    /// Texts by the names of questions; a name that is none is refused.
    static func texts<Kind: Code>(_ name: String, _ path: Path<[Kind: String]>) -> Parameter {
        Parameter(
            name, .object(Kind.allCases.map(\.rawValue)), required: false,
            read: { reader, subject throws(Refusal) in
                guard var nested = try reader.nested(name) else { return }
                for member in nested.memberNames {
                    guard let field = Kind(rawValue: member) else {
                        throw Refusal(.unknownField, ["field": .string(member)])
                    }
                    subject[keyPath: path][field] = try nested.text(member)
                }
            },
            write: { subject in
                let texts = subject[keyPath: path].map { ($0.key.rawValue, JSON.string($0.value)) }
                return texts.isEmpty ? .null : .object(Dictionary(texts, uniquingKeysWith: { $1 }))
            })
    }

    /// Several that stand together in an object of their own; required.
    static func nested(_ name: String, _ members: [Parameter]) -> Parameter {
        Parameter(
            name, .object(members.map(\.name)), required: true,
            read: { reader, subject throws(Refusal) in
                guard var nested = try reader.nested(name) else {
                    throw Refusal(.missingField, ["field": .string(name)])
                }
                for member in members { try member.read(&nested, &subject) }
                try nested.finish()
            },
            write: { subject in
                let values = members.map { ($0.name, $0.write(subject)) }.filter { $0.1 != .null }
                return .object(Dictionary(values, uniquingKeysWith: { $1 }))
            })
    }
}
