import Repatriation

/// Who comes, with whom and in which group fits together.
extension ScenarioReader {
    func checkPeople(_ parts: [WrittenPart]) {
        for (one, part) in zip(scenario.people, parts) {
            if let adult = one.truth.family, !scenario.people.contains(where: { $0.id == adult }) {
                part.wrong("con", "no hay «\(adult)».", "there is no «\(adult)».")
            }
            if let sheet = one.truth.sheet, !scenario.sheets.contains(where: { $0.id == sheet }) {
                part.wrong("hoja", "no hay «\(sheet)».", "there is no «\(sheet)».")
            }
        }
    }

    func checkGroups(_ parts: [WrittenPart]) {
        let known = Set(scenario.people.map(\.id))
        var placed: Set<String> = []
        for (group, part) in zip(scenario.groups, parts) {
            for (key, names) in [
                ("personas", group.people), ("sin_lista", group.offList),
            ] {
                for name in names {
                    if !known.contains(name) {
                        part.wrong(key, "no hay «\(name)».", "there is no «\(name)».")
                    } else if !placed.insert(name).inserted {
                        part.wrong(key, "«\(name)» viene dos veces.", "«\(name)» comes twice.")
                    }
                }
            }
            for (key, names) in [("faltan", group.absent), ("se_fueron", group.gone)] {
                for name in names.sorted() where !group.people.contains(name) {
                    part.wrong(key, "«\(name)» no está en la lista.", "«\(name)» is not listed.")
                }
            }
            if group.people.isEmpty && group.others == 0 {
                part.wrong("personas", "falta, o «mezcla».", "is missing, or «mezcla».")
            }
            if group.comes > scenario.length {
                part.wrong("llega", "es después de «termina».", "is after «termina».")
            }
        }
    }
}
