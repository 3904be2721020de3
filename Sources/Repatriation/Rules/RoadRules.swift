/// What an act makes of somebody who is on the way to another point.
package enum OffTheRoad: Sendable {
    /// They are where they left, and stay.
    case stays
    /// They leave from there.
    case leaves
}

/// Whoever was sent to another point and does not come there is the first point's again: it has
/// them in charge until somebody else receives them.
extension PersonCase {
    /// The person as they stood where they left, with what that changes beside; the same where they
    /// are not on the way.
    ///
    /// Their number is theirs again where nobody has it; whoever stays gets another else. Throws
    /// `personIsInside` where whoever would stay is inside elsewhere.
    func off(_ road: OffTheRoad) throws -> PersonCase {
        guard reception.isOnTheWay, let former = reception.formerGroups.last else { return self }
        let home = try facts.group(former)
        let place = try facts.point(home.point)
        let away = try facts.group(reception.group)
        var back = reception.returned(to: home)
        var changes = [Change(from: away, to: try left(away))]
        if road == .stays {
            try requireNotElsewhere()
            let numbered = try renumber(&back, at: place, sentAt: away.sentAt)
            changes.append(Change(from: place, to: numbered))
            var open = home
            if home.stage == .concluded { open.stage = .balanced }
            changes.append(Change(from: home, to: open))
        }
        return PersonCase(
            back, place, context, facts, recorded: reception,
            alongside: changes.compactMap { $0 })
    }

    /// The group that they were awaited with: nobody waits for one of which nobody is left.
    private func left(_ group: Group) throws -> Group {
        var after = group.unsettled
        if group.stage == .announced, try facts.counts(of: group.id).onList == 1 {
            after.stage = .concluded
        }
        return after
    }

    private func requireNotElsewhere() throws {
        let elsewhere = try facts.receptions(of: reception.person).first {
            $0.id != reception.id && ($0.isInside || $0.isOnTheWay)
        }
        if let elsewhere {
            throw Refusal(.personIsInside, OpenReception(elsewhere).details(context))
        }
    }

    /// With the number they had while its series runs and nobody has it, else with the next.
    private func renumber(
        _ back: inout Reception, at place: ReceivingPoint, sentAt: Instant?
    ) throws -> ReceivingPoint {
        let series = sentAt.map { context.zone.cutDay(at: $0, cut: place.cut) }
        let isOfTheSeries =
            place.ticketDay.map { day in series.map { $0 >= day } ?? false } ?? false
        back.ticketDay = place.ticketDay
        if isOfTheSeries, let ticket = back.ticket, ticket <= place.lastTicket,
            try facts.isNumberFree(back)
        {
            return place
        }
        var numbered = place
        if numbered.ticketDay == nil { numbered.ticketDay = context.cutDay }
        numbered.lastTicket += 1
        (back.ticket, back.ticketDay) = (numbered.lastTicket, numbered.ticketDay)
        return numbered
    }
}

extension Reception {
    /// Not on the way any more: one of the group that they left, as when they left it.
    fileprivate func returned(to home: Group) -> Reception {
        var back = self
        back.formerGroups.removeLast()
        if back.formerGroups.isEmpty { back.firstPoint = nil }
        (back.group, back.point, back.listNumber) = (home.id, home.point, sentNumber)
        (back.ticket, back.ticketDay) = (sentTicket, nil)
        (back.absence, back.absenceConfirmedBy) = (nil, nil)
        back.arrive()
        return back
    }
}
