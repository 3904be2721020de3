extension Standard {
    /// What it is of.
    package var label: Bilingual {
        switch self {
        case .waterOfADay:
            Bilingual("agua, estancia de un día o menos", "water, a stay of a day or less")
        case .waterBeyond: Bilingual("agua, estancia más larga", "water, a longer stay")
        case .toiletAtOnce:
            Bilingual("personas por baño, de inmediato", "people a toilet, at once")
        case .toiletSoon:
            Bilingual("personas por baño, en cuanto se pueda", "people a toilet, soon")
        case .womensToMens:
            Bilingual("baños de mujeres por cada uno de hombres", "women's toilets for each men's")
        case .area: Bilingual("espacio techado por persona", "covered room a person")
        }
    }

    /// Its figure with its unit.
    package var amount: String {
        switch self {
        case .waterOfADay, .waterBeyond: "\(figure) L"
        case .area: "\(figure) m²"
        case .toiletAtOnce, .toiletSoon, .womensToMens: figure
        }
    }
}
