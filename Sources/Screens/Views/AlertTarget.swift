import Repatriation

/// Where an alert leads: to the person, the group, or the list in which what it tells is done.
enum AlertTarget {
    private static let people: Set<String> = [
        "unlocated", "toConfirm", "askedFor", "childBook", "doseDue", "filterEnds", "reserved", "nationalityDue",
        "familySplit",
    ]
    private static let groups: Set<String> = ["outOfHours", "notBalanced"]

    /// The screen in which the alert is answered.
    static func screen(_ alert: Alert, _ context: Context) -> any Screen {
        if people.contains(alert.code) { return CardScreen(reception: Identifier(alert.subject)) }
        if groups.contains(alert.code) { return RollCallScreen(group: Identifier(alert.subject)) }
        switch alert.code {
        case "referralsLate": return ReferralsScreen(point: alert.point)
        case "stockLow": return StoreRoomScreen(point: alert.point)
        case "leftPending": return FollowUpsScreen(point: alert.point)
        case "clockInDoubt", "peak": return ShiftScreen(point: alert.point)
        default: return QueueScreen(point: alert.point, desk: alert.point == context.point ? context.desk : 0)
        }
    }
}
