/// What the incoming lead answers of what the journal knows.
package struct ReadBack: Sendable, Equatable {
    /// How many children are inside.
    package var children: Int?
    /// The number of whoever's step is due first; 0 where nothing has an hour.
    package var nextDue: Int?
    /// How many nobody has found.
    package var unlocated: Int?

    /// Nothing answered, or these.
    package init(children: Int? = nil, nextDue: Int? = nil, unlocated: Int? = nil) {
        (self.children, self.nextDue, self.unlocated) = (children, nextDue, unlocated)
    }

    /// Every question has its answer.
    package var isWhole: Bool { children != nil && nextDue != nil && unlocated != nil }

    /// The questions, by the names of the answers.
    package static let questions: [(name: String, words: Bilingual)] = [
        (
            "children",
            Bilingual(
                "¿Cuántas niñas, niños y adolescentes hay adentro?", "How many children are inside?"
            )
        ),
        (
            "nextDue",
            Bilingual(
                "¿De qué ficha es el paso que vence primero? (0: de ninguna)",
                "Whose ticket has the step that is due first? (0: nobody's)")
        ),
        ("unlocated", Bilingual("¿A cuántas no se ha ubicado?", "How many are not located?")),
    ]
}
