/// Somebody of the list did not come.
package struct NoShow: AttentionAct {
    package static let row = ActRow<Self>(
        .noShow, .arrival, alsoFor: [.beta],
        [.code("why", \.why), .text("confirmedBy", \.confirmedBy)])

    package var reception = Identifier<Reception>(0)
    /// Why.
    package var why = Absence.unknown
    /// Who on the US side confirms it.
    package var confirmedBy: String?

    package init() {}

    /// Somebody, why, and who confirms it.
    package init(_ reception: Identifier<Reception>, _ why: Absence, confirmedBy: String?) {
        self.reception = reception
        self.why = why
        self.confirmedBy = confirmedBy
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        guard before.stage == .listed || before.stage == .noShow else {
            throw Refusal(before.stage == .released ? .alreadyOut : .alreadyReceived)
        }
        return try accounted(person, in: try person.group())
    }

    /// Not come, as one of a group.
    func accounted(_ person: PersonCase, in group: Group) throws -> Decision {
        guard group.stage != .concluded else { throw Refusal(.groupConcluded) }
        let before = person.reception
        var after = before
        after.stage = .noShow
        after.absence = why
        after.absenceConfirmedBy = confirmedBy ?? before.absenceConfirmedBy
        // An alarm is closed by what was found, or by who on the US side confirms; not by a second
        // key.
        // Whoever another point sent was in our hands: looked for, whatever is said of why.
        after.isUnlocated =
            why.isAlarm || before.isOnTheWay || before.isUnlocated && confirmedBy == nil
        after.unlocatedSince = after.isUnlocated ? before.unlocatedSince ?? person.context.now : nil
        return person.decision(
            .didNotCome, after, [Change(from: group, to: group.unsettled)],
            ["unlocated": .bool(after.isUnlocated)])
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? why.label.stopped : nil
    }
}
