import Repatriation

/// Which groups come, and who is in them.
extension Rehearsal {
    /// Every group of every day that a rate gives.
    func groups(of rate: Scenario.Rate) -> [Scenario.ScriptedGroup] {
        let zone = zone(of: rate.point)
        let days = zone.local(start).day.daysSinceEpoch...zone.local(end).day.daysSinceEpoch
        return days.map(CivilDate.init(daysSinceEpoch:)).flatMap { day in
            var drawn = DrawnDay(rate, on: day, seed: seed)
            return groups(&drawn, since: zone.instant(of: day, at: .midnight))
        }
    }

    /// Those of a day that come while the scenario lasts.
    private func groups(
        _ drawn: inout DrawnDay, since midnight: Instant
    ) -> [Scenario.ScriptedGroup] {
        drawn.groups().compactMap { group in
            let comes = midnight.adding(seconds: group.comes)
            guard comes >= start, comes < end else { return nil }
            var group = group
            group.comes = comes.secondsSince(start)
            return group
        }
    }

    /// Those of the list and those who are on none.
    func guests(
        of group: Scenario.ScriptedGroup, at point: PointCode, _ now: Instant
    ) -> (listed: [Guest], offList: [Guest]) {
        let written = group.people.map { guest($0, at: point) }
        for guest in written {
            guard let name = guest.id else { continue }
            if group.absent.contains(name) { guest.coming = .notDelivered }
            if group.gone.contains(name) { guest.coming = .gone }
        }
        var (listed, offList) = (written, group.offList.map { guest($0, at: point) })
        for guest in others(group.others, at: point, now) {
            if isOffList(guest) { offList.append(guest) } else { listed.append(guest) }
        }
        return (listed, offList)
    }

    /// No list forgets a part of a family.
    private func isOffList(_ guest: Guest) -> Bool {
        let chance = scenario.chances.offList
        guard chance > 0, guest.parent == nil, guest.children.isEmpty else { return false }
        return guest.random.happens(chance)
    }

    /// Those of a group whom nobody wrote.
    private func others(_ count: Int, at point: PointCode, _ now: Instant) -> [Guest] {
        scenario.chances == Scenario.Chances()
            ? (0..<count).map { _ in guest(at: point) } : parties(count, at: point, now)
    }

    /// So many at least: no family is parted.
    private func parties(_ count: Int, at point: PointCode, _ now: Instant) -> [Guest] {
        var guests: [Guest] = []
        while guests.count < count { guests += party(at: point, now) }
        return guests
    }

    // MARK: Somebody

    /// Somebody by hand, or drawn.
    func guest(_ name: String? = nil, at point: PointCode) -> Guest {
        var random = stream()
        if let name, let written = scenario.people.first(where: { $0.id == name }) {
            return Guest(name, written.person, written.truth, at: point, random)
        }
        let person = people.draw(&random, on: scenario.day)
        return Guest(nil, person, Truth(), at: point, random)
    }

    /// Each draws from a stream of their own.
    private func stream() -> SeededGenerator {
        drawn += 1
        return SeededGenerator(seed: seed &* 1_000_003 &+ drawn)
    }

    /// Somebody alone, or an adult with their children; some of them came before.
    private func party(at point: PointCode, _ now: Instant) -> [Guest] {
        var random = stream()
        let day = zone(of: point).local(now).day
        if random.happens(scenario.chances.repeats), let former = former(before: now, &random) {
            var again = former.person
            again.damage(&random)
            again.tag = people.tag(&random)
            let guest = Guest(nil, again, Truth(), at: point, random)
            guest.earlier = former.reception
            return [guest]
        }
        let members = people.party(&random, on: day).map { person in
            Guest(nil, person, Truth(), at: point, stream())
        }
        guard let adult = members.first, members.count > 1 else {
            for guest in members { drawFate(guest) }
            return members
        }
        adult.children = Array(members.dropFirst())
        for child in adult.children { child.parent = adult }
        return members
    }

    /// Not handed over, or gone: of those without a family.
    private func drawFate(_ guest: Guest) {
        if guest.random.happens(scenario.chances.absent) {
            guest.coming = .notDelivered
        } else if guest.random.happens(scenario.chances.gone) {
            guest.coming = .gone
        }
    }

    /// Somebody who left long enough ago to be back: half a day at least.
    private func former(before now: Instant, _ random: inout SeededGenerator) -> Former? {
        let since = now.adding(minutes: -720)
        let count = past.firstPlace { $0.leftAt > since }
        // Whoever comes again is nobody else's until they have left again.
        return count == 0 ? nil : past.remove(at: Int.random(in: 0..<count, using: &random))
    }
}
