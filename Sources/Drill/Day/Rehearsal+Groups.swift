import Repatriation

/// Which groups come, and who is in them.
extension Rehearsal {
    /// A group before it is announced.
    struct Plan {
        /// As the scenario names it; nil where nobody wrote it.
        var id: String?
        var point: PointCode
        /// Seconds from the start.
        var comes: Int
        /// For when it is announced, where that is another moment.
        var told: Int?
        /// Minutes before it comes.
        var notice = 40
        var mode = Mode.bus
        var authority = Authority.ice
        var declared: Int?
        var present: Int?
        /// Who is on its list, and who is not; drawn when it is announced.
        var who: Who
        var isByHand = false
    }

    /// Who a group is of.
    enum Who {
        case written(Scenario.ScriptedGroup)
        case drawn(Int)
    }

    func plan(of group: Scenario.ScriptedGroup) -> Plan {
        Plan(
            id: group.id, point: group.point ?? scenario.point, comes: group.comes,
            told: group.told, notice: group.notice, mode: group.mode, authority: group.authority,
            declared: group.declared, present: group.present, who: .written(group),
            isByHand: group.isByHand)
    }

    /// Every group of every day that a rate gives.
    func plans(of rate: Scenario.Rate) -> [Plan] {
        let zone = zone(of: rate.point)
        let (first, last) = (zone.local(start).day, zone.local(end).day)
        return (first.daysSinceEpoch...last.daysSinceEpoch).flatMap { number -> [Plan] in
            var drawn = DrawnDay(rate, on: CivilDate(daysSinceEpoch: number), seed: seed)
            let midnight = zone.instant(of: drawn.day, at: .midnight)
            return drawn.groups().compactMap { group in
                let comes = midnight.adding(minutes: group.minute).secondsSince(start)
                guard (0..<scenario.length).contains(comes) else { return nil }
                return Plan(
                    point: rate.point, comes: comes, mode: group.mode, authority: group.authority,
                    who: .drawn(group.people))
            }
        }
    }

    /// Those of the list and those who are on none.
    func guests(of plan: Plan, _ at: Instant) -> (listed: [Guest], offList: [Guest]) {
        switch plan.who {
        case .written(let group):
            let listed =
                group.people.map { guest($0, at: plan.point) }
                + others(group.others, at: plan.point, at)
            for guest in listed {
                guard let name = guest.id else { continue }
                if group.absent.contains(name) { guest.coming = .notDelivered }
                if group.gone.contains(name) { guest.coming = .gone }
            }
            return (listed, group.offList.map { guest($0, at: plan.point) })
        case .drawn(let count):
            let guests = parties(count, at: plan.point, at)
            let isListed = guests.map { guest in
                guest.parent != nil || !guest.children.isEmpty
                    || !guest.random.happens(scenario.chances.offList)
            }
            return (
                zip(guests, isListed).filter(\.1).map(\.0),
                zip(guests, isListed).filter { !$0.1 }.map(\.0)
            )
        }
    }

    /// Those of a written group whom nobody wrote.
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
