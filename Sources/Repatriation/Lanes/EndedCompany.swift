/// Who leaves is never held, and takes nobody's protection along: a child of theirs who stays is
/// alone from then on.
extension PersonCase {
    /// One event a child whom nobody accompanies once this person is out; in the lane until the
    /// Procuraduría decides.
    func leftAlone() throws -> [Event] {
        var events: [Event] = []
        for child in try relatives()
        where child.isHereOrAwaited && child.isChild(on: context.local.day) {
            guard !child.isChildAlone, try isLastCompany(of: child) else { continue }
            var alone = child
            let place = child.point == point.code ? point : try facts.point(child.point)
            try alone.markAlone(at: place, context.now)
            events.append(Event(.familySet, child, alone))
        }
        return events
    }

    /// Nobody who may answer for the child is inside once this person is out; where nobody said who
    /// does, any adult of the family may.
    private func isLastCompany(of child: Reception) throws -> Bool {
        guard child.guardians.isEmpty else {
            return try child.guardians.contains(reception.id) && !hasGuardianInside(child)
        }
        return try !relatives().contains { $0.isInside && !$0.isChild(on: context.local.day) }
    }

    /// Another of the family, mother, father or guardian of this child, is inside.
    func hasGuardianInside(_ child: Reception) throws -> Bool {
        try relatives().contains { $0.isInside && child.guardians.contains($0.id) }
    }
}

extension Reception {
    fileprivate var isHereOrAwaited: Bool { isInside || isOnTheWay || stage == .listed }

    /// A child alone from now on, asked or not: waits for child protection, unless a desk holds
    /// them.
    mutating func markAlone(at point: ReceivingPoint, _ now: Instant) throws(Refusal) {
        try take((flags ?? []).union([.unaccompaniedChild]), at: point)
        if stage == .received { enterQueue(at: now) }
        waitForTheLane()
    }

    /// Whoever was called along with the family is at no desk: as a child alone they wait for child
    /// protection's.
    mutating func waitForTheLane() {
        if isChildAlone, stage == .called, desk == nil { stage = .waiting }
    }
}
