/// What is done at the desk.
extension ProcedureStep.Facts {
    static let nationality = Self(
        label: Bilingual("Nacionalidad", "Nationality"),
        doing: Bilingual(
            "Elija el medio de prueba; sin papeles, los elementos de convicción. La duda "
                + "lleva motivo escrito y no pasa de 24 horas. Hija o hijo de madre o padre "
                + "mexicano es mexicana o mexicano.",
            "Choose the proof; without papers, what convinces. A doubt has a written reason "
                + "and lasts no more than 24 hours. A child of a Mexican mother or father "
                + "is Mexican."),
        why: Bilingual(
            "A nadie de México se le niega la entrada.",
            "Nobody of Mexico is refused entry."),
        grounds: [.entry, .mexicanByBirth, .languageNoProof, .refugees],
        acts: [SetNationality.self])

    static let notice = Self(
        label: Bilingual("Aviso de privacidad e intérprete", "Privacy notice and interpreter"),
        doing: Bilingual(
            "Antes de preguntar, lea o entregue el aviso en la lengua de la persona; si no "
                + "entiende español, primero el intérprete.",
            "Before asking, read or hand the notice in the person's language; whoever does "
                + "not understand Spanish has an interpreter first."),
        why: Bilingual(
            "Lo que se cuenta aquí es de quien lo cuenta.",
            "What is told here belongs to whoever tells it."),
        grounds: [.personalData, .ownLanguage],
        acts: [GiveNotice.self, AssignInterpreter.self, WithdrawConsent.self])

    static let interview = Self(
        label: Bilingual("Entrevista", "Interview"),
        doing: Bilingual(
            "Pregunte lo mínimo en orden; lo demás, si hay tiempo y la persona quiere. «No "
                + "sabe» y «no respondió» son respuestas.",
            "Ask the minimum in order; the rest if there is time and the person wishes. "
                + "«Does not know» and «did not answer» are answers."),
        why: Bilingual(
            "Con sus datos se sabe qué necesita ella, y qué necesita el programa.",
            "With their data it is known what they need, and what the programme needs."),
        grounds: [.population, .personalData],
        acts: [
            StartInterview.self, SaveProfile.self, CorrectAge.self, LinkPerson.self,
            UnlinkPerson.self, TellApart.self,
        ])

    static let certificate = Self(
        label: Bilingual("Constancia de recepción", "Certificate of reception"),
        doing: Bilingual(
            "Imprima, lea a la persona lo que dice y entréguela firmada. Es gratuita.",
            "Print it, read to the person what it says, and hand it over signed. It is "
                + "free of charge."),
        why: Bilingual(
            "Sin ella no hay CURP, seguro ni boleto: la piden todas las mesas que siguen.",
            "Without it there is no CURP, insurance or ticket: every later desk asks for "
                + "it."),
        grounds: [.population],
        acts: [
            IssueCertificate.self, DeliverPaper.self, Reprint.self, CancelFolio.self,
            ReserveFolios.self,
        ])
}
