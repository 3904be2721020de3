/// An adult who leaves with something pending, told and explained: nobody is held, and nothing of
/// it is lost.
package struct LeaveAnyway: AttentionAct {
    package static let row = ActRow<Self>(
        .leaveAnyway, .services,
        [
            pending,
            .text("explainedIn", \.leaving.explainedIn),
            .reason("reason", \.leaving.reason), how,
            .state("destination", \.leaving.release.destination),
            .text("municipality", \.leaving.release.municipality),
            .code("escort", \.leaving.release.escort),
        ])

    /// Required, and may be empty.
    private static let pending = Parameter<LeaveAnyway>(
        "pending", .codes(Pending.allCases.map(\.rawValue)), required: true,
        read: { reader, act throws(Refusal) in
            act.leaving.pending = try reader.requiredCodes("pending")
        },
        value: { .codes($0.leaving.pending) })

    /// By one's own decision, unless it is said.
    private static let how = Parameter<LeaveAnyway>(
        "how", .code(Exit.allCases.map(\.rawValue)), required: false,
        read: { reader, act throws(Refusal) in
            act.leaving.release.how = try reader.code("how") ?? .ownDecision
        },
        value: { .string($0.leaving.release.how.rawValue) })

    package var reception = Identifier<Reception>(0)
    /// With what, and how.
    package var leaving = Leaving(pending: [], explainedIn: "")

    package init() {}

    /// Somebody, with what and how.
    package init(_ reception: Identifier<Reception>, _ leaving: Leaving) {
        self.reception = reception
        self.leaving = leaving
    }

    package var offTheRoad: OffTheRoad? { .leaves }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.leaveAnyway(leaving)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        let how = leaving.release.how.label
        return Bilingual(
            "Salió: \(how.es). Queda en seguimiento.", "Left: \(how.en). On the follow-up list.")
    }
}
