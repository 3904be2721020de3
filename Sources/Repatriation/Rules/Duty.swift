/// What a role has to do at a receiving point, as the manual's table says it.
package enum Duty: Sendable, CaseIterable {
    case arrival, queue, care, interview, services, peak, clock, catalogues, accounts, rights,
        archive
    case drawer, alarms

    /// In the manual's table; nil for what stands there act by act.
    var label: String? {
        switch self {
        case .arrival: "llegada y pase de lista"
        case .queue: "cola y ventanillas"
        case .care: "valoración y lugar"
        case .interview: "entrevista y salida"
        case .services: "canalizaciones y apoyos"
        case .peak: "afluencia"
        case .clock: "hora del reloj"
        case .catalogues: "catálogos"
        case .accounts: "oficiales"
        case .rights: "derechos de la persona"
        case .archive: "archivo"
        case .alarms: "avisos"
        case .drawer: nil
        }
    }
}
