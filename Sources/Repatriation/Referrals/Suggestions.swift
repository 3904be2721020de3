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
