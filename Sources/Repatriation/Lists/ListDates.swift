/// In which order the parts of the dates of a list stand.
package enum DateOrder: String, Sendable { case mdy, dmy, ymd }

/// A date cell taken apart, before its order is known.
enum DateCell {
    case parts([Int], digits: [Int])
    case named(day: Int, month: Int, year: Int, digits: Int)

    private static let months: [String: Int] = {
        let spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
        let english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let pairs = (spanish + english).enumerated().map { ($0.element, $0.offset % 12 + 1) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// Three parts with `/`, `-`, `.` or spaces; a time after the date is left out.
    init?(_ text: String) {
        let day =
            text.split(separator: " ").first.map { $0.contains(where: \.isNumber) && $0.count >= 6 ? String($0) : text }
            ?? text
        let parts = day.split { "/-. ".contains($0) }.map(String.init)
        guard parts.count == 3 else { return nil }
        let numbers = parts.map { Int($0) }
        if let month = DateCell.months[String(NameText.folded(parts[1]).prefix(3))], let day = numbers[0],
            let year = numbers[2]
        {
            self = .named(day: day, month: month, year: year, digits: parts[2].count)
            return
        }
        guard numbers.allSatisfy({ $0 != nil }) else { return nil }
        self = .parts(numbers.compactMap { $0 }, digits: parts.map(\.count))
    }

    /// The orders this cell allows.
    var orders: Set<DateOrder> {
        guard case .parts(let numbers, let digits) = self else { return [.mdy, .dmy, .ymd] }
        if digits[0] == 4 { return [.ymd] }
        var orders: Set<DateOrder> = []
        if numbers[0] <= 12 && numbers[1] <= 31 { orders.insert(.mdy) }
        if numbers[1] <= 12 && numbers[0] <= 31 { orders.insert(.dmy) }
        return orders
    }

    /// The date; two digits of a year mean the latest such year not after `latest`.
    func date(_ order: DateOrder, notAfter latest: CivilDate) -> CivilDate? {
        let (day, month, year, digits): (Int, Int, Int, Int)
        switch self {
        case .named(let d, let m, let y, let n): (day, month, year, digits) = (d, m, y, n)
        case .parts(let numbers, let counts):
            switch counts[0] == 4 ? .ymd : order {
            case .mdy: (day, month, year, digits) = (numbers[1], numbers[0], numbers[2], counts[2])
            case .dmy: (day, month, year, digits) = (numbers[0], numbers[1], numbers[2], counts[2])
            case .ymd: (day, month, year, digits) = (numbers[2], numbers[1], numbers[0], counts[0])
            }
        }
        if digits == 4 { return CivilDate(year: year, month: month, day: day) }
        guard digits == 2 else { return nil }
        let century = latest.year / 100 * 100
        return [century + year, century - 100 + year].lazy
            .compactMap { CivilDate(year: $0, month: month, day: day) }.first { $0 <= latest }
    }
}
