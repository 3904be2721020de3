/// When somebody was born, as far as it is known: a day, the year of one, or what an age that was
/// told leaves open.
package struct Birth: Sendable, Equatable {
    /// How well the day is known: the codes of the catalogue `precision`.
    package enum Precision: String, Code {
        case exact, estimated, ageOnly, doubt

        package var label: Bilingual {
            FormLists.shipped.words(rawValue, ProfileField.birthPrecision.question)
        }
    }

    /// The day as it is kept; of a year its first of July, of an age half a year before the last
    /// birthday.
    package let day: CivilDate
    /// How well it is known.
    package let precision: Precision

    /// A day of birth; exact where nothing else is said.
    package init(_ day: CivilDate, _ precision: Precision = .exact) {
        self.day = day
        self.precision = precision
    }

    /// A day with its precision as an answer has it; nil was never asked, and what is no precision
    /// tells of doubt.
    package init(_ day: CivilDate, code: String?) {
        self.init(day, code.map { Precision(rawValue: $0) ?? .doubt } ?? .exact)
    }

    /// What an age that is told on a day leaves open; nil for an age of nobody.
    package init?(age: Int, on today: CivilDate) {
        guard (0...120).contains(age) else { return nil }
        let year = today.year - age
        let birthday =
            CivilDate(year: year, month: today.month, day: today.day)
            ?? CivilDate(year: year, month: today.month, day: 28)
        guard let birthday else { return nil }
        self.init(CivilDate(daysSinceEpoch: birthday.daysSinceEpoch - Birth.halfYear), .ageOnly)
    }

    /// What a year leaves open; nil for a year of no calendar.
    package init?(year: Int) {
        guard let day = CivilDate(year: year, month: 7, day: 1) else { return nil }
        self.init(day, .estimated)
    }

    /// Whether somebody of it can stand here on a day.
    package func isPossible(on today: CivilDate) -> Bool {
        earliest <= today && day.age(on: today) <= 120
    }

    /// The first day on which it may have been.
    package var earliest: CivilDate {
        switch precision {
        case .exact: day
        case .ageOnly: CivilDate(daysSinceEpoch: day.daysSinceEpoch - Birth.halfYear)
        case .estimated: CivilDate(year: day.year, month: 1, day: 1) ?? day
        case .doubt: CivilDate(year: day.year - Birth.doubted, month: 1, day: 1) ?? day
        }
    }

    /// The last day on which it may have been.
    package var latest: CivilDate {
        switch precision {
        case .exact: day
        case .ageOnly: CivilDate(daysSinceEpoch: day.daysSinceEpoch + Birth.halfYear)
        case .estimated: CivilDate(year: day.year, month: 12, day: 31) ?? day
        case .doubt: CivilDate(year: day.year + Birth.doubted, month: 12, day: 31) ?? day
        }
    }

    /// The ages, in whole years, that somebody of it may have on a day.
    package func ages(on today: CivilDate) -> ClosedRange<Int> {
        let youngest = max(0, latest.age(on: today))
        return youngest...max(youngest, earliest.age(on: today))
    }

    /// Whether somebody of it is under 18 on a day; nil where it does not tell.
    ///
    /// Who said seventeen said a child: that does not lapse overnight because a birthday may have
    /// come meanwhile.
    package func isUnder18(on today: CivilDate) -> Bool? {
        let ages = ages(on: today)
        if ages.upperBound < 18 || precision == .ageOnly && ages.lowerBound < 18 { return true }
        return ages.lowerBound >= 18 ? false : nil
    }

    /// As it is shown: a day only where a day is known.
    package var shown: Bilingual {
        switch precision {
        case .exact: Bilingual(day.shown, day.shown)
        case .estimated: Bilingual("\(day.year) (año)", "\(day.year) (yr)")
        case .ageOnly: Bilingual("≈ \(day.year)", "≈ \(day.year)")
        case .doubt: Bilingual("¿\(day.year)?", "\(day.year)?")
        }
    }

    /// As it is told to others: a day only where a day is known, else what is shown.
    package var told: String { precision == .exact ? day.text : shown.es }

    /// The least age in whole years, marked where it may be more.
    package func ageShown(on today: CivilDate) -> String {
        "\(precision == .exact ? "" : "≈")\(ages(on: today).lowerBound)"
    }

    /// The days from the middle of the year that an age leaves open to either end.
    package static let halfYear = 182
    /// How many years to either side a date in doubt may be wrong: decided for the safe side, not
    /// measured.
    static let doubted = 2
}

extension Reception {
    /// The birth as far as it is known; nil when nothing is.
    package var birth: Birth? {
        birthDate.map { Birth($0, code: personalAnswers[.birthPrecision]) }
    }

    /// Age in whole years on `day`, the least where the birth is only roughly known; nil when
    /// nothing is.
    package func age(on day: CivilDate) -> Int? { birth?.ages(on: day).lowerBound }

    /// Whether another birth would make a child of somebody of age, or somebody who may be of age
    /// of a child.
    func crosses18(from before: Reception, on day: CivilDate) -> Bool {
        guard let known = before.birth else { return false }
        guard let was = known.isUnder18(on: day) else {
            // Who may be under 18 is settled as of age by a day that fits what was known, not by
            // any other.
            guard let birth, birth.isUnder18(on: day) == false else { return false }
            return birth.latest < known.earliest || known.latest < birth.earliest
        }
        return was ? birth?.isUnder18(on: day) != true : birth?.isUnder18(on: day) == true
    }

    /// Takes a day of birth with what is known of it; whoever says nothing of that says a whole
    /// date.
    mutating func takeBirth(_ day: CivilDate, _ precision: Birth.Precision?) {
        let isRough = answer(.birthPrecision).map { $0 != Birth.Precision.exact.rawValue } ?? false
        if let precision {
            setAnswer(.birthPrecision, precision.rawValue)
        } else if isRough, day != birthDate {
            setAnswer(.birthPrecision, Birth.Precision.exact.rawValue)
        }
        birthDate = day
    }
}
