/// First questions, queue, and what is kept for people.
extension ProcedureStep.Facts {
    static let firstQuestions = Self(
        label: Bilingual("Valoración inicial", "First questions"),
        doing: Bilingual(
            "Pregunte a cada quien lo mismo, de pie y en voz baja: salud, si viene sola una "
                + "niña o un niño, embarazo, discapacidad, lengua, familia. «Nada» también "
                + "se anota.",
            "Ask everybody the same, standing and in a low voice: health, children alone, "
                + "pregnancy, disability, language, family. «Nothing» is noted too."),
        why: Bilingual(
            "De aquí salen el orden de la cola y las rutas que protegen.",
            "From here come the order of the queue and the lanes that protect."),
        grounds: [.childProtection, .ownLanguage, .arrangements],
        acts: [Triage.self])

    static let place = Self(
        label: Bilingual("Lugar y servicios", "Place and services"),
        doing: Bilingual(
            "Diga dónde espera cada persona y qué servicios quiere de aquí.",
            "Say where each person waits and which services they want here."),
        why: Bilingual(
            "A quien está adentro se le encuentra.", "Whoever is inside is found."),
        grounds: [.ownCriterion],
        acts: [SetPlace.self, SetRoute.self, SetFamily.self])

    static let call = Self(
        label: Bilingual("Llamar a la ventanilla", "Calling to the desk"),
        doing: Bilingual(
            "Llame a la siguiente: la pantalla dice por qué es ella. Fuera de orden, con "
                + "motivo. A quien no acude dos veces, búsquelo.",
            "Call the next one: the screen says why it is them. Out of order, with a "
                + "reason. Whoever is absent twice is looked for."),
        why: Bilingual(
            "Primero quien corre peligro; después, quien más ha rebasado su meta.",
            "First whoever is in danger; then whoever is most past their target."),
        grounds: [.arrangements, .ownCriterion],
        acts: [
            CallNext.self, CallPerson.self, Recall.self, NotPresent.self, Park.self,
            Resume.self, TakeOver.self, SetPriority.self,
        ])

    static let belongings = Self(
        label: Bilingual("Pertenencias", "Belongings"),
        doing: Bilingual(
            "Pregunte qué no le devolvieron. El reclamo lleva monto, número de etiqueta y "
                + "oficina; lo que se guarda aquí se entrega con firma.",
            "Ask what was not given back. The claim has the amount, the tag's number and "
                + "the office; what is kept here is handed over against a signature."),
        why: Bilingual(
            "Sin dinero, identificación ni medicina no se llega a casa.",
            "Without money, papers or medicine nobody gets home."),
        grounds: [.arrangements],
        acts: [ClaimProperty.self, KeepBag.self, GiveBag.self])

    static let reserved = Self(
        label: Bilingual("Atención reservada", "Reserved attention"),
        doing: Bilingual(
            "En un cuarto privado, con quien la persona elija, en su lengua y con el aviso "
                + "dado. Lo que se encuentre va al formulario reservado y a ningún otro "
                + "lado; si ella quiere, se canaliza.",
            "In a private room, with whom the person chooses, in their language and with "
                + "the notice given. What is found goes into the reserved form and nowhere "
                + "else; if they wish, they are referred."),
        why: Bilingual(
            "Lo que duele contar se cuenta una vez, y a solas.",
            "What hurts to tell is told once, and alone."),
        grounds: [.victims, .trafficking, .sensitiveData],
        acts: [SaveScreening.self])

    static let inquiry = Self(
        label: Bilingual("Preguntan por alguien", "Somebody is asked for"),
        doing: Bilingual(
            "Anote quién pregunta y por quién. No diga si está: se lo pregunta a la "
                + "persona, a solas, y responde lo que ella quiera.",
            "Note who asks and for whom. Do not say whether they are here: the person is "
                + "asked, alone, and answers what they wish."),
        why: Bilingual(
            "Hay quien espera afuera para llevarse a alguien.",
            "There are those who wait outside to take somebody."),
        grounds: [.personalData, .trafficking],
        acts: [RecordInquiry.self, AnswerInquiry.self])

    static let correct = Self(
        label: Bilingual("Corregir y deshacer", "Correcting and taking back"),
        doing: Bilingual(
            "Lo último suyo se deshace en diez minutos, mientras nada dependa de ello. Lo "
                + "demás se corrige con motivo, y lo que decía antes queda en la bitácora.",
            "Your last act is taken back within ten minutes, while nothing depends on it. "
                + "The rest is corrected with a reason, and what it said before stays in "
                + "the journal."),
        why: Bilingual(
            "Lo que se corrige a tiempo no daña a nadie.",
            "What is corrected in time harms nobody."),
        grounds: [.personalData],
        acts: [Undo.self, AmendPerson.self])
}
