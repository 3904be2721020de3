import Repatriation

/// What the lanes ask: children, health, language, reserved attention, families.
extension Rehearsal {
    func follow(_ guest: Guest, _ at: Instant) {
        guard skill(.lanes, at: guest.point) != nil else { return }
        if isChild(guest, at), does(.lanes, guest) {
            later(240, at, .lanes, guest.point) { [unowned self] in tellAboutChild(guest, $0) }
        }
        if !guest.flags.isDisjoint(with: [.medical, .pregnant, .vitalEmergency]),
            does(.lanes, guest)
        {
            later(180, at, .lanes, guest.point) { [unowned self] in attendHealth(guest, $0) }
        }
        if guest.language != nil, does(.lanes, guest) { interpret(guest, at) }
        if guest.flags.contains(.reserved), does(.lanes, guest) {
            later(300, at, .lanes, guest.point) { [unowned self] in interviewReserved(guest, $0) }
        }
        if guest.truth.family != nil || guest.parent != nil, does(.lanes, guest) {
            later(20, at, .lanes, guest.point) { [unowned self] in joinFamily(guest, $0) }
        }
    }

    func isChild(_ guest: Guest, _ at: Instant) -> Bool {
        guest.isAgeDoubted || (guest.person.birthDate?.age(on: day(of: guest, at)) ?? 30) < 18
    }

    /// Whom child protection was told of, and who attends.
    private func tellAboutChild(_ guest: Guest, _ at: Instant) {
        var words = TickWords()
        let opi = helper(guest.point)
        send(TickLane(guest.reception, .opi, words), opi, at)
        guard adult(of: guest) == nil else {
            words.note = "Sus respuestas por separado coinciden (práctica)"
            send(TickLane(guest.reception, .family, words), opi, at)
            return
        }
        (words.medium, words.who) = (.phone, "Persona inventada")
        send(TickLane(guest.reception, .procuraduria, words), opi, at)
        send(TickLane(guest.reception, .dif, words), opi, at)
    }

    private func attendHealth(_ guest: Guest, _ at: Instant) {
        var words = TickWords()
        words.who = "Paramédica inventada"
        send(TickLane(guest.reception, .seen, words), helper(guest.point), at)
    }

    /// Once, in their language; the privacy notice with it.
    func interpret(_ guest: Guest, _ at: Instant) {
        guard !guest.isInterpreted else { return }
        guest.isInterpreted = true
        let language = guest.language ?? language(of: guest)
        send(
            AssignInterpreter(
                guest.reception, language: language, .phone, who: "Intérprete inventada"),
            helper(guest.point), at)
        send(
            GiveNotice(guest.reception, version: PrivacyNotice.version, .interpreted),
            helper(guest.point), at)
    }

    /// Behind a door; what is found stays there.
    private func interviewReserved(_ guest: Guest, _ at: Instant) {
        let form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        send(SaveScreening(guest.reception, form), helper(guest.point), at)
    }

    private func joinFamily(_ guest: Guest, _ at: Instant) {
        guard let adult = adult(of: guest) else { return }
        send(
            SetFamily(adult.reception, [guest.reception], [.child]),
            helper(guest.point), at)
        // Child protection has looked: without its word the child does not leave with them.
        var words = TickWords()
        words.note = "Respuestas por separado y documentos coinciden"
        send(TickLane(guest.reception, .family, words), helper(guest.point), at)
    }

    /// With whom a child leaves.
    func adult(of child: Guest) -> Guest? {
        child.parent ?? child.truth.family.flatMap { names[$0] }.flatMap { self[Identifier($0)] }
    }

    /// Who leaves with somebody.
    func children(of adult: Guest) -> [Guest] {
        guard let name = adult.id else { return adult.children.filter { !$0.isOut } }
        return scenario.people.filter { $0.truth.family == name }
            .compactMap { names[$0.id] }.compactMap { self[Identifier($0)] }
            .filter { !$0.isOut }
    }
}
