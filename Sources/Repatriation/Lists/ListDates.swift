/// In which order the parts of the dates of a list stand.
package enum DateOrder: String, Sendable { case mdy, dmy, ymd }

/// A date cell taken apart, before its order is known.
enum DateCell {
    case parts([Int], digits: [Int])
    case named(day: Int, month: Int, year: Int, digits: Int)
    /// A spreadsheet's number of days.
    case counted(CivilDate)

    private static let months: [String: Int] = {
        let spanish =
            """
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre \
            diciembre
            """
        let english =
            "january february march april may june july august september october november december"
        var months = ["set": 9, "setiembre": 9, "sept": 9]
        for names in [spanish, english] {
            for (index, name) in names.split(separator: " ").enumerated() {
                months[String(name)] = index + 1
                months[String(name.prefix(3))] = index + 1
            }
        }
        return months
    }()

    /// Words that a date may have besides its month.
    private static let silent: Set<String> = {
        let words = """
            de del of the st nd rd th t am pm a m p z lunes martes miercoles jueves viernes sabado \
            domingo lun mie jue vie sab dom monday tuesday wednesday thursday friday saturday \
            sunday mon tue wed thu fri sat sun
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }()

    /// Parts with any sign between them, a month by name, eight digits, or a spreadsheet's number;
    /// a time after the date is left out. Nil for anything that says more or less than a date.
    init?(_ text: String) {
        guard let runs = DateCell.runs(text) else { return nil }
        let words = runs.filter { !$0.isNumber }.map { NameText.folded($0.text) }
        let names = words.compactMap { DateCell.months[$0] }
        guard words.allSatisfy({ DateCell.months[$0] != nil || DateCell.silent.contains($0) }),
            names.count <= 1
        else {
            return nil
        }
        let numbers = runs.filter(\.isNumber).map(\.text)
        let values = numbers.compactMap { Int($0) }
        guard values.count == numbers.count else { return nil }
        if let month = names.first {
            guard numbers.count == 2 else { return nil }
            let isYearFirst = numbers[0].count == 4
            self = .named(
                day: values[isYearFirst ? 1 : 0], month: month, year: values[isYearFirst ? 0 : 1],
                digits: numbers[isYearFirst ? 0 : 1].count)
        } else if numbers.count == 3 {
            self = .parts(values, digits: numbers.map(\.count))
        } else if let only = numbers.first,
            numbers.count == 1 || numbers.count == 2 && values[1] == 0
        {
            self.init(digits: only)
        } else {
            return nil
        }
    }

    /// `19920515`, `05151992`, or the days since 30 December 1899 that a spreadsheet counts.
    private init?(digits: String) {
        guard let value = Int(digits) else { return nil }
        if digits.count == 5 {
            guard let start = CivilDate(year: 1899, month: 12, day: 30) else { return nil }
            self = .counted(CivilDate(daysSinceEpoch: start.daysSinceEpoch + value))
            return
        }
        guard digits.count == 8 else { return nil }
        let year = value / 10_000
        if (1850...2100).contains(year),
            CivilDate(year: year, month: value / 100 % 100, day: value % 100) != nil
        {
            self = .parts([year, value / 100 % 100, value % 100], digits: [4, 2, 2])
        } else {
            self = .parts(
                [value / 1_000_000, value / 10_000 % 100, value % 10_000], digits: [2, 2, 4])
        }
    }

    private struct Run {
        var text: String
        let isNumber: Bool
    }

    /// The numbers and words, up to a time; nil when a sign says that the date is doubted.
    private static func runs(_ text: String) -> [Run]? {
        var runs: [Run] = []
        var isJoined = false
        for letter in text {
            let isNumber = letter.isASCII && letter.isNumber
            guard isNumber || letter.isLetter else {
                if letter == ":" {
                    if runs.last?.isNumber == true { runs.removeLast() }
                    return runs
                }
                guard " /-.,'".contains(letter) else { return nil }
                isJoined = false
                continue
            }
            if isJoined, runs.last?.isNumber == isNumber {
                runs[runs.count - 1].text.append(letter)
            } else {
                // «19920515T000000»: a time follows.
                if letter == "T", isJoined, runs.last?.isNumber == true, runs.count == 1,
                    runs[0].text.count == 8
                {
                    return runs
                }
                runs.append(Run(text: String(letter), isNumber: isNumber))
            }
            isJoined = true
        }
        return runs
    }

    /// The orders this cell allows.
    var orders: Set<DateOrder> {
        guard case .parts(let numbers, let digits) = self else { return [.mdy, .dmy, .ymd] }
        if digits[0] == 4 { return [.ymd] }
        var orders: Set<DateOrder> = []
        if (1...12).contains(numbers[0]) && (1...31).contains(numbers[1]) { orders.insert(.mdy) }
        if (1...12).contains(numbers[1]) && (1...31).contains(numbers[0]) { orders.insert(.dmy) }
        return orders
    }

    /// Either order gives the same day.
    var isSameBothWays: Bool {
        guard case .parts(let numbers, let digits) = self else { return true }
        return digits[0] != 4 && numbers[0] == numbers[1]
    }

    /// The date; two digits of a year mean the latest such year not after `latest`.
    func date(_ order: DateOrder, notAfter latest: CivilDate) -> CivilDate? {
        let day: Int
        let month: Int
        let year: Int
        let digits: Int
        switch self {
        case .counted(let date): return date
        case .named(let d, let m, let y, let n): (day, month, year, digits) = (d, m, y, n)
        case .parts(let numbers, let counts):
            let isYearFirst = counts[0] == 4 || order == .ymd
            year = numbers[isYearFirst ? 0 : 2]
            digits = counts[isYearFirst ? 0 : 2]
            month = numbers[order == .mdy && !isYearFirst ? 0 : 1]
            day = isYearFirst ? numbers[2] : numbers[order == .mdy ? 1 : 0]
        }
        if digits == 4 { return CivilDate(year: year, month: month, day: day) }
        guard digits == 2 else { return nil }
        let century = latest.year / 100 * 100
        return [century + year, century - 100 + year].lazy
            .compactMap { CivilDate(year: $0, month: month, day: day) }.first { $0 <= latest }
    }
}
