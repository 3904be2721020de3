/// A moment: milliseconds since 1970-01-01 00:00 UTC. Carries no zone.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970 UTC.
    package let milliseconds: Int

    /// A moment from milliseconds since 1970 UTC.
    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Whole seconds since 1970 UTC, rounded down.
    package var seconds: Int { milliseconds.quotient(flooredBy: 1000) }

    /// The first and the last moment that this program writes down: 1900 and 2200. What a file says
    /// beyond them was not written here, and nothing is reckoned with it.
    package static let earliest = Instant(milliseconds: -2_208_988_800_000)
    /// The end of 2200.
    package static let latest = Instant(milliseconds: 7_289_654_399_999)

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
    /// The moment `minutes` later; of numbers that no clock has any moment, and no trap.
    package func adding(minutes: Int) -> Instant {
        Instant(milliseconds: milliseconds &+ minutes &* 60_000)
    }
    /// The moment `seconds` later.
    package func adding(seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }
    /// Whole seconds between two moments, whichever comes first: a clock that went back is far
    /// away, not near.
    package func distance(to other: Instant) -> Int {
        abs(milliseconds - other.milliseconds) / 1000
    }
    /// Seconds from `earlier` to this moment, never negative: a clock that stepped back shows zero.
    package func secondsSince(_ earlier: Instant) -> Int {
        max(0, (milliseconds - earlier.milliseconds) / 1000)
    }

    /// Of the years 1900 to 2200: any other was mistyped, and counting with it may leave what a
    /// number holds.
    package var isOfOurTime: Bool { (Instant.earliest...Instant.latest).contains(self) }

    /// RFC 3339 in UTC with milliseconds: `2026-11-21T06:12:00.000Z`.
    package var text: String {
        let local = LocalTime(secondsSinceEpoch: seconds)
        let fraction = milliseconds - seconds * 1000
        return
            "\(local.day.text)T\(padded(local.hour, 2)):\(padded(local.minute, 2)):\(padded(local.second, 2))."
            + "\(padded(fraction, 3))Z"
    }

    /// Reads RFC 3339, with `Z` or an offset, with or without fraction; nil when it is not that.
    package init?(text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return range.reduce(Int?(0)) { sum, index in
                guard let sum, (48...57).contains(bytes[index]) else { return nil }
                return sum * 10 + Int(bytes[index] - 48)
            }
        }
        guard bytes.count >= 20, bytes[10] == 84 || bytes[10] == 116, bytes[13] == 58,
            bytes[16] == 58,
            let day = CivilDate(text: String(text.prefix(10))), let hour = number(11..<13),
            hour < 24,
            let minute = number(14..<16), minute < 60, let second = number(17..<19), second < 60
        else { return nil }
        var index = 19
        var fraction = 0
        if bytes[index] == 46 {
            var digits = 0
            index += 1
            while index < bytes.count, let digit = number(index..<index + 1) {
                if digits < 3 { fraction = fraction * 10 + digit }
                digits += 1
                index += 1
            }
            guard digits > 0 else { return nil }
            for _ in min(digits, 3)..<3 { fraction *= 10 }
        }
        guard let offset = Instant.offset(bytes[index...], number) else { return nil }
        let total = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(milliseconds: total * 1000 + fraction)
    }

    private static func offset(_ rest: ArraySlice<UInt8>, _ number: (Range<Int>) -> Int?) -> Int? {
        guard let sign = rest.first else { return nil }
        if sign == 90 || sign == 122 { return rest.count == 1 ? 0 : nil }
        let start = rest.startIndex
        guard sign == 43 || sign == 45, rest.count == 6, rest[start + 3] == 58,
            let hours = number(start + 1..<start + 3), hours < 24,
            let minutes = number(start + 4..<start + 6), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == 45 ? -1 : 1)
    }
}

extension Int {
    /// Division that rounds toward minus infinity, so that moments before 1970 behave.
    package func quotient(flooredBy divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
