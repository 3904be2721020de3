import Repatriation

/// What a table tells apart of when and where: sums that it shows as one are added up as they are
/// read. Ten years have a hundred thousand sums, and a table of states a few hundred cells.
struct SumGrain: Sendable {
    /// What is told apart of when.
    enum Time { case months, years, nothing }

    let time: Time
    let hasPoints: Bool

    static let finest = SumGrain(time: .months, hasPoints: true)

    init(time: Time, hasPoints: Bool) { (self.time, self.hasPoints) = (time, hasPoints) }

    /// Of a table of a period.
    init(_ kind: ReportKind, _ period: ReportPeriod) {
        time = !kind.tellsTime ? .nothing : period.isByYear ? .years : .months
        hasPoints = kind.tellsPoints
    }

    /// A month that stands in the same column.
    fileprivate func month(_ month: Int) -> Int {
        switch time {
        case .months: month
        case .years: month / 100 * 100 + 1
        case .nothing: 0
        }
    }
}

/// Sums that are added to.
struct SumSet {
    private struct Key: Hashable {
        let month: Int
        let point: PointCode
        let key: String
    }

    private let grain: SumGrain
    private var counts: [Key: Int] = [:]

    init(_ grain: SumGrain) { self.grain = grain }

    /// So many of a month, a point and codes between bars. The point is read where it is told.
    mutating func add(
        _ count: Int, month: Int, key: String, point: () -> PointCode
    ) {
        let point = grain.hasPoints ? point() : .none
        counts[Key(month: grain.month(month), point: point, key: key), default: 0] += count
    }

    mutating func add(_ tallies: [Tally: Int]) {
        for (tally, count) in tallies {
            add(count, month: Tally.month(of: tally.day), key: tally.key) { tally.point }
        }
    }

    /// Those that are not nothing.
    var list: [TallySum] { counts.filter { $0.value != 0 }.map { SumSet.sum($0.key, $0.value) } }

    /// The same as nothing, of what others have nothing of.
    func lines(besides others: [TallySum]) -> [TallySum] {
        let known = Set(
            others.map {
                Key(month: $0.month, point: $0.point, key: $0.key.joined(separator: "|"))
            })
        return counts.filter { $0.value != 0 && !known.contains($0.key) }.map {
            SumSet.sum($0.key, 0)
        }
    }

    private static func sum(_ key: Key, _ count: Int) -> TallySum {
        TallySum(month: key.month, point: key.point, key: key.key, count: count)
    }
}
