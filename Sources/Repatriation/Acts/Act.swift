/// Something that an officer can want: what it takes, who may want it, and the rule that decides it. A row of ``Acts``.
///
/// A line of `send`, the permissions, the manual's table and what is said when it is done all come from here.
package protocol Act: Sendable, Equatable {
    /// As lines of `send` and the journal's pending acts name it.
    static var name: CommandName { get }
    /// What it belongs to: whoever has that duty may want it.
    static var duty: Duty { get }
    /// Roles without that duty that may want it all the same.
    static var alsoFor: Set<OfficerRole> { get }
    /// Whether a line of `send` can give it.
    static var isOfSend: Bool { get }
    /// What it takes, in the order in which help lists it.
    static var parameters: [Parameter<Self>] { get }
    /// Where it takes two, any other officer may be the second: another human being, not another charge.
    static var isConfirmedByAnybody: Bool { get }
    /// With nothing said yet: each required parameter is set by whoever reads or makes the act.
    init()
    /// Where it is done, and at which desk.
    func seat(_ facts: some Facts) throws -> Seat
    /// What happens, or why not. Throws `Refusal`, and what asking for the facts throws.
    func decide(_ context: Context, _ facts: some Facts) throws -> Decision
    /// Whom it was about; nil where it was about nobody, or about many.
    func about(_ outcome: any Outcome) -> Identifier<Reception>?
    /// What the message line says of it; nil says no more than that it was done, or was so already.
    func said(_ outcome: any Outcome, changed: Bool) -> Bilingual?
}

extension Act {
    package static var alsoFor: Set<OfficerRole> { [] }
    package static var isOfSend: Bool { true }
    package func about(_ outcome: any Outcome) -> Identifier<Reception>? { nil }
    package static var isConfirmedByAnybody: Bool { false }
    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? { nil }

    /// The act as a line of `send`; what was not said stands in none.
    package var line: JSON {
        var members: [String: JSON] = ["do": .string(Self.name.rawValue)]
        for parameter in Self.parameters { members.merge(parameter.write(self)) { $1 } }
        return .object(members)
    }

    /// Reads the parameters of a line. Throws as ``CommandReader`` does.
    init(_ reader: inout CommandReader) throws(Refusal) {
        self.init()
        for parameter in Self.parameters { try parameter.read(&reader, &self) }
    }

    fileprivate func isSame(as other: any Act) -> Bool { (other as? Self).map { $0 == self } ?? false }
}

/// The point, and where it has one the desk, at which an act is done.
package struct Seat: Sendable {
    /// Where.
    package let point: ReceivingPoint
    /// The desk that gives it or that it is about.
    package var desk: Int?
}

/// What an act gives whoever asked for it, besides its facts.
package protocol Outcome: Sendable {
    /// The members that a line of `send` answers with.
    var members: [String: JSON] { get }
}

extension Outcome {
    /// One member, as the answer of `send` has it.
    package subscript(name: String) -> JSON? {
        let members = members
        return members.index(forKey: name).map { members[$0].value }
    }
}

extension Dictionary: Outcome where Key == String, Value == JSON {
    package var members: [String: JSON] { self }
}

/// An act of any kind.
package struct AnyAct: Sendable, Equatable {
    /// The act itself.
    package let act: any Act

    package static func == (left: AnyAct, right: AnyAct) -> Bool { left.act.isSame(as: right.act) }
}

extension Command {
    /// The command that wants an act.
    package static func act(_ act: some Act) -> Command { .of(AnyAct(act: act)) }

    /// The act of a kind that the command wants; nil where it wants another.
    package func act<Kind: Act>(_: Kind.Type) -> Kind? {
        guard case .of(let any) = self else { return nil }
        return any.act as? Kind
    }
}
