import Repatriation
import SQLite

/// As it stood, folded from the journal; what rang is read from the history of alarms.
extension BoardThen: Readable {
    package var reading: Reading<Board> { Reading { try $0.boardThen(at: at) } }
}

extension Look {
    func boardThen(at: Instant) throws -> Board {
        try checkPast(at)
        let past = try PastMoment(connection, at)
        let folded = try PastStore(past, of: store)
        defer { withExtendedLifetime(folded) {} }
        let then = Look(folded.store, reader, now: at)
        var board = try then.board(rings: false)
        for index in board.rows.indices where board.rows[index].children ?? 0 > 0 {
            board.rows[index].lateChildren = try then.lateChildren(board.rows[index])
        }
        if let standing = try store.alarmsStanding(at: at) {
            board.tell(try rang(standing))
        } else {
            board.isUnwatched = true
        }
        board.isPast = true
        board.isHourDoubled = past.isHourDoubled
        return board
    }

    /// Throws `notPast`, or `beforeJournal` with the hour that the journal begins at.
    func checkPast(_ at: Instant) throws {
        let first = try connection.statement("SELECT at FROM journal ORDER BY seq LIMIT 1")
            .first { $0.instant(0) }
        guard at < now else { throw Refusal(.notPast) }
        guard let first, at >= first else {
            throw Refusal(.beforeJournal, ["from": .string(try first.map(said) ?? "")])
        }
    }

    /// How many children are past a step of the book, as far as the reader may know of it.
    private func lateChildren(_ row: BoardRow) throws -> Int {
        guard AlertKind.childBook.alarm.audience.includes(reader),
            let point = try point(row.point)
        else { return 0 }
        var facts = PointFacts(point, now: now, day: row.local.day)
        facts.childSteps = try store.childSteps(at: row.point, on: row.local.day)
        return facts.lateChildren.count
    }

    /// By the clock of the first point in use, which is named.
    private func said(_ moment: Instant) throws -> String {
        guard let point = try store.points().first(where: \.isActive) else { return moment.text }
        let local = try store.zone(point.zone).local(moment)
        return "\(local.day.shown) \(local.clock) \(point.name)"
    }

    /// What rang and had not ended, as far as the reader may know of it; the history keeps no
    /// sentence, so that each is told by what it is called and whom it is about.
    private func rang(_ standing: [StandingAlarm]) throws -> [Alert] {
        let heard = standing.filter { $0.tag.kind.alarm.audience.includes(reader) }
        return try heard.sorted { $0.tag.text < $1.tag.text }.map { one in
            var alert = Alert(
                one.tag, one.grade, since: one.at,
                subject: try one.tag.subject ?? point(one.tag.point)?.id.value ?? 0,
                text: try words(of: one.tag))
            alert.state = one.state
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
