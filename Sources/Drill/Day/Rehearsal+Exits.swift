import Repatriation

/// People leave: with their papers and their family, with child protection, at night with company.
extension Rehearsal {
    /// So many seconds later somebody wants to leave, or when they stay no longer.
    func leave(_ guest: Guest, after seconds: Int, _ at: Instant) {
        let stays = guest.truth.stays ?? 0
        guard stays != Truth.always else { return }
        let wait = max(seconds, start.adding(seconds: stays).secondsSince(at))
        after(wait, at) { [unowned self] in leave(guest, $0) }
    }

    private func leave(_ guest: Guest, _ at: Instant) {
        // A careless officer sees nobody leave.
        guard let skill = skill(.exits, at: guest.point), skill > 0 else { return }
        guest.isReady = true
        // A family leaves together, and a child when the adult does.
        guard adult(of: guest) == nil else { return }
        let children = children(of: guest)
        guard (children + [guest]).allSatisfy({ $0.isReady && !isWaitingForPaper($0, at) }) else {
            return after(60, at) { [unowned self] in leave(guest, $0) }
        }
        for child in children {
            var release = Release(.relative)
            release.receiver.parent = guest.reception
            send(release, of: child, at)
        }
        let drawn = [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
            Int.random(in: 0..<5, using: &guest.random)]
        guard isChild(guest, at) else {
            let wanted: Exit = guest.shelter == nil ? drawn : .shelter
            send(Release(guest.truth.exit ?? wanted), of: guest, at)
            return arrive(guest, at)
        }
        handOverRecord(guest, at)
        send(toChildProtection(), of: guest, at)
    }

    private func send(_ release: Release, of guest: Guest, _ at: Instant) {
        guest.isOut = true
        var release = release
        if isNight(at, at: guest.point) { release.escort = .accepted }
        let officer = helper(guest.point)
        sendByTwo(ReleasePerson(guest.reception, release), officer, of: guest.point, at)
        forget(guest, at)
    }

    /// Of how many at least it is known that they may come again.
    private static let mostPast = 2000

    /// Nobody asks for them any more; some come again.
    private func forget(_ guest: Guest, _ at: Instant) {
        if let group = guest.group {
            group.inside -= 1
            conclude(group, at)
        }
        guard !scenario.rates.isEmpty, guest.id == nil else { return }
        if guest.parent == nil, guest.children.isEmpty {
            past.append(Former(person: guest.person, reception: guest.reception, leftAt: at))
            if past.count > 2 * Rehearsal.mostPast { past.removeFirst(Rehearsal.mostPast) }
        }
        self[guest.reception] = nil
    }

    /// After dark nobody goes to the bus alone.
    private func isNight(_ at: Instant, at point: PointCode) -> Bool {
        let clock = zone(of: point).local(at).clock
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
        let helper = helper(guest.point)
        let issued = send(TickLane(guest.reception, .acta, TickWords()), helper, at)
        guard let paper = (issued?.outcome as? any PrintedOutcome)?.paper else { return }
        send(DeliverPaper(paper, .signed), helper, at)
    }
}
