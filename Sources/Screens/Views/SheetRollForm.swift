import Repatriation
import Terminal

extension GroupForms {
    /// A signed sheet of the roll call: its exceptions, what the others brought, and the count in
    /// the room, typed blind.
    static func sheet(_ line: GroupLine) -> FormScreen {
        let group = line.group
        let belongings: [AnswerOption] = [
            .init(code: "all", letter: "t", label: Belongings.all.label),
            .init(code: "hadNone", letter: "s", label: Belongings.hadNone.label),
            .init(code: "notAsked", letter: "n", label: Bilingual("sin preguntar", "not asked")),
        ]
        return FormScreen(
            Bilingual("\(group.name) desde la hoja", "\(group.name) from the sheet"),
            of: "group:\(group.id.value)",
            note: Bilingual(
                """
                Sólo las excepciones, número y letra: 12p con parte, 21v falta todo, 30s no traía, \
                19x3 no llegó (x1 EUA no la entregó, x2 estaba en la línea, x3 no se sabe).
                """,
                """
                Only the exceptions, number and letter: 12p part, 21v none, 30s had none, 19x3 did \
                not come (x1 not handed over, x2 was at the line, x3 not known).
                """),
            fieldOf: [
                .sheetDoesNotAgree: "room", .notOnSheet: "exceptions", .numberTwice: "exceptions",
            ],
            [
                FormField("exceptions", "Excepciones", "Exceptions", .rollMarks),
                FormField(
                    "belongings", "Las demás traían", "The others had", .options(belongings),
                    required: true),
                FormField(
                    "room", "Contadas en la sala", "Counted in the room", .number(),
                    required: true),
                FormField(
                    "confirmedBy", "Quién confirma (x1)", "Who confirms (x1)"),
            ]
        ) { values in
            let exceptions = values["exceptions"].flatMap(RollException.read) ?? []
            return [
                .perform(
                    .act(
                        RollFromSheet(
                            group.id, room: values["room"].flatMap(Int.init) ?? 0,
                            values["belongings"].flatMap(Belongings.init), exceptions,
                            confirmedBy: values["confirmedBy"])))
            ]
        }
    }
}
