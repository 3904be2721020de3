import Repatriation
import SQLite

/// What was made of alarms, and what became of them.
extension Store {
    /// The alerts with what was made of each.
    func marked(_ alerts: [Alert], at now: Instant) throws -> [Alert] {
        let isAny = try connection.statement("SELECT EXISTS (SELECT 1 FROM alarmMark)")
            .first { $0.int(0) == 1 }
        guard isAny == true else { return alerts }
        return try alerts.map { alert in
            guard let mark = try rows.first(AlarmMark.self, "tag = ?", .text(alert.tag.text)),
                mark.isOf(alert, standingSince: try standingSince(alert.tag), at: now)
            else { return alert }
            let taker = try mark.taken.flatMap { try officer($0)?.short }
            return mark.marked(alert, taker: taker, at: now)
        }
    }

    private func standingSince(_ tag: AlarmTag) throws(SQLiteError) -> Instant? {
        try connection.statement("SELECT at FROM alarmStanding WHERE tag = ?").bind(tag.text)
            .first { $0.instant(0) }
    }

    /// Writes what changed of the alarms since somebody last looked, once, whoever looks: an alarm
    /// that nobody's program told rang nowhere. Nothing is written where nothing changed.
    package func noteAlarms(at now: Instant) throws {
        let board = try answer(BoardNow().reading, for: .program, at: now)
        let before = try wrap { () throws(SQLiteError) in try standing() }
        let isSame = StandingAlarm.after(before, told: board.told, at: now).standing == before
        if isSame, try isWatchKept(at: now) { return }
        // Another program may have written it meanwhile: what is told is asked anew.
        try exclusively(
            { () throws(any Error) in
                let told = try Look(self, .program, now: now).board().told
                let before = try standing()
                try keepWatch(before, at: now)
                let (after, changes) = StandingAlarm.after(before, told: told, at: now)
                try write(after, before)
                for change in changes { try write(change) }
            }, orWrap: { $0 })
    }

    func standing() throws(SQLiteError) -> [StandingAlarm] {
        try connection.statement(
            "SELECT tag, state, priority, cause, at, goneAt FROM alarmStanding ORDER BY tag"
        ).all { row in
            guard let tag = AlarmTag(row.text(0)), let state = Alert.State(rawValue: row.text(1)),
                let grade = Alert.Grade(code: row.text(2))
            else { return StandingAlarm?.none }
            return StandingAlarm(
                tag, state, grade, cause: row.optionalInt(3).map { Instant(milliseconds: $0) },
                at: row.instant(4),
                goneAt: row.optionalInt(5).map { Instant(milliseconds: $0) })
        }.compactMap { $0 }
    }

    private func write(
        _ after: [StandingAlarm], _ before: [StandingAlarm]
    ) throws(SQLiteError) {
        let left = Set(after.map(\.tag))
        for one in before where !left.contains(one.tag) {
            try connection.statement("DELETE FROM alarmStanding WHERE tag = ?").bind(one.tag.text)
                .run()
        }
        for one in after where !before.contains(one) {
            try connection.statement(
                """
                INSERT OR REPLACE INTO alarmStanding (tag, state, priority, cause, at, goneAt)
                VALUES (?,?,?,?,?,?)
                """
            ).bind(one.tag.text).bind(one.state.rawValue).bind(one.grade.code)
                .bind(one.cause?.milliseconds).bind(one.at.milliseconds)
                .bind(one.goneAt?.milliseconds).run()
        }
    }

    private func write(_ change: AlarmChange) throws(SQLiteError) {
        try connection.statement(
            "INSERT INTO alarmHistory (at, tag, state, priority) VALUES (?,?,?,?)"
        ).bind(change.at.milliseconds).bind(change.tag.text).bind(change.state.rawValue)
            .bind(change.grade.code).run()
    }

    /// The changes of alarms from one moment until before another, the first first.
    func alarmChanges(from: Instant, to: Instant) throws(SQLiteError) -> [AlarmChange] {
        try connection.statement(
            """
            SELECT at, tag, state, priority FROM alarmHistory WHERE at >= ? AND at < ?
            ORDER BY at, seq
            """
        ).bind(from.milliseconds).bind(to.milliseconds).all { row in
            guard let tag = AlarmTag(row.text(1)), let grade = Alert.Grade(code: row.text(3)),
                let state = AlarmChange.State(rawValue: row.text(2))
            else { return AlarmChange?.none }
            return AlarmChange(at: row.instant(0), tag, state, grade)
        }.compactMap { $0 }
    }
}
