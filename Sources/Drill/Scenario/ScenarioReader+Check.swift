import Repatriation

/// What a scenario says of itself fits together: every name that is meant is there, every line of
/// `send` is one, nothing happens after the end.
extension ScenarioReader {
    func check(_ whole: WrittenPart) {
        var part = whole
        if scenario.colleagues.contains(scenario.desk) {
            part.wrong(
                "colegas", "la ventanilla \(scenario.desk) es de quien practica.",
                "desk \(scenario.desk) is the trainee's.")
        }
        let people = part.parts("personas")
        let groups = part.parts("grupos")
        let injects = part.parts("injects")
        checkOnce(scenario.objectives.map(\.id), part.parts("objetivos"))
        checkOnce(scenario.moments.map(\.id), part.parts("momentos"))
        checkOnce(
            scenario.people.map(\.id) + scenario.groups.map(\.id) + scenario.sheets.map(\.id),
            people + groups + part.parts("hojas"))
        checkOnce(scenario.injects.map(\.id), injects)
        checkGroups(groups)
        checkPeople(people)
        for (one, part) in zip(scenario.moments, part.parts("momentos"))
        where one.at > scenario.length {
            part.wrong("en", "es después de «termina».", "is after «termina».")
        }
        for (inject, part) in zip(scenario.injects, injects) { check(inject, part) }
        checkObjectives(part)
    }

    private func checkOnce(_ names: [String], _ parts: [WrittenPart]) {
        var known: Set<String> = []
        for (name, part) in zip(names, parts) where !known.insert(name).inserted {
            part.wrong("id", "«\(name)» ya es de otro.", "«\(name)» is another's already.")
        }
    }

    private func check(_ inject: Inject, _ part: WrittenPart) {
        switch inject.cue {
        case .at(let seconds) where seconds > scenario.length:
            part.wrong("en", "es después de «termina».", "is after «termina».")
        case .after(let other, _, _) where !isEarlier(other, than: inject.id):
            part.wrong(
                "tras", "«\(other)» no es un inject de antes.",
                "«\(other)» is no inject before it.")
        default: break
        }
        if let moment = inject.moment, !scenario.moments.contains(where: { $0.id == moment }) {
            part.wrong("momento", "no hay uno «\(moment)».", "there is no «\(moment)».")
        }
        if let desk = inject.silentDesk, !scenario.colleagues.contains(desk) {
            part.wrong("calla", "nadie de «colegas» está ahí.", "nobody of «colegas» sits there.")
        }
        var names = Set(scenario.people.map(\.id) + scenario.groups.map(\.id))
        names.formUnion(ScriptedAct.Actor.allCases.map(\.rawValue))
        names.formUnion(kept(before: inject.id, \.happens))
        for act in inject.happens { check(act, &names) }
        // What only a player did is there for nobody else.
        for acts in [\Inject.good, \Inject.careless] {
            var known = names.union(kept(before: inject.id, acts))
            for act in inject[keyPath: acts] { check(act, &known) }
        }
        for (expected, part) in zip(inject.expects, expectations(part)) {
            check(expected, part, names)
        }
    }

    private func expectations(_ part: WrittenPart) -> [WrittenPart] {
        var part = part
        return part.parts("espera")
    }

    private func isEarlier(_ other: String, than id: String) -> Bool {
        scenario.injects.prefix { $0.id != id }.contains { $0.id == other }
    }

    private func kept(before id: String, _ acts: KeyPath<Inject, [ScriptedAct]>) -> [String] {
        scenario.injects.prefix { $0.id != id }.flatMap { $0[keyPath: acts] }.flatMap {
            $0.keeps.keys
        }
    }

    /// Each line is read as `send` reads it, with a number for each name.
    private func check(_ act: ScriptedAct, _ names: inout Set<String>) {
        var unknown: [String] = []
        let line = JSON.object(act.line).resolved { name in
            if TimeOfDay(text: name) != nil { return .string(Instant(milliseconds: 0).text) }
            if scenario.sheets.contains(where: { $0.id == name }) { return .string(name) }
            if !names.contains(name) { unknown.append(name) }
            return 1
        }
        for name in unknown.sorted() {
            problems.add(
                act.place, "«@\(name)» no es nadie todavía.", "«@\(name)» is nobody yet.")
        }
        names.formUnion(act.keeps.keys)
        do {
            _ = try Command(line)
        } catch {
            problems.add(act.place, error.sentence.es, error.sentence.en)
        }
    }

    private func check(_ expected: Expectation, _ part: WrittenPart, _ names: Set<String>) {
        if let subject = expected.subject, !names.contains(subject) {
            part.wrong("hecho", "no hay «\(subject)».", "there is no «\(subject)».")
        }
        for (field, value) in expected.fields.sorted(by: { $0.key < $1.key }) {
            if !FactFields.has(field) {
                part.wrong("hecho", "no hay un campo «\(field)».", "there is no field «\(field)».")
            } else if !FactFields.canBe(value) {
                part.wrong(
                    "hecho", "«\(field)» toma una clave, un número, true (algo) o null (nada).",
                    "«\(field)» takes a code, a number, true (something) or null (nothing).")
            }
        }
        if !scenario.objectives.contains(where: { $0.id == expected.objective }) {
            part.wrong(
                "objetivo", "no hay uno «\(expected.objective)».",
                "there is no «\(expected.objective)».")
        }
    }

    /// Each objective is scored by something, and asks for no more than it gives.
    private func checkObjectives(_ whole: WrittenPart) {
        var part = whole
        for (objective, part) in zip(scenario.objectives, part.parts("objetivos")) {
            let possible = scenario.injects.flatMap(\.expects)
                .filter { $0.objective == objective.id }.map(\.points).reduce(0, +)
            if possible == 0 {
                part.wrong("id", "ninguna espera lo puntúa.", "nothing that is expected scores it.")
            } else if objective.least > possible {
                problems.add(
                    part.line,
                    "«\(objective.id)»: «minimo» pasa de los \(possible) puntos que hay.",
                    "«\(objective.id)»: «minimo» is over the \(possible) points there are.")
            }
        }
    }
}
