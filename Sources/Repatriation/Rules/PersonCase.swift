/// Somebody about whom something is decided: who they are, where, and what the rules ask about
/// them.
///
/// Made by ``AttentionAct`` for one decision; what is asked twice is looked up once.
package final class PersonCase {
    /// The moment, who acts and where identifiers come from.
    var context: Context
    let facts: any Facts
    /// The person, whose data are neither blocked nor removed.
    let reception: Reception
    /// Where they are received.
    let point: ReceivingPoint
    /// As the store has them: otherwise than ``reception`` where the act takes them off the road.
    let recorded: Reception
    /// What changes with that.
    let alongside: [Change]

    /// Throws `unknownReception`, `dataHeld`.
    init(_ id: Identifier<Reception>, _ context: Context, _ facts: some Facts) throws {
        self.context = context
        self.facts = facts
        reception = try facts.unblockedReception(id)
        point = try facts.point(reception.point)
        (recorded, alongside) = (reception, [])
    }

    init(
        _ reception: Reception, _ point: ReceivingPoint, _ context: Context, _ facts: any Facts,
        recorded: Reception? = nil, alongside: [Change] = []
    ) {
        self.reception = reception
        self.recorded = recorded ?? reception
        self.alongside = alongside
        self.point = point
        self.context = context
        self.facts = facts
    }

    /// The person as a decision leaves them, for what is decided with it.
    func after(_ decision: Decision) throws -> PersonCase {
        var person = recorded
        for change in decision.events.flatMap(\.changes)
        where change.kind == .reception && change.id == person.id.value {
            guard person.apply(change) else { throw Refusal(.invalidValue, ["field": "reception"]) }
        }
        var context = context
        context.ids = decision.ids
        return PersonCase(person, point, context, facts)
    }

    private var tickedSteps: [LaneTick]?
    private var everybodyElse: [Reception]?
    private var waitingReferrals: [Referral]?
    private var lastActa: Paper??
    private var asked: Bool?
    var familyWords: [FamilyWord]?

    /// What was ticked in the person's lanes, the oldest first.
    func ticks() throws -> [LaneTick] {
        try once(&tickedSteps) { try facts.ticks(of: reception.id) }
    }

    /// Everybody else of the person's family, wherever they are.
    func relatives() throws -> [Reception] {
        try once(&everybodyElse) {
            try reception.family.map { try facts.family($0) }?.filter { $0.id != reception.id }
                ?? []
        }
    }

    /// What the person is referred for and is not over.
    func referrals() throws -> [Referral] {
        try once(&waitingReferrals) { try facts.openReferrals(of: reception.id) }
    }

    /// Somebody asks for the person at the gate, and nobody has asked the person.
    func isAskedFor() throws -> Bool {
        try once(&asked) { try facts.isAskedFor(reception, on: context.local.day) }
    }

    /// The last hand-over record, void or not.
    private func anyActa() throws -> Paper? {
        try once(&lastActa) { try facts.lastPaper(.acta, of: reception.id) }
    }

    /// The hand-over record, where one stands.
    func acta() throws -> Paper? { try anyActa().flatMap { $0.cancelledAt == nil ? $0 : nil } }

    /// The folio of the last record, where it was made void.
    func voidActa() throws -> String? {
        try anyActa().flatMap { $0.cancelledAt == nil ? nil : $0.folio }
    }

    /// Where the person stands in their lanes now.
    func lanes() throws -> LaneState {
        LaneState(reception, try ticks(), acta: try acta(), on: context.local.day)
    }

    /// The one the person came with.
    func group() throws -> Group { try facts.group(reception.group) }

    func once<Value>(_ known: inout Value?, _ ask: () throws -> Value) rethrows -> Value {
        if let known { return known }
        let value = try ask()
        known = value
        return value
    }
}

extension PersonCase {
    func decision(
        _ kind: EventKind, _ after: Reception, _ others: [Change?] = [],
        _ outcome: any Outcome = NoOutcome()
    ) -> Decision {
        var after = after
        let fields = after.takeBackBeyondAge(since: reception, on: context.local.day)
        let isUntold = outcome is NoOutcome && !fields.isEmpty
        let outcome: any Outcome = isUntold ? AnswersTakenBack(fields) : outcome
        return Decision(
            kind, of: reception, [Change(from: recorded, to: after)] + alongside + others, outcome,
            ids: context.ids)
    }

    /// It is so already.
    func unchanged(_ outcome: any Outcome = NoOutcome()) -> Decision {
        Decision([], outcome, ids: context.ids)
    }

    /// Throws `alreadyOut`, `notInThisStage`.
    func require(_ stages: Stage...) throws(Refusal) { try require { stages.contains($0.stage) } }

    /// Throws `alreadyOut`, `notInThisStage`.
    func requireInside() throws(Refusal) { try require(\.isInside) }

    private func require(_ isRight: (Reception) -> Bool) throws(Refusal) {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        guard isRight(reception) else { throw wrongStage }
    }

    var wrongStage: Refusal {
        Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
    }

    /// The call in force, ended.
    func endedCall(_ outcome: CallOutcome) throws -> Change? {
        guard let call = try call() else { return nil }
        var ended = call
        ended.outcome = outcome
        ended.endedAt = context.now
        return Change(from: call, to: ended)
    }

    /// The call in force.
    func call() throws -> Call? { try reception.call.flatMap { try facts.call($0) } }

    /// Whose desk holds the person.
    func holder() throws -> Identifier<Officer>? {
        try reception.desk.flatMap { try facts.desk($0, at: point.code)?.officer }
    }

    /// At most one on the way and one in interview per desk.
    func checkRoom(at desk: Desk, for stage: Stage) throws {
        let load = try facts.load(ofDesk: desk.number, at: point.code)
        if stage == .called, let ticket = load.called {
            throw Refusal(.alreadyCalled, ["ticket": .int(ticket)])
        }
        if stage == .inInterview, let ticket = load.inInterview {
            throw Refusal(.deskBusy, ["ticket": .int(ticket)])
        }
    }

    /// A birth date is of this life, and no plain amendment moves anybody across 18.
    func checkBirth(of after: Reception) throws(Refusal) {
        guard let birth = after.birth, birth != reception.birth else { return }
        let day = context.local.day
        guard birth.isPossible(on: day) else { throw Refusal(.futureBirthDate) }
        if after.crosses18(from: reception, on: day) { throw Refusal(.needsCorrectAge) }
    }
}

extension Reception {
    /// Received and asked: the person waits, from now unless they waited before.
    mutating func enterQueue(at now: Instant) {
        stage = .waiting
        enteredAt = enteredAt ?? now
    }

    /// No desk holds the person any more.
    mutating func leaveDesk() {
        desk = nil
        call = nil
        recalls = 0
    }
}
