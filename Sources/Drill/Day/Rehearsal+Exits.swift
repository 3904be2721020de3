import Repatriation

/// People leave: with their papers and their family, with child protection, at night with company.
extension Rehearsal {
    /// So many seconds later somebody wants to leave, or when they stay no longer.
    func leave(_ guest: Guest, _ point: PointCode, after seconds: Int, _ at: Instant) {
        let stays = guest.truth.stays ?? 0
        guard stays != Truth.always else { return }
        let wait = max(seconds, start.adding(seconds: stays).secondsSince(at))
        after(wait, at) { [unowned self] in leave(guest, point, $0) }
    }

    private func leave(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        // A careless officer sees nobody leave.
        guard let skill = skill(.exits, at: point), skill > 0 else { return }
        guest.isReady = true
        // A family leaves together, and a child when the adult does.
        guard adult(of: guest) == nil else { return }
        let children = children(of: guest)
        guard (children + [guest]).allSatisfy({ $0.isReady && !isWaitingForPaper($0) }) else {
            return after(60, at) { [unowned self] in leave(guest, point, $0) }
        }
        for child in children {
            var release = Release(.relative)
            release.receiver.parent = guest.reception
            send(release, of: child, at)
        }
        let drawn = [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
            Int.random(in: 0..<5, using: &guest.random)]
        guard isChild(guest) else {
            return send(Release(guest.truth.exit ?? drawn), of: guest, at)
        }
        handOverRecord(guest, at)
        send(toChildProtection(), of: guest, at)
    }

    private func send(_ release: Release, of guest: Guest, _ at: Instant) {
        guest.isOut = true
        var release = release
        if isNight(at) { release.escort = .accepted }
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
