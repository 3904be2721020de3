extension ReportKind {
    /// What it is called in a list and over its plot, in a few words.
    package var name: Bilingual {
        switch self {
        case .r1: Bilingual("Punto y mes", "Point and month")
        case .r2: Bilingual("Estado de nacimiento y sexo", "State of birth and sex")
        case .r3: Bilingual("Mes, edad y sexo", "Month, age and sex")
        case .r4: Bilingual("NNA por estado de nacimiento", "Children by state of birth")
        case .r5: Bilingual("NNA por punto", "Children by point")
        case .r6: Bilingual("Vía de ingreso", "Way of entry")
        case .r7: Bilingual("Autoridad que entregó", "Authority that handed over")
        case .r8: Bilingual("Estado de EUA de la detención", "US state of detention")
        case .r9: Bilingual("Tiempo de estancia", "Time in the US")
        case .r10: Bilingual("Con apoyo y sin apoyo", "With support and without")
        case .r11: Bilingual("Reincidencia", "How often received")
        case .r12: Bilingual("Punto, con el año anterior", "Point, with the year before")
        case .help: Bilingual("Apoyos por tipo", "Help by kind")
        case .helpByPoint: Bilingual("Apoyos por tipo y punto", "Help by kind and point")
        case .referrals: Bilingual("Canalizaciones por tipo", "Referrals by kind")
        case .claims: Bilingual("Pertenencias reclamadas", "Belongings claimed")
        case .hours: Bilingual("Autoridad y horario", "Authority and hours")
        case .crossing: Bilingual("Tramo de cruce y laterales", "Crossing and lateral returns")
        case .persons: Bilingual("Personas y eventos", "Persons and events")
        case .foreign: Bilingual("Personas extranjeras", "Foreigners")
        case .notAccredited: Bilingual("Sin acreditar la nacionalidad", "Not accredited")
        case .undecided: Bilingual("Nacionalidad por decidir", "Not decided yet")
        }
    }
}

extension ReportIssue {
    /// The name of a file of it: table and folio, days, points where it is not of all, and whether
    /// it may be published.
    package var fileName: String {
        let days = "\(table.period.from.text)_\(table.period.to.text)"
        let mark = isPublic ? ["publico"] : []
        return ([folio, days] + points.map(\.text) + mark).joined(separator: "_")
    }
}
