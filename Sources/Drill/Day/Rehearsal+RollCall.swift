import Repatriation

/// The roll call and the first questions.
extension Rehearsal {
    /// Why a group's counts are not the same; nil where they agree, whoever is missing or was added.
    func difference(_ group: Group) -> String? {
        let listed = group.listed.count
        let declared = group.declared ?? listed
        let agreeing = [listed, listed + group.offList.count]
        guard group.count(.gone) > 0 || !agreeing.contains(declared) else { return nil }
        let parts = [
            ("no entregadas por EUA", group.count(.notDelivered)),
            ("se fueron antes del pase de lista", group.count(.gone)),
            ("fuera de lista", group.offList.count),
            ("declaradas de más o de menos", abs(declared - listed)),
        ]
        return parts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
    }

    /// Never off the bus, as the US side confirms; or off it and gone, which nobody there knows of.
    func miss(_ guest: Guest, _ at: Instant) {
        guard skill(.gate, at: guest.point) != nil else { return }
        guard guest.coming == .gone else {
            let confirmed = "oficial de EUA de práctica"
            send(
                NoShow(guest.reception, .notDelivered, confirmedBy: confirmed),
                gate(guest.point), at)
            return
        }
        send(NoShow(guest.reception, .leftBeforeRollCall, confirmedBy: nil), gate(guest.point), at)
        guard guest.id == nil else { return }
        // Most are found: at the line, at a phone, with those who waited for them.
        let search = Int.random(in: 15...80, using: &guest.random)
        guard guest.random.happens(800) else { return }
        after(search * 60, at) { [unowned self] now in
            send(
                Locate(guest.reception, found: "Afuera, con quien la esperaba (práctica)"),
                gate(guest.point), now)
        }
    }

    func addOffList(_ group: Group, _ from: Instant) {
        for (index, guest) in group.offList.enumerated() {
            after(60 * index, from) { [unowned self] now in
                guard skill(.gate, at: group.point) != nil else { return }
                let added = send(AddOffList(group.id, guest.person), gate(group.point), now)
                guard let reception = added?.outcome["reception"]?.integer else { return }
                take(guest, Identifier(reception), now)
                settle(guest, now)
            }
        }
    }

    func receive(_ guest: Guest, _ at: Instant) {
        guard let skill = skill(.gate, at: guest.point) else { return }
        let belongings = guest.truth.belongings ?? drawnBelongings(guest)
        // A careless officer asks nobody about their bag.
        let isAsked = skill > 0
        guest.belongings = isAsked ? belongings : nil
        send(Receive(guest.reception, guest.belongings, tag: nil), gate(guest.point), at)
        settle(guest, at)
    }

    private func drawnBelongings(_ guest: Guest) -> Belongings {
        guest.random.happens(120) ? .part : guest.random.happens(80) ? .hadNone : .all
    }

    private func settle(_ guest: Guest, _ at: Instant) {
        guest.group?.inside += 1
        let wait = Int.random(in: 30...240, using: &guest.random)
        after(wait, at) { [unowned self] in assess(guest, $0) }
    }

    private func assess(_ guest: Guest, _ at: Instant) {
        guard let skill = skill(.assessment, at: guest.point) else { return }
        let flags = flags(of: guest, at)
        guest.flags = flags
        if flags.contains(.noSpanish) {
            guest.language = language(of: guest)
        } else if flags.contains(.deaf) {
            guest.language = Guest.signs
        }
        let found = guest.random.happens(skill) ? flags : []
        send(Triage(guest.reception, found), gate(guest.point), at)
        wake(guest.point, at)
        if guest.truth.isAgeDoubted, guest.random.happens(skill) {
            guest.isAgeDoubted = true
            let correction = AgeCorrection(nil, source: .said)
            send(CorrectAge(guest.reception, correction), gate(guest.point), at)
        }
        follow(guest, at)
    }

    /// What the first questions find of whoever answers them truly.
    private func flags(of guest: Guest, _ at: Instant) -> Set<Flag> {
        var drawn = people.flags(guest.person, &guest.random, on: day(of: guest, at))
        if isChild(guest, at) {
            // Whoever is drawn without an adult has none.
            let isAlone = adult(of: guest) == nil
            drawn.remove(isAlone ? .smallChildren : .unaccompaniedChild)
            drawn.insert(isAlone ? .unaccompaniedChild : .smallChildren)
        }
        if !guest.children.isEmpty { drawn.insert(.smallChildren) }
        return guest.truth.flags ?? drawn
    }

    /// What somebody speaks who has no Spanish.
    func language(of guest: Guest) -> String {
        guest.truth.answers[.motherTongue] ?? people.language(of: guest.person)
    }
}
