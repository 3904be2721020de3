import Repatriation

/// What the lanes ask: children, health, language, reserved attention, families.
extension Rehearsal {
    func follow(_ guest: Guest, _ flags: Set<Flag>, _ point: PointCode, _ at: Instant) {
        guard skill(.lanes, at: point) != nil else { return }
        if isChild(guest), does(.lanes, at: point, guest) {
            after(240, at) { [unowned self] in tellAboutChild(guest, $0) }
        }
        if !flags.isDisjoint(with: [.medical, .pregnant, .vitalEmergency]),
            does(.lanes, at: point, guest)
        {
            after(180, at) { [unowned self] in attendHealth(guest, $0) }
        }
        if guest.language != nil, does(.lanes, at: point, guest) { interpret(guest, at) }
        if flags.contains(.reserved), does(.lanes, at: point, guest) {
            after(300, at) { [unowned self] in interviewReserved(guest, $0) }
        }
        if guest.truth.family != nil, does(.lanes, at: point, guest) {
            after(120, at) { [unowned self] in joinFamily(guest, $0) }
        }
    }

    func isChild(_ guest: Guest) -> Bool {
        (guest.person.birthDate?.age(on: scenario.day) ?? 30) < 18
    }

    /// Whom child protection was told of, and who attends.
    private func tellAboutChild(_ guest: Guest, _ at: Instant) {
        var words = TickWords()
        let opi = officer(.colleague)
        send(TickLane(guest.reception, .opi, words), opi, at)
        (words.medium, words.who) = (.phone, "Persona inventada")
        send(TickLane(guest.reception, .procuraduria, words), opi, at)
        send(TickLane(guest.reception, .dif, words), opi, at)
    }

    private func attendHealth(_ guest: Guest, _ at: Instant) {
        var words = TickWords()
        words.who = "Paramédica inventada"
        send(TickLane(guest.reception, .seen, words), officer(.colleague), at)
    }

    func interpret(_ guest: Guest, _ at: Instant) {
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
        guard let name = guest.truth.family, let adult = names[name] else { return }
        send(
            SetFamily(Identifier(adult), [guest.reception], [.child]),
            officer(.colleague), at)
        // Child protection has looked: without its word the child does not leave with them.
        var words = TickWords()
        words.note = "Respuestas por separado y documentos coinciden"
        send(TickLane(guest.reception, .family, words), officer(.colleague), at)
    }
}
