/// The rules of what takes two people: one officer gives the command, another confirms it within
/// ten minutes, and only then it is decided, on what is so by then.
extension Context {
    /// Leaves an act to another officer, in the place of what still waited about the same subject.
    func pending(
        _ act: some Act, about subject: Int, at point: PointCode, _ facts: any Facts
    ) throws -> Decision {
        var ids = ids
        let blank = PendingAct(id: ids.next())
        var asked = blank
        asked.point = point
        asked.subject = subject
        asked.command = type(of: act).name
        asked.form = act.line.serialized
        asked.askedBy = officer.id
        asked.askedProof = proof
        asked.askedAt = now
        // Another exit or age takes the place of the one that waited; another role or dictamen
        // waits beside the first.
        let same = try facts.pendings(about: subject).filter {
            $0.state == .open && $0.command == asked.command
                && ([.release, .correctAge].contains($0.command) || $0.form == asked.form)
        }
        let replaced = same.map { before -> Change? in
            var after = before
            after.state = .replaced
            return Change(from: before, to: after)
        }
        let changes = ([Change(from: blank, to: asked)] + replaced).compactMap { $0 }
        let event = Event(.confirmationAsked, subject: subject, changes: changes)
        return Decision([event], LeftPending(), ids: ids)
    }
}

extension PendingAct {
    /// Whether it is this very command, given by somebody else: who repeats it confirms it.
    package func asks(for act: some Act, besides officer: Officer) -> Bool {
        askedBy != officer.id && form == act.line.serialized
    }

    /// Whether this officer may complete it now, and is another human being than who asked
    /// (``Lineage``). Throws `notPending`, `confirmationLapsed`, `secondOfficer`, or
    /// `passwordWanted` where nobody has given a password.
    func checkConfirmation(
        by officer: Officer, proven proof: IdentityProof, _ facts: some Facts
    ) throws {
        guard state == .open else { throw Refusal(.notPending) }
        guard isOpen(at: facts.now) else { throw Refusal(.confirmationLapsed) }
        let lineage = try facts.lineage(of: [askedBy, officer.id])
        let words = (Lineage.Word(askedBy, askedProof), Lineage.Word(officer.id, proof))
        if let code = lineage.objection(to: words.0, and: words.1) { throw Refusal(code) }
    }

    /// What the completed act says besides: both names.
    package func confirmed(by officer: Officer) -> Change {
        Change(
            kind: .pendingAct, id: id.value,
            entries: [
                Change.Entry("askedBy", .plain, askedBy.stored),
                Change.Entry("confirmedBy", .plain, officer.id.stored),
                Change.Entry("state", .plain, PendingState.confirmed.stored),
            ])
    }
}

/// It waits for a second officer.
package struct LeftPending: Outcome {
    package var members: [String: JSON] { ["pending": "confirmation"] }
}

/// What waits for a second officer, and who asked for it.
package struct AskedAct {
    /// As it is kept.
    package let pending: PendingAct
    /// What was asked for.
    package let act: any Act
    /// Who asked, as of now.
    package let officer: Officer

    /// An act that waits.
    package init(pending: PendingAct, act: any Act, officer: Officer) {
        self.pending = pending
        self.act = act
        self.officer = officer
    }
}
