import Repatriation

/// Desks call, speak with people, and see them off.
extension Rehearsal {
    func callNext(_ point: PointCode, _ desk: Int, _ at: Instant) {
        guard let id = called(point, desk, at), let guest = self[id] else {
            return after(60, at) { [unowned self] in callNext(point, desk, $0) }
        }
        let walk = Int.random(in: 15...45, using: &guest.random)
        after(walk, at) { [unowned self] in interview(guest, point, desk, $0) }
    }

    private func called(_ point: PointCode, _ desk: Int, _ at: Instant) -> Identifier<Reception>? {
        switch stage.perform(.act(CallNext(at: point, desk)), officer(atDesk: desk), at) {
        case .done(let outcome, _): return (outcome as? Called)?.reception
        case .refused("deskTaken") where scenario.reserves.contains(desk):
            // Somebody has opened it for whoever waited for that: they sit down.
            let sits = OpenDesk(at: point, desk, attends: Set(Attention.allCases))
            _ = stage.perform(.act(sits), officer(atDesk: desk), at)
            return nil
        case .refused: return nil
        }
    }

    private func interview(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        send(StartInterview(guest.reception, desk: desk), officer(atDesk: desk), at)
        let length = Int.random(in: 180...420, using: &guest.random)
        stage.stays(point, desk, at.adding(seconds: length))
        after(length, at) { [unowned self] in finish(guest, point, desk, $0) }
    }

    private func finish(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        after(10, at) { [unowned self] in callNext(point, desk, $0) }
        let officer = officer(atDesk: desk)
        let isCareful = isCareful(atDesk: desk, of: point, guest)
        decideNationality(guest, officer, isCareful: isCareful, at)
        if isCareful, guest.truth.nationality.turnsAway {
            return after(1800, at) { [unowned self] in leave(guest, point, $0) }
        }
        var answers = people.answers(guest.person, &guest.random)
        answers.merge(guest.truth.answers) { $1 }
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
        let stays = guest.truth.stays.map { start.adding(seconds: $0).secondsSince(at) } ?? 0
        after(max(wait * 60, stays), at) { [unowned self] in leave(guest, point, $0) }
    }

    /// What is done with what they answer, in words they understand, before anything is kept.
    private func inform(
        _ guest: Guest, _ answers: [ProfileField: String], _ officer: Identifier<Officer>,
        _ at: Instant
    ) {
        if answers[.interpreterNeeded] == "yes" { return interpret(guest, at) }
        if guest.truth.flags?.contains(.noSpanish) == true { return }
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
                motive: "Práctica: así lo dice la persona", mexicanParent: false)
        }
        sendByTwo(act, officer, at)
    }

    private func claim(_ guest: Guest, _ officer: Identifier<Officer>, _ at: Instant) {
        send(ClaimProperty(guest.reception, PropertyClaimed([.clothes])), officer, at)
    }

    private func leave(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        // A careless officer sees nobody leave.
        guard let skill = skill(.exits, at: point), skill > 0 else { return }
        let drawn = [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
            Int.random(in: 0..<5, using: &guest.random)]
        var release = Release(guest.truth.exit ?? drawn)
        if isNight(at) { release.escort = .accepted }
        if isChild(guest) {
            if let name = guest.truth.family, let adult = names[name] {
                release = Release(.relative)
                release.receiver.parent = Identifier(adult)
            } else {
                release = toChildProtection()
                handOverRecord(guest, at)
            }
        }
        sendByTwo(ReleasePerson(guest.reception, release), officer(.colleague), at)
    }

    /// After dark nobody goes to the bus alone.
    private func isNight(_ at: Instant) -> Bool {
        let clock = zone.local(at).clock
        return clock >= "22:00" || clock < "05:00"
    }

    private func toChildProtection() -> Release {
        var release = Release(.dif)
        release.receiver.institution = "DIF estatal (práctica)"
        release.receiver.name = "Persona inventada"
        release.receiver.credential = "PRACTICA-1"
        release.receiver.plate = "PRA-00-00"
        return release
    }

    /// The record of art. 112, signed by who receives.
    private func handOverRecord(_ guest: Guest, _ at: Instant) {
        let issued = send(
            TickLane(guest.reception, .acta, TickWords()), officer(.colleague), at)
        guard let paper = (issued?.outcome as? any PrintedOutcome)?.paper else { return }
        send(DeliverPaper(paper, .signed), officer(.colleague), at)
    }
}

extension Nationality {
    /// Whoever is so is not received.
    fileprivate var turnsAway: Bool { self == .foreign || self == .notAccredited }
}
