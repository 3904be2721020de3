/// The rule that holds after the last listed transition of a zone: POSIX TZ text such as
/// `PST8PDT,M3.2.0,M11.1.0`.
struct ZoneRule: Sendable, Equatable {
    private let standard: Int
    private let daylight: Daylight?

    private struct Daylight: Sendable, Equatable {
        let offset: Int
        let start, end: Change
    }

    private struct Change: Sendable, Equatable {
        let month, week, weekday, time: Int
    }

    /// Reads the forms that the zone database uses for the `M` rules; nil for anything else.
    init?(text: String) {
        var rest = Substring(text)
        guard ZoneRule.skipName(&rest), let west = ZoneRule.time(&rest) else { return nil }
        standard = -west
        guard !rest.isEmpty else {
            daylight = nil
            return
        }
        guard ZoneRule.skipName(&rest) else { return nil }
        var offset = standard + 3600
        if let first = rest.first, first != "," {
            guard let west = ZoneRule.time(&rest) else { return nil }
            offset = -west
        }
        guard let start = ZoneRule.change(&rest), let end = ZoneRule.change(&rest), rest.isEmpty
        else { return nil }
        daylight = Daylight(offset: offset, start: start, end: end)
    }

    /// Seconds to add to UTC at `seconds` since 1970.
    func offset(at seconds: Int) -> Int {
        guard let daylight else { return standard }
        let year = LocalTime(secondsSinceEpoch: seconds + standard).day.year
        let start = moment(daylight.start, year) - standard
        let end = moment(daylight.end, year) - daylight.offset
        let isDaylight =
            start < end ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
        return isDaylight ? daylight.offset : standard
    }

    private func moment(_ change: Change, _ year: Int) -> Int {
        guard let first = CivilDate(year: year, month: change.month, day: 1) else { return 0 }
        var day = 1 + (change.weekday - first.weekday + 7) % 7 + (change.week - 1) * 7
        while CivilDate(year: year, month: change.month, day: day) == nil { day -= 7 }
        return (first.daysSinceEpoch + day - 1) * 86_400 + change.time
    }

    private static func skipName(_ rest: inout Substring) -> Bool {
        if rest.first == "<" {
            guard let end = rest.firstIndex(of: ">") else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let name = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    /// `[+-]h[:mm[:ss]]` in seconds.
    private static func time(_ rest: inout Substring) -> Int? {
        var sign = 1
        if let first = rest.first, first == "-" || first == "+" {
            sign = first == "-" ? -1 : 1
            rest = rest.dropFirst()
        }
        let text = rest.prefix { $0.isNumber || $0 == ":" }
        rest = rest.dropFirst(text.count)
        let parts = text.split(separator: ":").map { Int($0) }
        guard !parts.isEmpty, parts.count <= 3, parts.allSatisfy({ $0 != nil }) else { return nil }
        let values = parts.compactMap { $0 } + [0, 0]
        // RFC 8536: a week of hours at most.
        guard (0...167).contains(values[0]), values.dropFirst().allSatisfy((0...59).contains) else {
            return nil
        }
        return sign * (values[0] * 3600 + values[1] * 60 + values[2])
    }

    private static func change(_ rest: inout Substring) -> Change? {
        guard rest.hasPrefix(",M") else { return nil }
        rest = rest.dropFirst(2)
        let text = rest.prefix { $0.isNumber || $0 == "." }
        rest = rest.dropFirst(text.count)
        let parts = text.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[0]), (1...5).contains(parts[1]),
            (0...6).contains(parts[2])
        else { return nil }
        var time = 7200
        if rest.first == "/" {
            rest = rest.dropFirst()
            guard let given = self.time(&rest) else { return nil }
            time = given
        }
        return Change(month: parts[0], week: parts[1], weekday: parts[2], time: time)
    }
}
