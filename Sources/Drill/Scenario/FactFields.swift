import Repatriation

/// The fields by which facts of the journal say something, as a scenario may expect them.
enum FactFields {
    /// All names that there are.
    static let names: Set<String> =
        all(Reception.self).union(all(Group.self)).union(all(Desk.self)).union(all(LaneTick.self))
        .union(all(Referral.self)).union(all(Help.self)).union(all(PropertyClaim.self))
        .union(all(Inquiry.self)).union(all(Bag.self)).union(all(StockItem.self))
        .union(all(Paper.self)).union(all(Screening.self)).union(all(FollowUp.self))
        .union(all(HandOver.self)).union(all(AlarmMark.self)).union(all(GroupShare.self))
        .union(all(PendingAct.self)).union(all(WaterCount.self)).union(all(ShiftCheck.self))
        .union(all(ReceivingPoint.self)).union(all(Call.self)).union(all(PeriodClosing.self))
        .union(all(Survey.self)).union(all(SurveyTaken.self))

    private static func all<E: Entity>(_: E.Type) -> Set<String> { Set(E.fields.map(\.name)) }

    /// Whether a fact can say a field so: a code, a number, anything or nothing.
    static func canBe(_ value: JSON) -> Bool {
        switch value {
        case .null, .bool(true), .int, .string: true
        case .bool(false), .double, .array, .object: false
        }
    }

    /// Whether there is such a field, or such an answer of one.
    static func has(_ name: String) -> Bool { names.contains(String(name.prefix { $0 != "." })) }
}
