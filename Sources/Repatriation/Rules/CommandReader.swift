/// Reads a command from JSON and refuses what it does not know: no field is skipped, no code
/// guessed.
package struct CommandReader {
    private let members: [String: JSON]
    private var seen: Set<String> = ["do", "ref"]

    init(_ json: JSON) throws(Refusal) {
        guard case .object(let members) = json else { throw Refusal(.notJSON) }
        self.members = members
    }

    /// Refuses fields that nobody asked for.
    func finish() throws(Refusal) {
        if let extra = members.keys.sorted().first(where: { !seen.contains($0) }) {
            throw Refusal(.unknownField, ["field": .string(extra)])
        }
    }

    private mutating func take(_ name: String) -> JSON? {
        seen.insert(name)
        let value = members[name]
        return value == .null ? nil : value
    }

    private func require<Kind>(_ value: Kind?, _ name: String) throws(Refusal) -> Kind {
        guard let value else { throw Refusal(.missingField, ["field": .string(name)]) }
        return value
    }

    mutating func text(_ name: String) throws(Refusal) -> String? {
        guard let value = take(name) else { return nil }
        guard let text = value.text else { throw Refusal(.invalidValue, ["field": .string(name)]) }
        return try CommandReader.clean(text, name)
    }

    /// The text as it will be kept, nil when empty.
    package static func clean(_ text: String, _ name: String) throws(Refusal) -> String? {
        guard text.unicodeScalars.count <= 4 * NameText.longest else {
            throw Refusal(.tooLong, ["field": .string(name), "most": .int(NameText.longest)])
        }
        guard let clean = NameText.cleaned(text) else {
            throw Refusal(.badCharacters, ["field": .string(name)])
        }
        guard clean.count <= NameText.longest else {
            throw Refusal(.tooLong, ["field": .string(name), "most": .int(NameText.longest)])
        }
        return clean.isEmpty ? nil : clean
    }

    /// A code or a text, or codes in a list, which are kept with commas between them.
    mutating func answer(_ name: String) throws(Refusal) -> String? {
        guard let codes = members[name]?.elements else { return try textOrNumber(name) }
        seen.insert(name)
        let texts = codes.compactMap(\.text)
        guard texts.count == codes.count, texts.allSatisfy(NameText.isClean) else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return texts.joined(separator: ",")
    }

    /// A text, or a whole number as it would be typed: answers to questions are both.
    mutating func textOrNumber(_ name: String) throws(Refusal) -> String? {
        guard let number = members[name]?.integer else { return try text(name) }
        seen.insert(name)
        return String(number)
    }

    mutating func requiredText(_ name: String) throws(Refusal) -> String {
        try require(text(name), name)
    }

    mutating func integer(_ name: String, _ range: ClosedRange<Int> = 0...9999) throws(Refusal)
        -> Int?
    {
        guard let value = take(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return number
    }

    mutating func requiredInteger(_ name: String, _ range: ClosedRange<Int> = 0...9999)
        throws(Refusal) -> Int
    {
        try require(integer(name, range), name)
    }

    /// A number or a text, as the field that takes it will see.
    mutating func value(_ name: String) throws(Refusal) -> Value? {
        guard let value = take(name) else { return nil }
        guard let value = Value(value) else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return value
    }

    mutating func flag(_ name: String) throws(Refusal) -> Bool? {
        guard let value = take(name) else { return nil }
        guard case .bool(let flag) = value else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return flag
    }

    mutating func code<Kind: Code>(_ name: String) throws(Refusal) -> Kind? {
        guard let value = take(name) else { return nil }
        return try CommandReader.code(value, name)
    }

    mutating func requiredCode<Kind: Code>(_ name: String) throws(Refusal) -> Kind {
        try require(code(name), name)
    }

    mutating func codes<Kind: Code>(_ name: String) throws(Refusal) -> Set<Kind>? {
        guard let value = take(name) else { return nil }
        guard let elements = value.elements else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        var codes: Set<Kind> = []
        for element in elements { codes.insert(try CommandReader.code(element, name)) }
        return codes
    }

    mutating func requiredCodes<Kind: Code>(_ name: String) throws(Refusal) -> Set<Kind> {
        try require(codes(name), name)
    }

    private static func code<Kind: Code>(_ value: JSON, _ name: String) throws(Refusal) -> Kind {
        guard let code = value.text.flatMap(Kind.init(rawValue:)) else {
            throw Refusal(
                .unknownCode,
                [
                    "field": .string(name),
                    "allowed": .array(Kind.allCases.map { .string($0.rawValue) }),
                ])
        }
        return code
    }

    mutating func identifier<Kind>(_ name: String) throws(Refusal) -> Identifier<Kind> {
        try require(integer(name, 1...(1 << 53 - 1)).map(Identifier.init), name)
    }

    mutating func optionalIdentifier<Kind>(_ name: String) throws(Refusal) -> Identifier<Kind>? {
        try integer(name, 1...(1 << 53 - 1)).map(Identifier.init)
    }

    mutating func identifiers<Kind>(_ name: String) throws(Refusal) -> [Identifier<Kind>] {
        guard let elements = try require(take(name), name).elements else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        var found: [Identifier<Kind>] = []
        for element in elements {
            guard let number = element.integer, (1...(1 << 53 - 1)).contains(number) else {
                throw Refusal(.invalidValue, ["field": .string(name)])
            }
            found.append(Identifier(number))
        }
        return found
    }

    mutating func codeList<Kind: Code>(_ name: String) throws(Refusal) -> [Kind]? {
        guard let value = take(name) else { return nil }
        guard let elements = value.elements else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        var codes: [Kind] = []
        for element in elements { codes.append(try CommandReader.code(element, name)) }
        return codes
    }

    mutating func point(_ name: String = "point") throws(Refusal) -> PointCode {
        let text = try requiredText(name)
        guard let code = PointCode(text) else { throw Refusal(.unknownPoint) }
        return code
    }

    mutating func has(_ name: String) -> Bool { take(name) != nil }

    /// The numbers that a desk can have.
    static let desks = 1...99

    mutating func desk() throws(Refusal) -> Int { try requiredInteger("desk", CommandReader.desks) }

    mutating func instant(_ name: String) throws(Refusal) -> Instant? {
        guard let text = try text(name) else { return nil }
        guard let instant = Instant(text: text), instant.isOfOurTime else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return instant
    }

    mutating func date(_ name: String) throws(Refusal) -> CivilDate? {
        guard let text = try text(name) else { return nil }
        guard let date = CivilDate(text: text) else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        return date
    }

    mutating func state(_ name: String) throws(Refusal) -> String? {
        guard let text = try text(name) else { return nil }
        guard let state = MexicanState(curpCode: text) else {
            let allowed = MexicanState.all.map { JSON.string($0.code) }
            throw Refusal(.unknownCode, ["field": .string(name), "allowed": .array(allowed)])
        }
        return state.code
    }

    mutating func nested(_ name: String) throws(Refusal) -> CommandReader? {
        guard let value = take(name) else { return nil }
        guard case .object = value else { throw Refusal(.invalidValue, ["field": .string(name)]) }
        return try CommandReader(value)
    }

    mutating func list(_ name: String) throws(Refusal) -> [CommandReader] {
        guard let elements = try require(take(name), name).elements else {
            throw Refusal(.invalidValue, ["field": .string(name)])
        }
        var readers: [CommandReader] = []
        for element in elements { readers.append(try CommandReader(element)) }
        return readers
    }

    var memberNames: [String] { members.keys.sorted() }
}
