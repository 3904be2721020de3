/// A minimum standard that a board can check, and where it stands. The table is one place: whoever
/// amends a figure amends its source.
package enum Standard: CaseIterable, Sendable {
    /// Litres of water a person needs in a stay of a day or less.
    case waterOfADay
    /// Litres of water a person needs a day in a longer stay.
    case waterBeyond
    /// People a toilet serves at most, at once.
    case toiletAtOnce
    /// People a toilet serves at most, as soon as possible.
    case toiletSoon
    /// Toilets for women to each for men, in public places.
    case womensToMens
    /// Covered m² a person.
    case area

    /// The figure, in the unit of its case.
    package var value: Double { row.value }
    /// Where it stands.
    package var source: Bilingual { row.source }

    private static let ofToilets = Bilingual("Esfera 2018, p. 118", "Sphere 2018, p. 118")

    private var row: (value: Double, source: Bilingual) {
        switch self {
        case .waterOfADay:
            (
                3,
                Bilingual(
                    "Esfera 2018, agua en recepción y tránsito",
                    "Sphere 2018, water at reception and in transit")
            )
        case .waterBeyond:
            (
                15,
                Bilingual(
                    "Esfera 2018, agua; knowledgepoint.org 3745",
                    "Sphere 2018, water; knowledgepoint.org 3745")
            )
        case .toiletAtOnce: (50, Standard.ofToilets)
        case .toiletSoon: (20, Standard.ofToilets)
        case .womensToMens: (3, Standard.ofToilets)
        // Known by heart when it was gathered, without the page.
        case .area: (3.5, Bilingual("Esfera 2018, espacio techado", "Sphere 2018, covered space"))
        }
    }
}

/// Who is inside a point and who is expected, as far as standards ask.
package struct Presence: Sendable, Equatable {
    /// Inside for a day or less.
    package var ofADay = 0
    /// Inside for longer.
    package var longer = 0
    /// Women inside; nil where nobody counted by sex, as with men.
    package var women: Int?
    /// Men inside.
    package var men: Int?
    /// Inside with another sex on record, or none.
    package var otherSex = 0
    /// Announced, or on a list that is being called, and not received.
    package var expected = 0
    /// Groups announced of which nobody said how many come.
    package var groupsWithoutCount = 0

    /// Nobody.
    package init() {}

    /// Everybody inside.
    package var inside: Int { ofADay + longer }
}

/// What a point has against the standards, part by part; no figure is made of several.
///
/// Sources: ``Standard``; parts instead of a score, since five public calculators of crowding
/// disagree with one another and fit poorly (PMC7360290).
package struct StandardParts: Sendable, Equatable {
    /// Litres when they were counted; nil where nobody did.
    package var litres: Int?
    /// When they were counted.
    package var countedAt: Instant?
    /// Toilets for women; nil where nobody has said it, as with those that follow.
    package let toiletsWomen: Int?
    /// Toilets for men.
    package let toiletsMen: Int?
    /// Covered m².
    package let area: Int?
    /// How many people there is a place for.
    package let places: Int?
    /// Who is there and who comes.
    package var presence = Presence()

    /// Of a point, with its newest count of water.
    package init(_ point: ReceivingPoint, water: WaterCount?) {
        (litres, countedAt) = (water?.litres, water?.at)
        (toiletsWomen, toiletsMen) = (point.toiletsWomen, point.toiletsMen)
        (area, places) = (point.area, point.places)
    }

    /// Litres an hour: those inside a day or less and those who come × 3 ÷ 24, those inside longer
    /// × 15 ÷ 24.
    package var litresAnHour: Double {
        Double(presence.ofADay + presence.expected) * Standard.waterOfADay.value / 24
            + Double(presence.longer) * Standard.waterBeyond.value / 24
    }

    /// For how many minutes from `now` the water lasts: litres ÷ litres an hour, less what has gone
    /// by since the count, never under zero. Nil where nobody counted, or nobody drinks.
    package func waterMinutes(at now: Instant) -> Int? {
        guard let litres, let countedAt, litresAnHour > 0 else { return nil }
        let whole = Double(litres) * 60 / litresAnHour
        return max(0, Int(whole) - max(0, now.secondsSince(countedAt)) / 60)
    }

    /// People to a toilet, rounded up; nil where either is not known, or there is none.
    package var toWomensToilet: Int? { StandardParts.each(presence.women, toiletsWomen) }
    /// The same for men.
    package var toMensToilet: Int? { StandardParts.each(presence.men, toiletsMen) }

    private static func each(_ people: Int?, _ toilets: Int?) -> Int? {
        guard let people, let toilets, toilets > 0 else { return nil }
        return (people + toilets - 1) / toilets
    }

    /// Covered m² a person inside, in tenths; nil where nobody said the area, or nobody is inside.
    package var areaTenths: Int? {
        guard let area, presence.inside > 0 else { return nil }
        return area * 10 / presence.inside
    }

    /// Places less those inside; under zero where more are inside than there is a place for.
    package var placesFree: Int? { places.map { $0 - presence.inside } }
}
