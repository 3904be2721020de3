/// Something that belongs to one reception: it is in the whole file of its person, and goes when the person's data go.
///
/// Whoever adds such a kind adds it to ``Belonging``, and export and removal have it.
package protocol OfReception: Entity {
    /// Whose.
    var reception: Identifier<Reception> { get }
    /// The column that says whose.
    static var ownerColumn: String { get }
    /// One, and several of them, as the whole file names them.
    static var names: (one: String, many: String) { get }
}

extension OfReception {
    package static var ownerColumn: String { "reception" }
}

/// Every kind that belongs to a reception.
package enum Belonging {
    /// In the order of the whole file.
    package static let kinds: [any OfReception.Type] = [
        Call.self, RightsRequest.self, Referral.self, Help.self, PropertyClaim.self, PendingAct.self, LaneTick.self,
        Screening.self, FollowUp.self, Paper.self, Bag.self,
    ]
}

extension Call: OfReception {
    package static var names: (one: String, many: String) { ("call", "calls") }
}

extension RightsRequest: OfReception {
    package static var names: (one: String, many: String) { ("request", "requests") }
}

extension Referral: OfReception {
    package static var names: (one: String, many: String) { ("referral", "referrals") }
}

extension Help: OfReception {
    package static var names: (one: String, many: String) { ("help", "help") }
}

extension PropertyClaim: OfReception {
    package static var names: (one: String, many: String) { ("claim", "claims") }
}

extension PendingAct: OfReception {
    package var reception: Identifier<Reception> { Identifier(subject) }
    package static var ownerColumn: String { "subject" }
    package static var names: (one: String, many: String) { ("act", "acts") }
}

extension LaneTick: OfReception {
    package static var names: (one: String, many: String) { ("tick", "lanes") }
}

extension Screening: OfReception {
    package static var names: (one: String, many: String) { ("form", "reservedForms") }
}

extension FollowUp: OfReception {
    package static var names: (one: String, many: String) { ("followUp", "followUps") }
}

extension Paper: OfReception {
    package static var names: (one: String, many: String) { ("paper", "papers") }
}

extension Bag: OfReception {
    package static var names: (one: String, many: String) { ("bag", "bags") }
}
