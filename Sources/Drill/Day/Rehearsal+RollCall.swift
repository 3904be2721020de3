import Repatriation

/// The roll call and the first questions.
extension Rehearsal {
    /// Why a group's counts are not the same; nil where they agree, whoever is missing or was added.
    func difference(_ group: Scenario.ScriptedGroup) -> String? {
        let listed = group.people.count + group.others
        let declared = group.declared ?? listed
        let agreeing = [listed, listed + group.offList.count]
        guard !group.gone.isEmpty || !agreeing.contains(declared) else { return nil }
        let parts = [
            ("no entregadas por EUA", group.absent.count),
            ("se fueron antes del pase de lista", group.gone.count),
            ("fuera de lista", group.offList.count),
            ("declaradas de más o de menos", abs(declared - listed)),
        ]
        return parts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
    }

    func gate(_ point: PointCode) -> Identifier<Officer> {
        point == scenario.point && scenario.works.contains(.gate)
            ? officer(.trainee) : officer(.colleague)
    }

    /// Never off the bus, as the US side confirms; or off it and gone, which nobody there knows of.
    func miss(
        _ guest: Guest, of group: Scenario.ScriptedGroup, _ point: PointCode, _ at: Instant
    ) {
        guard skill(.gate, at: point) != nil else { return }
        let isGone = guest.id.map(group.gone.contains) == true
        let act =
            isGone
            ? NoShow(guest.reception, .leftBeforeRollCall, confirmedBy: nil)
            : NoShow(guest.reception, .notDelivered, confirmedBy: "oficial de EUA de práctica")
        send(act, gate(point), at)
    }

    func addOffList(
        _ group: Scenario.ScriptedGroup, _ id: Identifier<Group>, _ from: Instant
    ) {
        let point = group.point ?? scenario.point
        for (index, name) in group.offList.enumerated() {
            after(60 * index, from) { [unowned self] now in
                guard skill(.gate, at: point) != nil else { return }
                let guest = guest(name)
                let added = send(AddOffList(id, guest.person), gate(point), now)
                guard let reception = added?.outcome["reception"]?.integer else { return }
                take(guest, Identifier(reception), now)
                settle(guest, point, now)
            }
        }
    }

    func receive(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        guard let skill = skill(.gate, at: point) else { return }
        let belongings = guest.truth.belongings ?? drawnBelongings(guest)
        // A careless officer asks nobody about their bag.
        let isAsked = skill > 0
        guest.belongings = isAsked ? belongings : nil
        send(Receive(guest.reception, guest.belongings, tag: nil), gate(point), at)
        settle(guest, point, at)
    }

    private func drawnBelongings(_ guest: Guest) -> Belongings {
        guest.random.happens(120) ? .part : guest.random.happens(80) ? .hadNone : .all
    }

    private func settle(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        let wait = Int.random(in: 30...240, using: &guest.random)
        after(wait, at) { [unowned self] in assess(guest, point, $0) }
    }

    private func assess(_ guest: Guest, _ point: PointCode, _ at: Instant) {
        guard let skill = skill(.assessment, at: point) else { return }
        let drawn = people.flags(guest.person, &guest.random, on: scenario.day)
        let flags = guest.truth.flags ?? drawn
        if flags.contains(.noSpanish) {
            guest.language = guest.truth.answers[.motherTongue] ?? "tseltal"
        } else if flags.contains(.deaf) {
            guest.language = Guest.signs
        }
        let found = guest.random.happens(skill) ? flags : []
        send(Triage(guest.reception, found), gate(point), at)
        if guest.truth.isAgeDoubted, guest.random.happens(skill) {
            guest.isAgeDoubted = true
            send(
                CorrectAge(guest.reception, AgeCorrection(nil, source: .said)), gate(point), at)
        }
        follow(guest, flags, point, at)
    }
}
