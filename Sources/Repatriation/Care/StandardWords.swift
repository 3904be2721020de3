/// The parts as a board, a hand-over and its paper say them: neutral, each with its standard.
extension StandardParts {
    /// One line a part that is known, and one of those that are not: «sin dato», never zero.
    package func lines(at now: Instant) -> [Bilingual] {
        let parts: [(Bilingual, Bilingual?)] = [
            (Bilingual("agua", "water"), water(at: now)), (Bilingual("baños", "toilets"), toilets),
            (Bilingual("m²", "m²"), space), (Bilingual("lugares", "places"), room),
        ]
        let unknown = parts.filter { $0.1 == nil }.map(\.0)
        let known = parts.compactMap(\.1)
        guard !unknown.isEmpty else { return known }
        let es = unknown.map(\.es).joined(separator: ", ")
        let en = unknown.map(\.en).joined(separator: ", ")
        return known + [Bilingual("\(es): sin dato", "\(en): no data")]
    }

    /// «agua: alcanza para 3 h 40 con quien está y quien viene».
    private func water(at now: Instant) -> Bilingual? {
        guard let litres else { return nil }
        let more = uncounted
        guard let minutes = waterMinutes(at: now) else {
            return Bilingual(
                "agua: \(litres) L, nadie adentro ni anunciado\(more.es)",
                "water: \(litres) L, nobody inside or announced\(more.en)")
        }
        let time = StandardParts.time(minutes)
        return Bilingual(
            "agua: alcanza para \(time.es) con quien está y quien viene\(more.es)",
            "water: lasts \(time.en) with who is here and who comes\(more.en)")
    }

    /// `3 h 40`; what is longer than three days is no question of a shift.
    private static func time(_ minutes: Int) -> Bilingual {
        guard minutes <= 3 * 1440 else { return Bilingual("más de 3 días", "over 3 days") }
        let words = "\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return Bilingual(words, words)
    }

    /// Groups of which nobody said how many come.
    private var uncounted: Bilingual {
        switch presence.groupsWithoutCount {
        case 0: Bilingual("", "")
        case 1: Bilingual(", más 1 grupo sin cifra", ", and 1 group without a figure")
        case let many:
            Bilingual(", más \(many) grupos sin cifra", ", and \(many) groups without a figure")
        }
    }

    /// «baños: mujeres 1:34 (2), hombres 1:60 (1); norma 1:50, pronto 1:20, 3 a 1».
    private var toilets: Bilingual? {
        guard toiletsWomen != nil || toiletsMen != nil else { return nil }
        func said(_ toilets: Int?, _ each: Int?, _ language: Language) -> String {
            guard let toilets else { return language("sin dato", "no data") }
            return each.map { "1:\($0) (\(toilets))" } ?? String(toilets)
        }
        func whole(_ language: Language) -> String {
            let women = said(toiletsWomen, toWomensToilet, language)
            let men = said(toiletsMen, toMensToilet, language)
            let (now, soon) = (Standard.toiletAtOnce.figure, Standard.toiletSoon.figure)
            let ratio = Standard.womensToMens.figure
            return language(
                "baños: mujeres \(women), hombres \(men)\(others(language)); "
                    + "norma 1:\(now), pronto 1:\(soon), \(ratio) de mujeres por 1",
                "toilets: women \(women), men \(men)\(others(language)); "
                    + "standard 1:\(now), soon 1:\(soon), \(ratio) of women's to 1")
        }
        return Bilingual(whole(.es), whole(.en))
    }

    private func others(_ language: Language) -> String {
        presence.otherSex == 0
            ? "" : language(", \(presence.otherSex) sin sexo H/M", ", \(presence.otherSex) not H/M")
    }

    private var space: Bilingual? {
        guard let area else { return nil }
        let standard = Standard.area.figure
        guard let tenths = areaTenths else {
            return Bilingual("\(area) m², nadie adentro", "\(area) m², nobody inside")
        }
        let each = "\(tenths / 10).\(tenths % 10)"
        return Bilingual(
            "\(each) m² por persona; norma \(standard)",
            "\(each) m² a person; standard \(standard)")
    }

    private var room: Bilingual? {
        guard let places, let free = placesFree else { return nil }
        let comes = presence.expected
        let coming =
            comes == 0 ? Bilingual("", "") : Bilingual("; vienen \(comes)", "; \(comes) come")
        let words =
            free >= 0
            ? Bilingual("lugares libres \(free) de \(places)", "places free \(free) of \(places)")
            : Bilingual(
                "lugares \(places), \(-free) personas más", "places \(places), \(-free) people more"
            )
        return Bilingual(words.es + coming.es, words.en + coming.en)
    }
}

extension Standard {
    /// The figure as it is written.
    package var figure: String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}

extension StandardParts {
    /// As the board's JSON has it: what is not known is null.
    func json(at now: Instant) -> JSON {
        [
            "litres": JSON(litres), "waterMinutes": JSON(waterMinutes(at: now)),
            "toWomensToilet": JSON(toWomensToilet), "toMensToilet": JSON(toMensToilet),
            "areaTenths": JSON(areaTenths), "places": JSON(places),
            "placesFree": JSON(placesFree), "expected": .int(presence.expected),
        ]
    }
}
