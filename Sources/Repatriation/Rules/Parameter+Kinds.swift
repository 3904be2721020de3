extension Parameter {
    /// What an identifier names; required.
    static func identifier<Kind>(_ name: String, _ path: Path<Identifier<Kind>>) -> Parameter {
        Parameter(
            name, .identifier, required: true, path,
            read: { reader throws(Refusal) in try reader.identifier(name) },
            value: { .int($0.value) })
    }

    /// What an identifier names; may be left out.
    static func identifier<Kind>(_ name: String, _ path: Path<Identifier<Kind>?>) -> Parameter {
        Parameter(
            name, .identifier, required: false, path,
            read: { reader throws(Refusal) in try reader.optionalIdentifier(name) },
            value: { JSON($0?.value) })
    }

    /// A number of a range; required.
    static func integer(_ name: String, _ range: ClosedRange<Int>, _ path: Path<Int>) -> Parameter {
        Parameter(
            name, .integer(range), required: true, path,
            read: { reader throws(Refusal) in try reader.requiredInteger(name, range) },
            value: { .int($0) })
    }

    /// A number of a range that may be left out.
    static func integer(_ name: String, _ range: ClosedRange<Int>, _ path: Path<Int?>) -> Parameter
    {
        Parameter(
            name, .integer(range), required: false, path,
            read: { reader throws(Refusal) in try reader.integer(name, range) },
            value: { JSON($0) })
    }

    /// Yes or no; left out is neither.
    static func flag(_ name: String, _ path: Path<Bool?>) -> Parameter {
        Parameter(
            name, .flag, required: false, path,
            read: { reader throws(Refusal) in try reader.flag(name) },
            value: { $0.map(JSON.bool) ?? .null })
    }

    /// Yes; left out is no.
    static func flag(_ name: String, _ path: Path<Bool>) -> Parameter {
        Parameter(
            name, .flag, required: false, path,
            read: { reader throws(Refusal) in try reader.flag(name) ?? false },
            value: { $0 ? true : .null })
    }

    /// One of a list of codes that may be left out.
    static func code<Kind: Code>(_ name: String, _ path: Path<Kind?>) -> Parameter {
        Parameter(
            name, .code(Kind.allCases.map(\.rawValue)), required: false, path,
            read: { reader throws(Refusal) in try reader.code(name) },
            value: { JSON($0?.rawValue) })
    }

    /// Any of a list of codes; left out is none.
    static func codes<Kind: Code>(_ name: String, _ path: Path<Set<Kind>>) -> Parameter {
        Parameter(
            name, .codes(Kind.allCases.map(\.rawValue)), required: false, path,
            read: { reader throws(Refusal) in try reader.codes(name) ?? [] }, value: { .codes($0) })
    }

    /// Any of a list of codes, in their order; left out is none.
    static func codeList<Kind: Code>(_ name: String, _ path: Path<[Kind]>) -> Parameter {
        Parameter(
            name, .codes(Kind.allCases.map(\.rawValue)), required: false, path,
            read: { reader throws(Refusal) in try reader.codeList(name) ?? [] },
            value: { .array($0.map { .string($0.rawValue) }) })
    }

    /// A text; required.
    static func text(_ name: String, _ path: Path<String>) -> Parameter {
        Parameter(
            name, .text, required: true, path,
            read: { reader throws(Refusal) in try reader.requiredText(name) },
            value: { .string($0) })
    }

    /// One of a list of codes; required.
    static func code<Kind: Code>(_ name: String, _ path: Path<Kind>) -> Parameter {
        Parameter(
            name, .code(Kind.allCases.map(\.rawValue)), required: true, path,
            read: { reader throws(Refusal) in try reader.requiredCode(name) },
            value: { .string($0.rawValue) })
    }

    /// Texts by the names of questions; a name that is none is refused.
    static func texts<Kind: Code>(_ name: String, _ path: Path<[Kind: String]>) -> Parameter {
        Parameter(
            name, .object(texts: Kind.self), required: false,
            read: { reader, subject throws(Refusal) in
                guard var nested = try reader.nested(name) else { return }
                for member in nested.memberNames {
                    guard let field = Kind(rawValue: member) else {
                        throw Refusal(.unknownField, ["field": .string(member)])
                    }
                    subject[keyPath: path][field] = try nested.textOrNumber(member)
                }
            },
            value: { subject in
                let texts = subject[keyPath: path].map { ($0.key.rawValue, JSON.string($0.value)) }
                return texts.isEmpty ? .null : .object(Dictionary(texts, uniquingKeysWith: { $1 }))
            })
    }

    /// Several that stand together in an object of their own; required.
    static func nested(_ name: String, _ members: [Parameter]) -> Parameter {
        .object(name, members, required: true, \.self)
    }
}

extension ParameterKind {
    /// Texts by the names of questions.
    static func object<Kind: Code>(texts _: Kind.Type) -> ParameterKind {
        .object(Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.rawValue, .text) }))
    }

    /// An object that these parameters read.
    static func object<Part>(of members: [Parameter<Part>]) -> ParameterKind {
        .object(members.kindsByName())
    }
}
