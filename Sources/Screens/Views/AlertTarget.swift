import Repatriation

/// Where an alert leads: to the person, the group, or the list in which what it tells is done.
enum AlertTarget {
    /// The screen in which the alert is answered.
    static func screen(_ alert: Alert, _ context: Workplace) -> any Screen {
        switch alert.kind.alarm.opens {
        case .person: CardScreen(reception: Identifier(alert.subject))
        case .group: RollCallScreen(group: Identifier(alert.subject))
        case .referrals: ReferralsScreen(place: alert.point)
        case .storeRoom: StoreRoomScreen(place: alert.point)
        case .followUps: FollowUpsScreen(place: alert.point)
        case .tray: TrayScreen(place: alert.point)
        case .providers: ProvidersScreen(place: alert.point)
        case .shift: ShiftScreen(point: alert.point)
        // What has no list of its own is told whole on the board, and looked for among those who
        // are there.
        case .queue:
            QueueScreen(point: alert.point, desk: alert.point == context.point ? context.desk : 0)
        }
    }
}
