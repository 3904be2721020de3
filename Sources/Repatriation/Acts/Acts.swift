/// The one table of everything that can be wanted.
package enum Acts {
    /// Every kind of act.
    package static let all: [any Act.Type] = [
        OpenShift.self, CloseShift.self, SetPeak.self, ConfirmClock.self, OpenDesk.self, PauseDesk.self,
        CloseDesk.self, CallNext.self, AskFollowUp.self, RecordFollowUp.self, RecordInquiry.self,
        Refer.self, AnswerReferral.self, CloseReferral.self, WithdrawConsent.self, GiveHelp.self,
        ClaimProperty.self, SetProvider.self, SetStock.self, KeepBag.self, GiveBag.self,
        AnswerInquiry.self, DeliverPaper.self, Reprint.self, CancelFolio.self, ReserveFolios.self,
    ]

    /// By the names that lines of `send` give.
    static let named = Dictionary(
        all.filter { $0.isOfSend }.map { ($0.name.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

    /// The names of those that belong to a duty.
    static func names(of duty: Duty) -> Set<CommandName> {
        Set(all.filter { $0.duty == duty }.map { $0.name })
    }

    /// The names of those that a role may want besides what its duties hold.
    static func names(alsoFor role: OfficerRole) -> Set<CommandName> {
        Set(all.filter { $0.alsoFor.contains(role) }.map { $0.name })
    }

    /// Reads the act of a line; nil where its name is of none.
    static func read(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> AnyAct? {
        guard let kind = named[name] else { return nil }
        return AnyAct(act: try kind.init(&reader))
    }
}

/// What a role has to do at a receiving point, as the manual's table says it.
package enum Duty: Sendable {
    case queue, peak, clock, interview, services, catalogues, drawer
}
