/// Something that belongs to one reception: it is in the whole file of its person, and goes when
/// the person's data go.
///
/// Whoever adds such a kind adds it to ``Belonging``, and export and removal have it.
package protocol OfReception: Entity {
    /// Whose.
    var reception: Identifier<Reception> { get }
    /// The column that says whose.
    static var ownerColumn: String { get }
    /// One, and several of them, as the whole file names them.
    static var names: (one: String, many: String) { get }
    /// One, as a heading of the whole file says it.
    static var heading: Bilingual { get }
}

extension OfReception {
    package static var ownerColumn: String { "reception" }
}

/// Every kind that belongs to a reception.
package enum Belonging {
    /// In the order of the whole file.
    package static let kinds: [any OfReception.Type] = [
        Call.self, RightsRequest.self, Referral.self, Help.self, PropertyClaim.self,
        PendingAct.self, LaneTick.self,
        Screening.self, FollowUp.self, Paper.self, Bag.self,
    ]
}

extension Call: OfReception {
    package static var names: (one: String, many: String) { ("call", "calls") }
    package static var heading: Bilingual { Bilingual("Llamada", "Call") }
}

extension RightsRequest: OfReception {
    package static var names: (one: String, many: String) { ("request", "requests") }
    package static var heading: Bilingual { Bilingual("Solicitud de derechos", "Rights request") }
}

extension Referral: OfReception {
    package static var names: (one: String, many: String) { ("referral", "referrals") }
    package static var heading: Bilingual { Bilingual("Canalización", "Referral") }
}

extension Help: OfReception {
    package static var names: (one: String, many: String) { ("help", "help") }
    package static var heading: Bilingual { Bilingual("Apoyo", "Help") }
}

extension PropertyClaim: OfReception {
    package static var names: (one: String, many: String) { ("claim", "claims") }
    package static var heading: Bilingual {
        Bilingual("Reclamo de pertenencias", "Claim for belongings")
    }
}

extension PendingAct: OfReception {
    package var reception: Identifier<Reception> { Identifier(subject) }
    package static var ownerColumn: String { "subject" }
    package static var names: (one: String, many: String) { ("act", "acts") }
    package static var heading: Bilingual {
        Bilingual("Espera confirmación", "Waits to be confirmed")
    }
}

extension LaneTick: OfReception {
    package static var names: (one: String, many: String) { ("tick", "lanes") }
    package static var heading: Bilingual { Bilingual("Paso de su ruta", "Step of a lane") }
}

extension Screening: OfReception {
    package static var names: (one: String, many: String) { ("form", "reservedForms") }
    package static var heading: Bilingual { Bilingual("Formulario reservado", "Reserved form") }
}

extension FollowUp: OfReception {
    package static var names: (one: String, many: String) { ("followUp", "followUps") }
    package static var heading: Bilingual { Bilingual("Seguimiento", "Follow-up") }
}

extension Paper: OfReception {
    package static var names: (one: String, many: String) { ("paper", "papers") }
    package static var heading: Bilingual { Bilingual("Papel", "Paper") }
}

extension Bag: OfReception {
    package static var names: (one: String, many: String) { ("bag", "bags") }
    package static var heading: Bilingual { Bilingual("Bolsa", "Bag") }
}

extension Belonging {
    /// Every kind of thing in the whole file, which is told in words.
    package static let told: [any Entity.Type] = [Reception.self, Group.self] + kinds

    /// What a value of a field says, of any of those kinds; nothing of a field that none has any
    /// more.
    package static func said(_ value: Value, _ field: String, of kind: EntityKind) -> Meaning {
        readers[kind]?(field, value) ?? .nothing
    }

    private static let readers = Dictionary(
        told.map { ($0.kind, reader($0)) }, uniquingKeysWith: { first, _ in first })

    private static func reader<E: Entity>(_: E.Type) -> @Sendable (String, Value) -> Meaning? {
        { E.said($0, $1) }
    }
}
