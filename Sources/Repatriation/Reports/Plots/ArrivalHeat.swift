/// How many were received by the hour of the day and the day of the week, by the clock of the point
/// that received each: everybody, whatever their nationality, whose hour is kept.
package struct ArrivalHeat: Sendable, Equatable {
    /// Seven days from Monday on, each of twenty-four hours.
    package private(set) var counts = [[Int]](repeating: .init(repeating: 0, count: 24), count: 7)

    /// Nobody.
    package init() {}

    /// So many more at an hour of a point's clock.
    package mutating func add(_ count: Int, at local: LocalTime) {
        counts[(local.day.weekday + 6) % 7][local.hour] += count
    }

    /// How many in all.
    package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
    /// The greatest of them.
    package var most: Int { counts.compactMap { $0.max() }.max() ?? 0 }
    /// When that was, the first of them; nil where nobody came.
    package var peak: (day: Int, hour: Int)? {
        let most = most
        guard most > 0, let day = counts.firstIndex(where: { $0.contains(most) }) else {
            return nil
        }
        return counts[day].firstIndex(of: most).map { (day, $0) }
    }

    /// The days as they are written in a column.
    package static let days: [Bilingual] = [
        .init("lun", "Mon"), .init("mar", "Tue"), .init("mié", "Wed"), .init("jue", "Thu"),
        .init("vie", "Fri"), .init("sáb", "Sat"), .init("dom", "Sun"),
    ]
}
