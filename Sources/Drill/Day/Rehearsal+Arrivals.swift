import Repatriation

/// Groups come: announced, called from the list, asked the first questions, balanced.
extension Rehearsal {
    func openPoints(_ at: Instant) {
        let points = Set(scenario.groups.compactMap(\.point) + [scenario.point])
        for point in points.sorted(by: { $0.text < $1.text }) {
            send(OpenShift(at: point), officer(.lead), at)
            for desk in desks(of: point) {
                send(
                    OpenDesk(at: point, desk, attends: Set(Attention.allCases)),
                    officer(at: DeskPlace(point, desk)), at)
            }
            for desk in desks(of: point) + reserves(of: point) {
                after(300, at) { [unowned self] in callNext(point, desk, $0) }
            }
        }
    }

    /// The desks where somebody sits who is not the trainee.
    private func desks(of point: PointCode) -> [Int] {
        guard point == scenario.point else { return [1, 2] }
        let isPlayed = player != nil || !scenario.works.contains(.desk)
        return scenario.colleagues + (isPlayed ? [scenario.desk] : [])
    }

    /// Colleagues who wait for somebody to open their desk: until then no call is theirs.
    private func reserves(of point: PointCode) -> [Int] {
        point == scenario.point ? scenario.reserves : []
    }

    func announce(_ group: Scenario.ScriptedGroup, _ at: Instant) {
        let point = group.point ?? scenario.point
        var announcement = Announcement()
        announcement.mode = group.mode
        announcement.authority = group.authority
        announcement.expectedAt = start.adding(seconds: group.told ?? group.comes)
        let listed = group.people.map { guest($0) } + (0..<group.others).map { _ in guest() }
        announcement.count = group.declared ?? listed.count
        let answer = send(AnnounceGroup(point, announcement), officer(.lead), at)
        guard let id = (answer?.outcome as? Announced)?.group else { return }
        mean(group.id, id.value, at)
        let added = send(AddToList(id, listed.map(\.person)), officer(.lead), at)
        for (reception, guest) in zip((added?.outcome as? Listed)?.receptions ?? [], listed) {
            take(guest, reception, at)
        }
        if !group.isByHand { timetableArrival(of: group, id, listed, at) }
    }

    func take(_ guest: Guest, _ reception: Identifier<Reception>, _ at: Instant) {
        guest.reception = reception
        self[reception] = guest
        if let name = guest.id { mean(name, reception.value, at) }
    }

    private func timetableArrival(
        of group: Scenario.ScriptedGroup, _ id: Identifier<Group>, _ listed: [Guest], _ at: Instant
    ) {
        let seconds = start.adding(seconds: group.comes).secondsSince(at)
        after(seconds, at) { [unowned self] in arrive(group, id, listed, $0) }
    }

    private func arrive(
        _ group: Scenario.ScriptedGroup, _ id: Identifier<Group>, _ listed: [Guest], _ at: Instant
    ) {
        let point = group.point ?? scenario.point
        guard let skill = skill(.gate, at: point) else { return }
        let there = group.present ?? listed.count - group.absent.count + group.offList.count
        send(ArriveGroup(id, headcount: there), gate(point), at)
        for (index, guest) in listed.enumerated() {
            after(120 + index * 9, at) { [unowned self] now in
                if let name = guest.id, group.absent.union(group.gone).contains(name) {
                    if skill > 0 { miss(guest, of: group, point, now) }
                } else {
                    receive(guest, point, now)
                }
            }
        }
        let later = 120 + listed.count * 9
        if skill > 0 { addOffList(group, id, at.adding(seconds: later)) }
        after(later + 180 + group.offList.count * 60, at) { [unowned self] now in
            guard (self.skill(.lead, at: point) ?? 0) > 0 else { return }
            send(HeadCount(id, .room, there - group.gone.count), officer(.lead), now)
            send(BalanceGroup(id, reason: difference(group)), officer(.lead), now)
        }
    }
}
