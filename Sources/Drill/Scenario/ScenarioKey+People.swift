import Repatriation

/// Who comes, and in which group.
extension ScenarioKey {
    static let ofPeople: [ScenarioKey] = [
        .init(
            "personas.id", .name, "\"martin\"", isRequired: true,
            "Cómo la nombran grupos, esperas y, con «@», los actos.",
            "How groups, expectations and, with «@», acts name them."),
        .init("personas.nombre", .text, "\"Martín\"", "Nombre o nombres.", "Given names."),
        .init(
            "personas.apellidos", .texts, "[\"Ojeda\", \"Barrientos\"]", "Dos, uno o ninguno.",
            "Two, one or none."),
        .init("personas.sexo", .code(codes(Sex.self)), "\"H\"", "Sexo.", "Sex."),
        .init("personas.nace", .day, "\"1990-07-30\"", "Nacimiento.", "Date of birth."),
        .init(
            "personas.estado", .text, "\"DG\"", "Dónde nació: las dos letras de la CURP.",
            "Where they were born: the two letters of the CURP."),
        .init(
            "personas.notas", .text, "\"MEDICATION\"", "Lo que la lista dice además.",
            "What the list says besides."),
        .init("personas.etiqueta", .text, "\"I77-40118\"", "La de su bolsa.", "Of their bag."),
        .init(
            "personas.pais", .text, "\"MEX\"", "La ciudadanía que dice la lista.",
            "The citizenship that the list says."),
        .init(
            "personas.descripcion", .text, "\"hombre, chamarra azul\"",
            "De quien no tiene nombre, en vez de «nombre».",
            "Of whoever has no name, in the place of «nombre»."),
        .init(
            "personas.banderas", .codes(codes(Flag.self)), "[\"medical\"]",
            "Lo que encuentran las primeras preguntas; [] es nada. Sin ella, se sortea.",
            "What the first questions find; [] is nothing. Without it, drawn."),
        .init(
            "personas.nacionalidad", .code(codes(Nationality.self)), "\"accredited\"",
            "Lo que encuentra quien pregunta bien.", "What a careful officer finds."),
        .init(
            "personas.prueba", .code(codes(Proof.self)), "\"birthCertificate\"",
            "Con qué; sin ella, se sortea.", "By what; without it, drawn."),
        .init(
            "personas.salida", .code(codes(Exit.self)), "\"bus\"",
            "Cómo se va; sin ella, se sortea.",
            "How they leave; without it, drawn."),
        .init(
            "personas.pertenencias", .code(codes(Belongings.self)), "\"part\"",
            "Lo que le devolvieron; sin ella, se sortea.",
            "What they got back; without it, drawn."),
        .init(
            "personas.con", .text, "\"elena\"",
            "La persona adulta con quien sale una niña o un niño.",
            "The adult with whom a child leaves."),
        .init(
            "personas.se_queda", .stay, "\"23:30\"",
            "Hasta qué hora nadie la deja ir; true, hasta un acto a mano.",
            "Before which hour nobody lets them go; true, until an act by hand."),
        .init(
            "personas.reclama", .part, "Lo que reclama.", "What they claim."),
        .init(
            "personas.reclama.falta", .codes(codes(Property.self)), "[\"identification\"]",
            isRequired: true, "Qué falta.", "What is missing."),
        .init(
            "personas.reclama.dolares", .integer(1...1_000_000), "120",
            "Cuánto dinero, en dólares.",
            "How much money, in dollars."),
        .init(
            "personas.reclama.oficina", .text, "\"USBP Tucson\"", "La oficina de EUA.",
            "The US office."),
        .init(
            "personas.edad_en_duda", .flag, "false", "Dice, o parece, que no ha cumplido 18.",
            "They say, or look, that they may be under 18."),
        .init(
            "personas.hoja", .text, "\"hoja-uno\"",
            "La hoja en la que se le da su constancia con la impresora muerta.",
            "The sheet on which they get their certificate while the printer is dead."),
        .init(
            "personas.respuestas", .members, "{ travelsWith: \"alone\" }",
            "Respuestas de la entrevista que no se sortean; los nombres, en garita form.",
            "Answers of the interview that are not drawn; the names, in garita form."),
    ]

    static let ofGroups: [ScenarioKey] = [
        .init(
            "grupos.id", .name, "\"camioneta\"", isRequired: true, "Cómo lo nombran las esperas.",
            "How expectations name it."),
        .init(
            "grupos.punto", .point, "\"NOG\"", "A dónde llega, si no es al suyo.",
            "Where it comes, when not to the trainee's."),
        .init(
            "grupos.llega", .moment, "\"22:55\"", isRequired: true, "Cuándo llega.",
            "When it comes."),
        .init(
            "grupos.esperado", .moment, "\"22:50\"",
            "Para cuándo se anuncia, si llega a otra hora.",
            "For when it is announced, where it comes at another hour."),
        .init(
            "grupos.aviso", .integer(0...1440), "10", "Cuántos minutos antes se anuncia.",
            "How many minutes before it is announced."),
        .init("grupos.modo", .code(codes(Mode.self)), "\"van\"", "Cómo llega.", "How it comes."),
        .init(
            "grupos.autoridad", .code(codes(Authority.self)), "\"USBP\"", "Quién entrega.",
            "Who hands over."),
        .init(
            "grupos.personas", .texts, "[\"martin\", \"elena\"]",
            "Las escritas a mano que están en la lista, en su orden.",
            "People by hand who are on the list, in its order."),
        .init(
            "grupos.mezcla", .integer(0...999), "3", "Cuántas más, sorteadas.",
            "How many others, drawn."),
        .init(
            "grupos.faltan", .texts, "[\"elena\"]", "De ellas, las que no vienen.",
            "Of those, who do not come."),
        .init(
            "grupos.se_fueron", .texts, "[]", "Las contadas en la línea que ya no están.",
            "Those counted at the line who are gone."),
        .init(
            "grupos.sin_lista", .texts, "[\"desconocido\"]",
            "Las que vienen sin estar en la lista.",
            "Those who come and are on no list."),
        .init(
            "grupos.declarados", .integer(1...2000), "6",
            "Cuántas dice EUA, si no son las de la lista.",
            "How many the US say, where it is not the list's number."),
        .init(
            "grupos.presentes", .integer(1...2000), "5",
            "Cuántas hay, si colegas agregan a alguien con un acto.",
            "How many stand there, where colleagues add somebody by an act."),
        .init(
            "grupos.a_mano", .flag, "false",
            "Sólo la lista viene sola; la llegada se escribe en actos.",
            "Only its list comes by itself: its arrival is written in acts."),
    ]
}
