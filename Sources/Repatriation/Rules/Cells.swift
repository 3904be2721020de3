/// One count of the board or of a group: a scope, a measure, and for daily measures the working
/// day.
package struct Cell: Hashable, Sendable {
    /// What is counted.
    package enum Measure: Int, Sendable, CaseIterable {
        case inside = 1, toTriage, waiting, called, inInterview, parked, inSupport, children,
            receivedToday
        case onList, pending, received, noShow, offList, foreign, notAccredited, released,
            groupInside, unlocated
        case openReferrals
    }

    /// Whose count: a point's letters or a group's identifier.
    package let scope: String
    /// What is counted.
    package let measure: Measure
    /// The working day of daily measures, else nil.
    package let day: CivilDate?

    /// One count; `day` for daily measures only.
    package init(_ scope: String, _ measure: Measure, _ day: CivilDate? = nil) {
        self.scope = scope
        self.measure = measure
        self.day = day
    }
}

/// Every count that a reception adds one to. Pure: tables are kept by what this gives before and
/// after.
///
/// A child is counted by the birth date on the day of reception, so that no count changes at
/// midnight by itself.
package func cells(of reception: Reception) -> [Cell] {
    var cells: [Cell] = []
    func point(_ measure: Cell.Measure, _ day: CivilDate? = nil) {
        cells.append(Cell(reception.point.text, measure, day))
    }
    let scope = String(reception.group.value)
    func group(_ measure: Cell.Measure) { cells.append(Cell(scope, measure)) }

    if reception.isUnlocated { point(.unlocated) }
    if !reception.isOffList {
        group(.onList)
        if reception.stage == .listed { group(.pending) }
        if reception.stage == .noShow { group(.noShow) }
    }
    guard let day = reception.receivedDay else { return cells }
    group(reception.isOffList ? .offList : .received)
    point(.receivedToday, day)
    switch reception.nationality {
    case .foreign?: group(.foreign)
    case .notAccredited?: group(.notAccredited)
    default: if reception.stage == .released { group(.released) }
    }
    guard reception.isInside else { return cells }
    point(.inside)
    group(.groupInside)
    if reception.isChild(on: day) { point(.children) }
    switch reception.stage {
    case .received: point(.toTriage)
    case .waiting: point(.waiting)
    case .called: point(.called)
    case .inInterview: point(.inInterview)
    case .parked: point(.parked)
    case .registered, .inSupport: point(.inSupport)
    default: break
    }
    return cells
}

/// Every count that a referral adds one to.
package func cells(of referral: Referral) -> [Cell] {
    referral.state.isOpen && referral.sentAt != nil && referral.retractedAt == nil
        ? [Cell(referral.point.text, .openReferrals)] : []
}
