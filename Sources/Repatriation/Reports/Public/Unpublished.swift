/// Why a table is not to be published.
package enum Unpublished: String, CaseIterable, Sendable {
    /// Of other days than one month or one year of the calendar.
    case notWhole
    /// That month or year is not over.
    case notOver
    /// Its figures are not closed: two prints of what still changes would be compared.
    case notClosed
    /// Of some points alone.
    case points
    /// As it was known at an earlier moment.
    case asOf
    /// A table that never is.
    case table

    /// In words, to stand within a sentence.
    package var label: Bilingual {
        switch self {
        case .notWhole:
            Bilingual(
                "esos días no son un mes ni un año de calendario completo",
                "those days are not one whole month or year of the calendar")
        case .notOver:
            Bilingual("ese periodo aún no termina", "that period is not over yet")
        case .notClosed:
            Bilingual(
                "cuenta a personas en riesgo y sus cifras no están cerradas (report close)",
                "it counts people at risk and its figures are not closed (report close)")
        case .points:
            Bilingual("se pidieron sólo algunos puntos", "some points alone were asked for")
        case .asOf:
            Bilingual(
                "se pidió como se conocía antes", "it was asked for as it was known earlier")
        case .table:
            Bilingual(
                "esa tabla no se publica nunca", "that table is never published")
        }
    }
}

extension Refusal {
    /// Nothing of it may be published, and why.
    package init(_ code: Code, why: Unpublished) {
        self.init(code, ["why": .string(why.rawValue)])
    }
}
