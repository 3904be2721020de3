import Repatriation

extension ScenarioReader {
    /// Somebody written by hand.
    func character(_ written: WrittenPart) -> Scenario.Character {
        var part = written
        var character = Scenario.Character(id: part.name())
        character.person.given = part.text("nombre")
        let surnames = part.texts("apellidos") ?? []
        character.person.firstSurname = surnames.first
        character.person.secondSurname = surnames.count > 1 ? surnames[1] : nil
        if surnames.count > 2 {
            part.wrong("apellidos", "son dos, uno o ninguno.", "are two, one or none.")
        }
        character.person.sex = part.code("sexo")
        if let text = part.text("nace") {
            character.person.birthDate = CivilDate(text: text)
            if character.person.birthDate == nil {
                part.wrong("nace", "toma un día: 2013-05-02.", "takes a day: 2013-05-02.")
            }
        }
        if let state = part.text("estado") {
            character.person.birthState = MexicanState(curpCode: state)?.code
            if character.person.birthState == nil {
                part.wrong(
                    "estado", "toma las dos letras de la CURP: OC, NE.",
                    "takes the two letters of the CURP: OC, NE.")
            }
        }
        character.person.notes = part.text("notas")
        character.person.tag = part.text("etiqueta")
        character.person.country = part.text("pais")
        if let description = part.text("descripcion") {
            character.person.description = description
            character.person.isUnidentified = true
        } else if character.person.given == nil && surnames.isEmpty {
            part.wrong(
                "nombre", "falta, o «descripcion» de quien no tiene nombre.",
                "is missing, or the «descripcion» of whoever has no name.")
        }
        character.truth = truth(&part)
        part.finish()
        return character
    }

    private func truth(_ part: inout WrittenPart) -> Truth {
        var truth = Truth()
        truth.flags = (part.codes("banderas") as [Flag]?).map(Set.init)
        truth.nationality = part.code("nacionalidad") ?? .accredited
        truth.proof = part.code("prueba")
        truth.exit = part.code("salida")
        truth.belongings = part.code("pertenencias")
        truth.family = part.text("con")
        truth.stays = stay(&part)
        truth.claim = part.part("reclama").map(claim)
        truth.isAgeDoubted = part.flag("edad_en_duda") ?? false
        truth.sheet = part.text("hoja")
        for (name, value) in part.members("respuestas") {
            guard let field = ProfileField(rawValue: name), let answer = value.text else {
                part.wrong(
                    "respuestas", "no hay una pregunta «\(name)», o no es un texto.",
                    "there is no question «\(name)», or it is no text.")
                continue
            }
            truth.answers[field] = answer
        }
        return truth
    }

    /// `se_queda: true` until an act by hand, `se_queda: "07:00"` until that hour at least.
    private func stay(_ part: inout WrittenPart) -> Int? {
        guard let written = part.take("se_queda") else { return nil }
        if case .bool(let stays) = written.value { return stays ? Truth.always : nil }
        return moment("se_queda", &part)
    }

    private func claim(_ written: WrittenPart) -> PropertyClaimed {
        var part = written
        var claim = PropertyClaimed(Set(part.codes("falta") ?? []))
        if claim.missing.isEmpty { part.isMissing("falta") }
        claim.amount = part.integer("dolares", 1...1_000_000)
        claim.office = part.text("oficina")
        part.finish()
        return claim
    }

    /// A group at an hour of its own.
    func group(_ written: WrittenPart) -> Scenario.ScriptedGroup {
        var part = written
        var group = Scenario.ScriptedGroup(id: part.name())
        if let text = part.text("punto") {
            group.point = point(text)
            if group.point == nil { part.wrong("punto", ScenarioReader.points) }
        }
        group.comes = moment("llega", &part) ?? 0
        if part.has("esperado") { group.told = moment("esperado", &part) }
        group.notice = part.integer("aviso", 0...1440) ?? group.notice
        group.mode = part.code("modo") ?? group.mode
        group.authority = part.code("autoridad") ?? group.authority
        group.people = part.texts("personas") ?? []
        group.others = part.integer("mezcla", 0...999) ?? 0
        group.absent = Set(part.texts("faltan") ?? [])
        group.gone = Set(part.texts("se_fueron") ?? [])
        group.offList = part.texts("sin_lista") ?? []
        group.declared = part.integer("declarados", 1...2000)
        group.present = part.integer("presentes", 1...2000)
        group.isByHand = part.flag("a_mano") ?? false
        part.finish()
        return group
    }
}
