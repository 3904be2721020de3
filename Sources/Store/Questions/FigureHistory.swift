import Repatriation
import SQLite

/// What a table is made of now, or at its cut, and what it was made of when its days were closed.
struct FigureHistory {
    /// The sums of a period, and of the same days of the year before where they are compared.
    struct State {
        var sums: [TallySum]
        var before: [TallySum]?
    }

    /// Those of the table, then those as they were at each closing, the last closing first.
    private(set) var states: [State] = []
    /// The days of those closings that changed something.
    private var days: [CivilDate] = []
    /// The days of all closings of the period, the last first; none where a day of it is open.
    private(set) var closedOn: [CivilDate] = []

    private let look: Look
    private let facet: Facet
    private let codes: [PointCode]
    private let cut: EarlierSums?

    /// O(sums, and whoever was counted otherwise since the cut and since each closing).
    init(
        _ look: Look, _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode],
        _ cut: EarlierSums?
    ) throws {
        (self.look, facet, self.codes, self.cut) = (look, kind.facet, codes, cut)
        let before = kind.comparesYears ? try look.whole(period.yearBefore, facet) : nil
        var sums = try known(period)
        var earlier = try before.map { try known($0) }
        let closings = try closings(of: period)
        let others = try before.map { try self.closings(of: $0) } ?? []
        if closings.reduce(0, { $0 + $1.dayCount }) == period.dayCount {
            closedOn = Set(closings.map(\.on)).sorted(by: >)
        }
        states.append(State(sums: sums.list, before: earlier?.list))
        for on in Set((closings + others).map(\.closing)).sorted(by: >) {
            let own = try closings.filter { $0.closing == on }.map { try moved($0) }
            let older = try others.filter { $0.closing == on }.map { try moved($0) }
            guard (own + older).contains(where: { !$0.isEmpty }) else { continue }
            for one in own { sums.add(one) }
            for one in older { earlier?.add(one) }
            days.append(CivilDate(daysSinceEpoch: on.seconds / 86_400))
            states.append(State(sums: sums.list, before: earlier?.list))
        }
        // A line that had somebody when it was closed stands there with nobody.
        states[0].sums += sums.lines(besides: states[0].sums)
    }

    /// The cells that are not what they were, from the tables of ``states``: each with what it was
    /// at the last closing that it has changed since.
    func revisions(_ tables: [ReportTable]) -> [ReportRevision] {
        var found: [ReportRevision] = []
        for (index, day) in days.enumerated() {
            found += tables[0].revisions(since: tables[index + 1], of: day).filter { one in
                !found.contains { $0.row == one.row && $0.column == one.column }
            }
        }
        return found
    }

    /// The sums of the days as of the cut.
    private func known(_ period: ReportPeriod) throws -> SumSet {
        guard let cut else { return SumSet(try look.sums(facet, period, codes)) }
        // Nobody can have been received after it.
        guard let period = ReportPeriod(from: period.from, to: min(period.to, cut.lastDay)) else {
            return SumSet([])
        }
        var sums = SumSet(try look.sums(facet, period, codes))
        sums.add(chosen(try cut.difference(in: period.from...period.to)))
        return sums
    }

    // MARK: Closings

    /// Some days that were closed, and at which moment they were last.
    private struct ClosedDays {
        let days: ClosedRange<CivilDate>
        let closing: Instant
        var dayCount: Int {
            days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch + 1
        }
        var on: CivilDate { CivilDate(daysSinceEpoch: closing.seconds / 86_400) }
    }

    /// The closed days of a period by the last closing of each.
    private func closings(of period: ReportPeriod) throws -> [ClosedDays] {
        let all = try look.rows.all(
            PeriodClosing.self,
            "fromDay <= ? AND toDay >= ? AND at <= \(cut?.at.milliseconds ?? .max) ORDER BY at, id",
            .text(period.to.text), .text(period.from.text))
        var last: [Int: Instant] = [:]
        for one in all {
            guard let from = one.from, let to = one.to, let at = one.at else { continue }
            let first = max(from, period.from).daysSinceEpoch
            for day in first...min(to, period.to).daysSinceEpoch { last[day] = at }
        }
        var found: [ClosedDays] = []
        for (day, at) in last.sorted(by: { $0.key < $1.key }) {
            let date = CivilDate(daysSinceEpoch: day)
            if let open = found.last, open.closing == at,
                open.days.upperBound.daysSinceEpoch == day - 1
            {
                found[found.count - 1] = ClosedDays(
                    days: open.days.lowerBound...date, closing: at)
            } else {
                found.append(ClosedDays(days: date...date, closing: at))
            }
        }
        return found
    }

    /// What is to be added to the figures of closed days to have those of their closing.
    private func moved(_ closed: ClosedDays) throws -> [Tally: Int] {
        var moved = try EarlierSums(look.store, at: closed.closing).difference(in: closed.days)
        if let cut {
            for (tally, count) in try cut.difference(in: closed.days) {
                moved[tally, default: 0] -= count
            }
        }
        return chosen(moved.filter { $0.value != 0 })
    }

    private func chosen(_ moved: [Tally: Int]) -> [Tally: Int] {
        moved.filter { $0.key.facet == facet && (codes.isEmpty || codes.contains($0.key.point)) }
    }
}

/// Sums that are added to.
private struct SumSet {
    private struct Key: Hashable {
        let month: Int
        let point: PointCode
        let key: [String]
    }

    private var counts: [Key: Int] = [:]

    init(_ sums: [TallySum]) {
        for sum in sums {
            counts[Key(month: sum.month, point: sum.point, key: sum.key), default: 0] += sum.count
        }
    }

    mutating func add(_ tallies: [Tally: Int]) {
        for (tally, count) in tallies {
            let sum = TallySum(
                month: Tally.month(of: tally.day), point: tally.point, key: tally.key, count: count)
            counts[Key(month: sum.month, point: sum.point, key: sum.key), default: 0] += count
        }
    }

    /// Those that are not nothing.
    var list: [TallySum] { counts.filter { $0.value != 0 }.map { SumSet.sum($0.key, $0.value) } }

    /// The same as nothing, of what others have nothing of.
    func lines(besides others: [TallySum]) -> [TallySum] {
        let known = Set(others.map { Key(month: $0.month, point: $0.point, key: $0.key) })
        return counts.filter { $0.value != 0 && !known.contains($0.key) }.map {
            SumSet.sum($0.key, 0)
        }
    }

    private static func sum(_ key: Key, _ count: Int) -> TallySum {
        TallySum(
            month: key.month, point: key.point, key: key.key.joined(separator: "|"), count: count)
    }
}
