/// Words for the stages.
package enum StageLabel {
    /// As screens and refusals say it.
    package static func of(_ stage: Stage) -> Bilingual {
        switch stage {
        case .listed: Bilingual("en lista", "listed")
        case .noShow: Bilingual("no llegó", "did not come")
        case .received: Bilingual("por valorar", "to be asked")
        case .waiting: Bilingual("en espera", "waiting")
        case .called: Bilingual("llamada", "called")
        case .inInterview: Bilingual("en entrevista", "in interview")
        case .parked: Bilingual("aparte", "set aside")
        case .registered: Bilingual("registrada", "registered")
        case .inSupport: Bilingual("en apoyos", "in support")
        case .released: Bilingual("salió", "left")
        case .foreign: Bilingual("persona extranjera", "foreign")
        case .notAccredited: Bilingual("no acreditada", "not accredited")
        }
    }
}
