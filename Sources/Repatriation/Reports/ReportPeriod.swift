/// From one day through another, of which official tables are made.
package struct ReportPeriod: Sendable, Hashable {
    /// The first day.
    package let from: CivilDate
    /// The last day.
    package let to: CivilDate

    /// The years that a table may be of.
    package static let years = 1900...2199

    /// Nil where the last day comes before the first, or a year is none of ``years``.
    package init?(from: CivilDate, to: CivilDate) {
        guard from <= to, ReportPeriod.years.contains(from.year),
            ReportPeriod.years.contains(to.year)
        else { return nil }
        (self.from, self.to) = (from, to)
    }

    /// Of a month or a year as it is typed: `2026-10`, `2026`.
    package init?(typed text: String) {
        let isMonth = text.utf8.count == 7
        guard isMonth || text.utf8.count == 4,
            let from = CivilDate(text: text + (isMonth ? "-01" : "-01-01")),
            let next = isMonth && from.month < 12
                ? CivilDate(year: from.year, month: from.month + 1, day: 1)
                : CivilDate(year: from.year + 1, month: 1, day: 1)
        else { return nil }
        self.init(from: from, to: CivilDate(daysSinceEpoch: next.daysSinceEpoch - 1))
    }

    /// How many days.
    package var dayCount: Int { to.daysSinceEpoch - from.daysSinceEpoch + 1 }

    /// The months that it touches, as ``Tally/month(of:)``, the first first.
    package var months: [Int] {
        (from.year * 12 + from.month - 1...to.year * 12 + to.month - 1).map {
            $0 / 12 * 100 + $0 % 12 + 1
        }
    }

    /// The same days of the year before; 29 February is its 28th there.
    package var yearBefore: ReportPeriod? {
        func before(_ day: CivilDate) -> CivilDate? {
            CivilDate(year: day.year - 1, month: day.month, day: day.day)
                ?? CivilDate(year: day.year - 1, month: day.month, day: day.day - 1)
        }
        guard let from = before(from), let to = before(to) else { return nil }
        return ReportPeriod(from: from, to: to)
    }

    /// The months of the calendar that it is made of, where it is one or a whole year: of nothing
    /// else are tables published, for two that overlap are subtracted. Else none.
    package var published: [ReportPeriod] {
        let isWhole = [7, 4].contains { ReportPeriod(typed: String(from.text.prefix($0))) == self }
        guard isWhole else { return [] }
        return months.compactMap { ReportPeriod(typed: "\($0 / 100)-\(padded($0 % 100, 2))") }
    }

    /// The sums that make it up, by the periods of ``Tally``: whole months, and single days where
    /// it begins or ends within one.
    package var spans: [ClosedRange<Int>] {
        let (first, last) = (Tally.month(of: from), Tally.month(of: to))
        let (isFirstWhole, isLastWhole) = (from.day == 1, to.isLastOfMonth)
        if first == last, !(isFirstWhole && isLastWhole) {
            return [first * 100 + from.day...first * 100 + to.day]
        }
        let whole = months.filter {
            ($0 != first || isFirstWhole) && ($0 != last || isLastWhole)
        }
        var spans: [ClosedRange<Int>] = []
        if !isFirstWhole { spans.append(first * 100 + from.day...first * 100 + 31) }
        if let start = whole.first, let end = whole.last { spans.append(start...end) }
        if !isLastWhole { spans.append(last * 100 + 1...last * 100 + to.day) }
        return spans
    }

    /// Its columns are years where it touches more than twelve months.
    package var isByYear: Bool { months.count > 12 }

    /// `2024-10` or `2024`, of a month.
    package func column(of month: Int) -> String {
        isByYear ? "\(month / 100)" : "\(month / 100)-\(padded(month % 100, 2))"
    }

    /// `Oct 2024`, or the year.
    func label(ofColumn key: String) -> Bilingual {
        let parts = key.split(separator: "-")
        guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
            return Bilingual(key, key)
        }
        let names = Self.names
        return Bilingual("\(names[month - 1].es) \(parts[0])", "\(names[month - 1].en) \(parts[0])")
    }

    private static let names: [Bilingual] = [
        .init("ene", "Jan"), .init("feb", "Feb"), .init("mar", "Mar"), .init("abr", "Apr"),
        .init("may", "May"), .init("jun", "Jun"), .init("jul", "Jul"), .init("ago", "Aug"),
        .init("sep", "Sep"), .init("oct", "Oct"), .init("nov", "Nov"), .init("dic", "Dec"),
    ]

    /// The columns of time that begin after a day.
    func columns(after day: CivilDate) -> Set<String> {
        let known = day.year * 100 + (isByYear ? 12 : day.month)
        return Set(months.filter { $0 > known }.map(column))
    }

    /// As a column is headed: `nov 2025`, `ene–nov 2025`, `2025`; of other days both.
    package var name: Bilingual {
        guard from.day == 1, to.isLastOfMonth, let first = months.first, let last = months.last
        else { return label }
        if from.month == 1, to.month == 12 {
            let years = from.year == to.year ? "\(to.year)" : "\(from.year)–\(to.year)"
            return Bilingual(years, years)
        }
        func month(_ month: Int) -> Bilingual {
            label(ofColumn: "\(month / 100)-\(padded(month % 100, 2))")
        }
        let end = month(last)
        guard first != last else { return end }
        let start = from.year == to.year ? Self.names[from.month - 1] : month(first)
        return Bilingual("\(start.es)–\(end.es)", "\(start.en)–\(end.en)")
    }

    /// Both days in words.
    package var label: Bilingual {
        Bilingual("\(from.shown) a \(to.shown)", "\(from.shown) to \(to.shown)")
    }
}

extension CivilDate {
    fileprivate var isLastOfMonth: Bool { CivilDate(daysSinceEpoch: daysSinceEpoch + 1).day == 1 }
}
