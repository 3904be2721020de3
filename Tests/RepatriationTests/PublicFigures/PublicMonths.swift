import Repatriation

/// Invented months for those who attack public tables: few people, and of every awkward kind.
enum PublicMonths: String, CaseIterable, Sendable {
    case oneChild, oneChildAndNobodyElse, oneState, onePoint, ones, fours, hundreds, sparse
    case onlyChildren, ofStrangeKinds, fewOfOneSex

    /// Two points of one state and one of another.
    static let points = ["NOG", "SLR", "TIJ"].enumerated().compactMap { index, letters in
        PointCode(letters).map { code in
            var point = ReceivingPoint(id: Identifier(index + 1))
            (point.code, point.name) = (code, letters)
            point.municipality = ["26043", "26055", "02004"][index]
            return ReportPoint(point)
        }
    }

    /// Who may come in them.
    static let everybody = points.map(\.code).flatMap { point in
        ["OC", "PU", ""].flatMap { birth in
            ["H", "M", "X"].flatMap { sex in
                ["under12", "from12to17", "from18to29", ""].flatMap { ages in
                    ["family", "alone", ""].map { company in
                        PossiblePerson(
                            point: point, birth: birth, sex: sex, ages: ages,
                            company: ["under12", "from12to17"].contains(ages) ? company : "")
                    }
                }
            }
        }
    }

    private static let usual = everybody.filter { $0.sex != "X" && $0.ages != "" }
    private static let children = usual.filter { $0.isChild && $0.company != "" }
    private static let adults = usual.filter { !$0.isChild }

    /// The people of a month.
    func month(_ month: Int, _ random: inout some RandomNumberGenerator) -> PublicMonth {
        var people: [PossiblePerson: Int] = [:]
        func some(_ whom: [PossiblePerson], _ share: Double, _ counts: ClosedRange<Int>) {
            for person in whom where Double.random(in: 0..<1, using: &random) < share {
                people[person, default: 0] += Int.random(in: counts, using: &random)
            }
        }
        if self != .oneChildAndNobodyElse && self != .onlyChildren {
            some(Self.adults, 0.8, 1...40)
        }
        switch self {
        case .oneChild, .oneChildAndNobodyElse:
            for child in Self.children.shuffled(using: &random).prefix(1) { people[child] = 1 }
        case .oneState: some(Self.children.filter { $0.birth == "OC" }, 0.5, 1...9)
        case .onePoint: some(Self.children.filter { $0.point == Self.points[2].code }, 0.5, 1...9)
        case .ones: some(Self.children, 0.7, 1...1)
        case .fours: some(Self.children.filter { $0.point == Self.points[0].code }, 1, 4...4)
        case .hundreds:
            some(Self.children.filter { $0.point == Self.points[2].code }, 0.9, 0...300)
            some(Self.children.filter { $0.point == Self.points[1].code }, 0.1, 1...3)
        case .sparse: some(Self.children, 0.12, 1...6)
        case .onlyChildren: some(Self.children, 0.5, 1...8)
        case .ofStrangeKinds: some(Self.everybody, 0.15, 1...5)
        case .fewOfOneSex:
            some(Self.children.filter { $0.sex == "H" }, 0.6, 1...20)
            for girl in Self.children.filter({ $0.sex == "M" }).shuffled(using: &random).prefix(2) {
                people[girl] = 1
            }
        }
        return PublicMonth(month: month, people: people)
    }
}
