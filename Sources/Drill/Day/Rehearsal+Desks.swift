import Repatriation

/// Desks call, speak with people, and see them off.
extension Rehearsal {
    func callNext(_ point: PointCode, _ desk: Int, _ at: Instant) {
        guard colleaguesWork || desk == scenario.desk || point != scenario.point else {
            return after(60, at) { [unowned self] in callNext(point, desk, $0) }
        }
        var guests = called(point, desk, at).compactMap { self[$0] }
        guard !guests.isEmpty else {
            return after(60, at) { [unowned self] in callNext(point, desk, $0) }
        }
        let guest = guests.removeFirst()
        guest.along = guests
        if guest.truth.flags?.contains(.vitalEmergency) == true {
            // Nobody is interviewed who needs an ambulance.
            send(Park(guest.reception, .doctor), officer(atDesk: desk), at)
            return after(10, at) { [unowned self] in callNext(point, desk, $0) }
        }
        let walk = Int.random(in: 15...45, using: &guest.random)
        after(walk, at) { [unowned self] in interview(guest, point, desk, $0) }
    }

    /// Whoever is called, with the family that comes along.
    private func called(
        _ point: PointCode, _ desk: Int, _ at: Instant
    ) -> [Identifier<Reception>] {
        switch stage.perform(.act(CallNext(at: point, desk)), officer(atDesk: desk), at) {
        case .done(let outcome, _): return (outcome as? Called)?.everybody ?? []
        case .refused("deskTaken") where scenario.reserves.contains(desk):
            // Somebody has opened it for whoever waited for that: they sit down.
            let sits = OpenDesk(at: point, desk, attends: Set(Attention.allCases))
            _ = stage.perform(.act(sits), officer(atDesk: desk), at)
            return []
        case .refused: return []
        }
    }

    private func interview(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        send(StartInterview(guest.reception, desk: desk), officer(atDesk: desk), at)
        let length = Int.random(in: 180...420, using: &guest.random)
        stage.stays(point, desk, at.adding(seconds: length))
        after(length, at) { [unowned self] in finish(guest, point, desk, $0) }
    }

    private func finish(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        after(10, at) { [unowned self] in goOn(after: guest, point, desk, $0) }
        let officer = officer(atDesk: desk)
        let isCareful = isCareful(atDesk: desk, of: point, guest)
        decideNationality(guest, officer, isCareful: isCareful, at)
        if isCareful, guest.truth.nationality.turnsAway {
            return after(max(1800, stay(of: guest, at)), at) { [unowned self] in
                leave(guest, point, $0)
            }
        }
        let answers = answers(of: guest)
        if isCareful { inform(guest, answers, officer, at) }
        send(SaveProfile(guest.reception, answers), officer, at)
        if isCareful, let belongings = guest.truth.belongings, [.part, .none].contains(belongings) {
            claim(guest, officer, at)
        }
        let issued = send(IssueCertificate(of: guest.reception), officer, at)?.outcome
        if isCareful, let paper = (issued as? any PrintedOutcome)?.paper {
            let how = answers[.interpreterNeeded] == "yes" ? Delivery.withInterpreter : .signed
            send(DeliverPaper(paper, how), officer, at)
        }
        let wait = Int.random(in: 15...70, using: &guest.random)
        after(max(wait * 60, stay(of: guest, at)), at) { [unowned self] in
            leave(guest, point, $0)
        }
    }

    /// What somebody says at the desk.
    private func answers(of guest: Guest) -> [ProfileField: String] {
        var answers = people.answers(guest.person, &guest.random)
        if guest.truth.family != nil {
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

    /// How many seconds more somebody stays at least.
    private func stay(of guest: Guest, _ at: Instant) -> Int {
        guest.truth.stays.map { start.adding(seconds: $0).secondsSince(at) } ?? 0
    }

    /// Whoever came along with the family is spoken with first, at the same desk.
    private func goOn(after guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        guard let next = guest.along.first else { return callNext(point, desk, at) }
        next.along = Array(guest.along.dropFirst())
        interview(next, point, desk, at)
    }

    /// What is done with what they answer, in words they understand, before anything is kept.
    private func inform(
        _ guest: Guest, _ answers: [ProfileField: String], _ officer: Identifier<Officer>,
        _ at: Instant
    ) {
        if answers[.interpreterNeeded] == "yes" { return interpret(guest, at) }
        send(GiveNotice(guest.reception, version: PrivacyNotice.version, .read), officer, at)
    }

    private func isCareful(atDesk desk: Int, of point: PointCode, _ guest: Guest) -> Bool {
        let isColleague = point == scenario.point && desk != scenario.desk
        let skill = isColleague ? scenario.skill : skill(.desk, at: point) ?? 0
        return guest.random.happens(skill)
    }

    private func decideNationality(
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
        sendByTwo(act, officer, at)
    }

    private func claim(_ guest: Guest, _ officer: Identifier<Officer>, _ at: Instant) {
        send(ClaimProperty(guest.reception, PropertyClaimed([.clothes])), officer, at)
    }
}

extension Nationality {
    /// Whoever is so is not received.
    fileprivate var turnsAway: Bool { self == .foreign || self == .notAccredited }
}
