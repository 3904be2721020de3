import Repatriation

/// What is said and decided at a desk, and what a careful officer does with it.
extension Rehearsal {
    func decideNationality(
        _ guest: Guest, _ officer: Identifier<Officer>, isCareful: Bool, _ at: Instant
    ) {
        let proofs: [Proof] = [.birthCertificate, .consularId, .photoCURP, .conviction, .passport]
        let drawn = proofs[Int.random(in: 0..<proofs.count, using: &guest.random)]
        // Who asks for no paper is left with an impression.
        let proof = isCareful ? guest.truth.proof ?? drawn : .conviction
        var act = SetNationality(guest.reception, .accredited, proof)
        if isCareful, guest.truth.nationality != .accredited {
            act = SetNationality(
                guest.reception, guest.truth.nationality,
                motive: "Práctica: así lo dice la persona",
                mexicanParent: guest.truth.nationality == .foreign ? false : nil)
        }
        sendByTwo(act, officer, of: guest.point, at)
    }

    /// What somebody says at the desk.
    func answers(of guest: Guest) -> [ProfileField: String] {
        var answers = people.answers(guest.person, &guest.random)
        if adult(of: guest) != nil {
            // A child says with whom they came, as everybody sees.
            answers[.travelsWith] = "family"
            answers[.travelCondition] = "accompanied"
            answers[.companionKinship] = "parent"
        }
        answers.merge(guest.truth.answers) { $1 }
        if let language = guest.language {
            answers[.interpreterNeeded] = "yes"
            if language != Guest.signs {
                answers[.understandsSpanish] = "no"
                answers[.motherTongue] = language
            }
        }
        return answers
    }

    /// What is done with what they answer, in words they understand, before anything is kept.
    func inform(
        _ guest: Guest, _ answers: [ProfileField: String], _ officer: Identifier<Officer>,
        _ at: Instant
    ) {
        if answers[.interpreterNeeded] == "yes" { return interpret(guest, at) }
        send(GiveNotice(guest.reception, version: PrivacyNotice.version, .read), officer, at)
    }

    /// What did not come back, each with a paper of its own.
    func claim(_ guest: Guest, _ how: Delivery, _ officer: Identifier<Officer>, _ at: Instant) {
        guard guest.belongings == .part || guest.belongings == Belongings.none else { return }
        let claimed = guest.truth.claim ?? PropertyClaimed([.clothes])
        let made = send(ClaimProperty(guest.reception, claimed), officer, at)?.outcome
        guard let paper = (made as? any PrintedOutcome)?.paper else { return }
        deliver(paper, how, to: guest, officer, at)
    }
}

extension Nationality {
    /// Whoever is so is not received.
    var turnsAway: Bool { self == .foreign || self == .notAccredited }
}
