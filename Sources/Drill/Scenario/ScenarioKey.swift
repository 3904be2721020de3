import Repatriation

/// A key of a scenario's file as the manual tells it: what it takes, what it says, an example.
///
/// A test reads a file made of the examples and compares what ``ScenarioReader`` asks for with these.
package struct ScenarioKey: Sendable {
    /// What may stand after a key.
    package enum Takes: Sendable {
        case text, day, hour, point, flag, members
        /// Lower case letters, digits and «-», by which other parts mean this one.
        case name
        case integer(ClosedRange<Int>)
        case code([String])
        case codes([String])
        case texts
        /// Numbers of desks.
        case desks
        /// Seconds from the start, or an hour.
        case moment
        /// True, or an hour.
        case stay
        /// One object.
        case part
        /// A list of objects.
        case parts
    }

    /// Where it stands: `injects.espera.puntos`.
    package let path: String
    /// What may stand there.
    package let takes: Takes
    /// The file is none without it.
    package let isRequired: Bool
    /// What it says.
    package let says: Bilingual
    /// As it is written; empty for what has keys of its own.
    package let example: String

    init(
        _ path: String, _ takes: Takes, _ example: String, isRequired: Bool = false,
        _ es: String, _ en: String
    ) {
        (self.path, self.takes, self.example) = (path, takes, example)
        self.isRequired = isRequired
        says = Bilingual(es, en)
    }

    /// Of what has keys of its own.
    init(
        _ path: String, _ takes: Takes, isRequired: Bool = false, _ es: String, _ en: String
    ) { self.init(path, takes, "", isRequired: isRequired, es, en) }

    /// The key itself.
    package var name: String { String(path.split(separator: ".").last ?? "") }
    /// The part in which it stands; empty for the whole file.
    package var part: String {
        path.split(separator: ".").dropLast().joined(separator: ".")
    }

    static func codes<Kind: RawRepresentable<String> & CaseIterable>(_: Kind.Type) -> [String] {
        Kind.allCases.map(\.rawValue)
    }

    /// All that the reader asks for, part after part.
    package static let all: [ScenarioKey] = [
        ofFile, ofRates, ofObjectives, ofPeople, ofGroups, ofInjects, ofActs, ofExpectations,
    ].flatMap { $0 }
}

/// The whole file, and what is learned.
extension ScenarioKey {
    private static let ofFile: [ScenarioKey] = [
        .init(
            "id", .name, "\"bolsa\"", isRequired: true, "Cómo se llama en --scenario.",
            "How --scenario names it."),
        .init(
            "titulo", .text, "\"La bolsa que falta\"", isRequired: true,
            "Como lo lee quien practica.", "As the trainee reads it."),
        .init(
            "resumen", .text, "\"Una camioneta y una bolsa que no llegó.\"", isRequired: true,
            "De qué trata, en pocas frases.", "What it is about, in a few sentences."),
        .init(
            "punto", .point, "\"NOG\"", isRequired: true, "Dónde trabaja quien practica.",
            "Where the trainee works."),
        .init(
            "ventanilla", .integer(1...99), "1", "En qué ventanilla; sin ella, la 1.",
            "At which desk; without it, 1."),
        .init(
            "dia", .day, "\"2026-11-24\"", isRequired: true, "Qué día es en el punto.",
            "Which day it is at the point."),
        .init(
            "empieza", .hour, "\"22:40\"", isRequired: true, "Desde qué hora del punto.",
            "From which hour of the point."),
        .init(
            "termina", .moment, "\"01:00\"", isRequired: true, "Hasta qué hora.",
            "Until which hour."),
        .init(
            "semilla", .integer(1...(1 << 40)), "7",
            "Con qué se sortea lo demás; la misma da el mismo día.",
            "What the rest is drawn with; the same gives the same day."),
        .init(
            "trabaja", .codes(codes(Work.self)), "[\"puerta\", \"ventanilla\"]",
            "Qué hace quien practica; lo demás lo hacen colegas. Sin ella, todo.",
            "What the trainee does; colleagues do the rest. Without it, everything."),
        .init(
            "colegas", .desks, "[2]", "En qué ventanillas hay colegas.",
            "At which desks colleagues sit."),
        .init(
            "refuerzo", .desks, "[3]", "Dónde se sientan si alguien abre la ventanilla.",
            "Where they sit down once somebody opens the desk."),
        .init(
            "destreza", .integer(0...1000), "900", "Cuántas de cada mil cosas hacen bien.",
            "How many of a thousand things they do rightly."),
        .init(
            "objetivos", .parts, "Lo que se aprende.", "What is to be learned."),
        .init(
            "momentos", .parts, "Minutos a los que se salta.", "Minutes to skip to."),
        .init(
            "personas", .parts, "Personas escritas a mano.", "People written by hand."),
        .init("grupos", .parts, "Grupos con su hora.", "Groups with an hour of their own."),
        .init(
            "hojas", .parts, "Hojas con folio que están en el cajón desde el principio.",
            "Sheets with a folio that lie in the drawer from the start."),
        .init("injects", .parts, "Lo que pasa además.", "What happens besides."),
        .init(
            "evaluacion", .parts, "Cuánto de un objetivo basta.",
            "How much of an objective is enough."
        ),
        .init(
            "lecciones", .texts, "[\"¿Qué se habría perdido?\"]", "Lo que se habla al final.",
            "What is talked about at the end."),
    ]

    private static let ofObjectives: [ScenarioKey] = [
        .init(
            "objetivos.id", .name, "\"lista\"", isRequired: true, "Cómo lo nombra «objetivo».",
            "How «objetivo» names it."),
        .init(
            "objetivos.texto", .text, "\"A cada persona se le pregunta por su bolsa\"",
            isRequired: true, "Lo que se aprende.", "What is to be learned."),
        .init(
            "objetivos.fuente", .text, "\"Arreglos Locales de Repatriación de 2016\"",
            isRequired: true, "La ley, protocolo o norma que lo pide.",
            "The law, protocol or standard that asks for it."),
        .init(
            "momentos.id", .name, "\"llegada\"", isRequired: true, "Cómo lo nombra «momento».",
            "How «momento» names it."),
        .init(
            "momentos.titulo", .text, "\"Llega la camioneta\"", isRequired: true,
            "Como lo lee quien instruye.", "As a trainer reads it."),
        .init("momentos.en", .moment, "\"22:55\"", isRequired: true, "Cuándo.", "When."),
        .init(
            "hojas.id", .name, "\"hoja-uno\"", isRequired: true,
            "Con «@hoja-uno» se escribe su folio en un acto.",
            "«@hoja-uno» stands for its folio in an act."),
        .init(
            "hojas.tipo", .code(codes(PaperKind.self)), "\"certificate\"",
            "Qué papel es; sin ella, una constancia.", "Which paper; without it, a certificate."),
        .init(
            "evaluacion.objetivo", .text, "\"lista\"", isRequired: true, "De cuál.", "Of which."),
        .init(
            "evaluacion.minimo", .integer(0...999), "2", isRequired: true,
            "Cuántos puntos suyos bastan.", "How many points of it are enough."),
    ]
}
