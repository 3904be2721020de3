/// The first questions were asked: the class of the queue follows from what was found.
package struct Triage: AttentionAct {
    package static let row = ActRow<Self>(.triage, .care, [flags])

    /// Required, and may be empty: nothing found is an answer.
    private static let flags = Parameter<Triage>(
        "flags", .codes(Flag.allCases.map(\.rawValue)), required: true,
        read: { reader, act throws(Refusal) in act.flags = try reader.requiredCodes("flags") },
        value: { .codes($0.flags) })

    package var reception = Identifier<Reception>(0)
    /// What was found.
    package var flags: Set<Flag> = []

    package init() {}

    /// Somebody, and what was found.
    package init(_ reception: Identifier<Reception>, _ flags: Set<Flag>) {
        self.reception = reception
        self.flags = flags
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        guard before.stage != .noShow else { throw person.wrongStage }
        if before.stage == .released { throw Refusal(.alreadyOut) }
        // The child lane is entered by doubt and left only by those who decide it, never by an
        // answer at the desk.
        if before.isChildAlone, !flags.contains(.unaccompaniedChild) {
            throw Refusal(.childLaneStays)
        }
        // A mark that whoever answers does not know of is not theirs to take away, nor to be told
        // of by the answer.
        let unknown = person.context.reader.unknownFlags
        let all = flags.union((before.flags ?? []).intersection(unknown))
        let told = try person.point.priority(for: flags)
        var after = before
        try after.take(all, at: person.point)
        try person.noteEmergency(&after)
        if before.stage == .received { after.enterQueue(at: person.context.now) }
        after.waitForTheLane()
        var answered = person.decision(.triaged, after, [], ClassGiven(priority: told))
        // Whether a mark that they do not read stands already is not told by the lack of a fact
        // either.
        if answered.events.isEmpty, !flags.isDisjoint(with: unknown) {
            answered.events = [Event(.triaged, subject: before.id.value, changes: [])]
        }
        return answered
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let minutes = (outcome as? ClassGiven)?.priority.targetMinutes else { return nil }
        return Bilingual("Meta \(minutes) min.", "Target \(minutes) min.")
    }
}

extension PersonCase {
    /// That a vital emergency is none is one officer's word until another human being has asked the
    /// same questions.
    fileprivate func noteEmergency(_ after: inout Reception) throws {
        let own = context.officer.id
        if after.hasEmergency {
            after.emergencyLiftedBy = nil
        } else if reception.hasEmergency {
            after.emergencyLiftedBy = own
        } else if let other = reception.emergencyLiftedBy,
            try facts.lineage(of: [other, own]).areTwo(other, own)
        {
            after.emergencyLiftedBy = nil
        }
    }
}

extension Reception {
    /// Somebody who may die, as the first questions found.
    package var hasEmergency: Bool { flags?.contains(.vitalEmergency) == true }
}

extension ReceivingPoint {
    /// The class that the first questions give here.
    func priority(for flags: Set<Flag>) throws(Refusal) -> PriorityClass {
        guard let found = priority(PriorityClass.code(for: flags)) else {
            throw Refusal(.unknownCode, ["field": "flags", "allowed": []])
        }
        return found
    }
}
