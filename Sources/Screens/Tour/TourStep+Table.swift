import Repatriation
import Terminal

/// The tour: the first ten minutes at a desk, on the practice «manana» when the van has come.
extension TourStep {
    /// In their order.
    package static let all = toHelp + toReceive + toAsk + toInterview + toEnd

    private static let toHelp: [TourStep] = [
        .init(
            .function(1), to: HelpScreen.self,
            "la ayuda. Ésta es la cola de su ventanilla, en una práctica: nada de aquí es "
                + "verdadero.",
            "help. This is your desk's queue, in a practice: nothing here is true."),
        .init(
            .function(1), to: HelpScreen.self,
            "la segunda hoja de la ayuda, el procedimiento. La primera son las teclas de la pantalla.",
            "the second page of help, the procedure. The first are the keys of the screen.",
            until: \.isOnProcedure),
        .init(
            .escape, to: QueueScreen.self,
            "regresa. Aquí dice qué se hace, quién, en cuánto tiempo y con qué fundamento.",
            "goes back. Here stands what is done, by whom, by when, and on what ground."),
    ]

    private static let toReceive: [TourStep] = [
        .init(
            .function(6), to: GroupsScreen.self, "los grupos. Acaba de llegar una camioneta.",
            "the groups. A van has just come."),
        .init(
            .character("l"), to: FormScreen.self,
            "el conteo en la línea. Se escribe lo que usted contó, no lo que dice la lista.",
            "the count at the line. Write what you counted, not what the list says."),
        .init(
            .character("6"), to: FormScreen.self, "contó a seis personas.",
            "you counted six people."),
        .init(
            .control("g"), to: GroupsScreen.self,
            "guarda. En el último campo, Enter también guarda.",
            "saves. In the last field Enter saves too."),
        .init(
            .enter, to: RollCallScreen.self, "el pase de lista del grupo.",
            "the roll call of the group.", until: { !$0.list.elements.isEmpty }),
        .init(
            .character("t"), to: RollCallScreen.self,
            "la primera trae todas sus cosas. Una letra por persona, y el cursor sigue.",
            "the first has all belongings. One letter a person, and the cursor goes on.",
            until: received(1)),
        .init(
            .character("t"), to: RollCallScreen.self, "la segunda, también.", "the second too.",
            until: received(2)),
        .init(
            .character("t"), to: RollCallScreen.self,
            "y la tercera, aunque dice que le falta algo: un descuido, que ahora se deshace.",
            "and the third, who says that something is missing: a slip, which is taken back now.",
            until: received(3)),
        .init(
            .character("u"), to: UndoScreen.self,
            "deshacer. Primero dice qué se deshace y qué queda.",
            "take back. First it says what is taken back, and what is left."),
        .init(
            .enter, to: RollCallScreen.self, "sí, deshacerlo. La bitácora conserva las dos cosas.",
            "yes, take it back. The journal keeps both.", until: received(2)),
        .init(
            .character("p"), to: RollCallScreen.self,
            "trae una parte: se anota mientras la camioneta sigue en la línea.",
            "has part of it: noted while the van is still at the line.", until: received(3)),
        .init(
            .escape, to: GroupsScreen.self, "regresa a los grupos. Las otras tres esperan.",
            "back to the groups. The other three wait."),
        .init(.escape, to: QueueScreen.self, "regresa a la cola.", "back to the queue."),
    ]

    @Sendable private static func received(_ count: Int) -> @Sendable (RollCallScreen) -> Bool {
        { screen in screen.list.elements.count { $0.reception.stage == .received } == count }
    }
}
