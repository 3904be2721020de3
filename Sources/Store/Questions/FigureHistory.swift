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
    /// The last rows of the journal at those closings, the last first.
    private(set) var rows: [Int] = []
    /// The days of all closings of the period, the last first; none where a day of it is open.
    private(set) var closedOn: [CivilDate] = []
    /// The months or years that are closed, where others are open; nil where all of it is closed.
    private var closedTimes: Set<String>?

    private let look: Look
    private let facet: Facet
    private let codes: [PointCode]
    private let cut: EarlierSums?
    private let grain: SumGrain

    /// Days of closings are those of a zone. O(sums, and whoever was counted otherwise since the cut
    /// and since each closing).
    init(
        _ look: Look, _ facet: Facet, _ period: ReportPeriod, comparesYears: Bool = false,
        _ codes: [PointCode] = [], _ cut: EarlierSums? = nil, by grain: SumGrain = .finest,
        in zone: Zone
    ) throws {
        (self.look, self.facet, self.codes, self.cut) = (look, facet, codes, cut)
        self.grain = grain
        let before = comparesYears ? try look.whole(period.yearBefore, facet) : nil
        var sums = try known(period)
        var earlier = try before.map { try known($0) }
        states.append(State(sums: sums.list, before: earlier?.list))
        let closings = try closings(of: period)
        if closings.reduce(0, { $0 + $1.dayCount }) == period.dayCount {
            closedOn = Set(closings.map { zone.local($0.then.at).day }).sorted(by: >)
        } else {
            closedTimes = period.columns(of: closings.map(\.days))
        }
        let others = try before.map { try self.closings(of: $0) } ?? []
        let start = try look.firstRow(of: facet)
        for row in Set((closings + others).map(\.then.row)).sorted(by: >) where row >= start {
            let own = closings.filter { $0.then.row == row }
            let older = others.filter { $0.then.row == row }
            let (more, before) = (try own.map(moved), try older.map(moved))
            guard (more + before).contains(where: { !$0.isEmpty }) else { continue }
            for one in more { sums.add(one) }
            for one in before { earlier?.add(one) }
            days += (own + older).prefix(1).map { zone.local($0.then.at).day }
            rows.append(row)
            states.append(State(sums: sums.list, before: earlier?.list))
        }
        // A line that had somebody when it was closed stands there with nobody.
        states[0].sums += sums.lines(besides: states[0].sums)
        states[0].before = states[0].before.map { $0 + (earlier?.lines(besides: $0) ?? []) }
    }

    /// The sums as they were at a closing that may have changed only others.
    func sums(at row: Int) -> [TallySum] {
        states[(rows.lastIndex { $0 >= row }).map { $0 + 1 } ?? 0].sums
    }

    /// The cells that are not what they were, from the tables of ``states``: each with what it was
    /// at the last closing that it has changed since.
    func revisions(_ tables: [ReportTable]) -> [ReportRevision] {
        var found: [ReportRevision] = []
        for (index, day) in days.enumerated() {
            found += tables[0].revisions(since: tables[index + 1], of: day).filter { one in
                !found.contains { $0.row == one.row && $0.column == one.column }
                    && closedTimes.map { tables[0].time(of: one).map($0.contains) ?? false } ?? true
            }
        }
        return found
    }

    /// The sums of the days as of the cut.
    private func known(_ period: ReportPeriod) throws -> SumSet {
        guard let cut else { return try look.sums(facet, period, codes, by: grain) }
        // Nobody can have been received after it.
        guard let period = ReportPeriod(from: period.from, to: min(period.to, cut.lastDay)) else {
            return SumSet(grain)
        }
        var sums = try look.sums(facet, period, codes, by: grain)
        sums.add(chosen(try cut.difference(in: period.from...period.to)))
        return sums
    }

    // MARK: Closings

    /// Some days that were closed, and what they were when they were last.
    private struct ClosedDays {
        let days: ClosedRange<CivilDate>
        let then: EarlierSums
        var dayCount: Int {
            days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch + 1
        }
    }

    /// The closed days of a period by the last closing of each, in the order in which they were
    /// closed, whatever the clock said.
    private func closings(of period: ReportPeriod) throws -> [ClosedDays] {
        let all = try look.rows.all(
            PeriodClosing.self, "fromDay <= ? AND toDay >= ?", .text(period.to.text),
            .text(period.from.text)
        ).map { (closing: $0, then: try look.earlier.sums(look.store, closing: $0)) }
            .filter { $0.then.row <= cut?.row ?? .max }.sorted { $0.then.row < $1.then.row }
        var last: [Int: EarlierSums] = [:]
        for (closing, then) in all {
            guard let from = closing.from, let to = closing.to else { continue }
            let first = max(from, period.from).daysSinceEpoch
            for day in first...min(to, period.to).daysSinceEpoch { last[day] = then }
        }
        var found: [ClosedDays] = []
        for (day, then) in last.sorted(by: { $0.key < $1.key }) {
            let date = CivilDate(daysSinceEpoch: day)
            let open = found.last.flatMap { found in
                found.then.row == then.row && found.days.upperBound.daysSinceEpoch == day - 1
                    ? found.days.lowerBound : nil
            }
            if open != nil { found.removeLast() }
            found.append(ClosedDays(days: (open ?? date)...date, then: then))
        }
        return found
    }

    /// What is to be added to the figures of closed days to have those of their closing.
    private func moved(_ closed: ClosedDays) throws -> [Tally: Int] {
        var moved = try closed.then.difference(in: closed.days)
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

extension Look {
    /// From which row of the journal on a facet was counted as it is now: what it was when days were
    /// closed by an earlier program nobody knows.
    fileprivate func firstRow(of facet: Facet) throws -> Int {
        guard facet.isOfLater else { return 0 }
        return try connection.statement("SELECT servicesFrom FROM meta").first { $0.int(0) } ?? 0
    }
}

extension ReportPeriod {
    /// The columns of time of which every day is among some.
    fileprivate func columns(of closed: [ClosedRange<CivilDate>]) -> Set<String> {
        let days = closed.flatMap {
            $0.lowerBound.daysSinceEpoch...$0.upperBound.daysSinceEpoch
        }
        let open = Set(from.daysSinceEpoch...to.daysSinceEpoch).subtracting(days)
        func columns(_ days: some Sequence<Int>) -> Set<String> {
            Set(days.map { column(of: Tally.month(of: CivilDate(daysSinceEpoch: $0))) })
        }
        return columns(days).subtracting(columns(open))
    }
}
