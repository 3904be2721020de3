import Repatriation

/// Desks speak with people, and see them off.
extension Rehearsal {
    func interview(_ guest: Guest, _ place: DeskPlace, _ at: Instant) {
        guard isManned(place) else { return }
        send(StartInterview(guest.reception, desk: place.desk), officer(at: place), at)
        speak(with: guest, place, at)
    }

    func speak(with guest: Guest, _ place: DeskPlace, _ at: Instant) {
        attended[place] = guest
        let isPeak = stage.sees.isPeak(place.point)
        // Five minutes on the mean; nine answers take as much less as they are fewer.
        let whole = Int.random(in: 180...420, using: &guest.random)
        let length = isPeak ? whole * InterviewForm.peak.count / Rehearsal.asked : whole
        stage.stays(place.point, place.desk, at.adding(seconds: length))
        after(length, at) { [unowned self] in finish(guest, place, $0) }
        guard isPeak, guest.along.isEmpty else { return }
        // Whoever is next walks while this one's papers are signed.
        after(length - 30, at) { [unowned self] now in
            guard attended[place] === guest, !silent.contains(place) else { return }
            ahead[place] = call(place, now)
        }
    }

    /// How many questions the minimum has.
    private static let asked = InterviewForm.questions(of: .minimum).count

    /// The rest of the family first, then the next of the queue.
    func goOn(after guest: Guest, _ place: DeskPlace, _ at: Instant) {
        after(10, at) { [unowned self] now in
            guard let next = guest.along.first else {
                guard let called = ahead.removeValue(forKey: place) else {
                    return callNext(place.point, place.desk, now)
                }
                return meet(called, place, walks: 5, now)
            }
            next.along = Array(guest.along.dropFirst())
            interview(next, place, now)
        }
    }

    private func finish(_ guest: Guest, _ place: DeskPlace, _ at: Instant) {
        guard !silent.contains(place), isManned(place) else { return }
        attended[place] = nil
        goOn(after: guest, place, at)
        let officer = officer(at: place)
        let isCareful = isCareful(at: place, guest)
        recogniseFormer(guest, officer, at)
        decideNationality(guest, officer, isCareful: isCareful, at)
        if isCareful, guest.truth.nationality.turnsAway {
            return leave(guest, after: 1800, at)
        }
        let answers = answers(of: guest)
        if isCareful { inform(guest, answers, officer, at) }
        send(SaveProfile(guest.reception, answers), officer, at)
        let how = guest.isInterpreted ? Delivery.withInterpreter : .signed
        if isCareful { claim(guest, how, officer, at) }
        certify(guest, isCareful ? how : nil, officer, at)
        if isCareful { shelter(guest, officer, at) }
        let wait = Int.random(in: 15...70, using: &guest.random)
        leave(guest, after: wait * 60, at)
    }

    private func isCareful(at place: DeskPlace, _ guest: Guest) -> Bool {
        let isColleague = place.point == scenario.point && place.desk != scenario.desk
        let skill = isColleague ? scenario.skill : skill(.desk, at: place.point) ?? 0
        return guest.random.happens(skill)
    }
}
