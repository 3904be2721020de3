import Repatriation

/// What a board has rung for: each alert once, whatever its count becomes.
///
/// It rings at the lead's board, never on a wall; where people sleep only for what a life or a
/// freedom hangs on.
struct Bell: Sendable {
    /// What was told a moment ago, how grave, and when last.
    private var heard: [AlarmTag: (grade: Alert.Grade, at: Instant)]?
    /// When the board was looked at last.
    private var looked: Instant?

    /// Whether it rings for what a board tells now: something that nobody has acknowledged and that
    /// was not told a moment ago, or not as so grave. What stands when a board is opened is there
    /// to be read.
    mutating func rings(for board: Board, at now: Instant) -> Bool {
        let quiet = Set(board.rows.filter(\.isQuiet).map(\.point))
        let active = board.alerts.filter { $0.state == .active }
        defer {
            var kept = (heard ?? [:]).filter {
                now.distance(to: $0.value.at) < StandingAlarm.leastOff
            }
            for alert in active { kept[alert.tag] = (alert.grade, now) }
            heard = kept
            looked = now
        }
        guard let heard else { return false }
        return active.contains { alert in
            guard alert.grade == .critical || !quiet.contains(alert.point) else { return false }
            guard let before = heard[alert.tag],
                before.at == looked || now.distance(to: before.at) < StandingAlarm.leastOff
            else { return true }
            return alert.grade < before.grade
        }
    }
}
