import Repatriation

/// What happens besides, what is done by hand, and what is expected.
extension ScenarioKey {
    static let ofInjects: [ScenarioKey] = [
        .init(
            "injects.id", .name, "\"falta-bolsa\"", isRequired: true, "Cómo lo nombra «tras».",
            "How «tras» names it."),
        .init(
            "injects.en", .moment, "\"22:56\"", "Cuándo pasa; o «tras», pero no los dos.",
            "When it happens; or «tras», but not both."),
        .init(
            "injects.tras", .part, "Cuándo, después de otro.", "When, after another one."),
        .init(
            "injects.tras.inject", .text, "\"falta-bolsa\"", isRequired: true, "De cuál.",
            "After which."),
        .init(
            "injects.tras.condicion", .code(codes(Inject.Condition.self)), "\"cumplido\"",
            "Qué fue de él; sin ella, que se dijo.", "What became of it; without it, told."),
        .init(
            "injects.tras.segundos", .integer(0...86_400), "60", "Cuántos segundos después.",
            "How many seconds later."),
        .init(
            "injects.momento", .text, "\"llegada\"", "El momento al que pertenece.",
            "The moment it belongs to."),
        .init(
            "injects.sinopsis", .text, "\"Martín dice que le falta su bolsa.\"", isRequired: true,
            "Lo que lee quien practica.", "What the trainee reads."),
        .init(
            "injects.via", .code(codes(Inject.Medium.self)), "\"puerta\"", "Cómo se entera.",
            "How the trainee learns of it."),
        .init(
            "injects.para", .code(codes(Work.self)), "\"puerta\"", "Para quién es.",
            "Whom it is for."),
        .init(
            "injects.pista", .text, "\"En el grupo: «p» con parte.\"",
            "Lo que ayuda a quien no sabe.",
            "What helps whoever does not know."),
        .init(
            "injects.activo", .flag, "true", "false lo deja fuera.", "false leaves it out."),
        .init(
            "injects.calla", .integer(1...99), "2",
            "La ventanilla de «colegas» que se calla a media entrevista y no vuelve.",
            "The desk of «colegas» that falls silent in an interview and does not come back."),
        .init(
            "injects.impresora", .flag, "true", "Si la impresora trabaja desde ahora.",
            "Whether the printer works from now on."),
        .init(
            "injects.hecho", .parts, "Lo que pasa en el archivo por sí mismo.",
            "What happens in the store by itself."),
        .init(
            "injects.bueno", .parts, "Lo que hace quien lo hace bien; lo juega --play good.",
            "What a good officer does; --play good plays it."),
        .init(
            "injects.descuidado", .parts, "Lo que hace quien no; lo juega --play careless.",
            "What a careless one does; --play careless plays it."),
        .init(
            "injects.espera", .parts, "Lo que se espera, que es lo que puntúa.",
            "What is expected, which is what scores."),
    ]

    /// The same in `hecho`, `bueno` and `descuidado`.
    static let ofActs: [ScenarioKey] = [
        .init(
            "injects.hecho.tras", .integer(0...86_400), "30", "Segundos después del inject.",
            "Seconds after the inject."),
        .init(
            "injects.hecho.por", .code(codes(ScriptedAct.Actor.self)), "\"colega\"",
            "Quién lo hace.",
            "Who does it."),
        .init(
            "injects.hecho.hace", .members,
            "{ do: \"headCount\", group: \"@camioneta\", "
                + "where: \"line\", count: 5 }", isRequired: true,
            "Un renglón de garita send. «@nombre» es una persona, grupo, hoja u oficial "
                + "(@colega); «@{nombre}», lo mismo dentro de un texto; «@22:55», esa hora.",
            "A line of garita send. «@name» is a person, group, sheet or officer (@colega); "
                + "«@{name}» the same inside a text; «@22:55» that hour."),
        .init(
            "injects.hecho.guarda", .members, "{ cuenta: \"difference\" }",
            "Nombres para lo que resulta: «cuenta» es lo que la respuesta llama «difference».",
            "Names for what comes of it: «cuenta» is what the answer calls «difference»."),
    ]

    static let ofExpectations: [ScenarioKey] = [
        .init(
            "injects.espera.hecho", .part, isRequired: true, "Qué se anota en la bitácora.",
            "What is written in the journal."),
        .init(
            "injects.espera.hecho.tipo", .code(codes(EventKind.self)), "\"received\"",
            isRequired: true, "Qué clase de hecho.", "Which kind of fact."),
        .init(
            "injects.espera.hecho.de", .text, "\"martin\"", "De quién; sin ella, de quien sea.",
            "About whom; without it, whoever."),
        .init(
            "injects.espera.hecho.campos", .members, "{ belongings: \"part\" }",
            "Lo que dice: una clave, un número, true (algo) o null (nada).",
            "What it says: a code, a number, true (something) or null (nothing)."),
        .init(
            "injects.espera.veces", .integer(1...999), "1", "Cuántos hechos así.",
            "How many such facts."),
        .init(
            "injects.espera.nunca", .flag, "false", "true: no debe pasar.",
            "true: it must not happen."
        ),
        .init(
            "injects.espera.desde_inicio", .flag, "false",
            "true: cuenta desde el inicio, no desde el inject.",
            "true: it counts from the start, not from the inject."),
        .init(
            "injects.espera.antes_de", .integer(1...172_800), "600", isRequired: true,
            "En cuántos segundos desde el inject.", "Within how many seconds of the inject."),
        .init(
            "injects.espera.objetivo", .text, "\"lista\"", isRequired: true, "Qué objetivo puntúa.",
            "Which objective it scores."),
        .init(
            "injects.espera.puntos", .integer(1...99), "2", isRequired: true, "Cuánto vale.",
            "What it is worth."),
        .init(
            "injects.espera.por_que", .text, "\"Se anota mientras la camioneta sigue ahí\"",
            isRequired: true, "Por qué se espera, para hablarlo.",
            "Why it is expected, for the debrief."
        ),
    ]
}
