extension ProcedureStep {
    /// Shifts, groups and lists.
    var arrivalFacts: Facts {
        switch self {
        case .announce:
            (
                Bilingual("Aviso de un grupo", "A group is announced"),
                Bilingual(
                    "Anote quién avisa, la hora, cuántas personas y los casos especiales. Si llega "
                        + "fuera de horario, llame al consulado y al enlace: es el único momento en "
                        + "que todavía se puede cambiar.",
                    "Note who tells, the hour, how many people and special cases. If it comes out "
                        + "of hours, call the consulate and the liaison: it is the only moment at "
                        + "which it can still be changed."),
                Bilingual(
                    "Nadie llega de noche sin que alguien haya pedido que no sea así.",
                    "Nobody comes at night without somebody having asked that it be otherwise."),
                [.arrangements], [AnnounceGroup.self, AmendGroup.self, AddToList.self]
            )
        case .arrive:
            (
                Bilingual("Llegada", "Arrival"),
                Bilingual(
                    "Cuente en la línea y escriba lo que contó, no lo que dice la lista.",
                    "Count at the line and write what you counted, not what the list says."),
                Bilingual(
                    "El conteo es la única prueba de a quién se recibió.",
                    "The count is the only proof of who was received."),
                [.arrangements], [ArriveGroup.self, HeadCount.self]
            )
        case .rollCall:
            (
                Bilingual("Pase de lista", "Roll call"),
                Bilingual(
                    "Llame por su nombre a cada persona: recibida con lo que trae, o por qué no "
                        + "vino. Quien no está en la lista se agrega; nadie se deja fuera.",
                    "Call each person by name: received with what they bring, or why they did not "
                        + "come. Whoever is not on the list is added; nobody is left out."),
                Bilingual(
                    "De quien no quedó registro nadie responde.",
                    "For whom there is no record nobody answers."),
                [.entry, .arrangements],
                [
                    Receive.self, NoShow.self, AddOffList.self, RollFromSheet.self, Locate.self,
                ]
            )
        case .balance:
            (
                Bilingual("Cuadre del grupo", "Balancing the group"),
                Bilingual(
                    "Cuente en la sala. Cada diferencia lleva su motivo; después el grupo cuadra, y "
                        + "concluye cuando todas han salido.",
                    "Count in the room. Each difference has its reason; then the group balances, "
                        + "and ends when everybody has left."),
                Bilingual(
                    "Una diferencia sin motivo es una persona que nadie busca.",
                    "A difference without a reason is a person nobody looks for."),
                [.arrangements, .ownCriterion],
                [BalanceGroup.self, CloseGroup.self, ReopenGroup.self, ShareGroup.self]
            )
        case .transfer:
            (
                Bilingual("Traslado a otro punto", "Transfer to another point"),
                Bilingual(
                    "Elija a quienes viajan y el vehículo. Siguen a su cargo hasta que el otro "
                        + "punto pasa lista y las recibe.",
                    "Choose who travels and the vehicle. They are in your charge until the other "
                        + "point calls the roll and receives them."),
                Bilingual(
                    "En el camino nadie queda sin quien responda, y las familias viajan juntas.",
                    "On the road nobody is without somebody who answers, and families travel "
                        + "together."),
                [.arrangements, .child], [Transfer.self]
            )
        default:
            (
                Bilingual("Apertura del turno", "Opening the shift"),
                Bilingual(
                    "Revise agua, material, impresora, teléfonos del DIF y la ambulancia, cuarto "
                        + "privado y reloj. Abra el turno y las ventanillas, y diga qué atiende "
                        + "cada una.",
                    "Check water, kits, printer, the phones of DIF and the ambulance, the private "
                        + "room and the clock. Open the shift and the desks, and say what each "
                        + "attends."),
                Bilingual(
                    "Lo que falta se sabe antes de que llegue quien lo necesita.",
                    "What is missing is known before whoever needs it comes."),
                [.sphere, .ownCriterion],
                [
                    OpenShift.self, CheckShift.self, CountWater.self, ConfirmClock.self,
                    LeaveHourToVerify.self, OpenDesk.self, PauseDesk.self, CloseDesk.self,
                    SetPeak.self, SetStock.self,
                ]
            )
        }
    }

    /// First questions, queue, and what is kept for people.
    var careFacts: Facts {
        switch self {
        case .place:
            (
                Bilingual("Lugar y servicios", "Place and services"),
                Bilingual(
                    "Diga dónde espera cada persona y qué servicios quiere de aquí.",
                    "Say where each person waits and which services they want here."),
                Bilingual(
                    "A quien está adentro se le encuentra.", "Whoever is inside is found."),
                [.ownCriterion], [SetPlace.self, SetRoute.self, SetFamily.self]
            )
        case .call:
            (
                Bilingual("Llamar a la ventanilla", "Calling to the desk"),
                Bilingual(
                    "Llame a la siguiente: la pantalla dice por qué es ella. Fuera de orden, con "
                        + "motivo. A quien no acude dos veces, búsquelo.",
                    "Call the next one: the screen says why it is them. Out of order, with a "
                        + "reason. Whoever is absent twice is looked for."),
                Bilingual(
                    "Primero quien corre peligro; después, quien más ha rebasado su meta.",
                    "First whoever is in danger; then whoever is most past their target."),
                [.arrangements, .ownCriterion],
                [
                    CallNext.self, CallPerson.self, Recall.self, NotPresent.self, Park.self,
                    Resume.self, TakeOver.self, SetPriority.self,
                ]
            )
        case .belongings:
            (
                Bilingual("Pertenencias", "Belongings"),
                Bilingual(
                    "Pregunte qué no le devolvieron. El reclamo lleva monto, número de etiqueta y "
                        + "oficina; lo que se guarda aquí se entrega con firma.",
                    "Ask what was not given back. The claim has the amount, the tag's number and "
                        + "the office; what is kept here is handed over against a signature."),
                Bilingual(
                    "Sin dinero, identificación ni medicina no se llega a casa.",
                    "Without money, papers or medicine nobody gets home."),
                [.arrangements], [ClaimProperty.self, KeepBag.self, GiveBag.self]
            )
        case .reserved:
            (
                Bilingual("Atención reservada", "Reserved attention"),
                Bilingual(
                    "En un cuarto privado, con quien la persona elija, en su lengua y con el aviso "
                        + "dado. Lo que se encuentre va al formulario reservado y a ningún otro "
                        + "lado; si ella quiere, se canaliza.",
                    "In a private room, with whom the person chooses, in their language and with "
                        + "the notice given. What is found goes into the reserved form and nowhere "
                        + "else; if they wish, they are referred."),
                Bilingual(
                    "Quien fue víctima no lo cuenta dos veces ni en voz alta.",
                    "Whoever was a victim does not tell it twice, nor aloud."),
                [.victims, .trafficking, .sensitiveData], [SaveScreening.self]
            )
        case .correct:
            (
                Bilingual("Corregir y deshacer", "Correcting and taking back"),
                Bilingual(
                    "Lo último suyo se deshace en diez minutos, mientras nada dependa de ello. Lo "
                        + "demás se corrige con motivo, y lo que decía antes queda en la bitácora.",
                    "Your last act is taken back within ten minutes, while nothing depends on it. "
                        + "The rest is corrected with a reason, and what it said before stays in "
                        + "the journal."),
                Bilingual(
                    "Un error dicho a tiempo no daña a nadie.",
                    "An error told in time harms nobody."),
                [.personalData], [Undo.self, AmendPerson.self]
            )
        case .inquiry:
            (
                Bilingual("Preguntan por alguien", "Somebody is asked for"),
                Bilingual(
                    "Anote quién pregunta y por quién. No diga si está: se lo pregunta a la "
                        + "persona, a solas, y responde lo que ella quiera.",
                    "Note who asks and for whom. Do not say whether they are here: the person is "
                        + "asked, alone, and answers what they wish."),
                Bilingual(
                    "Hay quien espera afuera para llevarse a alguien.",
                    "There are those who wait outside to take somebody."),
                [.personalData, .trafficking], [RecordInquiry.self, AnswerInquiry.self]
            )
        default:
            (
                Bilingual("Valoración inicial", "First questions"),
                Bilingual(
                    "Pregunte a cada quien lo mismo, de pie y en voz baja: salud, si viene sola una "
                        + "niña o un niño, embarazo, discapacidad, lengua, familia. «Nada» también "
                        + "se anota.",
                    "Ask everybody the same, standing and in a low voice: health, children alone, "
                        + "pregnancy, disability, language, family. «Nothing» is noted too."),
                Bilingual(
                    "De aquí salen el orden de la cola y las rutas que protegen.",
                    "From here come the order of the queue and the lanes that protect."),
                [.childProtection, .ownLanguage, .arrangements], [Triage.self]
            )
        }
    }
}
