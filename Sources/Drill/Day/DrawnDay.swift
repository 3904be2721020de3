import Repatriation

/// The groups of a point on one day.
///
/// The shape is that of returns in Sonora, 2016–2019 (SEGOB/UPMRIP, open data of INM's desk
/// system): Friday 18.6 % of a week, Sunday 7.1 %, the busiest days over twice the mean; three
/// peaks at 08:00, 13:00 and 19:00.
struct DrawnDay {
    let rate: Scenario.Rate
    let day: CivilDate
    private var random: SeededGenerator

    /// Its own stream: no other day or point changes what comes.
    init(_ rate: Scenario.Rate, on day: CivilDate, seed: Int) {
        self.rate = rate
        self.day = day
        let place = rate.point.text.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
        random = SeededGenerator(
            seed: seed &* 1_000_003 &+ place &* 8191 &+ day.daysSinceEpoch &* 131)
    }

    /// Of a week from Sunday on, in thousandths of the mean day.
    private static let weekdays = [497, 679, 987, 1148, 1148, 1302, 1239]
    /// How much a day is above or below its weekday, in hundredths, each as likely.
    private static let lumps = [55, 70, 80, 90, 95, 100, 100, 110, 130, 170]

    /// In the order of coming, which is in seconds after midnight.
    mutating func groups() -> [Scenario.ScriptedGroup] {
        let lump = DrawnDay.lumps[Int.random(in: 0..<DrawnDay.lumps.count, using: &random)]
        var left = rate.daily * DrawnDay.weekdays[day.weekday] * lump / 100_000
        var groups: [Scenario.ScriptedGroup] = []
        while left > 0 {
            let mode = random.pick(rate.modes) ?? .bus
            let size = Int.random(in: DrawnDay.sizes(mode), using: &random)
            // The last is as likely as so many are left: the mean stays the mean.
            guard left >= size || Int.random(in: 0..<size, using: &random) < left else { break }
            left -= size
            let number = groups.count + 1
            var group = Scenario.ScriptedGroup(
                id: "\(rate.point.text.lowercased())-\(day.text)-\(number)")
            (group.point, group.mode, group.others) = (rate.point, mode, size)
            group.authority = random.pick(rate.authorities) ?? .ice
            group.comes = minute() * 60
            groups.append(group)
        }
        return groups.sorted { ($0.comes, $0.others) < ($1.comes, $1.others) }
    }

    /// Buses have 40 to 55 seats and are not always full; on foot come 15 to 40, flights bring 121
    /// to 136 (press, 2017–2025).
    private static func sizes(_ mode: Mode) -> ClosedRange<Int> {
        switch mode {
        case .bus: 22...48
        case .flight: 121...136
        case .foot: 8...30
        case .van, .notStated: 4...12
        }
    }

    private mutating func minute() -> Int {
        guard !random.happens(rate.atNight) else {
            return 22 * 60 + Int.random(in: 0..<420, using: &random)
        }
        let peak = [480, 780, 1140][Int.random(in: 0..<3, using: &random)]
        let around = (0..<2).map { _ in Int.random(in: -75...75, using: &random) }.reduce(0, +)
        return min(max(peak + around, 300), 1310)
    }
}
