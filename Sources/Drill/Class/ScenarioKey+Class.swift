/// The keys of a class's file.
extension ScenarioKey {
    /// All that ``ClassReader`` asks for.
    package static let ofClass: [ScenarioKey] = [
        .init(
            "titulo", .text, "\"Clase de noviembre\"",
            "Como lo llaman la consola y los resultados.",
            "As the console and the results call it."),
        .init(
            "escenario", .text, "\"tio\"", isRequired: true,
            "El nombre de uno de los que vienen con el programa, o un archivo junto a éste.",
            "The name of one that comes with the program, or a file beside this one."),
        .init(
            "carpeta", .text, "\"noviembre\"", isRequired: true,
            "Dónde quedan los archivos y los resultados; la hace el programa, sólo para su cuenta.",
            "Where the stores and the results stay; the program makes it, for its account alone."),
        .init(
            "personas", .texts, "[\"Ana Prueba\", \"Luis Ejemplo\"]", isRequired: true,
            "Quienes aprenden, de 1 a \(ClassReader.most).",
            "Those who learn, 1 to \(ClassReader.most)."),
        .init(
            "forma", .code(codes(PracticeClass.Form.self)), "\"cada-quien\"",
            "Un archivo para cada quien, o un archivo con varias ventanillas; sin ella, cada quien.",
            "A store each, or one store with several desks; without it, one each."),
        .init(
            "semilla", .integer(1...(1 << 40)), "7",
            "Con qué se sortea; sin ella, la del escenario.",
            "What it is drawn with; without it, the scenario's."),
        .init(
            "desde", .text, "\"23:41\"",
            "Hasta esa hora lo vive el programa, bien hecho; después, quienes aprenden.",
            "Up to that hour the program lives it, done well; from then on those who learn."),
        .init(
            "velocidad", .integer(1...240), "1", "A qué velocidad empieza el reloj.",
            "How fast the clock begins."),
    ]
}
