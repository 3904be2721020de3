import Repatriation

/// The papers of one person. No US record, no health, no flag on any of them.
extension PaperDocument {
    /// Who was received, where and when.
    package static func certificate(_ facts: PaperFacts) -> PaperDocument {
        let person = facts.person
        return PaperDocument(
            title: "Constancia", isDrill: facts.isDrill,
            heading: facts.heading("CONSTANCIA DE RECEPCIÓN"),
            statement:
                """
                Se hace constar que la persona nombrada, de nacionalidad mexicana, fue recibida \
                en este punto el día y la hora que se indican.
                """,
            facts: [
                Fact("Nombre", person.fullName),
                Fact("Nacimiento", person.birth?.shown.es ?? "no consta"),
                Fact("CURP", person.curp.flatMap { CURP($0).isValid ? $0 : nil } ?? "no consta"),
                Fact("Recibida", facts.moment(person.receivedAt) ?? "no consta"),
            ],
            closing: [
                """
                Es gratuita y sirve para pedir documentos, salud, escuela y apoyos. Nadie puede \
                cobrarle por ella.
                """
            ], signatures: ["Firma o huella", facts.signs])
    }

    /// Who was told of a child and who receives the child (Ley de Migración, art. 112). Signed in
    /// two copies.
    package static func acta(_ facts: PaperFacts, _ lanes: LaneState, officers: [Officer])
        -> PaperDocument
    {
        let person = facts.person
        func told(_ step: LaneStep) -> String? {
            guard let line = lanes.lines.first(where: { $0.step == step }),
                let at = facts.moment(line.doneAt)
            else {
                return nil
            }
            let how = line.tick?.medium?.label.es
            return [at, how, line.tick?.who, line.tick?.folio.map { "folio \($0)" }].compactMap {
                $0
            }
            .joined(separator: "; ")
        }
        let attends = lanes.lines.first { $0.step == .opi }?.tick.flatMap { tick in
            officers.first { $0.id == tick.named ?? tick.officer }
        }
        // Whoever is no child-protection officer is not called one.
        let isOPI = attends?.effectiveRoles.contains(.opi) == true
        return PaperDocument(
            title: "Acta de canalización", isDrill: facts.isDrill,
            heading: facts.heading("ACTA DE CANALIZACIÓN"),
            statement:
                """
                Con fundamento en el artículo 112 de la Ley de Migración se hace constar que se \
                avisó a la Procuraduría de Protección y que la niña, niño o adolescente se \
                canaliza de inmediato al DIF.
                """,
            facts: [
                Fact(
                    "Nombre",
                    person.fullName.isEmpty
                        ? person.description ?? "sin identificar" : person.fullName),
                Fact("Nacimiento", person.birth?.shown.es ?? "no consta"),
                Fact("Recepción en el punto", facts.moment(person.receivedAt) ?? "no consta"),
                Fact(isOPI ? "Atendió la OPI" : "Atendió", attends?.name),
                Fact("Aviso a la Procuraduría", told(.procuraduria)),
                Fact("Aviso al DIF", told(.dif)), Fact("Llegada del DIF", told(.difArrived)),
                Fact("Recibe: institución", person.receiverInstitution),
                Fact("Recibe: nombre", person.receiverName),
                Fact("Credencial", person.receiverCredential),
                Fact("Placa del vehículo", person.receiverPlate),
            ],
            closing: ["Se firma en dos copias: una para el DIF y otra para el expediente."],
            signatures: ["Recibe por el DIF", "OPI", "Segunda persona que confirma"])
    }

    /// What came back, what did not, and until when it can be asked for.
    package static func claim(_ facts: PaperFacts, _ claim: PropertyClaim) -> PaperDocument {
        let missing = Property.allCases.filter(claim.missing.contains).map(\.label.es).joined(
            separator: ", ")
        return PaperDocument(
            title: "Declaración y reclamo de pertenencias", isDrill: facts.isDrill,
            heading: facts.heading("DECLARACIÓN Y RECLAMO DE PERTENENCIAS"),
            statement:
                """
                La persona nombrada declara que no le devolvieron lo que se indica al ser \
                entregada por la autoridad de Estados Unidos.
                """,
            facts: [
                Fact("Nombre", facts.person.fullName),
                Fact("Se le devolvió", facts.person.belongings.label.es), Fact("Falta", missing),
                Fact("Talón", claim.tag ?? "no tiene"),
                Fact("Dinero (dólares)", claim.amount.map(String.init) ?? "no dijo"),
                Fact("Oficina de EUA", claim.office ?? "no consta"),
                Fact("Declarado", facts.moment(claim.madeAt) ?? "no consta"),
                Fact("Puede reclamarse hasta", claim.dueOn?.shown ?? "no consta"),
            ],
            closing: [
                """
                Esta copia es suya. Con ella puede pedir sus cosas por medio del consulado de \
                México del lugar donde estuvo detenida.
                """
            ], signatures: ["Firma o huella", "Oficial"])
    }
}
