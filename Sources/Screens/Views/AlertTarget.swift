import Repatriation

/// Where an alert leads: to the person, the group, or the list in which what it tells is done.
enum AlertTarget {
    /// The screen in which the alert is answered.
    static func screen(_ alert: Alert, _ context: Context) -> any Screen {
        switch alert.kind {
        case .unlocated, .toConfirm, .askedFor, .childBook, .doseDue, .filterEnds, .reserved, .nationalityDue,
            .familySplit:
            return CardScreen(reception: Identifier(alert.subject))
        case .outOfHours, .notBalanced: return RollCallScreen(group: Identifier(alert.subject))
        case .referralsLate: return ReferralsScreen(point: alert.point)
        case .stockLow: return StoreRoomScreen(point: alert.point)
        case .leftPending: return FollowUpsScreen(point: alert.point)
        case .clockInDoubt, .peak: return ShiftScreen(point: alert.point)
        // What has no list of its own is told whole on the board, and looked for among those who are there.
        case .absentTwice, .childWaiting, .notMexican, .pastTarget, .rightsDue, .sameVisitor:
            return QueueScreen(point: alert.point, desk: alert.point == context.point ? context.desk : 0)
        }
    }
}
