/// Something that an officer can want: what it takes, who may want it, and the rule that decides
/// it. A row of ``Acts``.
///
/// A line of `send`, the permissions, the manual's table and what is said when it is done all come
/// from here.
package protocol Act: Sendable, Equatable {
    /// What it is called, whose it is, and what it takes.
    static var row: ActRow<Self> { get }
    /// What it is about, which it takes before everything else.
    static var subject: [Parameter<Self>] { get }
    /// What a line of that name takes.
    static func parameters(ofLine name: String) -> [Parameter<Self>]
    /// With nothing said yet: each required parameter is set by whoever reads or makes the act.
    init()
    /// Where it takes two, any other officer may be the second: another human being, not another
    /// charge.
    var isConfirmedByAnybody: Bool { get }
    /// Whether whoever acts may, beyond what their role says.
    func check(_ facts: some Facts) throws
    /// Where it is done, and at which desk.
    func seat(_ facts: some Facts) throws -> Seat
    /// As whom it is decided: whoever acts, unless they complete what somebody else asked for.
    func context(_ own: Context, _ facts: some Facts) throws -> Context
    /// What happens, or why not. Throws `Refusal`, and what asking for the facts throws.
    func decide(_ context: Context, _ facts: some Facts) throws -> Decision
    /// Whom it was about; nil where it was about nobody, or about many.
    func about(_ outcome: any Outcome) -> Identifier<Reception>?
    /// What the message line says of it; nil says no more than that it was done, or was so already.
    func said(_ outcome: any Outcome, changed: Bool) -> Bilingual?
}

extension Act {
    /// As lines of `send` and the journal's pending acts name it.
    package static var name: CommandName { row.name }
    package static var subject: [Parameter<Self>] { [] }
    /// What it takes, in the order in which help lists it.
    package static var parameters: [Parameter<Self>] { row.parameters }
    /// Whether a line of `send` can give it.
    package static var isOfSend: Bool { row.isOfSend }
    static var names: [String] { row.names }
    static var duties: Set<Duty> { row.duties }
    static var alsoFor: Set<OfficerRole> { row.alsoFor }
    package static func parameters(ofLine name: String) -> [Parameter<Self>] { parameters }
    package func check(_ facts: some Facts) throws {}
    package func context(_ own: Context, _ facts: some Facts) throws -> Context { own }
    package func about(_ outcome: any Outcome) -> Identifier<Reception>? { nil }
    package var isConfirmedByAnybody: Bool { false }
    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        (outcome as? AnswersTakenBack)?.words ?? (changed ? Self.row.says : nil)
    }

    /// The act as a line of `send`; what was not said stands in none.
    package var line: JSON {
        var members: [String: JSON] = ["do": .string(Self.name.rawValue)]
        for parameter in Self.parameters { members.merge(parameter.write(self)) { $1 } }
        return .object(members)
    }

    /// Reads the parameters of a line. Throws as ``CommandReader`` does.
    init(line name: String, _ reader: inout CommandReader) throws(Refusal) {
        self.init()
        for parameter in Self.parameters(ofLine: name) { try parameter.read(&reader, &self) }
    }

    /// Whether it is of the same kind, with equal parameters.
    package func isSame(as other: any Act) -> Bool { (other as? Self).map { $0 == self } ?? false }
}

/// What is said of a kind of act beside its rule.
package struct ActRow<Kind: Act>: Sendable {
    /// As lines of `send` and the journal's pending acts name it.
    let name: CommandName
    /// What it belongs to: whoever has one of them may want it.
    let duties: Set<Duty>
    /// Roles without that duty that may want it all the same.
    let alsoFor: Set<OfficerRole>
    /// The names by which lines of `send` give it.
    let names: [String]
    /// Whether a line of `send` can give it.
    let isOfSend: Bool
    /// What the message line says once it is done, where that is always the same.
    let says: Bilingual?
    /// What it takes, in the order in which help lists it: what it is about, then the rest.
    let parameters: [Parameter<Kind>]

    init(
        _ name: CommandName, _ duty: Duty, alsoOf: Set<Duty> = [], alsoFor: Set<OfficerRole> = [],
        alsoNamed: [String] = [], isOfSend: Bool = true, says: Bilingual? = nil,
        _ parameters: [Parameter<Kind>] = []
    ) {
        self.name = name
        duties = alsoOf.union([duty])
        self.alsoFor = alsoFor
        names = [name.rawValue] + alsoNamed
        self.isOfSend = isOfSend
        self.says = says
        self.parameters = Kind.subject + parameters
    }
}

/// The point, and where it has one the desk, at which an act is done; no point where it is about
/// the whole store.
package struct Seat: Sendable {
    /// Where.
    package let point: ReceivingPoint?
    /// The desk that gives it or that it is about.
    package var desk: Int?

    /// About the whole store.
    static let nowhere = Seat(point: nil)
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

/// Nothing but that it was done.
package struct NoOutcome: Outcome {
    package var members: [String: JSON] { [:] }
}

extension Dictionary: Outcome where Key == String, Value == JSON {
    package var members: [String: JSON] { self }
}

/// An outcome with a paper: it is printed, and stays in the tray until it is delivered.
package protocol PrintedOutcome: Outcome {
    /// Which.
    var paper: Identifier<Paper>? { get }
}

extension Decision {
    /// One fact of one thing; none where nothing changes.
    init<Subject: Entity>(
        _ kind: EventKind, _ before: Subject, _ after: Subject,
        _ outcome: any Outcome = NoOutcome(), ids: IdentifierSource
    ) {
        let event = Event(kind, before, after)
        self.init(event.changes.isEmpty ? [] : [event], outcome, ids: ids)
    }
}
