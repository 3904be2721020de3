import Repatriation

/// Reads a scenario, and tells everything that is wrong with it, each with its line.
///
/// The keys are Spanish: those who write scenarios are officers. `garita manual` lists them.
package struct ScenarioReader {
    let problems = FileProblems()
    var scenario = Scenario()

    /// What was read.
    package enum Reading: Sendable, Equatable {
        case whole(Scenario)
        /// In the order of the lines.
        case wrong([FileProblem])
    }

    /// The scenario that a text is, or what is wrong with it. O(n).
    package static func read(_ text: String) -> Reading {
        let written: Written
        do { written = try JSON5Reader.read(text) } catch { return .wrong([error]) }
        var reader = ScenarioReader()
        guard let part = WrittenPart(written, reader.problems) else {
            return .wrong(reader.problems.all)
        }
        reader.read(part)
        if reader.problems.all.isEmpty { reader.check(part) }
        let problems = reader.problems.inOrder
        return problems.isEmpty ? .whole(reader.scenario) : .wrong(problems)
    }

    /// The keys that it asks a text for, each with the parts in which it stands; what the manual tells
    /// is compared with them.
    static func keys(_ text: String) -> Set<String> {
        var reader = ScenarioReader()
        guard let written = try? JSON5Reader.read(text),
            let part = WrittenPart(written, reader.problems)
        else { return [] }
        reader.read(part)
        return reader.problems.asked
    }

    private mutating func read(_ whole: WrittenPart) {
        var part = whole
        scenario.id = part.name()
        scenario.title = part.requiredText("titulo")
        scenario.summary = part.requiredText("resumen")
        readPlace(&part)
        for var one in part.parts("objetivos") {
            scenario.objectives.append(
                .init(
                    id: one.name(), text: one.requiredText("texto"),
                    source: one.requiredText("fuente")))
            one.finish()
        }
        for var one in part.parts("momentos") {
            scenario.moments.append(
                .init(
                    id: one.name(), title: one.requiredText("titulo"), at: moment("en", &one) ?? 0))
            one.finish()
        }
        for one in part.parts("personas") { scenario.people.append(character(one)) }
        for one in part.parts("grupos") { scenario.groups.append(group(one)) }
        for var one in part.parts("hojas") {
            scenario.sheets.append(.init(id: one.name(), kind: one.code("tipo") ?? .certificate))
            one.finish()
        }
        for one in part.parts("injects") { scenario.injects.append(inject(one)) }
        for var one in part.parts("evaluacion") {
            let id = one.requiredText("objetivo")
            let least = one.requiredInteger("minimo", 0...999)
            if let place = scenario.objectives.firstIndex(where: { $0.id == id }) {
                scenario.objectives[place].least = least
            } else {
                one.wrong("objetivo", "no hay uno «\(id)».", "there is no «\(id)».")
            }
            one.finish()
        }
        scenario.lessons = part.texts("lecciones") ?? []
        part.finish()
    }

    private mutating func readPlace(_ part: inout WrittenPart) {
        if let point = point(part.requiredText("punto")) {
            scenario.point = point
        } else if part.has("punto") {
            part.wrong("punto", ScenarioReader.points)
        }
        scenario.desk = part.integer("ventanilla", 1...99) ?? 1
        let years = 2000...2099
        if let day = CivilDate(text: part.requiredText("dia")), years.contains(day.year) {
            scenario.day = day
        } else if part.has("dia") {
            part.wrong("dia", "toma un día: 2026-11-20.", "takes a day: 2026-11-20.")
        }
        scenario.starts = hour("empieza", &part) ?? .usualCut
        let whole = part.integer("dias", 0...60) ?? 0
        if whole == 0 || part.has("termina") { scenario.length = moment("termina", &part) ?? 0 }
        scenario.length += whole * 86_400
        if scenario.length == 0 {
            part.wrong("termina", "va después de «empieza».", "comes after «empieza».")
        }
        scenario.seed = part.integer("semilla", 1...(1 << 40)) ?? 1
        scenario.works = part.codes("trabaja").map(Set.init) ?? scenario.works
        scenario.colleagues = desks("colegas", &part)
        scenario.reserves = desks("refuerzo", &part)
        readDays(&part)
        scenario.skill = part.integer("destreza", 0...1000) ?? 1000
    }

    func desks(_ key: String, _ part: inout WrittenPart) -> [Int] {
        part.list(key).compactMap { element in
            if case .int(let desk) = element.value, (1...99).contains(desk) { return desk }
            part.wrong(key, "toma números de ventanilla.", "takes numbers of desks.")
            return nil
        }
    }

    /// One of the points that a practice has.
    func point(_ text: String) -> PointCode? {
        ScenarioReader.codes.first { $0.text == text }
    }

    private static let codes: [PointCode] = {
        var ids = IdentifierSource(origin: 1, counter: 0)
        return NinePoints.make(&ids).filter(\.isActive).map(\.code)
    }()

    /// What a point may be.
    static let points: Bilingual = {
        let names = codes.map(\.text).joined(separator: ", ")
        return Bilingual("toma un punto: \(names).", "takes a point: \(names).")
    }()

    private func hour(_ key: String, _ part: inout WrittenPart) -> TimeOfDay? {
        guard part.has(key) else {
            part.isMissing(key)
            return nil
        }
        guard let hour = part.text(key).flatMap(TimeOfDay.init(text:)) else {
            part.wrong(key, "toma una hora: \"22:40\".", "takes an hour: \"22:40\".")
            return nil
        }
        return hour
    }

    /// Seconds from the start: a number is so many, a text an hour of the clock, the next one after
    /// the start.
    func moment(_ key: String, _ part: inout WrittenPart) -> Int? {
        guard let written = part.take(key) else {
            part.isMissing(key)
            return nil
        }
        switch written.value {
        case .int(let seconds) where (0...172_800).contains(seconds): return seconds
        case .text(let text):
            guard let hour = TimeOfDay(text: text) else { break }
            return scenario.minutes(until: hour) * 60
        default: break
        }
        part.wrong(
            key, "toma segundos desde el inicio o una hora: \"22:55\".",
            "takes seconds from the start or an hour: \"22:55\".")
        return nil
    }
}
