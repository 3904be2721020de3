extension ProcedureStep {
    /// What is done at the desk.
    var interviewFacts: Facts {
        switch self {
        case .nationality:
            (
                Bilingual("Nacionalidad", "Nationality"),
                Bilingual(
                    "Elija el medio de prueba; sin papeles, los elementos de convicción. La duda "
                        + "lleva motivo escrito y no pasa de 24 horas. Hija o hijo de madre o padre "
                        + "mexicano es mexicana o mexicano.",
                    "Choose the proof; without papers, what convinces. A doubt has a written reason "
                        + "and lasts no more than 24 hours. A child of a Mexican mother or father "
                        + "is Mexican."),
                Bilingual(
                    "A nadie de México se le niega la entrada.",
                    "Nobody of Mexico is refused entry."),
                [.entry, .mexicanByBirth, .languageNoProof, .refugees], [SetNationality.self]
            )
        case .notice:
            (
                Bilingual("Aviso de privacidad e intérprete", "Privacy notice and interpreter"),
                Bilingual(
                    "Antes de preguntar, lea o entregue el aviso en la lengua de la persona; si no "
                        + "entiende español, primero el intérprete.",
                    "Before asking, read or hand the notice in the person's language; whoever does "
                        + "not understand Spanish has an interpreter first."),
                Bilingual(
                    "Lo que se cuenta aquí es de quien lo cuenta.",
                    "What is told here belongs to whoever tells it."),
                [.personalData, .ownLanguage],
                [GiveNotice.self, AssignInterpreter.self, WithdrawConsent.self]
            )
        case .certificate:
            (
                Bilingual("Constancia de recepción", "Certificate of reception"),
                Bilingual(
                    "Imprima, lea a la persona lo que dice y entréguela firmada. Es gratuita.",
                    "Print it, read to the person what it says, and hand it over signed. It is "
                        + "free of charge."),
                Bilingual(
                    "Sin ella no hay CURP, seguro ni boleto: la piden todas las mesas que siguen.",
                    "Without it there is no CURP, insurance or ticket: every later desk asks for "
                        + "it."),
                [.population],
                [
                    IssueCertificate.self, DeliverPaper.self, Reprint.self, CancelFolio.self,
                    ReserveFolios.self,
                ]
            )
        default:
            (
                Bilingual("Entrevista", "Interview"),
                Bilingual(
                    "Pregunte lo mínimo en orden; lo demás, si hay tiempo y la persona quiere. «No "
                        + "sabe» y «no respondió» son respuestas.",
                    "Ask the minimum in order; the rest if there is time and the person wishes. "
                        + "«Does not know» and «did not answer» are answers."),
                Bilingual(
                    "Con sus datos se sabe qué necesita ella, y qué necesita el programa.",
                    "With their data it is known what they need, and what the programme needs."),
                [.population, .personalData],
                [
                    StartInterview.self, SaveProfile.self, CorrectAge.self, LinkPerson.self,
                    UnlinkPerson.self, TellApart.self,
                ]
            )
        }
    }

    /// What people leave with.
    var leavingFacts: Facts {
        switch self {
        case .help:
            (
                Bilingual("Apoyos", "Help"),
                Bilingual(
                    "Anote lo que se da y lo que se ofrece y no se acepta.",
                    "Note what is given, and what is offered and not accepted."),
                Bilingual(
                    "Lo que no se anota no se repone ni se cuenta.",
                    "What is not noted is neither replaced nor counted."),
                [.population], [GiveHelp.self]
            )
        case .refer:
            (
                Bilingual("Canalización", "Referral"),
                Bilingual(
                    "Diga a quién y sobre qué base: consentimiento, urgencia, ley o interés "
                        + "superior. Sigue abierta hasta que alguien responde.",
                    "Say to whom and on what basis: consent, emergency, law or best interest. It "
                        + "stays open until somebody answers."),
                Bilingual(
                    "Una canalización sin respuesta es una persona sola.",
                    "A referral without an answer is a person alone."),
                [.sensitiveData, .victims],
                [Refer.self, AnswerReferral.self, CloseReferral.self]
            )
        case .followUp:
            (
                Bilingual("Seguimiento", "Follow-up"),
                Bilingual(
                    "Pregunte si quiere que la busquen y cómo; llame a quien salió con algo "
                        + "pendiente.",
                    "Ask whether they want to be contacted and how; call whoever left with "
                        + "something pending."),
                Bilingual(
                    "Se sabe si la ayuda llegó.", "It is known whether help arrived."),
                [.population, .personalData], [AskFollowUp.self, RecordFollowUp.self]
            )
        case .handOver:
            (
                Bilingual("Entrega de turno", "Hand-over"),
                Bilingual(
                    "Las dos jefaturas cuentan sin ver la cifra, comparan y firman. Quien recibe "
                        + "contesta cuántos niños hay, qué paso vence y quién no está ubicado.",
                    "Both leads count without seeing the figure, compare and sign. The receiver "
                        + "answers how many children there are, which step is due and who is not "
                        + "located."),
                Bilingual(
                    "Nadie adentro queda sin un nombre que responda.",
                    "Nobody inside is without a name that answers."),
                [.childProtection, .ownCriterion],
                [HandOverShift.self, AcceptHandOver.self, CloseShift.self, Acknowledge.self]
            )
        default:
            (
                Bilingual("Salida", "Exit"),
                Bilingual(
                    "Diga cómo sale y a dónde. Una niña o un niño sale sólo con su madre, padre o "
                        + "tutor del mismo grupo, o con el DIF, y lo confirma otra persona. A nadie "
                        + "adulto se le detiene: si algo queda pendiente, se le explica y se anota.",
                    "Say how they leave and where to. A child leaves only with mother, father or "
                        + "guardian of the same group, or with DIF, and somebody else confirms. No "
                        + "adult is held: what is pending is explained and noted."),
                Bilingual(
                    "Una salida equivocada no se deshace.", "A wrong exit cannot be undone."),
                [.child, .childProtection, .entry],
                [ReleasePerson.self, LeaveAnyway.self, TickLane.self, Confirm.self]
            )
        }
    }
}
