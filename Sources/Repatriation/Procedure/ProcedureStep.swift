/// The steps of a reception in their order: what is done, by which acts, within what time, why, and
/// on what that rests.
///
/// Who may is read from the acts themselves and the times from the rules that ring, so that the
/// manual cannot say what the program does not do.
package enum ProcedureStep: String, CaseIterable, Sendable {
    case openShift, announce, arrive, rollCall, firstQuestions, place, call, nationality, notice
    case interview, certificate, belongings, help, refer, exit, followUp, balance, transfer
    case reserved, inquiry, correct, handOver

    /// What it is called.
    package var label: Bilingual { facts.label }
    /// What is done, for whoever does it the first time.
    package var doing: Bilingual { facts.doing }
    /// Why.
    package var why: Bilingual { facts.why }
    /// On what it rests.
    package var grounds: [LegalGround] { facts.grounds }
    /// The acts by which it is done.
    package var acts: [any Act.Type] { facts.acts }
    /// The alarm that rings where it takes too long; nil where no hour is set.
    package var term: AlertKind? { facts.term }

    /// What a step is.
    struct Facts: Sendable {
        let label, doing, why: Bilingual
        let grounds: [LegalGround]
        let acts: [any Act.Type]
        var term: AlertKind?
    }

    private var facts: Facts {
        switch self {
        case .openShift: .openShift
        case .announce: .announce
        case .arrive: .arrive
        case .rollCall: .rollCall
        case .firstQuestions: .firstQuestions
        case .place: .place
        case .call: .call
        case .nationality: .nationality
        case .notice: .notice
        case .interview: .interview
        case .certificate: .certificate
        case .belongings: .belongings
        case .help: .help
        case .refer: .refer
        case .exit: .exit
        case .followUp: .followUp
        case .balance: .balance
        case .transfer: .transfer
        case .reserved: .reserved
        case .inquiry: .inquiry
        case .correct: .correct
        case .handOver: .handOver
        }
    }
}
