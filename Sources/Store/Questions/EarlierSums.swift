import Repatriation
import SQLite

/// What official sums were at a moment, made of what they are and of the people who have been
/// counted otherwise since.
///
/// Who may be one of those is what the rows of people say (``Reception/recountedAt``), and of the
/// last two days, everybody; how each was counted then is folded from the journal. What it finds of some
/// days it keeps for the next table.
final class EarlierSums {
    private let store: Store
    /// The moment.
    let at: Instant
    /// The last row of the journal by then.
    let row: Int
    /// No later row bears an earlier hour, but for those of whom ``astray`` are.
    private let least: Instant
    /// Whom later rows are about whose hours were not so.
    private let astray: Set<Int>
    private var differences: [ClosedRange<CivilDate>: [Tally: Int]] = [:]

    private static let fields = Set(Tally.reads + ["point", "firstPoint"])
    /// So many are folded at once.
    private static let most = 400

    /// As of a moment that has passed. Throws `beforeRecount` where an earlier program kept nothing
    /// of it.
    convenience init(_ store: Store, at moment: Instant) throws {
        let hours = try JournalHours(store.connection)
        try self.init(store, hours, at: moment, row: try hours.row(by: moment))
    }

    /// As of the fact by which days were closed, whatever the clock said before and after.
    convenience init(_ store: Store, closing: PeriodClosing) throws {
        let row = try store.connection.statement(
            "SELECT seq FROM journal WHERE subject = ? ORDER BY seq LIMIT 1"
        ).bind(closing.id.value).first { $0.int(0) }
        let hours = try JournalHours(store.connection)
        try self.init(store, hours, at: closing.at ?? .earliest, row: row ?? 0)
    }

    private init(_ store: Store, _ hours: JournalHours, at moment: Instant, row: Int) throws {
        (self.store, at, self.row) = (store, moment, row)
        least = hours.least(after: moment, row: row)
        let last = try store.connection.statement(
            "SELECT (SELECT recountsFrom FROM meta), (SELECT max(seq) FROM journal)"
        ).first { ($0.optionalInt(0), $0.int(1)) }
        if let from = last?.0, row < from {
            let at = try store.connection.statement("SELECT at FROM journal WHERE seq = ?")
                .bind(from).first { $0.int(0) }
            let day = CivilDate(daysSinceEpoch: (at ?? 0) / 86_400_000)
            throw Refusal(.beforeRecount, ["from": .string(day.shown)])
        }
        astray = Set(try hours.astraySubjects(after: row, through: last?.1 ?? row))
    }

    /// The last day of which anybody can have been received by then.
    var lastDay: CivilDate { CivilDate(daysSinceEpoch: at.seconds / 86_400) }

    /// What is to be added to the sums of some days to have those of then. O(people who are counted
    /// otherwise since + people of the two days before).
    func difference(in days: ClosedRange<CivilDate>) throws -> [Tally: Int] {
        if let known = differences[days] { return known }
        let found = try found(in: days)
        differences[days] = found
        return found
    }

    private func found(in days: ClosedRange<CivilDate>) throws -> [Tally: Int] {
        var difference: [Tally: Int] = [:]
        let all = try concerned(days).sorted()
        for start in stride(from: 0, to: all.count, by: EarlierSums.most) {
            let some = Array(all[start..<min(start + EarlierSums.most, all.count)])
            let now = try today(some)
            let then = try then(some, from: now.flatMap { $0.formerGroups + [$0.group] })
            for tally in now.flatMap(tallies) where days.contains(tally.day) {
                difference[tally, default: 0] -= 1
            }
            for tally in then.flatMap(tallies) where days.contains(tally.day) {
                difference[tally, default: 0] += 1
            }
        }
        return difference.filter { $0.value != 0 }
    }

    /// Whoever may have been counted otherwise on those days.
    private func concerned(_ days: ClosedRange<CivilDate>) throws -> Set<Int> {
        let (first, last) = (days.lowerBound, days.upperBound)
        var found = Set(
            try store.connection.statement(
                """
                SELECT id FROM reception WHERE recountedAt >= ?1
                AND (receivedDate BETWEEN ?2 AND ?3 OR dateMovedAt >= ?1)
                """
            ).bind(least.milliseconds).bind(first.text).bind(last.text).all { $0.int(0) })
        // Of days that were not over then, what changed on them is not noted.
        let open = (first.daysSinceEpoch...last.daysSinceEpoch).map(
            CivilDate.init(daysSinceEpoch:)
        ).filter { $0.isOverFrom > least }
        for day in open {
            let days = (day...day).workingDays
            found.formUnion(
                try store.connection.statement(
                    """
                    SELECT reception.id FROM point CROSS JOIN reception
                    ON reception.point = point.code AND receivedDay BETWEEN ?1 AND ?2
                    WHERE receivedDate = ?3
                    """
                ).bind(days.lowerBound.text).bind(days.upperBound.text).bind(day.text).all {
                    $0.int(0)
                })
        }
        for subject in astray {
            found.formUnion(
                try store.connection.statement(
                    "SELECT id FROM reception WHERE id = ?1 OR \"group\" = ?1"
                ).bind(subject).all { $0.int(0) })
        }
        return found
    }

    private func today(_ ids: [Int]) throws -> [Reception] {
        try ids.compactMap { id throws(SQLiteError) in try store.rows.findForCounts(id) }
    }

    /// As each was then, of what is counted: by the facts about themselves and about the groups
    /// that they came with.
    private func then(
        _ ids: [Int], from groups: [Identifier<Group>]
    ) throws -> [Reception] {
        let subjects = (ids + Set(groups.map(\.value)).sorted()).map(String.init)
        var people: [Int: Reception] = [:]
        for id in ids { people[id] = Reception(id: Identifier(id)) }
        try store.journal.read(
            through: row, where: "subject IN (\(subjects.joined(separator: ",")))"
        ) {
            entry throws(StoreError) in
            for change in entry.event.changes
            where change.kind == .reception && people[change.id] != nil {
                let entries = change.entries.filter { EarlierSums.fields.contains($0.field) }
                let counted = Change(kind: change.kind, id: change.id, entries: entries)
                guard people[change.id]?.apply(counted) == true else {
                    throw .journal(seq: entry.seq ?? 0)
                }
            }
        }
        return Array(people.values)
    }
}

/// Earlier sums of a reading: those of a moment or closing are worked out once for all its tables.
final class EarlierStates {
    private var moments: [Instant: EarlierSums] = [:]
    private var closings: [Int: EarlierSums] = [:]

    /// As of a moment that has passed (`beforeRecount`).
    func sums(_ store: Store, at moment: Instant) throws -> EarlierSums {
        if let known = moments[moment] { return known }
        let sums = try EarlierSums(store, at: moment)
        moments[moment] = sums
        return sums
    }

    /// As of the fact by which days were closed.
    func sums(_ store: Store, closing: PeriodClosing) throws -> EarlierSums {
        if let known = closings[closing.id.value] { return known }
        let sums = try EarlierSums(store, closing: closing)
        closings[closing.id.value] = sums
        return sums
    }
}
