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
        case transferred
        case routeStays, routeCardOnly, routeServicesOnly, routeGoes
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
    func point(_ measure: Cell.Measure) {
        cells.append(Cell(reception.point.text, measure))
    }
    func group(_ measure: Cell.Measure, of id: Identifier<Group>? = nil) {
        cells.append(Cell(String((id ?? reception.group).value), measure))
    }

    if reception.isUnlocated { point(.unlocated) }
    for (index, former) in reception.formerGroups.enumerated() {
        let isOffList = index == 0 && reception.isOffList
        if !isOffList { group(.onList, of: former) }
        group(isOffList ? .offList : .received, of: former)
        group(.transferred, of: former)
    }
    // Off the list is a mark of the hand-over: whoever a point sends stands on its list.
    let isMoved = !reception.formerGroups.isEmpty
    if isMoved || !reception.isOffList {
        group(.onList)
        if reception.stage == .listed { group(.pending) }
        if reception.stage == .noShow { group(.noShow) }
    }
    guard let day = reception.receivedDay else { return cells }
    // A transfer is no second hand-over: the day counts where somebody was received first.
    cells.append(Cell((reception.firstPoint ?? reception.point).text, .receivedToday, day))
    guard !reception.isOnTheWay else { return cells }
    group(isMoved || !reception.isOffList ? .received : .offList)
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
    if let route = reception.serviceRoute { point(route.measure) }
    return cells
}

extension ServiceRoute {
    /// What counts those inside who take it.
    package var measure: Cell.Measure {
        switch self {
        case .stays: .routeStays
        case .cardOnly: .routeCardOnly
        case .servicesOnly: .routeServicesOnly
        case .goes: .routeGoes
        }
    }
}

/// Every count that a referral adds one to.
package func cells(of referral: Referral) -> [Cell] {
    referral.state.isOpen && referral.sentAt != nil && referral.retractedAt == nil
        ? [Cell(referral.point.text, .openReferrals)] : []
}
