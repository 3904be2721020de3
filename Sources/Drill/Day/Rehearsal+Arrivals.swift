import Repatriation

/// Groups come: announced, called from the list, asked the first questions, balanced.
extension Rehearsal {
    func openPoints(_ at: Instant) {
        for point in scenario.points {
            send(OpenShift(at: point), lead(point), at)
            for desk in attended(point) {
                send(
                    OpenDesk(at: point, desk, attends: Set(Attention.allCases)),
                    officer(at: DeskPlace(point, desk)), at)
            }
            for desk in attended(point) + reserves(of: point) {
                after(300, at) { [unowned self] in callNext(point, desk, $0) }
            }
        }
    }

    /// The desks where somebody sits who is not the trainee.
    private func attended(_ point: PointCode) -> [Int] {
        let colleagues = scenario.desks(of: point).filter { !reserves(of: point).contains($0) }
        let isPlayed =
            point == scenario.point && (player != nil || !scenario.works.contains(.desk))
        return colleagues + (isPlayed ? [scenario.desk] : [])
    }

    /// Colleagues who wait for somebody to open their desk: until then no call is theirs.
    private func reserves(of point: PointCode) -> [Int] {
        point == scenario.point ? scenario.reserves : []
    }

    func announce(_ expected: Scenario.ScriptedGroup, _ at: Instant) {
        let point = expected.point ?? scenario.point
        var announcement = Announcement()
        announcement.mode = expected.mode
        announcement.authority = expected.authority
        announcement.expectedAt = start.adding(seconds: expected.told ?? expected.comes)
        let (listed, offList) = guests(of: expected, at: point, at)
        announcement.count = expected.declared ?? listed.count
        let lead = lead(point)
        let answer = send(AnnounceGroup(point, announcement), lead, at)
        guard let id = (answer?.outcome as? Announced)?.group else { return }
        mean(expected.id, id.value, at)
        let added = send(AddToList(id, listed.map(\.person)), lead, at)
        for (reception, guest) in zip((added?.outcome as? Listed)?.receptions ?? [], listed) {
            take(guest, reception, at)
        }
        guard !expected.isByHand else { return }
        let group = Group(id, at: point, expected, listed: listed, offList: offList)
        let seconds = start.adding(seconds: expected.comes).secondsSince(at)
        after(seconds, at) { [unowned self] in arrive(group, $0) }
    }

    func take(_ guest: Guest, _ reception: Identifier<Reception>, _ at: Instant) {
        guest.reception = reception
        self[reception] = guest
        if let name = guest.id { mean(name, reception.value, at) }
    }

    private func arrive(_ group: Group, _ at: Instant) {
        let point = group.point
        guard let skill = skill(.gate, at: point) else { return }
        let there =
            group.present ?? group.listed.count - group.count(.notDelivered) + group.offList.count
        send(ArriveGroup(group.id, headcount: there), gate(point), at)
        for (index, guest) in group.listed.enumerated() {
            after(120 + index * 9, at) { [unowned self] now in
                if guest.coming == .comes {
                    receive(guest, now)
                } else if skill > 0 {
                    miss(guest, now)
                }
            }
        }
        let later = 120 + group.listed.count * 9
        if skill > 0 { addOffList(group, at.adding(seconds: later)) }
        after(later + 180 + group.offList.count * 60, at) { [unowned self] now in
            balance(group, counted: there - group.count(.gone), now)
        }
        help(group, at)
    }

    private func balance(_ group: Group, counted: Int, _ at: Instant) {
        guard (skill(.lead, at: group.point) ?? 0) > 0 else { return }
        let lead = lead(group.point)
        send(HeadCount(group.id, .room, counted), lead, at)
        send(BalanceGroup(group.id, reason: difference(group)), lead, at)
        group.isBalanced = true
        conclude(group, at)
    }

    /// A group is concluded when the last of it is out, where the days are drawn: who writes a
    /// scenario says what becomes of its own.
    func conclude(_ group: Group, _ at: Instant) {
        guard !scenario.rates.isEmpty, group.isBalanced, group.inside == 0 else { return }
        var close = CloseGroup()
        close.group = group.id
        send(close, lead(group.point), at)
        group.end()
    }
}
