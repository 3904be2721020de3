import Repatriation

/// What the names of a scenario stand for, and what its injects have come to.
extension Rehearsal {
    /// Who a reception is of.
    subscript(reception: Identifier<Reception>) -> Guest? {
        get { guests[reception.value] }
        set { guests[reception.value] = newValue }
    }

    /// From now on a name stands for this.
    func mean(_ name: String, _ value: Int, _ at: Instant) {
        names[name] = value
        stage.names(name, value, at)
    }

    /// Once, whoever wants it again.
    func tell(_ inject: Inject, _ at: Instant) {
        guard score.told[inject.id] == nil else { return }
        score.tell(inject.id, at)
        stage.tell(inject, at)
        react(to: inject, at)
    }

    /// Whether all that an inject expects was done in time, as far as it is known now.
    func isMet(_ inject: Inject) -> Bool {
        learn()
        return score.missed(inject, names).isEmpty
    }
}
