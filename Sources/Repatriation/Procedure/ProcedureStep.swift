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

    /// Within how many minutes; nil where no hour is set.
    package var minutes: Int? {
        switch self {
        case .firstQuestions: 5
        case .balance: AlertKind.notBalanced.alarm.threshold?.usual
        case .exit: AlertKind.insideLong.alarm.threshold?.usual
        default: nil
        }
    }

    typealias Facts = (
        label: Bilingual, doing: Bilingual, why: Bilingual, grounds: [LegalGround],
        acts: [any Act.Type]
    )

    private var facts: Facts {
        switch self {
        case .openShift, .announce, .arrive, .rollCall, .balance, .transfer: arrivalFacts
        case .firstQuestions, .place, .call, .belongings, .inquiry, .reserved, .correct: careFacts
        case .nationality, .notice, .interview, .certificate: interviewFacts
        case .help, .refer, .exit, .followUp, .handOver: leavingFacts
        }
    }
}
