/// The rules of what takes two people: one officer gives the command, another confirms it within
/// ten minutes, and only then it is decided, on what is so by then.
extension Context {
    /// Leaves an act to another officer, in the place of what still waited about the same subject.
    func pending(
        _ act: some TakesTwo, about subject: Int, at point: PointCode, _ facts: any Facts
    ) throws -> Decision {
        // Whoever confirms does it now: it is typed without the sheet, with its hour in words.
        guard sheet == nil else { throw Refusal(.notFromPaper) }
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
            guard $0.state == .open, $0.command == asked.command else { return false }
            return try [.release, .correctAge].contains($0.command) || facts.asks($0, for: act)
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

/// An act that can wait for a second officer: it is found again by its name and parameters.
package protocol TakesTwo: Act {}

extension PendingAct {
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
