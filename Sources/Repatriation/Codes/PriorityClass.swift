/// A class of the queue: a protected tier and a target wait. The catalogue is editable data.
package struct PriorityClass: Sendable, Equatable {
    /// The hand-given code, also the row's key.
    package let code: String
    /// 0 is protected above all, 1 is attended before the rest, 2 is everybody else.
    package let tier: Int
    /// The target wait in minutes, 0 … 480.
    package let targetMinutes: Int
    /// What a desk must attend to call this class; any of them is enough.
    package let attendedBy: Set<Attention>

    /// The classes shipped; targets from the procedure agreed with the desks, tiers from
    /// simulation.
    package static let shipped: [PriorityClass] = [
        PriorityClass("emergency", 0, 0, [.general, .priority, .medical]),
        PriorityClass("childEmergency", 0, 0, [.opi]),
        PriorityClass("child", 0, 10, [.opi]),
        PriorityClass("reserved", 0, 10, [.priority]),
        PriorityClass("medical", 1, 20, [.medical, .priority]),
        PriorityClass("pregnant", 1, 20, [.priority]),
        PriorityClass("disability", 1, 20, [.priority]),
        PriorityClass("older", 1, 20, [.priority]),
        PriorityClass("language", 1, 20, [.priority]),
        PriorityClass("family", 2, 30, [.general]),
        PriorityClass("general", 2, 60, [.general]),
    ]

    /// The classes of children alone, whom child protection fetches.
    package static let ofChildren = ["child", "childEmergency"]

    /// The classes of vital emergencies.
    package static let ofEmergencies = ["emergency", "childEmergency"]

    /// The classes that the first questions alone give and take away.
    package static let ofQuestions = ofChildren + ofEmergencies + ["reserved"]

    /// The code of the class that these answers give; the most protected one wins.
    package static func code(for flags: Set<Flag>) -> String {
        if flags.contains(.unaccompaniedChild) {
            return flags.contains(.vitalEmergency) ? "childEmergency" : "child"
        }
        let order: [(Flag, String)] = [
            (.vitalEmergency, "emergency"), (.reserved, "reserved"), (.medical, "medical"),
            (.pregnant, "pregnant"),
            (.disability, "disability"), (.deaf, "disability"), (.older, "older"),
            (.noSpanish, "language"),
            (.smallChildren, "family"),
        ]
        return order.first { flags.contains($0.0) }?.1 ?? "general"
    }

    /// A class with its tier, target and who may attend it.
    package init(_ code: String, _ tier: Int, _ targetMinutes: Int, _ attendedBy: Set<Attention>) {
        self.code = code
        self.tier = tier
        self.targetMinutes = targetMinutes
        self.attendedBy = attendedBy
    }

    /// Whether a desk that attends `attends` may call this class.
    package func isAttended(by attends: Set<Attention>) -> Bool {
        !attendedBy.isDisjoint(with: attends)
    }
}

extension Set<Flag> {
    /// Someone to be fetched in person: never called aloud, never shown on a room screen, never
    /// «absent».
    package var mustBeFetched: Bool {
        !isDisjoint(with: [.noSpanish, .deaf, .disability, .unaccompaniedChild, .reserved])
    }
}
