import Repatriation

/// What the lanes ask: children, health, language, reserved attention, families.
extension Rehearsal {
    func follow(_ guest: Guest, _ flags: Set<Flag>, _ point: PointCode, _ at: Instant) {
        guard skill(.lanes, at: point) != nil else { return }
        if isChild(guest), does(.lanes, at: point, guest) {
            later(240, at, .lanes, point) { [unowned self] in tellAboutChild(guest, $0) }
        }
        if !flags.isDisjoint(with: [.medical, .pregnant, .vitalEmergency]),
            does(.lanes, at: point, guest)
        {
            later(180, at, .lanes, point) { [unowned self] in attendHealth(guest, $0) }
        }
        if guest.language != nil, does(.lanes, at: point, guest) { interpret(guest, at) }
        if flags.contains(.reserved), does(.lanes, at: point, guest) {
            later(300, at, .lanes, point) { [unowned self] in interviewReserved(guest, $0) }
        }
        if guest.truth.family != nil, does(.lanes, at: point, guest) {
            later(20, at, .lanes, point) { [unowned self] in joinFamily(guest, $0) }
        }
    }

    func isChild(_ guest: Guest) -> Bool {
        guest.isAgeDoubted || (guest.person.birthDate?.age(on: scenario.day) ?? 30) < 18
    }

    /// Whom child protection was told of, and who attends.
    private func tellAboutChild(_ guest: Guest, _ at: Instant) {
        var words = TickWords()
        let opi = officer(.colleague)
        send(TickLane(guest.reception, .opi, words), opi, at)
        guard guest.truth.family == nil else {
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
        send(TickLane(guest.reception, .seen, words), officer(.colleague), at)
    }

    /// Once, in their language; the privacy notice with it.
    func interpret(_ guest: Guest, _ at: Instant) {
        guard !guest.isInterpreted else { return }
        guest.isInterpreted = true
        let language = guest.language ?? guest.truth.answers[.motherTongue] ?? "tseltal"
        send(
            AssignInterpreter(
                guest.reception, language: language, .phone, who: "Intérprete inventada"),
            officer(.colleague), at)
        send(
            GiveNotice(guest.reception, version: PrivacyNotice.version, .interpreted),
            officer(.colleague), at)
    }

    /// Behind a door; what is found stays there.
    private func interviewReserved(_ guest: Guest, _ at: Instant) {
        let form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        send(SaveScreening(guest.reception, form), officer(.colleague), at)
    }

    private func joinFamily(_ guest: Guest, _ at: Instant) {
        guard let adult = adult(of: guest) else { return }
        send(
            SetFamily(adult.reception, [guest.reception], [.child]),
            officer(.colleague), at)
        // Child protection has looked: without its word the child does not leave with them.
        var words = TickWords()
        words.note = "Respuestas por separado y documentos coinciden"
        send(TickLane(guest.reception, .family, words), officer(.colleague), at)
    }

    /// With whom a child leaves.
    func adult(of child: Guest) -> Guest? {
        child.truth.family.flatMap { names[$0] }.flatMap { self[Identifier($0)] }
    }

    /// Who leaves with somebody.
    func children(of adult: Guest) -> [Guest] {
        guard let name = adult.id else { return [] }
        return scenario.people.filter { $0.truth.family == name }
            .compactMap { names[$0.id] }.compactMap { self[Identifier($0)] }
            .filter { !$0.isOut }
    }
}
