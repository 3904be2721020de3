/// How many alarms a lead had to look at, by the measures of ISA-18.2 and EEMUA 191.
///
/// Counted is what rang: each change to `active`. What was acknowledged, set aside or cleared is
/// somebody's doing, or nobody's.
///
/// Source: ANSI/ISA-18.2-2016 table 7, IEC 62682, EEMUA 191: 150 a day and 6 an hour at most for
/// one operator, at most 10 in ten minutes, less than 1 % of the time in flood, none that chatters,
/// fewer than five standing over a day, about 80, 15 and 5 % by priority.
package struct AlarmFigures: Sendable, Equatable {
    /// How many rang.
    package let rung: Int
    /// Of each priority.
    package let byGrade: [Alert.Grade: Int]
    /// The most in any ten minutes.
    package let peak: Int
    /// The share of the time in flood: from more than ten in ten minutes until fewer than five.
    package let flood: Double
    /// Those that rang twice within a minute.
    package let chattering: [AlarmTag]
    /// Those that stand for more than a day at the end.
    package let stale: [AlarmTag]
    /// The commonest kinds at a point with their counts, the commonest first; ten at most.
    package let commonest: [(tag: AlarmTag, count: Int)]
    /// For how long it was counted, in seconds.
    package let seconds: Int

    /// What rings at most in a day for one lead.
    package static let mostADay = 150
    /// What rings at most in ten minutes.
    package static let mostInTen = 10
    private static let floodEnds = 5
    private static let ten = 600

    /// Of the changes between two moments, the first first.
    package init(_ changes: [AlarmChange], from start: Instant, to end: Instant) {
        let active = changes.filter { $0.state == .active }
        rung = active.count
        seconds = max(1, end.secondsSince(start))
        byGrade = Dictionary(active.map { ($0.grade, 1) }, uniquingKeysWith: +)
        (peak, flood) = AlarmFigures.crowding(active.map(\.at), until: end, of: seconds)
        chattering = AlarmFigures.chattering(active)
        stale = AlarmFigures.standing(changes, at: end)
        commonest = Dictionary(
            active.map { (AlarmTag($0.tag.kind, $0.tag.point), 1) }, uniquingKeysWith: +
        ).map { (tag: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.tag.text) < ($0.count, $1.tag.text) }.prefix(10).map { $0 }
    }

    /// How many a day, and an hour.
    package var aDay: Double { Double(rung) * 86_400 / Double(seconds) }
    /// How many an hour.
    package var anHour: Double { aDay / 24 }

    /// The share of a priority, 0 … 1.
    package func share(_ grade: Alert.Grade) -> Double {
        rung == 0 ? 0 : Double(byGrade[grade] ?? 0) / Double(rung)
    }

    /// The most within ten minutes, and the share of the time in flood.
    private static func crowding(
        _ moments: [Instant], until end: Instant, of seconds: Int
    ) -> (peak: Int, flood: Double) {
        var (first, peak, flooded) = (0, 0, 0)
        var began: Instant?
        for (last, at) in moments.enumerated() {
            // A flood ends once the window has emptied, whether anything rings then or not.
            while at.secondsSince(moments[first]) >= ten {
                first += 1
                if let since = began, last - first < floodEnds {
                    flooded += moments[first - 1].adding(seconds: ten).secondsSince(since)
                    began = nil
                }
            }
            peak = max(peak, last - first + 1)
            if began == nil, last - first + 1 > mostInTen { began = at }
        }
        if let since = began {
            let place = max(first, moments.count - floodEnds)
            let over = moments[place].adding(seconds: ten)
            flooded += min(over, end).secondsSince(since)
        }
        return (peak, Double(flooded) / Double(seconds))
    }

    private static func chattering(_ active: [AlarmChange]) -> [AlarmTag] {
        var last: [AlarmTag: Instant] = [:]
        var found: [AlarmTag] = []
        for change in active {
            if let before = last[change.tag], change.at.secondsSince(before) < 60,
                !found.contains(change.tag)
            {
                found.append(change.tag)
            }
            last[change.tag] = change.at
        }
        return found
    }

    private static func standing(_ changes: [AlarmChange], at end: Instant) -> [AlarmTag] {
        var since: [AlarmTag: Instant] = [:]
        for change in changes {
            switch change.state {
            case .cleared: since[change.tag] = nil
            case .active, .acknowledged, .shelved:
                since[change.tag] = since[change.tag] ?? change.at
            }
        }
        return since.filter { end.secondsSince($0.value) > 86_400 }.map(\.key)
            .sorted { $0.text < $1.text }
    }

    package static func == (left: AlarmFigures, right: AlarmFigures) -> Bool {
        left.rung == right.rung && left.byGrade == right.byGrade && left.peak == right.peak
            && left.flood == right.flood && left.chattering == right.chattering
            && left.stale == right.stale && left.seconds == right.seconds
    }
}
