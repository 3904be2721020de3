import Repatriation

/// People leave: with their papers, children with their family or with DIF.
extension Rehearsal {
    func leave(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        guard let skill = skill(.exits, at: point), !guest.truth.isStaying, !guest.isOut else {
            return
        }
        // Nobody careful lets people go without their papers, or parts a family.
        let mustWait = skill > 0 && (isWaitingForPaper(guest) || isWaitingForFamily(guest))
        guard !mustWait else {
            return after(600, at) { [unowned self] in leave(guest, point, $0) }
        }
        let drawn = [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
            Int.random(in: 0..<5, using: &guest.random)]
        var release = Release(guest.truth.exit ?? drawn)
        if isChild(guest) {
            // With the family, when it leaves.
            guard skill > 0, adult(of: guest) == nil else { return }
            release = toChildProtection()
            handOverRecord(guest, at)
        } else if skill > 0 {
            for child in children(of: guest) { leave(child, with: guest, at) }
        }
        guest.isOut = true
        sendByTwo(ReleasePerson(guest.reception, release), officer(.colleague), at)
    }

    private func leave(_ child: Guest, with adult: Guest, _ at: Instant) {
        var release = Release(.relative)
        release.receiver.parent = adult.reception
        child.isOut = true
        sendByTwo(ReleasePerson(child.reception, release), officer(.colleague), at)
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
