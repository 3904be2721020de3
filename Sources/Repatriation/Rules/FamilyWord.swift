/// What was said of a child's family: by whom, and about which adults, who are still who they were
/// then.
struct FamilyWord {
    let tick: LaneTick
    let adults: Set<Identifier<Reception>>
    /// Whoever said it, as of now; nobody who is suspended.
    let officer: Officer?
}

/// Whether a child's family has the word that its exit takes.
extension PersonCase {
    /// Those who are here now and came with the same group, adult by a birth date and not by an
    /// impression.
    func adults() throws -> [Reception] {
        try facts.inside(of: reception.group).filter { ($0.age(on: context.local.day) ?? 0) >= 18 }
    }

    private func words() throws -> [FamilyWord] {
        try once(&familyWords) {
            try ticks().filter { !$0.relatives.isEmpty }.compactMap { tick in
                let adults = try tick.relatives.filter {
                    try !facts.isSomebodyElse($0, since: tick)
                }
                guard !adults.isEmpty else { return nil }
                let officer = try facts.acting(tick.officer)
                return FamilyWord(
                    tick: tick, adults: Set(adults),
                    officer: officer?.isSuspended == false ? officer : nil)
            }
        }
    }

    private func words(about parent: Identifier<Reception>) throws -> [(
        tick: LaneTick, officer: Officer
    )] {
        try words().filter { $0.adults.contains(parent) }.compactMap { word in
            word.officer.map { (word.tick, $0) }
        }
    }

    /// Somebody wrote it about this adult: the word of whoever acts alone is none.
    func isWritten(_ parent: Identifier<Reception>) throws -> Bool {
        try !words(about: parent).isEmpty
    }

    /// Somebody of child protection can be asked: at whichever desk they sit, and also while it is
    /// paused.
    func isOPIOn() throws -> Bool {
        try facts.openDesks(at: point.code).compactMap(\.officer).contains { id in
            let officer = try facts.officer(id)
            return officer.map { !$0.isSuspended && $0.isOfChildProtection } ?? false
        }
    }

    /// Child protection's own word about this adult, or, where it is not asked for, that of a lead
    /// other than whoever acts.
    func isVouched(_ parent: Identifier<Reception>, byOPI: Bool) throws -> Bool {
        if byOPI && context.officer.isOfChildProtection { return true }
        return try words(about: parent).contains { word in
            byOPI
                ? word.officer.isOfChildProtection
                : word.officer.leads && word.officer.id != context.officer.id
        }
    }

    /// Whether the family's exit has the word it takes: of child protection, who is enough alone,
    /// or of a lead other than whoever acts.
    func isVouched(_ parent: Identifier<Reception>?) throws -> Bool {
        guard let parent else { return false }
        return try isVouched(parent, byOPI: true) || isVouched(parent, byOPI: false)
    }

    /// The word is that of another human being than whoever acts, and one of the two gave a
    /// password; or it is of child protection's own officer whose identity nobody else gave lately:
    /// else a second officer confirms.
    func isVouchedByAnother(_ parent: Identifier<Reception>?) throws -> Bool {
        guard let parent, try isVouched(parent) else { return false }
        let own = Lineage.Word(context.officer.id, context.proof)
        let speakers = try words().compactMap(\.officer?.id)
        let lineage = try facts.lineage(of: speakers + [own.officer])
        if context.officer.isOfChildProtection, lineage.origins(of: own.officer).count == 1 {
            return true
        }
        return try words(about: parent).contains { word in
            (word.officer.isOfChildProtection || word.officer.leads)
                && lineage.objection(to: Lineage.Word(word.tick.officer, word.tick.proof), and: own)
                    == nil
        }
    }

    /// Of the two, one leads where the lead stands in for child protection; a death is told by one
    /// of the lane.
    func checkWhoConfirms(_ how: Exit, _ parent: Identifier<Reception>?) throws {
        let two = [context.officer, context.confirmer].compactMap { $0 }
        if how == .died, !two.contains(where: \.isOfTheLane) {
            throw Refusal.notAllowed([.opi, .lead])
        }
        guard parent != nil, try !isVouched(parent) else { return }
        guard two.contains(where: \.leads) || two.contains(where: \.isOfChildProtection) else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["family"]])
        }
    }
}
