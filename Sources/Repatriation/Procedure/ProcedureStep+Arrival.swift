/// Shifts, groups and lists.
extension ProcedureStep.Facts {
    static let openShift = Self(
        label: Bilingual("Apertura del turno", "Opening the shift"),
        doing: Bilingual(
            "Revise agua, material, impresora, teléfonos del DIF y la ambulancia, cuarto "
                + "privado y reloj. Abra el turno y las ventanillas, y diga qué atiende "
                + "cada una.",
            "Check water, kits, printer, the phones of DIF and the ambulance, the private "
                + "room and the clock. Open the shift and the desks, and say what each "
                + "attends."),
        why: Bilingual(
            "Lo que falta se sabe antes de que llegue quien lo necesita.",
            "What is missing is known before whoever needs it comes."),
        grounds: [.sphere, .ownCriterion],
        acts: [
            OpenShift.self, CheckShift.self, CountWater.self, ConfirmClock.self,
            LeaveHourToVerify.self, OpenDesk.self, PauseDesk.self, CloseDesk.self,
            SetPeak.self, SetStock.self,
        ])

    static let announce = Self(
        label: Bilingual("Aviso de un grupo", "A group is announced"),
        doing: Bilingual(
            "Anote quién avisa, la hora, cuántas personas y los casos especiales. Si llega "
                + "fuera de horario, llame al consulado y al enlace: es el único momento en "
                + "que todavía se puede cambiar.",
            "Note who tells, the hour, how many people and special cases. If it comes out "
                + "of hours, call the consulate and the liaison: it is the only moment at "
                + "which it can still be changed."),
        why: Bilingual(
            "Nadie llega de noche sin que alguien haya pedido que no sea así.",
            "Nobody comes at night without somebody having asked that it be otherwise."),
        grounds: [.arrangements],
        acts: [AnnounceGroup.self, AmendGroup.self, AddToList.self])

    static let arrive = Self(
        label: Bilingual("Llegada", "Arrival"),
        doing: Bilingual(
            "Cuente en la línea y escriba lo que contó, no lo que dice la lista.",
            "Count at the line and write what you counted, not what the list says."),
        why: Bilingual(
            "El conteo es la única prueba de a quién se recibió.",
            "The count is the only proof of who was received."),
        grounds: [.arrangements],
        acts: [ArriveGroup.self, HeadCount.self])

    static let rollCall = Self(
        label: Bilingual("Pase de lista", "Roll call"),
        doing: Bilingual(
            "Llame por su nombre a cada persona: recibida con lo que trae, o por qué no "
                + "vino. Quien no está en la lista se agrega; nadie se deja fuera.",
            "Call each person by name: received with what they bring, or why they did not "
                + "come. Whoever is not on the list is added; nobody is left out."),
        why: Bilingual(
            "De quien no quedó registro nadie responde.",
            "For whom there is no record nobody answers."),
        grounds: [.entry, .arrangements],
        acts: [
            Receive.self, NoShow.self, AddOffList.self, RollFromSheet.self, Locate.self,
        ])

    static let balance = Self(
        label: Bilingual("Cuadre del grupo", "Balancing the group"),
        doing: Bilingual(
            "Cuente en la sala. Cada diferencia lleva su motivo; después el grupo cuadra, y "
                + "concluye cuando todas han salido.",
            "Count in the room. Each difference has its reason; then the group balances, "
                + "and ends when everybody has left."),
        why: Bilingual(
            "Una diferencia sin motivo es una persona que nadie busca.",
            "A difference without a reason is a person nobody looks for."),
        grounds: [.arrangements, .ownCriterion],
        acts: [BalanceGroup.self, CloseGroup.self, ReopenGroup.self, ShareGroup.self],
        term: .notBalanced)

    static let transfer = Self(
        label: Bilingual("Traslado a otro punto", "Transfer to another point"),
        doing: Bilingual(
            "Elija a quienes viajan y el vehículo. Siguen a su cargo hasta que el otro "
                + "punto pasa lista y las recibe.",
            "Choose who travels and the vehicle. They are in your charge until the other "
                + "point calls the roll and receives them."),
        why: Bilingual(
            "En el camino nadie queda sin quien responda, y las familias viajan juntas.",
            "On the road nobody is without somebody who answers, and families travel "
                + "together."),
        grounds: [.arrangements, .child],
        acts: [Transfer.self])
}
