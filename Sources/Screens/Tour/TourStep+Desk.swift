import Repatriation
import Terminal

/// The tour at the desk: first questions, a call, an interview, and the end.
extension TourStep {
    static let toAsk: [TourStep] = [
        .init(
            .character("s"), to: TriageScreen.self,
            "la valoración inicial. A cada quien se le pregunta lo mismo, en voz baja.",
            "the first questions. Everybody is asked the same, in a low voice."),
        .init(
            .character("h"), to: TriageScreen.self, "ella lleva medicina: salud.",
            "she has medicine with her: health."),
        .init(
            .enter, to: TriageScreen.self, "guarda, y viene la siguiente persona.",
            "saves, and the next person comes.", until: { $0.ticket == 1 }),
        .init(
            .character("0"), to: TriageScreen.self,
            "se preguntó, nada. También eso se anota.",
            "asked, nothing. That is noted too.", until: { $0.ticket == 2 }),
        .init(
            .character("a"), to: TriageScreen.self, "tiene 69 años: persona mayor.",
            "she is 69: an older person."),
        .init(
            .enter, to: QueueScreen.self, "guarda. De estas respuestas sale el orden de la cola.",
            "saves. From these answers comes the order of the queue.",
            until: { $0.list.elements.count { $0.stage == .waiting } == 3 }),
    ]

    static let toInterview: [TourStep] = [
        .init(
            .function(2), to: QueueScreen.self,
            "llama a quien sigue. Arriba dice a quién, y por qué.",
            "calls the next one. Above it says whom, and why.",
            until: { $0.list.elements.contains { $0.stage == .called } }),
        .init(
            .enter, to: InterviewScreen.self, "ya está aquí: su entrevista.",
            "they are here: the interview."),
        .init(
            .character("p"), to: InterviewScreen.self,
            "el aviso de privacidad, leído. Antes de él no se pregunta nada.",
            "the privacy notice, read. Nothing is asked before it."),
        .init(
            .character("s"), to: InterviewScreen.self,
            "sí entiende español. Lo que ya se sabe está con «=» y se salta solo.",
            "yes, Spanish is understood. What is known stands with «=» and is passed."),
        .init(
            .escape, to: CardScreen.self,
            "deja la entrevista, como si se fuera la luz: lo escrito queda.",
            "leaves the interview, as if the power failed: what is typed stays."),
        .init(
            .escape, to: QueueScreen.self,
            "deja la ficha. Aquí están sus papeles, su salida (F7) y lo que falta.",
            "leaves the card. Here are the papers, the exit (F7) and what is missing."),
        .init(
            .character("d"), to: InterviewScreen.self,
            "la entrevista a medias sigue donde iba.", "the unfinished interview goes on."),
        .init(.escape, to: CardScreen.self, "otra vez a la ficha.", "to the card again."),
        .init(.escape, to: QueueScreen.self, "y a la cola.", "and to the queue."),
    ]

    static let toEnd: [TourStep] = [
        .init(
            .function(12), to: QueueScreen.self,
            "tapa los nombres, cuando alguien mira por encima de su hombro.",
            "covers the names, when somebody looks over your shoulder."),
        .init(
            nil, to: QueueScreen.self, "Cualquier tecla destapa, y no hace otra cosa.",
            "Any key uncovers, and does nothing else."),
        .init(
            .function(9), to: MenuScreen.self,
            "todo lo demás, por letras: turno, charola, bitácora, tablero.",
            "everything else, by letters: shift, tray, journal, board."),
        .init(
            .escape, to: QueueScreen.self, "regresa. Esc regresa siempre.",
            "goes back. Esc always does."),
        .init(
            last: .enter,
            "borra todo y termina. Para seguir: garita demo --scenario manana, y garita manual.",
            "removes everything and ends. To go on: garita demo --scenario manana, garita manual."),
    ]
}
