import Repatriation
import SQLite

/// As it stood, folded from the journal; what rang is read from the history of alarms.
extension BoardThen: Readable {
    package var reading: Reading<Board> { Reading { try $0.boardThen(at: at) } }
}

extension Look {
    /// So far back something may have rung unchanged that is still told, in minutes.
    private static let ringing = 366 * 1440

    func boardThen(at: Instant) throws -> Board {
        let first = try connection.statement("SELECT at FROM journal ORDER BY seq LIMIT 1")
            .first { $0.instant(0) }
        guard at < now else { throw Refusal(.notPast) }
        guard let first, at >= first else {
            throw Refusal(.beforeJournal, ["from": .string(first?.text ?? "")])
        }
        let past = try PastMoment(connection, at)
        let then = try PastStore(past, of: store)
        var board = try Look(then.store, reader, now: at).board(rings: false)
        let told = try rang(by: at)
        let late = told.filter { $0.kind == .childBook }
        for index in board.rows.indices where board.rows[index].children != nil {
            board.rows[index].lateChildren = late.count { $0.point == board.rows[index].point }
        }
        board.tell(told)
        board.isPast = true
        return board
    }

    /// What rang and had not ended, as far as the reader may know of it; the history keeps no
    /// sentence, so that each is told by what it is called and whom it is about.
    private func rang(by at: Instant) throws -> [Alert] {
        var standing: [AlarmTag: AlarmChange] = [:]
        var since: [AlarmTag: Instant] = [:]
        let from = at.adding(minutes: -Look.ringing)
        for change in try store.alarmChanges(from: from, to: at.adding(seconds: 1))
        where change.at <= at {
            let isNew = change.state == .active || standing[change.tag] == nil
            if isNew { since[change.tag] = change.at }
            standing[change.tag] = change.state == .cleared ? nil : change
        }
        let heard = standing.values.filter { $0.tag.kind.alarm.audience.includes(reader) }
        return try heard.sorted { $0.tag.text < $1.tag.text }.map { change in
            var alert = Alert(
                change.tag, change.grade, since: since[change.tag] ?? change.at,
                subject: try change.tag.subject ?? point(change.tag.point)?.id.value ?? 0,
                text: try words(of: change.tag))
            alert.state = Alert.State(rawValue: change.state.rawValue) ?? .active
            return alert
        }
    }

    /// What rang, and the number of the group that it is about. Of people it says no number: they have
    /// another at another point.
    func words(of tag: AlarmTag) throws -> Bilingual {
        let label = tag.kind.label
        guard let subject = tag.subject else { return label }
        let group =
            try connection.statement("SELECT number FROM \"group\" WHERE id = ?")
            .bind(subject).first { $0.optionalInt(0) } ?? nil
        return group.map { Bilingual("\(label.es): G\($0)", "\(label.en): G\($0)") } ?? label
    }
}
