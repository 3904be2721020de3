import Repatriation

/// People leave: with their family, with child protection, at night with company.
extension Rehearsal {
    /// Done at the desks: out, with their family.
    func leave(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        // A careless officer sees nobody leave.
        guard let skill = skill(.exits, at: point), skill > 0 else { return }
        guest.isReady = true
        // A family leaves together: the child with the adult, who follows at once.
        let (adult, children) = family(of: guest)
        if adult?.isReady == false || children.contains(where: { !$0.isOut }) {
            return after(60, at) { [unowned self] in leave(guest, point, $0) }
        }
        guest.isOut = true
        let drawn = [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
            Int.random(in: 0..<5, using: &guest.random)]
        var release = Release(guest.truth.exit ?? drawn)
        if isChild(guest) {
            if let name = guest.truth.family, let adult = names[name] {
                release = Release(.relative)
                release.receiver.parent = Identifier(adult)
            } else {
                release = toChildProtection()
                handOverRecord(guest, at)
            }
        }
        if isNight(at) { release.escort = .accepted }
        sendByTwo(ReleasePerson(guest.reception, release), officer(.colleague), at)
    }

    private func family(of guest: Guest) -> (adult: Guest?, children: [Guest]) {
        func inside(_ name: String) -> Guest? { names[name].flatMap { self[Identifier($0)] } }
        let children = scenario.people.filter { guest.id != nil && $0.truth.family == guest.id }
        return (guest.truth.family.flatMap(inside), children.compactMap { inside($0.id) })
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
