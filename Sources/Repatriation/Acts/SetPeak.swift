/// Shrinks the point's interview to nine answers, with a reason, or makes it whole again without
/// one.
package struct SetPeak: PointAct {
    package static let row = ActRow<Self>(.setPeak, .peak, [.reason("reason", \.reason)])

    package var point = PointCode.none
    /// Why so many come; nil ends it.
    package var reason: String?

    package init() {}

    /// A point with, or no longer with, more people than its desks can ask everything.
    package init(at point: PointCode, reason: String?) {
        self.init(at: point)
        self.reason = reason
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        var after = point
        after.peakSince = reason == nil ? nil : point.peakSince ?? context.now
        after.peakReason = reason
        let outcome = Peak(isPeak: reason != nil)
        return Decision(.peakSet, point, after, outcome, ids: context.ids)
    }

    private struct Peak: Outcome {
        let isPeak: Bool
        var members: [String: JSON] { ["peak": .bool(isPeak)] }
    }
}
