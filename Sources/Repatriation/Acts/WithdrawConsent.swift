/// Stops what rested on somebody's consent; says what stands, and why.
package struct WithdrawConsent: ReceptionAct {
    package static let row = ActRow<Self>(.withdrawConsent, .services)

    package var reception = Identifier<Reception>(0)

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try facts.reception(reception)
        var after = person
        after.serviceConsent = false
        let open = try facts.openReferrals(of: reception)
        let stopped = open.filter { $0.basis == .consent }
        let ended = stopped.ended(at: try facts.providers(of: open)) {
            $0.state = .withdrawn
            $0.answeredAt = context.now
        }
        let outcome = Withdrawn(
            stopped: stopped.known(to: context.reader),
            stands: open.filter { $0.basis != .consent }.known(to: context.reader))
        return Decision(
            .consentSet, of: person, [Change(from: person, to: after)] + ended, outcome,
            ids: context.ids)
    }

    private struct Withdrawn: Outcome {
        let stopped: [Referral]
        let stands: [Referral]

        var members: [String: JSON] {
            let standing = stands.map { referral -> JSON in
                ["referral": .int(referral.id.value), "basis": .string(referral.basis.rawValue)]
            }
            return [
                "withdrawn": .array(stopped.map { .int($0.id.value) }), "stands": .array(standing),
            ]
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let stands = (outcome as? Withdrawn)?.stands.count else { return nil }
        return stands == 0
            ? Bilingual(
                "Se detuvo lo que dependía de su consentimiento.",
                "What rested on consent was stopped.")
            : Bilingual(
                "Se detuvo lo consentido; siguen \(stands) por ley o urgencia.",
                "What was consented is stopped; \(stands) stand by law or need.")
    }
}
