/// What a role has to do at a receiving point, as the manual's table says it.
package enum Duty: Sendable, CaseIterable {
    case arrival, queue, care, interview, services, peak, clock, catalogues, accounts, rights,
        archive
    case drawer, alarms, figures

    /// In the manual's table; nil for what stands there act by act.
    package var label: Bilingual? {
        switch self {
        case .arrival: Bilingual("llegada y pase de lista", "arrival and roll call")
        case .queue: Bilingual("cola y ventanillas", "queue and desks")
        case .care: Bilingual("valoración y lugar", "first questions and place")
        case .interview: Bilingual("entrevista y salida", "interview and exit")
        case .services: Bilingual("canalizaciones y apoyos", "referrals and help")
        case .peak: Bilingual("afluencia", "peak")
        case .clock: Bilingual("hora del reloj", "hour of the clock")
        case .catalogues: Bilingual("catálogos", "catalogues")
        case .accounts: Bilingual("oficiales", "officers")
        case .rights: Bilingual("derechos de la persona", "rights of the person")
        case .archive: Bilingual("archivo", "archive")
        case .alarms: Bilingual("avisos", "alerts")
        case .figures: Bilingual("cifras oficiales", "official figures")
        case .drawer: nil
        }
    }
}
