import Repatriation
import Testing

/// What a point has against the standards is told part by part, and what nobody said is no zero.
@Suite struct StandardTests {
    private let now = AlarmFacts.now

    private func parts(
        litres: Int? = nil, _ fill: (inout Presence) -> Void = { _ in },
        of edit: (inout ReceivingPoint) -> Void = { _ in }
    ) -> StandardParts {
        var point = ReceivingPoint(id: Identifier(1))
        edit(&point)
        var water: WaterCount?
        if let litres {
            water = WaterCount(id: Identifier(2))
            water?.litres = litres
            water?.at = now
        }
        var parts = StandardParts(point, water: water)
        fill(&parts.presence)
        return parts
    }

    private func lines(_ parts: StandardParts) -> [String] { parts.lines(at: now).map(\.es) }

    @Test func whatNobodySaidIsNoZero() {
        #expect(lines(parts()) == ["agua, baños, m², lugares: sin dato"])
        #expect(parts().lines(at: now).map(\.en) == ["water, toilets, m², places: no data"])
        let half = lines(
            parts {
                $0.ofADay = 68
            } of: {
                $0.places = 80
            })
        #expect(half == ["lugares libres 12 de 80", "agua, baños, m²: sin dato"])
        #expect(lines(parts(litres: 0) { $0.ofADay = 4 })[0].contains("0 h 00"))
    }

    /// 88 inside and 12 expected drink 12.5 litres an hour.
    @Test func waterLastsForWhoIsHereAndWhoComes() {
        let said = lines(parts(litres: 46) { ($0.ofADay, $0.expected) = (88, 12) })
        #expect(said[0] == "agua: alcanza para 3 h 40 con quien está y quien viene")
    }

    @Test func aGroupWithoutAFigureIsSaid() {
        func said(_ groups: Int) -> String {
            lines(parts(litres: 46) { ($0.ofADay, $0.groupsWithoutCount) = (100, groups) })[0]
        }
        #expect(said(1).hasSuffix("quien viene, más 1 grupo sin cifra"))
        #expect(said(2).hasSuffix("más 2 grupos sin cifra"))
    }

    /// 3 L in the first day, 15 L a day beyond: whoever is here longer drinks as five.
    @Test(arguments: [(0, 1), (1, 0), (7, 3), (40, 9), (300, 25)], [(0, 3), (5, 12)])
    func whoeverIsHereLongerDrinksAsFive(_ inside: (Int, Int), _ more: (Int, Int)) throws {
        let mixed = parts(litres: 5000) {
            ($0.ofADay, $0.longer, $0.expected) = (inside.0, inside.1, more.0)
        }
        let short = parts(litres: 5000) { $0.ofADay = inside.0 + 5 * inside.1 + more.0 }
        #expect(mixed.waterMinutes(at: now) == short.waterMinutes(at: now))
        // More litres or fewer people never last for less, and each minute that goes by is one less.
        let some = try #require(mixed.waterMinutes(at: now))
        var fuller = mixed
        fuller.litres = 5001
        #expect(try #require(fuller.waterMinutes(at: now)) >= some)
        var crowded = mixed
        crowded.presence.expected += 1
        #expect(try #require(crowded.waterMinutes(at: now)) <= some)
        let later = mixed.waterMinutes(at: now.adding(minutes: more.1))
        #expect(later == max(0, some - more.1))
    }

    @Test func nobodyDrinksWhereNobodyIs() {
        let empty = parts(litres: 200)
        #expect(empty.waterMinutes(at: now) == nil)
        #expect(lines(empty)[0] == "agua: 200 L, nadie adentro ni anunciado")
    }

    @Test func toiletsAreTakenBySexAndRoundedAgainstThePoint() {
        let both = parts {
            ($0.women, $0.men, $0.otherSex) = (67, 60, 1)
        } of: {
            ($0.toiletsWomen, $0.toiletsMen) = (2, 1)
        }
        #expect(both.toWomensToilet == 34 && both.toMensToilet == 60)
        #expect(
            lines(both)[0]
                == "baños: mujeres 1:34 (2), hombres 1:60 (1), 1 sin sexo H/M; norma 1:50, pronto 1:20, 3 de mujeres por 1"
        )
        let half = parts {
            ($0.women, $0.men) = (1, 1)
        } of: {
            $0.toiletsMen = 0
        }
        #expect(half.toMensToilet == nil)
        #expect(lines(half)[0].contains("mujeres sin dato, hombres 0;"))
    }

    @Test func spaceAndPlacesAreToldAsTheyAre() {
        let full = parts {
            ($0.ofADay, $0.longer, $0.expected) = (30, 6, 40)
        } of: {
            ($0.area, $0.places) = (100, 30)
        }
        #expect(full.areaTenths == 27 && full.placesFree == -6)
        #expect(
            lines(full)
                == [
                    "2.7 m² por persona; norma 3.5", "lugares 30, 6 personas más; vienen 40",
                    "agua, baños: sin dato",
                ])
    }

    @Test func everyStandardHasAFigureAndASource() {
        for standard in Standard.allCases {
            #expect(standard.value > 0 && !standard.source.es.isEmpty, "\(standard)")
        }
    }
}
