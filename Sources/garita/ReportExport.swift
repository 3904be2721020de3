import Repatriation

/// Events and answers in the shapes of others, by the names that `report` takes.
enum ReportExport: String, CaseIterable {
    case siomr, dgpmv, persons, imss, survey

    var title: Bilingual {
        switch self {
        case .siomr: Bilingual("Renglones para la base del INM", "Rows for INM's own base")
        case .dgpmv: Bilingual("Hoja diaria", "Daily sheet")
        case .persons:
            Bilingual("Un renglón por persona, para publicar", "A row a person, to publish")
        case .imss: Bilingual("Lista de CURP para el IMSS", "List of CURP for IMSS")
        case .survey:
            Bilingual("Respuestas de una encuesta (--survey)", "Answers to a survey (--survey)")
        }
    }
}
