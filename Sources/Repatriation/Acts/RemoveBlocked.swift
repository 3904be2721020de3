/// Removes what is blocked and past all its years: asked for by one, confirmed by another; decided
/// on what is due then, and refused where that is not what was told.
package struct RemoveBlocked: ArchiveAct, TakesTwo {
    package static let row = ActRow<Self>(
        .removeBlocked, .archive,
        [.text("dictamen", \.dictamen), .integer("people", 1...RemovalDue.most, \.people)])

    /// The decision of the archive that allows it.
    package var dictamen = ""
    /// How many, as they were announced to both officers.
    package var people = 0

    package init() {}

    /// By a decision, so many.
    package init(dictamen: String, people: Int) {
        self.dictamen = dictamen
        self.people = people
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let series = try series(facts)
        // A removal empties the log and packs the file: nobody else may have it open.
        guard context.confirmer == nil || facts.isAlone else { throw Refusal(.mustBeAlone) }
        let due = try facts.dueToRemove(series, on: context.local.day)
        guard !due.people.isEmpty else { throw Refusal(.nothingToRemove) }
        guard due.people.count == people else {
            throw Refusal(.countChanged, ["count": .int(due.people.count)])
        }
        guard let confirmer = context.confirmer else {
            return try context.pending(self, about: series.id.value, at: .none, facts)
        }
        var ids = context.ids
        let blank = Removal(id: ids.next())
        var proof = blank
        proof.dictamen = dictamen
        proof.series = series.code
        proof.at = context.now
        proof.askedBy = context.officer.id
        proof.confirmedBy = confirmer.id
        proof.receptions = due.people.count
        proof.groups = due.groups.count
        proof.statistics = RemovalDue.statistics(of: due.people)
        return Decision(
            [Event(.removalMade, blank, proof)] + due.events(proof.id),
            Removed(removal: proof.id, count: due.people.count), ids: ids)
    }
}

/// What was removed.
package struct Removed: Outcome {
    /// The proof of it.
    package let removal: Identifier<Removal>
    /// Receptions.
    package let count: Int
    package var members: [String: JSON] {
        ["removal": .int(removal.value), "removed": .int(count)]
    }
}
