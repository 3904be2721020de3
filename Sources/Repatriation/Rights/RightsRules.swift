/// Somebody whose rights over their data are asked for, and what the rules ask about them.
struct RightsCase {
    var context: Context
    let facts: any Facts
    /// The reception by which the person was found.
    let reception: Reception
    /// Every reception of the person, that one too: rights are the person's.
    let receptions: [Reception]

    /// Throws `unknownReception`.
    init(_ id: Identifier<Reception>, _ context: Context, _ facts: some Facts) throws {
        self.context = context
        self.facts = facts
        reception = try facts.reception(id)
        receptions = try facts.receptions(of: reception.person)
    }
}

extension RightsCase {
    private var today: CivilDate { context.local.day }

    /// Somebody under 18, or whose age was not settled, asks through who answers for them; whoever
    /// was a child and has turned 18 since asks for themselves.
    private var needsGuardian: Bool {
        receptions.contains { person in
            let day = person.receivedDay ?? today
            let hasTurned = (person.age(on: today) ?? 0) >= 18 && (person.age(on: day) ?? 18) < 18
            return person.removal == nil && person.isChild(on: day) && !hasTurned
        }
    }

    mutating func request(_ right: Right, _ requester: Requester) throws -> Decision {
        guard receptions.contains(where: { $0.removal == nil }) else { throw Refusal(.dataRemoved) }
        guard !needsGuardian || requester.capacity != .own else { throw Refusal(.guardianAsks) }
        // Whoever is of age has no guardian but by a decision, and their copy is nobody's on a
        // word.
        guard
            needsGuardian || requester.capacity != .guardian
                || !NameText.folded(requester.ground ?? "").isEmpty
        else { throw Refusal(.guardianOfAdult) }
        let blank = RightsRequest(id: context.ids.next())
        var asked = blank
        asked.point = reception.point
        asked.reception = reception.id
        asked.right = right
        asked.requester = requester.name
        asked.document = requester.document
        asked.capacity = requester.capacity
        asked.ground = requester.ground
        asked.receivedOn = today
        let due = try facts.workingDays().adding(RightsRequest.answerDays, to: today)
        asked.dueOn = due
        let event = Event(
            .rightsRequested, subject: reception.id.value,
            changes: [Change(from: blank, to: asked)].compactMap { $0 })
        return Decision([event], RightsAsked(request: asked.id, due: due), ids: context.ids)
    }

    /// Once, and with the reason.
    func extend(_ before: RightsRequest, _ reason: String) throws -> Decision {
        guard before.extensionReason == nil, let due = before.dueOn else {
            throw Refusal(.extendedOnce)
        }
        guard today <= due else { throw Refusal(.termOver) }
        var after = before
        after.extensionReason = reason
        let later = try facts.workingDays().adding(RightsRequest.extensionDays, to: due)
        after.dueOn = later
        return decision(
            .rightsExtended, [Change(from: before, to: after)], RightsTerm.answer(by: later))
    }

    func answer(_ before: RightsRequest, _ resolution: RightsResolution) throws -> Decision {
        var after = before
        after.state = .answered
        after.answer = resolution.answer
        after.answeredOn = today
        after.note = resolution.note
        guard resolution.answer != .refused else {
            guard resolution.note != nil else { throw Refusal(.motiveMissing) }
            return decision(.rightsAnswered, [Change(from: before, to: after)], NoOutcome())
        }
        let done = try carriedOut(before.right, resolution)
        let limit = try facts.workingDays().adding(RightsRequest.carryOutDays, to: today)
        after.carryOutBy = limit
        return decision(
            .rightsAnswered, [Change(from: before, to: after)] + done,
            RightsTerm.carryOut(by: limit))
    }

    /// What was granted, done in the same act: a rectification of the reception that it names, the
    /// rest of all.
    private func carriedOut(_ right: Right, _ resolution: RightsResolution) throws -> [Change?] {
        switch right {
        case .access: return []
        case .rectification: return [try rectified(resolution.fields)]
        case .cancellation:
            guard
                receptions.allSatisfy({
                    [.released, .noShow].contains($0.stage) || $0.removal != nil
                })
            else {
                throw Refusal(.stillInside)
            }
            return receptions.filter { $0.blockedAt == nil }.map { before in
                var after = before
                after.blockedAt = context.now
                return Change(from: before, to: after)
            }
        case .opposition:
            guard !resolution.opposes.isEmpty else {
                throw Refusal(.missingField, ["field": "opposes"])
            }
            return receptions.filter { $0.removal == nil }.map { before in
                var after = before
                after.opposes = resolution.opposes.union(before.opposes ?? [])
                return Change(from: before, to: after)
            }
        }
    }

    private func rectified(_ fields: PersonData) throws -> Change? {
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
        if reception.isInside, person.crosses18(from: reception, on: today) {
            throw Refusal(.needsCorrectAge)
        }
        person.takeBackBeyondAge(since: reception, on: today)
        return Change(from: reception, to: person)
    }

    private func decision(_ kind: EventKind, _ changes: [Change?], _ outcome: any Outcome)
        -> Decision
    {
        let event = Event(kind, subject: reception.id.value, changes: changes.compactMap { $0 })
        return Decision([event], outcome, ids: context.ids)
    }
}

/// The request that was made, and by when it is answered.
package struct RightsAsked: Outcome {
    /// Which.
    package let request: Identifier<RightsRequest>
    /// The last day for the answer.
    package let due: CivilDate
    package var members: [String: JSON] {
        ["request": .int(request.value), "due": .string(due.text)]
    }
}

/// By when what follows is to be done.
package struct RightsTerm: Outcome {
    private let name: String
    private let day: CivilDate
    /// As whoever asks is told.
    package let words: Bilingual

    package var members: [String: JSON] { [name: .string(day.text)] }

    /// The last day for the answer.
    package static func answer(by day: CivilDate) -> RightsTerm {
        RightsTerm(
            name: "due", day: day,
            words: Bilingual(
                "se responde a más tardar el \(day.shown)", "answered by \(day.shown) at the latest"
            ))
    }

    /// The last day for what was granted to be done.
    static func carryOut(by day: CivilDate) -> RightsTerm {
        RightsTerm(
            name: "carryOutBy", day: day,
            words: Bilingual(
                "se cumple a más tardar el \(day.shown)",
                "carried out by \(day.shown) at the latest"))
    }
}
