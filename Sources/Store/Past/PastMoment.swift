import Repatriation
import SQLite

/// Which rows of the journal were there at a moment, and what of them a board of that moment is
/// made of.
///
/// Neither is O(store): the moment is found by halves (``JournalHours``), and what was there then by the hours that
/// rows keep. What is found is too much rather than too little; the fold tells what it was.
struct PastMoment {
    /// The moment.
    let at: Instant
    /// The last row of the journal that was written by then.
    let last: Int
    /// The last row of two days before.
    let recent: Int
    /// Whether the clock went back over it.
    let isHourDoubled: Bool
    private let connection: Connection
    private let hours: JournalHours

    /// So far back counts of a working day, groups on their way and calls reach, in minutes.
    static let reach = 2 * 1440
    /// So far back a referral may have been sent that is open, or somebody not found, in minutes.
    static let referralReach = 400 * 1440
    /// What is taken back is so within these minutes; what stands on a sheet is typed within the
    /// days of ``lateness``.
    private static let undoing = 15
    private static let lateness = 3 * 1440

    init(_ connection: Connection, _ at: Instant) throws(SQLiteError) {
        (self.connection, self.at) = (connection, at)
        hours = try JournalHours(connection)
        last = try hours.row(by: at)
        recent = try hours.row(by: at.adding(minutes: -PastMoment.reach))
        isHourDoubled = hours.moved(at: at)
    }

    /// The people and referrals that count then, and whatever somebody wrote about in the minutes
    /// around it.
    func subjects() throws(SQLiteError) -> Set<Int> {
        try Set(
            people() + referrals() + near()
                + hours.astraySubjects(after: recent, through: last))
    }

    /// Groups that were announced in the two days before, and those on their lists.
    func groups() throws(SQLiteError) -> Set<Int> {
        Set(
            try connection.statement(
                """
                SELECT id FROM "group" WHERE point IN (SELECT code FROM point)
                AND announcedAt > ? AND announcedAt <= ?
                """
            ).bind(at.adding(minutes: -PastMoment.reach).milliseconds).bind(at.milliseconds)
                .all { $0.int(0) })
    }

    private func people() throws(SQLiteError) -> [Int] {
        let since = at.adding(minutes: -PastMoment.reach).milliseconds
        let received = try connection.statement(
            """
            SELECT id FROM reception WHERE point IN (SELECT code FROM point)
            AND receivedDay >= ? AND receivedDay <= ? AND receivedAt <= ?
            """
        ).bind(day(before: PastMoment.reach + PastMoment.lateness).text).bind(
            day(before: -1440).text
        )
        .bind(at.milliseconds).all { $0.int(0) }
        let inside = try connection.statement(
            """
            SELECT id FROM reception WHERE point IN (SELECT code FROM point) AND inside = 1
            AND receivedAt <= ?1 UNION ALL
            SELECT id FROM reception WHERE unlocated = 1 AND unlocatedSince <= ?1
            """
        ).bind(at.milliseconds).all { $0.int(0) }
        let stayed = try connection.statement(
            """
            SELECT id FROM reception WHERE exitAt > ? AND receivedAt <= ?
            AND exitAt - receivedAt > 172800000
            """
        ).bind(at.adding(minutes: -PastMoment.lateness).milliseconds).bind(at.milliseconds)
            .all { $0.int(0) }
        let listed = try connection.statement(
            """
            SELECT r.id FROM "group" g JOIN reception r ON r."group" = g.id
            WHERE g.point IN (SELECT code FROM point) AND g.announcedAt > ? AND g.announcedAt <= ?
            """
        ).bind(since).bind(at.milliseconds).all { $0.int(0) }
        return try received + inside + stayed + listed + called() + missing() + sent()
    }

    /// Who had not come or was not found, and of whom something was written since: they are found
    /// by now, or gave word.
    private func missing() throws(SQLiteError) -> [Int] {
        try connection.statement(
            """
            SELECT DISTINCT j.subject FROM journal j
            WHERE j.kind IN ('missing', 'didNotCome') AND j.at > ? AND j.at <= ?
            AND EXISTS (SELECT 1 FROM journal l WHERE l.subject = j.subject AND l.seq > ?)
            """
        ).bind(at.adding(minutes: -PastMoment.referralReach).milliseconds).bind(at.milliseconds)
            .bind(last).all { $0.int(0) }
    }

    /// Who had left for another point.
    private func sent() throws(SQLiteError) -> [Int] {
        try connection.statement(
            """
            SELECT DISTINCT subject FROM journal
            WHERE seq > ? AND seq <= ? AND kind = '\(EventKind.transferred.rawValue)'
            """
        ).bind(recent).bind(last).all { $0.int(0) }
    }

    /// A day of the calendar so many minutes before the moment.
    private func day(before minutes: Int) -> CivilDate {
        LocalTime(secondsSinceEpoch: at.adding(minutes: -minutes).seconds).day
    }

    /// Whoever the last calls of each point were of, those that were attended.
    private func called() throws(SQLiteError) -> [Int] {
        var found: [Int] = []
        for code in try connection.statement("SELECT code FROM point").all({ $0.text(0) }) {
            found += try connection.statement(
                """
                SELECT reception FROM call WHERE point = ? AND outcome = 'attended'
                AND endedAt <= ? ORDER BY endedAt DESC LIMIT 25
                """
            ).bind(code).bind(at.milliseconds).all { $0.int(0) }
        }
        return found
    }

    /// Referrals of which something was written since, and those that are open still, each with
    /// the person it is of.
    private func referrals() throws(SQLiteError) -> [Int] {
        try connection.statement(
            """
            SELECT id, reception FROM referral WHERE sentAt > ?1 AND sentAt <= ?2
            AND (state IN ('sent', 'accepted') OR EXISTS (SELECT 1 FROM journal j
              WHERE j.subject = referral.reception AND j.seq > ?3))
            UNION ALL SELECT id, reception FROM referral WHERE sentAt <= ?1
            AND state IN ('sent', 'accepted') AND point IN (SELECT code FROM point)
            """
        ).bind(at.adding(minutes: -PastMoment.referralReach).milliseconds).bind(at.milliseconds)
            .bind(last).all { [$0.int(0), $0.int(1)] }.flatMap { $0 }
    }

    private func near() throws(SQLiteError) -> [Int] {
        let from = try hours.row(by: at.adding(minutes: -PastMoment.undoing))
        let to = try hours.row(by: at.adding(minutes: PastMoment.undoing))
        return try connection.statement(
            "SELECT DISTINCT subject FROM journal WHERE seq > ? AND seq <= ?"
        ).bind(from).bind(to).all { $0.int(0) }
    }
}
