import Repatriation

/// Desks call, speak with people, and see them off.
extension Rehearsal {
    func callNext(_ point: PointCode, _ desk: Int, _ at: Instant) {
        let place = DeskPlace(point, desk)
        guard !silent.contains(place), !takesOver(place, at) else { return }
        let answer = send(CallNext(at: point, desk), officer(atDesk: desk), at)
        guard let called = answer?.outcome as? Called, let guest = self[called.reception] else {
            return after(60, at) { [unowned self] in callNext(point, desk, $0) }
        }
        brought[place] = called.everybody.dropFirst().compactMap { self[$0] }
        let walk = Int.random(in: 15...45, using: &guest.random)
        after(walk, at) { [unowned self] in interview(guest, point, desk, $0) }
    }

    private func interview(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        send(StartInterview(guest.reception, desk: desk), officer(atDesk: desk), at)
        speak(with: guest, DeskPlace(point, desk), at)
    }

    private func speak(with guest: Guest, _ place: DeskPlace, _ at: Instant) {
        attended[place] = guest
        let length = Int.random(in: 180...420, using: &guest.random)
        stage.stays(place.point, place.desk, at.adding(seconds: length))
        after(length, at) { [unowned self] in finish(guest, place.point, place.desk, $0) }
    }

    /// Whoever a silent desk left alone comes before the next of the queue.
    private func takesOver(_ place: DeskPlace, _ at: Instant) -> Bool {
        let isPlayed = place == DeskPlace(scenario.point, scenario.desk)
        guard isPlayed, (skill(.desk, at: place.point) ?? 0) > 0,
            let left = silent.filter({ attended[$0] != nil }).min(by: { $0.desk < $1.desk }),
            let guest = attended[left]
        else { return false }
        attended[left] = nil
        send(TakeOver(guest.reception, desk: place.desk), officer(atDesk: place.desk), at)
        speak(with: guest, place, at)
        return true
    }

    private func finish(_ guest: Guest, _ point: PointCode, _ desk: Int, _ at: Instant) {
        let place = DeskPlace(point, desk)
        guard !silent.contains(place) else { return }
        attended[place] = nil
        defer { goOn(place, at) }
        let officer = officer(atDesk: desk)
        let isCareful = isCareful(atDesk: desk, of: point, guest)
        decideNationality(guest, officer, isCareful: isCareful, at)
        if isCareful, guest.truth.nationality.turnsAway {
            return after(1800, at) { [unowned self] in leave(guest, point, $0) }
        }
        var answers = people.answers(guest.person, &guest.random)
        answers.merge(guest.truth.answers) { $1 }
        if answers[.interpreterNeeded] == "yes", isCareful { interpret(guest, at) }
        guest.isRegistered =
            send(SaveProfile(guest.reception, answers), officer, at) != nil
        let how = guest.isInterpreted ? Delivery.withInterpreter : .signed
        if isCareful { claim(guest, how, officer, at) }
        certify(guest, isCareful ? how : nil, officer, at)
        let wait = Int.random(in: 15...70, using: &guest.random)
        after(wait * 60, at) { [unowned self] in leave(guest, point, $0) }
    }

    /// The rest of the family first, then the next of the queue.
    private func goOn(_ place: DeskPlace, _ at: Instant) {
        after(10, at) { [unowned self] now in
            guard let next = brought[place]?.first else {
                return callNext(place.point, place.desk, now)
            }
            brought[place]?.removeFirst()
            interview(next, place.point, place.desk, now)
        }
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
        var act = SetNationality(guest.reception, .accredited, guest.truth.proof ?? drawn)
        if isCareful, guest.truth.nationality != .accredited {
            act = SetNationality(
                guest.reception, guest.truth.nationality, motive: "Práctica: así lo dice la persona"
            )
        }
        sendByTwo(act, officer, at)
    }

    /// What did not come back, each with a paper of its own.
    private func claim(
        _ guest: Guest, _ how: Delivery, _ officer: Identifier<Officer>, _ at: Instant
    ) {
        guard guest.belongings == .part || guest.belongings == Belongings.none else { return }
        let claimed = guest.truth.claim ?? PropertyClaimed([.clothes])
        let made = send(ClaimProperty(guest.reception, claimed), officer, at)?.outcome
        guard let paper = (made as? any PrintedOutcome)?.paper else { return }
        deliver(paper, how, to: guest, officer, at)
    }
}

extension Nationality {
    /// Whoever is so is not received.
    fileprivate var turnsAway: Bool { self == .foreign || self == .notAccredited }
}
