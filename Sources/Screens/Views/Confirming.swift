import Repatriation

extension PendingNote {
    /// What another officer asked for is confirmed here, with a password where nobody has given
    /// one; what this one asked for takes another at this screen, or at their own. `about` is what
    /// they put their name to.
    func confirm(_ about: String, _ context: Workplace) -> Step {
        if officer == context.officer.id { return .gate(.confirm(act), about: about) }
        guard needsPassword else { return .push(asked(about)) }
        guard context.hasPassword else {
            return .refuse(
                "Confirma quien tiene contraseña: póngase una con garita officer password.",
                "Who confirms has a password: set yours with garita officer password.")
        }
        return .prove(.confirm(act), about: about)
    }

    /// What it is, before one's own name stands under it.
    private func asked(_ about: String) -> MenuScreen {
        MenuScreen(
            Bilingual("Confirmar lo que pidió \(name)", "Confirm what \(name) asked"),
            preselects: false,
            note: Bilingual(about, about),
            [
                .init(
                    "k",
                    Bilingual(
                        "lo confirmo: queda con mi nombre", "I confirm it: my name stands under it"),
                    [.perform(.act(Confirm(act)))])
            ])
    }
}
