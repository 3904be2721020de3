/// The rules of what takes two people: one officer gives the command, another confirms it within ten minutes, and only
/// then it is decided, on what is so by then.
extension Context {
    /// Leaves a command to another officer, in the place of what still waited about the same subject.
    func pending(
        _ command: Command, about subject: Int, at point: PointCode, replacing earlier: [PendingAct]
    ) -> Decision {
        var ids = ids
        let blank = PendingAct(id: ids.next())
        var asked = blank
        asked.point = point
        asked.subject = subject
        asked.command = command.name
        asked.form = command.line?.serialized ?? ""
        asked.askedBy = officer.id
        asked.askedProof = proof
        asked.askedAt = now
        // Another exit or age takes the place of the one that waited; another role or dictamen waits beside the first.
        let same = earlier.filter {
            $0.state == .open && $0.command == command.name
                && ([.release, .correctAge].contains($0.command) || $0.form == asked.form)
        }
        let replaced = same.map { before -> Change? in
            var after = before
            after.state = .replaced
            return Change(from: before, to: after)
        }
        let changes = ([Change(from: blank, to: asked)] + replaced).compactMap { $0 }
        let event = Event(.confirmationAsked, subject: subject, changes: changes)
        return Decision([event], ["pending": "confirmation"], ids: ids)
    }
}

extension PendingAct {
    /// Whether it is this very command, given by somebody else: who repeats it confirms it.
    package func asks(for command: Command, besides officer: Officer) -> Bool {
        askedBy != officer.id && form == command.line?.serialized
    }

    /// Whether this officer may complete it now, and is another human being than who asked (``Lineage``). Throws
    /// `notPending`, `confirmationLapsed`, `secondOfficer`, or `passwordWanted` where nobody has given a password.
    package func checkConfirmation(
        by officer: Officer, proven proof: IdentityProof, lineage: Lineage, at now: Instant
    ) throws(Refusal) {
        guard state == .open else { throw Refusal(.notPending) }
        guard isOpen(at: now) else { throw Refusal(.confirmationLapsed) }
        let words = (Lineage.Word(askedBy, askedProof), Lineage.Word(officer.id, proof))
        if let code = lineage.objection(to: words.0, and: words.1) { throw Refusal(code) }
    }

    /// What the completed act says besides: both names.
    package func confirmed(by officer: Officer) -> Change {
        Change(
            kind: .pendingAct, id: id.value,
            entries: [
                Change.Entry("askedBy", .plain, askedBy.stored), Change.Entry("confirmedBy", .plain, officer.id.stored),
                Change.Entry("state", .plain, PendingState.confirmed.stored),
            ])
    }
}

extension Command {
    /// The command as a line of `send`, for those that can wait for a second officer; nil for the others. A password is
    /// none that `send` reads: it comes with whoever confirms.
    package var line: JSON? {
        switch self {
        case .of(let any): return any.act.line
        case .reception(let id, .release(let release)):
            var members = release.members
            members["do"] = "release"
            members["reception"] = .int(id.value)
            return .object(members)
        case .reception(let id, .correctAge(let correction)):
            var members: [String: JSON] = [
                "do": "correctAge", "reception": .int(id.value), "birthDate": JSON(correction.birthDate?.text),
                "source": .string(correction.source.rawValue), "folio": JSON(correction.folio),
                "withFamily": .bool(correction.isWithFamily),
            ]
            if correction.birthDate == nil { members["doubt"] = true }
            return .object(members)
        case .catalogue(.setOfficer(let id, let change)):
            return [
                "do": "setOfficer", "officer": .int(id.value), "grant": JSON(change.grants?.rawValue),
                "revoke": JSON(change.revokes?.rawValue), "suspended": change.isSuspended.map(JSON.bool) ?? .null,
                "account": JSON(change.account), "name": JSON(change.name),
            ]
        case .catalogue(.notePassword(let id)): return ["do": "notePassword", "officer": .int(id.value)]
        case .retention(.remove(let dictamen, let people)):
            return ["do": "removeBlocked", "dictamen": .string(dictamen), "people": .int(people)]
        default: return nil
        }
    }
}

extension Release {
    fileprivate var members: [String: JSON] {
        [
            "how": .string(how.rawValue), "destination": JSON(destination), "municipality": JSON(municipality),
            "escort": JSON(escort?.rawValue),
            "seemsAdult": seemsAdult.map(JSON.bool) ?? .null,
            "receiver": [
                "institution": JSON(institution), "name": JSON(name), "id": JSON(credential), "plate": JSON(plate),
                "reception": JSON(parent?.value),
            ],
        ]
    }
}
