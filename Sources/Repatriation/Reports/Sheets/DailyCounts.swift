/// How many of each kind a line of INM's daily sheet has. Its totals are sums and nothing else.
package struct DailyCounts: Sendable, Equatable {
    /// What is counted by itself; every other column adds some of these up.
    enum Part: Hashable, CaseIterable, Sendable {
        case men, women, otherAdults, ageless
        case boyAccompanied, boyAlone, boyUnasked, girlAccompanied, girlAlone, girlUnasked
        case otherAccompanied, otherAlone, otherUnasked
    }

    private var counts: [Part: Int] = [:]

    /// Nobody.
    init() {}

    /// Counts so many who are alike.
    mutating func add(_ count: Int, sex: Sex?, ages: AgeGroup?, company: Company?) {
        counts[DailyCounts.part(sex, ages, company), default: 0] += count
    }

    /// Counts the people of another line too.
    mutating func add(_ other: DailyCounts) {
        for (part, count) in other.counts { counts[part, default: 0] += count }
    }

    /// Whoever came without family is unaccompanied, separated ones and those with other people
    /// too: the sheet knows two conditions alone.
    private static func part(_ sex: Sex?, _ ages: AgeGroup?, _ company: Company?) -> Part {
        guard let isChild = ages?.isChild else { return .ageless }
        switch (isChild, sex) {
        case (false, .man?): return .men
        case (false, .woman?): return .women
        case (false, .other?), (false, nil): return .otherAdults
        case (true, .man?):
            return company.map { $0 == .family ? .boyAccompanied : .boyAlone } ?? .boyUnasked
        case (true, .woman?):
            return company.map { $0 == .family ? .girlAccompanied : .girlAlone } ?? .girlUnasked
        case (true, .other?), (true, nil):
            return company.map { $0 == .family ? .otherAccompanied : .otherAlone } ?? .otherUnasked
        }
    }

    /// How many a column of the sheet has.
    subscript(column: SheetColumn) -> Int {
        DailyCounts.parts(column).reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    private static func parts(_ column: SheetColumn) -> [Part] {
        let boys: [Part] = [.boyAccompanied, .boyAlone, .boyUnasked]
        let girls: [Part] = [.girlAccompanied, .girlAlone, .girlUnasked]
        let others: [Part] = [.otherAccompanied, .otherAlone, .otherUnasked]
        switch column {
        case .total: return Part.allCases
        case .adults: return [.men, .women, .otherAdults]
        case .men: return [.men]
        case .women: return [.women]
        case .otherAdults: return [.otherAdults]
        case .ageless: return [.ageless]
        case .minors: return boys + girls + others
        case .boys: return boys
        case .girls: return girls
        case .otherMinors: return others
        case .accompanied: return [.boyAccompanied, .girlAccompanied, .otherAccompanied]
        case .unaccompanied: return [.boyAlone, .girlAlone, .otherAlone]
        case .companyless: return [.boyUnasked, .girlUnasked, .otherUnasked]
        case .day, .month, .office, .point, .way, .nationality, .land, .air, .note: return []
        }
    }
}
