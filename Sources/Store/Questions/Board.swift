import Repatriation
import SQLite

/// Counts from the cells, waits from the index, no scan of people.
extension BoardNow: Readable {
    package var reading: Reading<Board> { Reading { try $0.board() } }

    /// The same with everything asked for, whatever the pulse of a point says.
    package var whole: Reading<Board> { Reading { try $0.board(isGated: false) } }
}

extension Look {
    /// `isGated` leaves out what the pulse of a point says is not there; `rings` says whether what
    /// rings is looked for.
    func board(isGated: Bool = true, only: PointCode? = nil, rings: Bool = true) throws -> Board {
        var rows: [BoardRow] = []
        var alerts: [Alert] = []
        // Reasons, alerts and children are for those who attend people.
        let isForStaff = reader.reads(.sensitive)
        let sure = try store.sure(now)
        let pulses = isGated ? try store.pulses(at: now) : [:]
        let counts = try standingCounts()
        let asking = isForStaff && rings ? try store.asking(at: now) : nil
        let points = try store.points()
        for point in points where only == nil || point.code == only {
            let zone = try store.zone(point.zone)
            let pulse = isGated ? pulses[point.code] ?? .everything : .everything
            var row = BoardRow(point: point, local: zone.local(now))
            fill(&row, counts[point.code.text] ?? [])
            row.receivedToday = try received(point, zone.cutDay(at: sure, cut: point.cut))
            try fill(&row, point, zone, pulse)
            if !reader.knowsPriorities { row.next = nil }
            if isForStaff, rings {
                let day = zone.local(sure).day
                var facts = try store.facts(point, row, pulse, asking, on: day, reader, now)
                if point.code == points.first?.code {
                    facts.clock = try store.clockDoubt(at: point, now)
                    facts.lacksAnswers = try store.isAnswerMissing()
                    try store.fillSurroundings(&facts)
                }
                row.lateChildren = facts.lateChildren.count
                alerts += Alarm.ringing(facts, for: reader, point.thresholds ?? Thresholds())
            } else if !isForStaff {
                row.children = nil
            }
            rows.append(row)
        }
        var board = Board(at: now, rows: rows, told: try store.marked(alerts, at: now))
        let comes = pulses.isEmpty || pulses.contains { $0.value.has(.groups) }
        if isForStaff, comes { board.expected = try expected(at: only) }
        return board
    }

    private func fill(
        _ row: inout BoardRow, _ point: ReceivingPoint, _ zone: Zone, _ pulse: Pulse
    ) throws {
        row.arrivals = Array(repeating: 0, count: 12)
        if row.waiting > 0 { try fillQueue(&row, point) }
        row.desksOpen = try pulse.desksOpen ?? countDesks(point.code)
        if row.desksOpen > 0, row.called + row.inInterview > 0 { try fillDesks(&row) }
        try fillReferrals(&row)
        if pulse.has(.sent) { row.onTheWay = try store.countOnTheWay(from: point.code) }
        if pulse.has(.calls) { try fillCalls(&row) }
        try fillFinish(&row, zone)
        if pulse.has(.arrivals) { row.arrivals = try arrivals(point.code) }
    }

    private func fillQueue(_ row: inout BoardRow, _ point: ReceivingPoint) throws {
        let heads = try store.heads(at: point.code, now: now)
        let everyone = try store.heads(at: point.code, now: now, includingDeferred: true)
        let oldest = everyone.min { $0.enteredAt < $1.enteredAt }
        row.longestWait = oldest.map { now.secondsSince($0.enteredAt) }
        row.isLate = everyone.contains { now.secondsSince($0.enteredAt) > $0.target * 60 }
        row.next =
            QueueRule.next(heads, at: now, sinceTier2: point.sinceTier2, share: point.share)?
            .reason
    }

    /// What stands now, of every point. A day's own counts are not among them: of years there are
    /// thousands.
    private func standingCounts() throws -> [String: [(Cell.Measure?, Int)]] {
        let standing = Cell.Measure.allCases.filter { $0 != .receivedToday }
            .map { String($0.rawValue) }.joined(separator: ",")
        return try connection.statement(
            """
            SELECT p.code, c.measure, c.n FROM point p CROSS JOIN cell c
            WHERE c.scope = p.code AND c.measure IN (\(standing)) AND c.day = ''
            """
        ).all { ($0.text(0), Cell.Measure(rawValue: $0.int(1)), $0.int(2)) }
            .reduce(into: [:]) { $0[$1.0, default: []].append(($1.1, $1.2)) }
    }

    private func received(_ point: ReceivingPoint, _ day: CivilDate) throws -> Int {
        try connection.statement("SELECT n FROM cell WHERE scope = ? AND measure = ? AND day = ?")
            .bind(point.code.text).bind(Cell.Measure.receivedToday.rawValue).bind(day.text)
            .first { $0.int(0) } ?? 0
    }

    private func fill(_ row: inout BoardRow, _ counts: [(Cell.Measure?, Int)]) {
        for (measure, n) in counts {
            switch measure {
            case .inside?: row.inside = n
            case .toTriage?: row.toTriage = n
            case .waiting?: row.waiting = n
            case .called?: row.called = n
            case .inInterview?: row.inInterview = n
            case .parked?: row.parked = n
            case .inSupport?: row.inSupport = n
            case .children?: row.children = n
            case .unlocated?: row.unlocated = n
            case .openReferrals?: row.openReferrals = n
            case let measure?: row.routes.take(n, of: measure)
            case nil: break
            }
        }
    }

    private func countDesks(_ point: PointCode) throws -> Int {
        try connection.statement("SELECT count(*) FROM desk WHERE point = ? AND state = 'open'")
            .bind(point.text).first { $0.int(0) } ?? 0
    }

    private func fillDesks(_ row: inout BoardRow) throws {
        row.desksAttending =
            try connection.statement(
                """
                SELECT count(*) FROM desk WHERE point = ?1 AND state = 'open' AND number IN
                (SELECT desk FROM reception WHERE point = ?1 AND stage = 'called'
                UNION SELECT desk FROM reception WHERE point = ?1 AND stage = 'inInterview')
                """
            ).bind(row.point.text).first { $0.int(0) } ?? 0
    }

    /// Open referrals as far as the reader may know that there are any.
    private func fillReferrals(_ row: inout BoardRow) throws {
        guard row.openReferrals > 0 else { return }
        let kinds = try connection.statement(
            """
            SELECT kind, count(*), sum(dueAt < ?2), min(dueAt) FROM referral
            WHERE point = ?1 AND state IN ('sent', 'accepted') AND retractedAt IS NULL GROUP BY kind
            """
        ).bind(row.point.text).bind(now.milliseconds).all {
            (ReferralKind(rawValue: $0.text(0)), $0.int(1), $0.int(2), $0.optionalInt(3))
        }.filter { $0.0?.isKnown(to: reader) == true }
        row.openReferrals = kinds.reduce(0) { $0 + $1.1 }
        row.overdueReferrals = kinds.reduce(0) { $0 + $1.2 }
        row.referralsDueAt = kinds.compactMap(\.3).min().map { Instant(milliseconds: $0) }
    }

    private func fillCalls(_ row: inout BoardRow) throws {
        let counted = try connection.statement(
            """
            SELECT count(*), sum(waited <= target * 60) FROM call WHERE point = ? AND at > ? AND \
            outcome <> 'undone'
            """
        ).bind(row.point.text).bind(now.adding(minutes: -120).milliseconds).first {
            ($0.int(0), $0.int(1))
        }
        (row.calls, row.callsWithinTarget) = counted ?? (0, 0)
    }

    /// Waiting × median of the last 20 interviews ÷ desks attending; and with some desks more.
    private func fillFinish(_ row: inout BoardRow, _ zone: Zone) throws {
        guard row.waiting > 0, row.desksAttending > 0 else { return }
        let lengths = try connection.statement(
            """
            SELECT endedAt - attendedAt FROM call WHERE point = ? AND outcome = 'attended'
            AND endedAt <= ?
            ORDER BY endedAt DESC LIMIT 20
            """
        ).bind(row.point.text).bind(now.milliseconds).all { $0.int(0) }.sorted()
        guard !lengths.isEmpty else { return }
        let work = row.waiting * lengths[lengths.count / 2]
        func finish(with desks: Int) -> LocalTime {
            zone.local(Instant(milliseconds: now.milliseconds + work / desks))
        }
        row.finishAt = finish(with: row.desksAttending)
        row.finishWithMoreAt = finish(with: row.desksAttending + BoardRow.moreDesks)
    }

    /// People received per hour over the last twelve.
    private func arrivals(_ point: PointCode) throws -> [Int] {
        var hours = Array(repeating: 0, count: 12)
        let groups = try connection.statement(
            """
            SELECT g.arrivedAt, (SELECT sum(n) FROM cell WHERE scope = CAST(g.id AS TEXT)
            AND measure IN (12, 14))
            FROM "group" g WHERE g.point = ? AND g.announcedAt > ? AND g.arrivedAt > ?
            """
        ).bind(point.text).bind(now.adding(minutes: -2880).milliseconds).bind(
            now.adding(minutes: -720).milliseconds
        )
        .all { (Instant(milliseconds: $0.int(0)), $0.int(1)) }
        for (at, people) in groups {
            let hour = 11 - min(11, now.secondsSince(at) / 3600)
            hours[hour] += people
        }
        return hours
    }
}
