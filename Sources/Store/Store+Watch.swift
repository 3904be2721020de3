import Repatriation
import SQLite

/// When somebody's program looked at what rings: of any other hour nobody knows what would have
/// rung.
extension Store {
    /// How often it is kept that somebody still looks, in minutes: one small write.
    private static let watchStep = 10
    /// How long a row goes on at most, in minutes: what rang at an hour is read from where its row
    /// begins.
    private static let longestWatch = 24 * 60

    /// Whether it is kept already that somebody looks now.
    func isWatchKept(at now: Instant) throws(SQLiteError) -> Bool {
        guard let last = try lastWatch() else { return false }
        return (last.since...last.until.adding(minutes: Store.watchStep)).contains(now)
            && now < last.since.adding(minutes: Store.longestWatch)
    }

    /// Keeps that somebody looks now: the last row goes on, or a new one begins with what stands,
    /// before this look changes it.
    func keepWatch(_ standing: [StandingAlarm], at now: Instant) throws(SQLiteError) {
        if let last = try lastWatch(), last.since <= now,
            now <= last.until.adding(minutes: 2 * Store.watchStep),
            now < last.since.adding(minutes: Store.longestWatch)
        {
            try connection.statement("UPDATE alarmWatch SET until = max(until, ?) WHERE since = ?")
                .bind(now.milliseconds).bind(last.since.milliseconds).run()
            return
        }
        let text = standing.map {
            "\($0.tag.text)|\($0.state.rawValue)|\($0.grade.code)|\($0.at.milliseconds)"
        }
        try connection.statement("INSERT OR REPLACE INTO alarmWatch VALUES (?1, ?1, ?2)")
            .bind(now.milliseconds).bind(text.joined(separator: ";")).run()
    }

    private func lastWatch() throws(SQLiteError) -> (since: Instant, until: Instant)? {
        try connection.statement(
            "SELECT since, until FROM alarmWatch ORDER BY since DESC LIMIT 1"
        ).first { ($0.instant(0), $0.instant(1)) }
    }

    /// What rang at a moment; nil where nobody looked. O(changes of a day).
    func alarmsStanding(at moment: Instant) throws(SQLiteError) -> [StandingAlarm]? {
        let watch = try connection.statement(
            """
            SELECT since, until, standing FROM alarmWatch WHERE since <= ?
            ORDER BY since DESC LIMIT 1
            """
        ).bind(moment.milliseconds).first { ($0.instant(0), $0.instant(1), $0.text(2)) }
        guard let (since, until, text) = watch,
            moment <= until.adding(minutes: 2 * Store.watchStep)
        else { return nil }
        var standing = Dictionary(
            text.split(separator: ";").compactMap(StandingAlarm.init(kept:)).map { ($0.tag, $0) },
            uniquingKeysWith: { $1 })
        for change in try alarmChanges(from: since, to: moment.adding(seconds: 1))
        where change.at <= moment { standing[change.tag] = change.after(standing[change.tag]) }
        return Array(standing.values)
    }
}

extension StandingAlarm {
    /// As a row of who looked keeps it; nil for what a later program wrote.
    fileprivate init?(kept text: Substring) {
        let parts = text.split(separator: "|").map(String.init)
        guard parts.count == 4, let tag = AlarmTag(parts[0]),
            let state = Alert.State(rawValue: parts[1]), let grade = Alert.Grade(code: parts[2]),
            let at = Int(parts[3])
        else { return nil }
        self.init(tag, state, grade, cause: nil, at: Instant(milliseconds: at))
    }
}

extension AlarmChange {
    /// What stands after it; nil where it is over.
    fileprivate func after(_ before: StandingAlarm?) -> StandingAlarm? {
        guard state != .cleared else { return nil }
        let since = state == .active ? at : before?.at ?? at
        return StandingAlarm(
            tag, Alert.State(rawValue: state.rawValue) ?? .active, grade, cause: nil, at: since)
    }
}
