/// What can be wanted about somebody's rights over the data held on them.
package enum RightsCommand: Sendable, Equatable {
    case request(Identifier<Reception>, Right, Requester)
    case extend(Identifier<RightsRequest>, reason: String)
    case answer(Identifier<RightsRequest>, RightsResolution)
}

/// Who asks, by which paper they were identified, and as what.
package struct Requester: Sendable, Equatable {
    /// Who asks.
    package let name: String
    /// The paper that identified them.
    package let document: String
    /// As what they ask.
    package let capacity: Capacity
    /// What makes them the guardian of somebody of age: the decision that names them.
    package let ground: String?

    /// Somebody who asks.
    package init(name: String, document: String, capacity: Capacity, ground: String? = nil) {
        self.name = name
        self.document = document
        self.capacity = capacity
        self.ground = ground
    }
}

/// What a request is answered with.
package struct RightsResolution: Sendable, Equatable {
    /// How the request is decided.
    package var answer: RightsAnswer
    /// The reasons; a refusal has some.
    package var note: String?
    /// The data as they are right, for a rectification.
    package var fields = PersonData()
    /// What is opposed, for an opposition.
    package var opposes: Set<Opposition> = []

    /// An answer without details.
    package init(_ answer: RightsAnswer) { self.answer = answer }
}

/// The slice that these rules need.
package struct RightsSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// The reception by which the person was found.
    package var reception: Reception
    /// Every reception of the person, that one too: rights are the person's.
    package var receptions: [Reception]
    /// The request that is extended or answered.
    package var request: RightsRequest?
    /// The days on which terms run.
    package var days: WorkingDays

    /// A slice for one request.
    package init(
        context: Context, reception: Reception, receptions: [Reception], request: RightsRequest?, days: WorkingDays
    ) {
        self.context = context
        self.reception = reception
        self.receptions = receptions
        self.request = request
        self.days = days
    }
}

extension RightsCommand {
    /// The rules: what happens, or why not.
    package func decide(_ situation: RightsSituation) throws(Refusal) -> Decision {
        var situation = situation
        switch self {
        case .request(_, let right, let requester): return try situation.request(right, requester)
        case .extend(_, let reason): return try situation.extend(reason)
        case .answer(_, let resolution): return try situation.answer(resolution)
        }
    }
}

extension RightsSituation {
    private var today: CivilDate { context.local.day }

    /// Somebody under 18, or whose age was not settled, asks through who answers for them; whoever was a child and has
    /// turned 18 since asks for themselves.
    private var needsGuardian: Bool {
        receptions.contains { person in
            let day = person.receivedDay ?? today
            let hasTurned = (person.age(on: today) ?? 0) >= 18 && (person.age(on: day) ?? 18) < 18
            return person.removal == nil && person.isChild(on: day) && !hasTurned
        }
    }

    fileprivate mutating func request(_ right: Right, _ requester: Requester) throws(Refusal) -> Decision {
        guard receptions.contains(where: { $0.removal == nil }) else { throw Refusal(.dataRemoved) }
        guard !needsGuardian || requester.capacity != .own else { throw Refusal(.guardianAsks) }
        // Whoever is of age has no guardian but by a decision, and their copy is nobody's on a word.
        guard needsGuardian || requester.capacity != .guardian || !NameText.folded(requester.ground ?? "").isEmpty
        else { throw Refusal(.guardianOfAdult) }
        let blank = RightsRequest(id: context.ids.next())
        var asked = blank
        asked.point = reception.point
        asked.reception = reception.id
        asked.right = right
        (asked.requester, asked.document, asked.capacity) = (requester.name, requester.document, requester.capacity)
        asked.ground = requester.ground
        asked.receivedOn = today
        let due = days.adding(RightsRequest.answerDays, to: today)
        asked.dueOn = due
        let event = Event(
            .rightsRequested, subject: reception.id.value,
            changes: [Change(from: blank, to: asked)].compactMap { $0 })
        return Decision([event], ["request": .int(asked.id.value), "due": .string(due.text)], ids: context.ids)
    }

    private func openRequest() throws(Refusal) -> RightsRequest {
        guard let request, request.state == .open else { throw Refusal(.requestAnswered) }
        return request
    }

    /// Once, and with the reason.
    fileprivate func extend(_ reason: String) throws(Refusal) -> Decision {
        let before = try openRequest()
        guard before.extensionReason == nil, let due = before.dueOn else { throw Refusal(.extendedOnce) }
        guard today <= due else { throw Refusal(.termOver) }
        var after = before
        after.extensionReason = reason
        let later = days.adding(RightsRequest.extensionDays, to: due)
        after.dueOn = later
        return decision(.rightsExtended, [Change(from: before, to: after)], ["due": .string(later.text)])
    }

    fileprivate func answer(_ resolution: RightsResolution) throws(Refusal) -> Decision {
        let before = try openRequest()
        var after = before
        after.state = .answered
        after.answer = resolution.answer
        after.answeredOn = today
        after.note = resolution.note
        guard resolution.answer != .refused else {
            guard resolution.note != nil else { throw Refusal(.motiveMissing) }
            return decision(.rightsAnswered, [Change(from: before, to: after)], [:])
        }
        let done = try carriedOut(before.right, resolution)
        let limit = days.adding(RightsRequest.carryOutDays, to: today)
        after.carryOutBy = limit
        return decision(
            .rightsAnswered, [Change(from: before, to: after)] + done, ["carryOutBy": .string(limit.text)])
    }

    /// What was granted, done in the same act: a rectification of the reception that it names, the rest of all.
    private func carriedOut(_ right: Right, _ resolution: RightsResolution) throws(Refusal) -> [Change?] {
        switch right {
        case .access: return []
        case .rectification: return [try rectified(resolution.fields)]
        case .cancellation:
            guard receptions.allSatisfy({ [.released, .noShow].contains($0.stage) || $0.removal != nil }) else {
                throw Refusal(.stillInside)
            }
            return receptions.filter { $0.blockedAt == nil }.map { before in
                var after = before
                after.blockedAt = context.now
                return Change(from: before, to: after)
            }
        case .opposition:
            guard !resolution.opposes.isEmpty else { throw Refusal(.missingField, ["field": "opposes"]) }
            return receptions.filter { $0.removal == nil }.map { before in
                var after = before
                after.opposes = resolution.opposes.union(before.opposes ?? [])
                return Change(from: before, to: after)
            }
        }
    }

    private func rectified(_ fields: PersonData) throws(Refusal) -> Change? {
        guard reception.blockedAt == nil, reception.removal == nil else { throw Refusal(.dataHeld) }
        guard fields != PersonData() else { throw Refusal(.missingField, ["field": "fields"]) }
        try fields.refuseHiddenWords()
        if let birth = fields.birthDate.map({ Birth($0, fields.birthPrecision ?? .exact) }),
            !birth.isPossible(on: today)
        {
            throw Refusal(.futureBirthDate)
        }
        // Inside, whoever would cross 18 goes the way that settles an age.
        var person = reception
        person.take(fields)
        if reception.isInside, person.crosses18(from: reception, on: today) { throw Refusal(.needsCorrectAge) }
        return Change(from: reception, to: person)
    }

    private func decision(_ kind: EventKind, _ changes: [Change?], _ result: [String: JSON]) -> Decision {
        let event = Event(kind, subject: reception.id.value, changes: changes.compactMap { $0 })
        return Decision([event], result, ids: context.ids)
    }
}
