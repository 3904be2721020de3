import Repatriation

/// What people get beside papers: water and food, a shelter that expects them, being known again.
extension Rehearsal {
    /// Water and food for whoever of a group is there, once its list has been called.
    func help(_ group: Group, _ at: Instant) {
        guard scenario.chances.helped > 0, let first = group.listed.first(where: isThere),
            first.random.happens(scenario.chances.helped)
        else { return }
        after(600 + group.listed.count * 9, at) { [unowned self] now in
            let people = (group.listed + group.offList).filter { isThere($0) && !$0.isOut }
                .map(\.reception).filter { $0.value != 0 }
            guard !people.isEmpty else { return }
            send(GiveHelp(to: .people(people), HelpGiven([.water, .food])), gate(group.point), now)
        }
    }

    private func isThere(_ guest: Guest) -> Bool { guest.coming == .comes }

    /// Whoever has nowhere to go is sent to the first shelter with a place, if they want to; asked
    /// and refused is noted as well.
    func shelter(_ guest: Guest, _ officer: Identifier<Officer>, _ at: Instant) {
        guard scenario.chances.sheltered > 0, guest.parent == nil, !isChild(guest, at) else {
            return
        }
        guard guest.random.happens(scenario.chances.sheltered) else {
            let refused = ReferralRequest(.shelter, basis: .consent, consents: false)
            send(Refer(guest.reception, refused), officer, at)
            return
        }
        for shelter in stage.sees.shelters(guest.point, guest.person) {
            let asked = ReferralRequest(
                .shelter, provider: shelter, basis: .consent, consents: true)
            let sent = stage.perform(.act(Refer(guest.reception, asked)), officer, at)
            guard case .done(let outcome, _) = sent, let id = outcome["referral"]?.integer else {
                continue
            }
            return wait(for: Identifier(id), guest, at)
        }
    }

    /// The shelter answers; one in twelve only when somebody asks again.
    private func wait(for referral: Identifier<Referral>, _ guest: Guest, _ at: Instant) {
        guest.shelter = referral
        let isPrompt = !guest.random.happens(80)
        let minutes = Int.random(in: isPrompt ? 8...40 : 62...90, using: &guest.random)
        after(minutes * 60, at) { [unowned self] now in
            guard !guest.isOut else { return }
            send(AnswerReferral(referral, .accepted), helper(guest.point), now)
        }
    }

    /// The shelter says that somebody has come, or has not.
    func arrive(_ guest: Guest, _ at: Instant) {
        guard let referral = guest.shelter else { return }
        let answer: ReferralAnswer = guest.random.happens(960) ? .arrived : .didNotArrive
        after(Int.random(in: 15...45, using: &guest.random) * 60, at) { [unowned self] now in
            send(AnswerReferral(referral, answer), helper(guest.point), now)
            guard answer == .arrived else { return }
            // A night or two, and the place is free again.
            after(Int.random(in: 14...44, using: &guest.random) * 3600, now) {
                [unowned self] in
                send(CloseReferral(referral, .attended), helper(guest.point), $0)
            }
        }
    }

    /// Whoever came before is known again, by half of those who could.
    func recogniseFormer(_ guest: Guest, _ officer: Identifier<Officer>, _ at: Instant) {
        guard let earlier = guest.earlier, guest.random.happens(500),
            let person = stage.sees.person(earlier)
        else { return }
        var link = LinkPerson()
        (link.reception, link.person) = (guest.reception, person)
        // What the list has damaged too much is not alike enough: then nobody is linked.
        _ = stage.perform(.act(link), officer, at)
    }
}
