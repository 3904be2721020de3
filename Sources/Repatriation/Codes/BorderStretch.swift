/// The stretches of the border: whoever crossed on one and is returned on another was returned
/// laterally.
///
/// Source: the nine southwest sectors of the US Border Patrol, whose programme of lateral returns
/// (ATEP) sends people from one to another, and the municipalities that lie on them.
package enum BorderStretch: String, CaseIterable, Sendable {
    case sanDiego, elCentro, yuma, tucson, elPaso, bigBend, delRio, laredo, rioGrande

    /// The stretch of a municipality; nil away from the border.
    package init?(municipality: String) {
        guard let found = BorderStretch.places[municipality] else { return nil }
        self = found
    }

    /// Municipalities by INEGI's keys, from west to east.
    package var municipalities: [String] {
        switch self {
        case .sanDiego: ["02005", "02004", "02003"]
        case .elCentro: ["02002"]
        case .yuma: ["26055"]
        case .tucson:
            [
                "26048", "26070", "26017", "26004", "26060", "26043", "26059", "26019", "26039",
                "26002",
            ]
        case .elPaso: ["08035", "08005", "08037", "08053", "08028"]
        case .bigBend: ["08015", "08052", "08042", "05023"]
        case .delRio: ["05002", "05014", "05025", "05022", "05012"]
        case .laredo: ["05013", "19005", "28027"]
        case .rioGrande:
            ["28014", "28024", "28025", "28007", "28015", "28032", "28033", "28040", "28022"]
        }
    }

    private static let places = Dictionary(
        allCases.flatMap { stretch in stretch.municipalities.map { ($0, stretch) } },
        uniquingKeysWith: { first, _ in first })
}

/// How a return lies to where somebody crossed.
enum ReturnClass: String, CaseIterable, Sendable {
    /// On the same stretch, on another, or away from the border.
    case same, lateral, inland
    /// They crossed on none, or do not know where.
    case noStretch

    /// Of an answer about the crossing, and the municipality of the point.
    init(crossing: String, municipality: String) {
        guard let crossed = BorderStretch(rawValue: crossing) else {
            self = .noStretch
            return
        }
        let returned = BorderStretch(municipality: municipality)
        self = returned.map { $0 == crossed ? .same : .lateral } ?? .inland
    }

    var label: Bilingual {
        switch self {
        case .same: Bilingual("por el mismo tramo", "on the same stretch")
        case .lateral: Bilingual("por otro tramo (lateral)", "on another (lateral)")
        case .inland: Bilingual("al interior", "inland")
        case .noStretch: Bilingual("no cruzó por un tramo o no sabe", "crossed on none, or unknown")
        }
    }
}
