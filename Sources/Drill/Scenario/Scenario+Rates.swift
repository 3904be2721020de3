import Repatriation

extension Scenario {
    /// Groups that come to a point day after day, drawn.
    package struct Rate: Sendable, Equatable {
        /// Where.
        package let point: PointCode
        /// How many people on a mean day.
        package var daily = 0
        /// Where colleagues sit; empty is as at any other point.
        package var desks: [Int] = []
        /// How they come, each by its weight.
        package var modes: [(mode: Mode, weight: Int)] = [(.bus, 1)]
        /// Who hands over, each by its weight.
        package var authorities: [(authority: Authority, weight: Int)] = [(.ice, 1)]
        /// How many of a thousand groups come between 22:00 and 05:00.
        package var atNight = 0

        package static func == (left: Rate, right: Rate) -> Bool {
            left.point == right.point && left.daily == right.daily && left.desks == right.desks
                && left.atNight == right.atNight
                && left.modes.elementsEqual(right.modes) { $0 == $1 }
                && left.authorities.elementsEqual(right.authorities) { $0 == $1 }
        }
    }

    /// How often something is so that nobody wrote, in thousandths, of people who are drawn.
    package struct Chances: Sendable, Equatable {
        /// They came before, where somebody has left this practice for long enough.
        package var repeats = 0
        /// On the list, and not handed over.
        package var absent = 0
        /// Counted at the line, and gone before they are called.
        package var gone = 0
        /// Handed over, and on no list.
        package var offList = 0
        /// They do not come when they are called.
        package var notPresent = 0
        /// They want a shelter, and are sent to one.
        package var sheltered = 0
        /// Groups come with families, and get water and food; none of it where this is 0.
        package var helped = 0

        /// As written: nothing of it.
        package init() {}
    }
}

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

    /// Minutes after midnight, people, how and from whom, in the order of coming.
    mutating func groups() -> [(minute: Int, people: Int, mode: Mode, authority: Authority)] {
        let lump = DrawnDay.lumps[Int.random(in: 0..<DrawnDay.lumps.count, using: &random)]
        var left = rate.daily * DrawnDay.weekdays[day.weekday] * lump / 100_000
        var groups: [(minute: Int, people: Int, mode: Mode, authority: Authority)] = []
        while left > 0 {
            let mode = random.pick(rate.modes.map { ($0.mode, $0.weight) }) ?? .bus
            let size = Int.random(in: DrawnDay.sizes(mode), using: &random)
            // The last is as likely as so many are left: the mean stays the mean.
            guard left >= size || Int.random(in: 0..<size, using: &random) < left else { break }
            left -= size
            let authority = random.pick(rate.authorities.map { ($0.authority, $0.weight) }) ?? .ice
            groups.append((minute(), size, mode, authority))
        }
        return groups.sorted { ($0.minute, $0.people) < ($1.minute, $1.people) }
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

extension SeededGenerator {
    /// One of these, by its weight; nil where all weigh nothing.
    mutating func pick<Kind>(_ choices: [(Kind, Int)]) -> Kind? {
        let whole = choices.map(\.1).reduce(0, +)
        guard whole > 0 else { return nil }
        var place = Int.random(in: 0..<whole, using: &self)
        for (choice, weight) in choices {
            place -= weight
            if place < 0 { return choice }
        }
        return nil
    }
}
