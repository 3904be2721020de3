/// What people leave with.
extension ProcedureStep.Facts {
    static let help = Self(
        label: Bilingual("Apoyos", "Help"),
        doing: Bilingual(
            "Anote lo que se da y lo que se ofrece y no se acepta.",
            "Note what is given, and what is offered and not accepted."),
        why: Bilingual(
            "Lo que no se anota no se repone ni se cuenta.",
            "What is not noted is neither replaced nor counted."),
        grounds: [.population],
        acts: [GiveHelp.self])

    static let refer = Self(
        label: Bilingual("Canalización", "Referral"),
        doing: Bilingual(
            "Diga a quién y sobre qué base: consentimiento, urgencia, ley o interés "
                + "superior. Sigue abierta hasta que alguien responde.",
            "Say to whom and on what basis: consent, emergency, law or best interest. It "
                + "stays open until somebody answers."),
        why: Bilingual(
            "Una canalización sin respuesta es una persona sola.",
            "A referral without an answer is a person alone."),
        grounds: [.sensitiveData, .victims],
        acts: [Refer.self, AnswerReferral.self, CloseReferral.self])

    static let exit = Self(
        label: Bilingual("Salida", "Exit"),
        doing: Bilingual(
            "Diga cómo sale y a dónde. Una niña o un niño sale sólo con su madre, padre o "
                + "tutor del mismo grupo, o con el DIF, y lo confirma otra persona. A nadie "
                + "adulto se le detiene: si algo queda pendiente, se le explica y se anota.",
            "Say how they leave and where to. A child leaves only with mother, father or "
                + "guardian of the same group, or with DIF, and somebody else confirms. No "
                + "adult is held: what is pending is explained and noted."),
        why: Bilingual(
            "Una salida equivocada no se deshace.", "A wrong exit cannot be undone."),
        grounds: [.child, .childProtection, .entry],
        acts: [ReleasePerson.self, LeaveAnyway.self, TickLane.self, Confirm.self], term: .insideLong
    )

    static let followUp = Self(
        label: Bilingual("Seguimiento", "Follow-up"),
        doing: Bilingual(
            "Pregunte si quiere que la busquen y cómo; llame a quien salió con algo "
                + "pendiente.",
            "Ask whether they want to be contacted and how; call whoever left with "
                + "something pending."),
        why: Bilingual(
            "Se sabe si la ayuda llegó.", "It is known whether help arrived."),
        grounds: [.population, .personalData],
        acts: [AskFollowUp.self, RecordFollowUp.self, AnswerSurvey.self])

    static let handOver = Self(
        label: Bilingual("Entrega de turno", "Hand-over"),
        doing: Bilingual(
            "Las dos jefaturas cuentan sin ver la cifra, comparan y firman. Quien recibe "
                + "contesta cuántos niños hay, qué paso vence y quién no está ubicado.",
            "Both leads count without seeing the figure, compare and sign. The receiver "
                + "answers how many children there are, which step is due and who is not "
                + "located."),
        why: Bilingual(
            "Nadie adentro queda sin un nombre que responda.",
            "Nobody inside is without a name that answers."),
        grounds: [.childProtection, .ownCriterion],
        acts: [HandOverShift.self, AcceptHandOver.self, CloseShift.self, Acknowledge.self])
}
