import Repatriation

extension ScenarioReader {
    /// `llegadas`: groups that come to a point day after day; `turnos` at which hours the lead
    /// changes.
    mutating func readDays(_ part: inout WrittenPart) {
        for text in part.texts("turnos") ?? [] {
            if let hour = TimeOfDay(text: text) {
                scenario.changes.append(hour)
            } else {
                part.wrong("turnos", "toma horas: \"07:00\".", "takes hours: \"07:00\".")
            }
        }
        for one in part.parts("llegadas") { rate(one).map { scenario.rates.append($0) } }
        if let chances = part.part("azar") { scenario.chances = self.chances(chances) }
    }

    private func rate(_ written: WrittenPart) -> Scenario.Rate? {
        var part = written
        guard let place = point(part.requiredText("punto")) else {
            if part.has("punto") { part.wrong("punto", ScenarioReader.points) }
            return nil
        }
        var rate = Scenario.Rate(point: place)
        rate.daily = part.requiredInteger("por_dia", 1...5000)
        rate.desks = desks("ventanillas", &part)
        rate.atNight = part.integer("de_noche", 0...1000) ?? 0
        rate.modes = weights("modos", &part) ?? rate.modes
        rate.authorities = weights("autoridades", &part) ?? rate.authorities
        part.finish()
        return rate
    }

    /// `{ bus: 80, foot: 20 }`: each of a closed list with its weight; nil where none is written.
    private func weights<Kind: RawRepresentable<String> & CaseIterable & Hashable>(
        _ key: String, _ part: inout WrittenPart
    ) -> [Kind: Int]? {
        guard var written = part.part(key) else { return nil }
        var weights: [Kind: Int] = [:]
        for kind in Kind.allCases { weights[kind] = written.integer(kind.rawValue, 1...1000) }
        written.finish()
        return weights.isEmpty ? nil : weights
    }

    private func chances(_ written: WrittenPart) -> Scenario.Chances {
        var part = written
        func chance(_ key: String) -> Int { part.integer(key, 0...1000) ?? 0 }
        var chances = Scenario.Chances()
        chances.repeats = chance("repiten")
        chances.absent = chance("no_entregadas")
        chances.gone = chance("se_fueron")
        chances.offList = chance("sin_lista")
        chances.notPresent = chance("no_acuden")
        chances.sheltered = chance("albergue")
        chances.helped = chance("apoyos")
        part.finish()
        return chances
    }
}
