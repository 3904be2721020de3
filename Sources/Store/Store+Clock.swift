import Glibc
import Repatriation
import SQLite

/// The clock of the machine, and what bears witness to it.
extension Store {
    /// What the store knows of the time: the newest fact by a clock that was believed, and how long
    /// the machine has run since.
    func witness() throws(SQLiteError) -> ClockWitness {
        let kept = try connection.statement("SELECT \(Store.hourColumns) FROM meta").first {
            witness($0, from: 0)
        }
        return kept
            ?? ClockWitness(newest: Instant(milliseconds: 0), elapsed: nil, isPractice: isDrill)
    }

    /// What ``witness(_:from:)`` reads.
    static let hourColumns = "clockAt, clockUp, clockBoot"

    /// The same from a row that has those columns besides.
    func witness(_ row: Statement, from column: Int) -> ClockWitness {
        let isSameRun = !row.isNull(column + 2) && row.text(column + 2) == StoreFiles.boot
        let elapsed = isSameRun ? row.optionalInt(column + 1).map { uptime() &- $0 } : nil
        return ClockWitness(
            newest: Instant(milliseconds: row.int(column)), elapsed: elapsed, isPractice: isDrill)
    }

    /// Keeps the hour of the first fact of a run of the machine whose clock was believed, or of the
    /// one that vouches for it. Later ones are measured by that, so that a clock that goes astray
    /// step by step is seen: what is kept moves on by the machine's own count alone, for the run
    /// after this one to know until when it went. In practice, where time is another, the newest is
    /// kept, once a minute.
    func keepHour(_ now: Instant, _ witness: ClockWitness, isConfirmed: Bool) throws(SQLiteError) {
        let isLater = now.milliseconds - witness.newest.milliseconds >= 60_000
        let isFirst = isDrill ? isLater : witness.elapsed == nil
        guard isConfirmed || isFirst && witness.isBelieved(now) else {
            guard !isDrill, let elapsed = witness.elapsed, elapsed >= ClockWitness.step else {
                return
            }
            try connection.statement(
                "UPDATE meta SET clockAt = clockAt + (?1 - clockUp), clockUp = ?1"
            )
            .bind(uptime()).run()
            return
        }
        try connection.statement("UPDATE meta SET clockAt = ?, clockUp = ?, clockBoot = ?")
            .bind(now.milliseconds).bind(uptime()).bind(StoreFiles.boot).run()
    }

    /// Whether one lead alone vouched for the hour in the last day.
    func wasHourConfirmedAlone(_ now: Instant) throws -> Bool {
        guard !isDrill else { return false }
        var isAlone = false
        let since = now.adding(minutes: -Lineage.minutes).milliseconds
        let ofPoints = "subject IN (SELECT id FROM point) AND at > ?"
        try journal.requireKnown(where: ofPoints, [since])
        try journal.read(where: "\(ofPoints) AND kind = 'clockConfirmed'", [since]) { entry in
            let isByTwo = entry.event.changes.contains { $0.kind == .pendingAct }
            isAlone = isAlone || !isByTwo
        }
        return isAlone
    }

    /// Who looks at the hour after a lead, and finds it right too, completes what the lead's word
    /// waits for.
    func completing(_ act: any Act, by officer: Officer, _ now: Instant) throws -> any Act {
        guard let confirming = act as? ConfirmClock, let point = try point(confirming.point) else {
            return act
        }
        let waiting = try pendingActs(about: point.id.value, now: now)
        let same = waiting.first { asks($0.asked, for: confirming, besides: officer) }
        return same.map { Confirm($0.act) } ?? act
    }

    /// What whoever writes now is asked before anything is written; nil where the clock fits, or
    /// somebody was asked of it already and went on.
    package func hourQuestion(at now: Instant) throws -> HourQuestion? {
        let witness = try witness()
        guard !witness.isBelieved(now), let point = try points().first(where: \.isActive) else {
            return nil
        }
        let hours = ClockWitness.silence / 60_000
        let near = now.adding(minutes: -hours)...now.adding(minutes: hours)
        let said = "subject IN (SELECT id FROM point) AND kind = 'hourLeftToVerify' AND at > ?"
        var isAsked = false
        try journal.read(where: said, [near.lowerBound.milliseconds]) { entry in
            isAsked = isAsked || near.contains(entry.at)
        }
        guard !isAsked else { return nil }
        return HourQuestion(shown: now, newest: witness.newest, point: point.code)
    }

    /// When the newest fact was written.
    package func newestFact() throws(StoreError) -> Instant {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
                .first { $0.instant(0) } ?? .earliest
        }
    }

    /// The moment as of which ages are shown.
    func sure(_ now: Instant) throws(StoreError) -> Instant {
        try wrap { () throws(SQLiteError) in try witness().sure(now) }
    }

    /// A point's working day, by a clock that is believed.
    package func workingDay(of point: ReceivingPoint, at now: Instant) throws(StoreError)
        -> CivilDate
    {
        try zone(point.zone).cutDay(at: sure(now), cut: point.cut)
    }

    /// A clock that is not believed: what it shows, and when the newest fact was.
    func clockDoubt(
        at point: ReceivingPoint, _ now: Instant
    ) throws(StoreError) -> PointFacts.ClockDoubt? {
        let witness = try wrap { () throws(SQLiteError) in try self.witness() }
        guard !witness.isBelieved(now) else { return nil }
        let zone = try zone(point.zone)
        let isAsked = try pendingAct(about: point.id.value, now: now) != nil
        return (zone.local(now), zone.local(witness.newest), isAsked)
    }
}

extension StoreFiles {
    /// Milliseconds since the machine was started, asleep or not: nobody sets this clock.
    package static var uptime: Int {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// The same as a number; never 0.
    static let run = UInt64(boot.prefix { $0 != "-" }, radix: 16) ?? 1

    /// Which run of the machine this is.
    static let boot: String = {
        let bytes = read("/proc/sys/kernel/random/boot_id", atMost: 64) ?? []
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }()
}
