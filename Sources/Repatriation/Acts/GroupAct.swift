/// What is wanted of one group.
package protocol GroupAct: Act {
    /// Which.
    var group: Identifier<Group> { get set }
}

extension GroupAct {
    package static var subject: [Parameter<Self>] { [.identifier("group", \.group)] }

    /// Of a group, with nothing else said.
    package init(_ group: Identifier<Group>) {
        self.init()
        self.group = group
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try facts.group(group).point))
    }

    /// The group, while it is not concluded. Throws `unknownGroup`, `groupConcluded`.
    func open(_ facts: some Facts) throws -> Group {
        let found = try facts.group(group)
        guard found.stage != .concluded else { throw Refusal(.groupConcluded) }
        return found
    }
}

extension Group {
    /// As it is once people or counts change after it was balanced: to be balanced again, reasons
    /// asked anew.
    var unsettled: Group {
        var group = self
        if stage == .balanced { group.stage = .arrived }
        if stage == .balanced || stage == .arrived { group.difference = nil }
        return group
    }

    /// Here from now on.
    func arrived(at point: ReceivingPoint, _ context: Context) -> Group {
        var group = self
        group.stage = .arrived
        group.arrivedAt = context.now
        group.isOutOfHours = isOutOfHours || !point.isOpen(to: .general, at: context.local)
        return group
    }

    /// Whether the group is expected, or announced without an hour, outside the point's hours;
    /// vulnerable people have hours of their own.
    func isOutside(hoursOf point: ReceivingPoint, _ context: Context) -> Bool {
        let time = expectedAt.map(context.zone.local) ?? context.local
        let isVulnerable = (children ?? 0) > 0 || (families ?? 0) > 0 || (medical ?? 0) > 0
        return !point.isOpen(to: .general, at: time)
            || isVulnerable && !point.isOpen(to: .vulnerable, at: time)
    }
}
