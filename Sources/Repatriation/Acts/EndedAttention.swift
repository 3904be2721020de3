extension Officer {
    /// May sit at a desk that attends child protection.
    package var attendsChildren: Bool {
        !isSuspended && !effectiveRoles.isDisjoint(with: [.opi, .lead])
    }
}

/// A role that is taken away ends what it opened.
extension OfficerCase {
    /// The officer's desks lose what their role or account no longer allows: without child
    /// protection's role they attend no child alone; of a suspended account they are closed, so
    /// that whoever else they hold is taken over at once.
    ///
    /// A child alone whom such a desk held waits again with the hour they had, as after a pause:
    /// the queue offers them to the next desk of child protection before anybody else, and what was
    /// typed stays the draft that «w» takes over.
    func endings(from before: Officer, to after: Officer) throws -> (
        desks: [Change], people: [Event]
    ) {
        let loses = before.attendsChildren && !after.attendsChildren
        guard loses || after.isSuspended else { return ([], []) }
        var desks: [Change] = []
        var people: [Event] = []
        for attended in try facts.attended(by: before.id) {
            let returning = loses ? attended.held.filter(\.person.isChildAlone) : []
            people += returning.map { back($0.person, $0.call) }
            var closed = attended.desk
            if loses { closed.attends.remove(.opi) }
            if after.isSuspended || closed.attends.isEmpty {
                closed.state = .closed
                // Whoever else it holds is taken over from them by name.
                if attended.held.count == returning.count { closed.officer = nil }
            }
            if let change = Change(from: attended.desk, to: closed) { desks.append(change) }
        }
        return (desks, people)
    }

    private func back(_ person: Reception, _ call: Call?) -> Event {
        var waiting = person
        waiting.stage = .waiting
        waiting.leaveDesk()
        var changes = [Change(from: person, to: waiting)]
        if let call {
            var ended = call
            ended.outcome = .parked
            ended.endedAt = context.now
            changes.append(Change(from: call, to: ended))
        }
        return Event(.resumed, subject: person.id.value, changes: changes.compactMap { $0 })
    }
}
