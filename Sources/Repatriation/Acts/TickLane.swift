/// A step of a protected lane was done.
package struct TickLane: AttentionAct {
    package static let row = ActRow<Self>(
        .tickLane, .services, alsoFor: [.health], alsoNamed: ["notifyAuthority"],
        TickWords.parameters.map { $0.of(\.words) })
    package static let subject: [Parameter<TickLane>] = [
        lane, step, .identifier("reception", \.reception),
    ]

    /// Telling an authority is the step of having told it.
    package static func parameters(ofLine name: String) -> [Parameter<TickLane>] {
        guard name != self.name.rawValue else { return parameters }
        return [told, .identifier("reception", \.reception)]
            + TickWords.parameters.map { $0.of(\.words) }
    }

    private static let lane = Parameter<TickLane>(
        "lane", .code(Lane.allCases.map(\.rawValue)), required: true,
        read: { reader, _ throws(Refusal) in _ = try reader.requiredCode("lane") as Lane },
        value: { .string($0.step.lane.rawValue) })

    /// One of the lane's own.
    private static let step = Parameter<TickLane>(
        "step", .code(LaneStep.allCases.map(\.rawValue)), required: true,
        read: { reader, act throws(Refusal) in
            let lane: Lane = try reader.requiredCode("lane")
            act.step = try reader.requiredCode("step")
            guard act.step.lane == lane else {
                let allowed = lane.steps.map { JSON.string($0.rawValue) }
                throw Refusal(.unknownCode, ["field": "step", "allowed": .array(allowed)])
            }
        },
        value: { .string($0.step.rawValue) })

    private static let told = Parameter<TickLane>(
        "to", .code(NotifiedAuthority.allCases.map(\.rawValue)), required: true,
        read: { reader, act throws(Refusal) in
            act.step = try (reader.requiredCode("to") as NotifiedAuthority).step
        },
        value: { .string($0.step.rawValue) })

    package var reception = Identifier<Reception>(0)
    /// Which.
    package var step = LaneStep.seen
    /// What is said of it.
    package var words = TickWords()

    package init() {}

    /// Somebody's step, and what is said of it.
    package init(
        _ reception: Identifier<Reception>, _ step: LaneStep, _ words: TickWords = TickWords()
    ) {
        self.reception = reception
        self.step = step
        self.words = words
    }

    package func decide(_ person: PersonCase) throws -> Decision { try person.tick(step, words) }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let record = (outcome as? Ticked)?.record else {
            return changed ? step.label.stopped : nil
        }
        return Bilingual(
            "Acta \(record.folio): «f» cuando la firmen.",
            "Record \(record.folio): «f» when signed.")
    }
}
