import Repatriation
import Testing

/// What an act says of its parameters is what reading a line of it does.
@Suite struct ActTests {
    private static let acts = Acts.all.filter { $0.isOfSend && !isEither.contains($0.name) }.map {
        $0.name.rawValue
    }
    /// They take one thing or another, never both.
    private static let isEither: Set<CommandName> = [
        .headCount, .setFamily, .correctAge, .addOfficer,
    ]

    private struct Told {
        let name: String
        let kind: ParameterKind
        let isRequired: Bool
    }

    private func told(_ name: String) throws -> [Told] {
        func of<Kind: Act>(_: Kind.Type) -> [Told] {
            Kind.parameters.map { Told(name: $0.name, kind: $0.kind, isRequired: $0.isRequired) }
        }
        for act in Acts.all where act.name.rawValue == name { return of(act) }
        throw Refusal(.unknownCommand)
    }

    /// Something that it may be.
    private func right(_ kind: ParameterKind) -> JSON {
        switch kind {
        case .point: "NOG"
        case .text: "x"
        case .integer(let range): .int(range.lowerBound)
        case .identifier: 1
        case .flag: true
        case .code(let codes): .string(codes[0])
        case .codes(let codes): .array(codes.map(JSON.string))
        case .identifiers: [1, 2]
        case .date: "1990-05-06"
        case .instant: "2026-11-20T10:00:00Z"
        case .object(let members): .object(members.mapValues(right))
        case .objects(let members): [.object(members.mapValues(right))]
        }
    }

    /// Something that it may not be.
    private func wrong(_ kind: ParameterKind) -> JSON {
        switch kind {
        case .integer(let range): .int(range.upperBound + 1)
        case .text, .object, .objects, .identifiers: 1
        case .codes: ["¿?"]
        case .point, .identifier, .flag, .code, .date, .instant: "¿?"
        }
    }

    private func refusal(_ members: [String: JSON]) -> Refusal? {
        do throws(Refusal) { _ = try Command(.object(members)) } catch { return error }
        return nil
    }

    /// What is kept of an act that waits for a second officer is the whole of it: also of those
    /// that no line of `send` gives.
    @Test(arguments: Acts.all.map { $0.name }.filter { !isEither.contains($0) })
    func anActIsReadAgainFromItsLine(_ name: CommandName) throws {
        let members = try told(name.rawValue).map { ($0.name, right($0.kind)) }
        let line = JSON.object(Dictionary(members, uniquingKeysWith: { $1 }))
        let act = try Acts.read(name, line)
        let again = try Acts.read(name, act.line)
        #expect(Command(act: again) == Command(act: act))
    }

    /// Acts of one kind that want something else have other lines.
    @Test func whatIsWantedOfACatalogueStandsInItsLine() throws {
        let five = SetPoint(.nogales, ["desks": .int(5), "zone": .text("America/Hermosillo")])
        #expect(five.line != SetPoint(.nogales, ["desks": .int(6)]).line)
        #expect(Command(act: try Acts.read(.setPoint, five.line)) == .act(five))
        var words = EntryWords()
        words.isRetired = true
        let retired = SetEntry("languages", "pame", words)
        #expect(retired.line != SetEntry("languages", "mixe", words).line)
        #expect(Command(act: try Acts.read(.setEntry, retired.line)) == .act(retired))
    }

    @Test(arguments: acts) func parametersAreReadAsTheyAreTold(_ name: String) throws {
        let told = try told(name)
        let known = told.map { ($0.name, right($0.kind)) }
        let whole = Dictionary([("do", .string(name))] + known, uniquingKeysWith: { $1 })
        #expect(refusal(whole) == nil)
        for one in told {
            var fewer = whole
            fewer[one.name] = nil
            let missing = refusal(fewer)
            #expect((missing?.code == .missingField) == one.isRequired, "\(one.name)")
            #expect(missing == nil || missing?.details["field"] == .string(one.name))
            var other = whole
            other[one.name] = wrong(one.kind)
            let refused = try #require(refusal(other), "\(one.name)")
            switch one.kind {
            case .code(let codes), .codes(let codes):
                #expect(refused.details["allowed"] == .array(codes.map(JSON.string)), "\(one.name)")
            default: #expect([.invalidValue, .unknownPoint].contains(refused.code), "\(one.name)")
            }
        }
    }
}
