/// The list of a group went to an authority: on record with whom, on what it rests and which fields.
package struct ShareGroup: GroupAct {
    package static let row = ActRow<Self>(
        .groupShared, .arrival,
        [
            .text("with", \.with), .reason("basis", \.basis), .codeList("fields", \.fields),
            .text("who", \.who),
        ])

    package var group = Identifier<Group>(0)
    /// The authority that got it.
    package var with = ""
    /// The law or the written request that it rests on.
    package var basis = ""
    /// What the list said of each: these three and nothing else may go.
    package var fields: [SharedField] = []
    /// Who there took it.
    package var who: String?

    package init() {}

    /// A group's list, with whom, on what basis and with which fields.
    package init(_ group: Identifier<Group>, with: String, basis: String, _ fields: [SharedField]) {
        self.group = group
        (self.with, self.basis, self.fields) = (with, basis, fields)
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let found = try facts.group(group)
        guard !fields.isEmpty else { throw Refusal(.missingField, ["field": "fields"]) }
        var ids = context.ids
        let blank = GroupShare(id: ids.next())
        var share = blank
        share.group = found.id
        share.point = found.point
        share.with = with
        share.basis = basis
        share.shared = Set(fields)
        share.who = who
        share.people = try facts.counts(of: found.id).onList
        share.sentBy = context.officer.id
        share.at = context.now
        share.isBeforeArrival = found.stage == .announced
        let event = Event(
            .groupShared, subject: found.id.value,
            changes: [Change(from: blank, to: share)].compactMap { $0 })
        return Decision([event], ["people": .int(share.people)], ids: ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Queda anotado a quién se dio la lista.", "On record who was given the list.")
    }
}
