extension PersonTurn {
    /// Those of one person's receptions that are events, in the order of their days, whenever they
    /// were entered. Pure.
    package static func of(_ receptions: [Reception]) -> [Int: PersonTurn] {
        var (turns, years, months) = ([Int: PersonTurn](), Set<Int>(), Set<Int>())
        for (day, id) in receptions.compactMap(\.event).sorted(by: <) {
            let month = Tally.month(of: day)
            turns[id] =
                months.contains(month) ? .again : years.contains(day.year) ? .month : .year
            years.insert(day.year)
            months.insert(month)
        }
        return turns
    }
}

extension Reception {
    /// Of those whose data are gone what was counted is all that is known.
    private var isEvent: Bool {
        receivedDate != nil
            && (removal == nil ? nationality : counted.nationality) == .accredited
    }

    /// The day of an event, and what it is told from others of that day by; nil where official
    /// tables count none.
    fileprivate var event: (CivilDate, Int)? {
        receivedDate.flatMap { isEvent ? ($0, id.value) : nil }
    }

    /// Whether it stands alike among the receptions of its person.
    func standsAs(_ other: Reception) -> Bool {
        person == other.person && receivedDate == other.receivedDate && isEvent == other.isEvent
    }
}

extension ReportTable {
    /// How many persons its events are of: of a month from its first day on, or of a year from its
    /// first on; nil of other days, within which nobody is told from whom, and where it is not known
    /// of somebody.
    var persons: Int? {
        guard kind == .persons, period.from.day == 1, period.from.year == period.to.year else {
            return nil
        }
        let turns: Set<PersonTurn>
        switch (period.months.count, period.from.month) {
        case (1, _): turns = [.year, .month]
        case (_, 1): turns = [.year]
        default: return nil
        }
        guard !columns.contains(where: { $0.item == .notAsked }) else { return nil }
        return zip(columns, total.cells).filter { column, _ in
            PersonTurn(rawValue: column.item.key).map(turns.contains) ?? false
        }.map(\.1).reduce(0, +)
    }
}
