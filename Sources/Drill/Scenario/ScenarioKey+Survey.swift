import Repatriation

/// The file of a follow-up survey.
extension ScenarioKey {
    /// All that ``SurveyReader`` asks for.
    package static let ofSurvey: [ScenarioKey] =
        ofSurveyFile + ofSurveySections + ofSurveyQuestions + ofSurveyAnswers

    private static let ofSurveyFile: [ScenarioKey] = [
        .init(
            "id", .name, "\"seguimiento\"", isRequired: true, "Su clave; nunca cambia.",
            "Its code, which never changes."),
        .init(
            "version", .integer(1...9999), "1", isRequired: true,
            "Mayor con cada cambio de la encuesta.", "Greater with each change of the survey."),
        .init(
            "es", .text, "\"Seguimiento del retorno\"", isRequired: true,
            "Cómo se llama, en español.", "What it is called, in Spanish."),
        .init(
            "en", .text, "\"After the return\"", isRequired: true, "Cómo se llama, en inglés.",
            "What it is called, in English."),
        .init(
            "desde", .integer(0...120), "1", isRequired: true,
            "Cuántos meses después del retorno se empieza a preguntar.",
            "How many months after the return it begins to be asked."),
        .init(
            "hasta", .integer(0...120), "3", isRequired: true, "Hasta cuántos meses después.",
            "Until how many months after."),
        .init(
            "secciones", .parts, isRequired: true, "Sus partes, en orden.", "Its parts, in order."),
    ]

    private static let ofSurveySections: [ScenarioKey] = [
        .init(
            "secciones.es", .text, "\"Su casa\"", isRequired: true, "El nombre de la sección.",
            "The section's name, in Spanish."),
        .init(
            "secciones.en", .text, "\"Home\"", isRequired: true, "Lo mismo en inglés.",
            "The same in English."),
        .init(
            "secciones.preguntas", .parts, isRequired: true, "Sus preguntas, en orden.",
            "Its questions, in order."),
    ]

    private static let ofSurveyQuestions: [ScenarioKey] = [
        .init(
            "secciones.preguntas.id", .name, "\"vivienda\"", isRequired: true,
            "Su clave, de ninguna otra pregunta; con otra versión sigue siendo la misma.",
            "Its code, of no other question; in another version it stays the same."),
        .init(
            "secciones.preguntas.es", .text, "\"¿Dónde vive ahora?\"", isRequired: true,
            "La pregunta.", "The question, in Spanish."),
        .init(
            "secciones.preguntas.en", .text, "\"Where do you live now?\"", isRequired: true,
            "Lo mismo en inglés.", "The same in English."),
        .init(
            "secciones.preguntas.tipo", .code(SurveyReader.kinds), "\"una\"", isRequired: true,
            "Qué se contesta: una o varias de una lista, un número, sí o no, una fecha o un texto.",
            "What is answered: one or several of a list, a number, yes or no, a date or a text."),
        .init(
            "secciones.preguntas.opciones", .parts,
            "Con una y varias: la lista; una tecla por respuesta, en orden.",
            "With una and varias: the list; a key for each answer, in order."),
        .init(
            "secciones.preguntas.de", .integer(0...9_999_999), "0",
            "Con numero: el menor que se admite; sin ella, 0.",
            "With numero: the least that is taken; without it, 0."),
        .init(
            "secciones.preguntas.a", .integer(0...9_999_999), "20",
            "Con numero: el mayor; sin ella, 9999.", "With numero: the most; without it, 9999."),
        .init(
            "secciones.preguntas.si", .part,
            "A quién se pregunta: a quien contestó así una pregunta anterior. Sin ella, a todas.",
            "Of whom it is asked: who answered an earlier question so. Without it, of everybody."),
        .init(
            "secciones.preguntas.si.pregunta", .text, "\"trabaja\"", isRequired: true,
            "Cuál, de sino, una o varias.", "Which, of sino, una or varias."),
        .init(
            "secciones.preguntas.si.dice", .texts, "[\"yes\"]", isRequired: true,
            "Una de estas respuestas; de sino: yes, no.", "One of these answers; of sino: yes, no."),
    ]

    private static let ofSurveyAnswers: [ScenarioKey] = [
        .init(
            "secciones.preguntas.opciones.id", .name, "\"propia\"", isRequired: true,
            "Su clave.", "Its code."),
        .init(
            "secciones.preguntas.opciones.es", .text, "\"casa propia\"", isRequired: true,
            "La respuesta.", "The answer, in Spanish."),
        .init(
            "secciones.preguntas.opciones.en", .text, "\"own house\"", isRequired: true,
            "Lo mismo en inglés.", "The same in English."),
        .init(
            "secciones.preguntas.opciones.sola", .flag, "true",
            "Con varias: no va con otra, como «ninguna».",
            "With varias: it goes with no other, as «none»."),
    ]
}
