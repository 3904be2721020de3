/// A referral that what is known of somebody suggests, and why. It is never made by itself.
package struct Suggestion: Sendable, Equatable {
    /// What for.
    package let kind: ReferralKind
    /// What suggests it, in the words of the question.
    package let reason: Bilingual
}

extension Reception {
    /// What the first questions, the answers and the belongings suggest, each kind once, the urgent
    /// ones first.
    ///
    /// Protected kinds are suggested only to whoever reads what suggests them: flags that are
    /// hidden suggest nothing.
    package func suggestions(on day: CivilDate) -> [Suggestion] {
        var found: [Suggestion] = []
        func suggest(_ kind: ReferralKind, _ es: String, _ en: String, when condition: Bool) {
            guard condition, !found.contains(where: { $0.kind == kind }) else { return }
            found.append(Suggestion(kind: kind, reason: Bilingual(es, en)))
        }
        let flags = flags ?? []
        suggest(
            .emergency, "urgencia vital", "life-threatening", when: flags.contains(.vitalEmergency))
        suggest(
            .childProtection, "niña, niño o adolescente sola o solo", "child alone",
            when: flags.contains(.unaccompaniedChild))
        suggest(
            .interpreter, "no entiende español, o no oye", "no Spanish, or deaf",
            when: !flags.isDisjoint(with: [.noSpanish, .deaf]))
        suggest(
            .medical, "médico o medicina", "doctor or medicine",
            when: flags.contains(.medical) || answer(.medication).map { $0 != "no" } ?? false)
        suggest(
            .medical, "embarazo", "pregnancy",
            when: flags.contains(.pregnant) || answer(.pregnant) == "yes")
        suggest(
            .family, "familia separada", "family split",
            when: flags.contains(.familySplit) || answer(.separatedRelatives) == "yes")
        suggest(
            .legal, "hijas o hijos menores en EUA", "minor children in the US",
            when: answer(.minorChildrenInUS) == "yes")
        suggest(
            .search, "alguien busca a esta persona", "somebody is looking for them",
            when: answer(.lookedFor) == "yes")
        suggest(
            .complaint, "pertenencias incompletas", "belongings missing",
            when: belongings == .part || belongings == Belongings.none)
        suggest(
            .refugee, "persona extranjera", "foreigner",
            when: nationality == .foreign || nationality == .notAccredited)
        suggest(.assistedReturn, "persona extranjera", "foreigner", when: nationality == .foreign)
        suggest(
            .identity, "sin documento que acredite", "no paper that proves nationality",
            when: nationality == .pending || proof == .conviction)
        suggest(
            .stateLiaison, "discapacidad o persona mayor", "disability or older person",
            when: !flags.isDisjoint(with: [.disability, .older]))
        let isNetless = answer(.network) == "no" || answer(.safeReturn) == "no"
        suggest(.shelter, "sin red o sin lugar seguro", "no network or safe place", when: isNetless)
        suggest(
            .skills, "quiere certificar un oficio", "wants a skill certified",
            when: answer(.wantedCertificate).map { !$0.isEmpty && $0 != "no" } ?? false)
        suggest(
            .transport, "va a otro estado", "bound for another state",
            when: destination == nil && answer(.destination).map { $0 != "" } ?? false)
        return found
    }
}

/// What a desk needs to see to a person's needs: what is suggested, what was sent and given, who
/// helps near by.
package struct CareView: Sendable, Equatable {
    /// The person, as the reader may see them.
    package let reception: Reception
    /// What is known of the person suggests these, each kind once.
    package let suggestions: [Suggestion]
    /// What the person was sent for, open or over.
    package let referrals: [ReferralLine]
    /// Who helps near the point.
    package let providers: [Provider]
    /// What was given or declined.
    package let help: [Help]
    /// What did not come back, as it was claimed.
    package let claims: [PropertyClaim]
    /// The point's clock.
    package let local: LocalTime

    /// What is known of one person's needs.
    package init(
        reception: Reception, suggestions: [Suggestion], referrals: [ReferralLine],
        providers: [Provider], help: [Help],
        claims: [PropertyClaim], local: LocalTime
    ) {
        self.reception = reception
        self.suggestions = suggestions
        self.referrals = referrals
        self.providers = providers
        self.help = help
        self.claims = claims
        self.local = local
    }

    /// Whom of the near ones somebody may be sent to for this, those that are open and have places
    /// first.
    package func providers(for kind: ReferralKind) -> [Provider] {
        let taking = providers.filter {
            $0.reason(against: reception, for: kind, on: local.day) == nil && $0.free != 0
        }
        return taking.filter { $0.isOpen(at: local) } + taking.filter { !$0.isOpen(at: local) }
    }
}
