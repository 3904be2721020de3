/// Several official tables of one period and one cut, printed as one paper.
///
/// Source: UPMRIP's yearly «Síntesis gráfica» and its leaflet on children (NNA).
package enum ReportBundle: String, CaseIterable, Sendable {
    /// The leaflet on children: by point, by state of birth, and by month beside the adults.
    case nna
    /// A year in one paper.
    case synthesis

    /// What it is called.
    package var title: Bilingual {
        switch self {
        case .nna:
            Bilingual(
                "Niñas, niños y adolescentes devueltos desde Estados Unidos",
                "Children returned from the United States")
        case .synthesis:
            Bilingual(
                "Síntesis: devolución de mexicanas y mexicanos desde Estados Unidos",
                "Synthesis: return of Mexicans from the United States")
        }
    }

    /// Its tables, in their order.
    package var tables: [ReportKind] {
        switch self {
        case .nna: [.r5, .r4, .r3]
        case .synthesis:
            [
                .r1, .r3, .r2, .r6, .r7, .hours, .r8, .r9, .r10, .help, .referrals, .claims, .r11,
                .persons, .crossing,
            ]
        }
    }
}
