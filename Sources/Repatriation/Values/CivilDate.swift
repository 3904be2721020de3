/// A day of the calendar without a zone. Birth dates are these and never pass through an instant.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before.
    package let daysSinceEpoch: Int

    /// The day so many days after 1970-01-01.
    package init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// The day of the proleptic Gregorian calendar; nil when there is no such day (29 February
    /// 2023).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let candidate = CivilDate(daysSinceEpoch: CivilDate.days(year, month, day))
        guard candidate.day == day, candidate.month == month else { return nil }
        self = candidate
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(text: String) {
        // By bytes: every row of a person has several of these.
        var text = text
        let numbers = text.withUTF8 { bytes -> (Int, Int, Int)? in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
            func number(_ range: Range<Int>) -> Int? {
                var value = 0
                for index in range {
                    guard (0x30...0x39).contains(bytes[index]) else { return nil }
                    value = value * 10 + Int(bytes[index] - 0x30)
                }
                return value
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
            else { return nil }
            return (year, month, day)
        }
        guard let (year, month, day) = numbers else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    package var text: String {
        let (year, month, day) = (parts.year, parts.month, parts.day)
        guard (0...9999).contains(year) else {
            return "\(year)-\(padded(month, 2))-\(padded(day, 2))"
        }
        // By bytes: every row of a sheet has one.
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ number: Int, _ divisor: Int, at place: Int) {
                bytes[place] = UInt8(0x30 + number / divisor % 10)
            }
            put(year, 1000, at: 0)
            put(year, 100, at: 1)
            put(year, 10, at: 2)
            put(year, 1, at: 3)
            put(month, 10, at: 5)
            put(month, 1, at: 6)
            put(day, 10, at: 8)
            put(day, 1, at: 9)
            (bytes[4], bytes[7]) = (0x2D, 0x2D)
            return 10
        }
    }
    /// `DD/MM/YYYY`, as it is read in Mexico.
    package var shown: String { "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))" }
    /// The year, 1 … 9999.
    package var year: Int { parts.year }
    /// The month, 1 … 12.
    package var month: Int { parts.month }
    /// The day of the month, 1 … 31.
    package var day: Int { parts.day }
    /// 0 is Sunday … 6 is Saturday.
    package var weekday: Int {
        (daysSinceEpoch + 4) - (daysSinceEpoch + 4).quotient(flooredBy: 7) * 7
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// Whole years lived on `day`; someone born on 29 February turns a year older on 1 March of
    /// common years (Código Civil Federal counts by complete years).
    package func age(on day: CivilDate) -> Int {
        let before = (day.month, day.day) < (month, self.day)
        return day.year - year - (before ? 1 : 0)
    }

    /// The same day of another month, or its last where it has none: the 31st of January and a month
    /// is the 28th of February.
    package func adding(months: Int) -> CivilDate {
        let count = year * 12 + month - 1 + months
        for day in stride(from: day, to: 0, by: -1) {
            if let found = CivilDate(year: count / 12, month: count % 12 + 1, day: day) {
                return found
            }
        }
        return self
    }

    /// Howard Hinnant's `days_from_civil` (public domain algorithm): exact over the whole calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotient(flooredBy: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = shifted.quotient(flooredBy: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// A reading of a wall clock: a day and a time, in a zone that the holder knows.
package struct LocalTime: Hashable, Sendable {
    /// The day on the wall calendar.
    package let day: CivilDate
    /// Seconds since midnight, 0 … 86 399.
    package let secondOfDay: Int

    /// From seconds since 1970-01-01 00:00 of the same wall clock.
    package init(secondsSinceEpoch: Int) {
        let days = secondsSinceEpoch.quotient(flooredBy: 86_400)
        day = CivilDate(daysSinceEpoch: days)
        secondOfDay = secondsSinceEpoch - days * 86_400
    }

    /// 0 … 23.
    package var hour: Int { secondOfDay / 3600 }
    /// 0 … 59.
    package var minute: Int { secondOfDay / 60 % 60 }
    /// 0 … 59.
    package var second: Int { secondOfDay % 60 }
    /// `HH:MM`.
    package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}

/// A time of day in minutes, `HH:MM`, for rule windows and the cut.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 … 1439.
    package let minutes: Int

    /// 05:00, when the working day of a point begins unless its catalogue says otherwise.
    package static let usualCut = TimeOfDay(minutes: 300)
    /// 00:00, when a civil day begins.
    package static let midnight = TimeOfDay(minutes: 0)

    private init(minutes: Int) { self.minutes = minutes }

    /// Reads `HH:MM`.
    package init?(text: String) {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 5, digits[2] == 0x3A - 0x30,
            [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        guard hour < 24, minute < 60 else { return nil }
        minutes = hour * 60 + minute
    }

    /// `HH:MM`.
    package var text: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}
