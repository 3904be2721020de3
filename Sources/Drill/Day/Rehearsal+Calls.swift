import Repatriation

/// Desks call, and wait for somebody to call.
extension Rehearsal {
    func callNext(_ point: PointCode, _ desk: Int, _ at: Instant) {
        let place = DeskPlace(point, desk)
        guard !silent.contains(place), isManned(place) else { return }
        guard resting[point]?.contains(desk) != true else {
            return after(60, at) { [unowned self] in callNext(point, desk, $0) }
        }
        guard !takesOver(place, at) else { return }
        guard let guest = call(place, at) else { return rest(place, at) }
        meet(guest, place, walks: Int.random(in: 15...45, using: &guest.random), at)
    }

    /// The first who is called, with their family; nil where nobody waits.
    func call(_ place: DeskPlace, _ at: Instant) -> Guest? {
        var guests = called(place, at).compactMap { self[$0] }
        guard !guests.isEmpty else { return nil }
        let guest = guests.removeFirst()
        guest.along = guests
        return guest
    }

    func meet(_ guest: Guest, _ place: DeskPlace, walks: Int, _ at: Instant) {
        guard comesWhenCalled(guest) else {
            send(NotPresent(guest.reception, reason: nil), officer(at: place), at)
            // Their place is kept for five minutes.
            after(300, at) { [unowned self] in wake(place.point, $0) }
            return goOn(after: guest, place, at)
        }
        if guest.truth.flags?.contains(.vitalEmergency) == true {
            // Nobody is interviewed who needs an ambulance.
            send(Park(guest.reception, .doctor), officer(at: place), at)
            return goOn(after: guest, place, at)
        }
        after(walks, at) { [unowned self] in interview(guest, place, $0) }
    }

    /// A desk for which nobody waits looks again when somebody has come, or in ten minutes.
    private func rest(_ place: DeskPlace, _ at: Instant) {
        rests += 1
        let rest = rests
        idle[place] = rest
        after(600, at) { [unowned self] now in
            guard idle[place] == rest else { return }
            idle[place] = nil
            callNext(place.point, place.desk, now)
        }
    }

    /// Somebody waits at a point: its desks look.
    func wake(_ point: PointCode, _ at: Instant) {
        for place in idle.keys.filter({ $0.point == point }).sorted(by: { $0.desk < $1.desk }) {
            idle[place] = nil
            after(20, at) { [unowned self] in callNext(point, place.desk, $0) }
        }
    }

    /// Whoever is called, with the family that comes along.
    private func called(_ place: DeskPlace, _ at: Instant) -> [Identifier<Reception>] {
        let call = CallNext(at: place.point, place.desk)
        switch stage.perform(.act(call), officer(at: place), at) {
        case .done(let outcome, _): return (outcome as? Called)?.everybody ?? []
        case .refused("deskTaken") where scenario.reserves.contains(place.desk):
            // Somebody has opened it for whoever waited for that: they sit down.
            let sits = OpenDesk(
                at: place.point, place.desk, attends: Set(Attention.allCases))
            _ = stage.perform(.act(sits), officer(at: place), at)
            return []
        case .refused: return []
        }
    }

    /// Somebody who is fetched is there; of the others one in many is not.
    private func comesWhenCalled(_ guest: Guest) -> Bool {
        let chance = scenario.chances.notPresent
        guard chance > 0, guest.along.isEmpty, !guest.flags.mustBeFetched else { return true }
        return !guest.random.happens(chance)
    }

    /// Whoever a silent desk left alone comes before the next of the queue.
    private func takesOver(_ place: DeskPlace, _ at: Instant) -> Bool {
        let isPlayed = place == DeskPlace(scenario.point, scenario.desk)
        guard isPlayed, (skill(.desk, at: place.point) ?? 0) > 0,
            let left = silent.filter({ attended[$0] != nil }).min(by: { $0.desk < $1.desk }),
            let guest = attended[left]
        else { return false }
        attended[left] = nil
        send(TakeOver(guest.reception, desk: place.desk), officer(at: place), at)
        speak(with: guest, place, at)
        return true
    }
}
