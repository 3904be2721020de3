import Repatriation
import SQLite

/// At which row of the journal a moment was, where the clock was set back too.
///
/// Rows stand in the order in which they were written, and that is what happened when; the hours
/// they bear rise with it but for the places where the clock went back (`clockStep`, which the
/// journal keeps as it grows). At each of those one side bears hours that were not so: the one with
/// fewer rows between the two hours. Those rows count as of the hour at the step, so that whoever
/// asks for an hour that came twice is given the one that most rows bear; and is told
/// (``moved(at:)``).
struct JournalHours {
    /// Rows whose hours were not so, and the hour that they count as.
    private struct Astray {
        let rows: ClosedRange<Int>
        let at: Int
    }

    private let connection: Connection
    private let ends: (first: Int, last: Int)?
    private var astray: [Astray] = []
    /// Where the clock went back.
    private struct Step {
        /// The first row after it.
        let row: Int
        /// From which hour to which.
        let hours: ClosedRange<Int>
        /// The rows after it bear hours that were not so, and not those before it.
        let isLaterAstray: Bool
    }

    private var doubled: [Step] = []

    /// O(steps × log rows).
    init(_ connection: Connection) throws(SQLiteError) {
        self.connection = connection
        let found = try connection.statement(
            // Each by itself is one step; both of one SELECT would read every row.
            "SELECT (SELECT min(seq) FROM journal), (SELECT max(seq) FROM journal)"
        ).first { ($0.optionalInt(0), $0.optionalInt(1)) }
        guard let first = found?.0, let last = found?.1 else {
            ends = nil
            return
        }
        ends = (first, last)
        let steps = try connection.statement(
            "SELECT seq FROM clockStep WHERE seq > ? ORDER BY seq"
        ).bind(first).all { $0.int(0) }
        for (index, step) in steps.enumerated() {
            let start = index == 0 ? first : steps[index - 1]
            let end = index + 1 < steps.count ? steps[index + 1] - 1 : last
            try note(step, after: start, through: end)
        }
    }

    private mutating func note(_ step: Int, after start: Int, through end: Int) throws(SQLiteError)
    {
        guard let high = try hour(step - 1), let low = try hour(step), low < high else { return }
        let firstHigh = try last(by: low, from: start, through: step - 1) + 1
        let lastLow = try last(by: high, from: step, through: end)
        let isLaterAstray = step - firstHigh > lastLow - step + 1
        doubled.append(Step(row: step, hours: low...high, isLaterAstray: isLaterAstray))
        if !isLaterAstray {
            if firstHigh < step { astray.append(Astray(rows: firstHigh...step - 1, at: low)) }
        } else {
            astray.append(Astray(rows: step...lastLow, at: high))
        }
    }

    /// Whether the clock bore this hour twice, or went back over it.
    func moved(at moment: Instant) -> Bool {
        doubled.contains { $0.hours.contains(moment.milliseconds) }
    }

    /// The least hour that a row after a moment bears, but for rows astray: the clock may have gone
    /// back since, and a step of less than this many minutes is not kept as one.
    func least(after moment: Instant, row: Int) -> Instant {
        let lows = doubled.filter { $0.row > row && !$0.isLaterAstray }.map(\.hours.lowerBound)
        let low = Instant(milliseconds: lows.min() ?? moment.milliseconds)
        return min(moment, low).adding(minutes: -JournalHours.smallest)
    }

    /// In minutes: what the journal keeps as a step is longer (`clockStep`).
    private static let smallest = 5

    /// What rows are about whose hours were not so, of those after a row and up to another: hours
    /// that stand elsewhere by them do not find it.
    func astraySubjects(after first: Int, through last: Int) throws(SQLiteError) -> [Int] {
        var found: [Int] = []
        for one in astray {
            found += try connection.statement(
                "SELECT DISTINCT subject FROM journal WHERE seq > ? AND seq >= ? AND seq <= ?"
            ).bind(first).bind(one.rows.lowerBound).bind(min(last, one.rows.upperBound))
                .all { $0.int(0) }
        }
        return found
    }

    /// The last row that was written by a moment; 0 before the first. O(log rows).
    func row(by moment: Instant) throws(SQLiteError) -> Int {
        guard let ends else { return 0 }
        return try last(by: moment.milliseconds, from: ends.first, through: ends.last)
    }

    /// The last of some rows that was written by an hour; the one before them where none was.
    private func last(by hour: Int, from first: Int, through end: Int) throws(SQLiteError) -> Int {
        var (low, high) = (first - 1, end)
        while low < high {
            let middle = low + (high - low + 1) / 2
            if try self.hour(middle) ?? .min <= hour { low = middle } else { high = middle - 1 }
        }
        return low < first ? (first == ends?.first ? 0 : first - 1) : low
    }

    /// The hour of a row, or of the one before it where it is gone.
    private func hour(_ seq: Int) throws(SQLiteError) -> Int? {
        if let known = astray.first(where: { $0.rows.contains(seq) }) { return known.at }
        return try connection.statement(
            "SELECT at FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
        ).bind(seq).first { $0.int(0) }
    }
}
