/// Something that belongs to one reception: it is in the whole file of its person, and goes when
/// the person's data go.
///
/// Whoever adds such a kind adds it to ``Belonging``, and export and removal have it.
package protocol OfReception: Entity {
    /// Whose.
    var reception: Identifier<Reception> { get }
    /// The column that says whose.
    static var ownerColumn: String { get }
    /// What it is called in the whole file.
    static var called: CalledInFile { get }
}

/// What a kind is called in the whole file: one and several of them by name, and one as a heading.
package struct CalledInFile: Sendable {
    /// One, by name.
    package let one: String
    /// Several.
    package let many: String
    /// One, as a heading.
    package let heading: Bilingual

    fileprivate init(_ one: String, _ many: String, _ spanish: String, _ english: String) {
        self.one = one
        self.many = many
        heading = Bilingual(spanish, english)
    }
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
        Screening.self, FollowUp.self, Paper.self, Bag.self, AlarmMark.self, SurveyTaken.self,
    ]
}

extension Call: OfReception {
    package static let called = CalledInFile("call", "calls", "Llamada", "Call")
}

extension RightsRequest: OfReception {
    package static let called = CalledInFile(
        "request", "requests", "Solicitud de derechos", "Rights request")
}

extension Referral: OfReception {
    package static let called = CalledInFile("referral", "referrals", "Canalización", "Referral")
}

extension Help: OfReception {
    package static let called = CalledInFile("help", "help", "Apoyo", "Help")
}

extension PropertyClaim: OfReception {
    package static let called = CalledInFile(
        "claim", "claims", "Reclamo de pertenencias", "Claim for belongings")
}

extension PendingAct: OfReception {
    package var reception: Identifier<Reception> { Identifier(subject) }
    package static var ownerColumn: String { "subject" }
    package static let called = CalledInFile(
        "act", "acts", "Espera confirmación", "Waits to be confirmed")
}

extension AlarmMark: OfReception {
    package var reception: Identifier<Reception> { Identifier(subject) }
    package static var ownerColumn: String { "subject" }
    package static let called = CalledInFile("alarm", "alarms", "Aviso", "Alert")
}

extension LaneTick: OfReception {
    package static let called = CalledInFile("tick", "lanes", "Paso de su ruta", "Step of a lane")
}

extension Screening: OfReception {
    package static let called = CalledInFile(
        "form", "reservedForms", "Formulario reservado", "Reserved form")
}

extension FollowUp: OfReception {
    package static let called = CalledInFile("followUp", "followUps", "Seguimiento", "Follow-up")
}

extension SurveyTaken: OfReception {
    package static let called = CalledInFile("survey", "surveys", "Encuesta", "Survey")
}

extension Paper: OfReception {
    package static let called = CalledInFile("paper", "papers", "Papel", "Paper")
}

extension Bag: OfReception {
    package static let called = CalledInFile("bag", "bags", "Bolsa", "Bag")
}

extension Belonging {
    /// Every kind of thing in the whole file, which is told in words.
    package static let told: [any Entity.Type] =
        [Reception.self, Group.self, GroupShare.self] + kinds

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
