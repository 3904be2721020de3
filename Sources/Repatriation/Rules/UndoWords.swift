extension Lasting {
    /// Why, and what to do instead.
    package var label: Bilingual {
        switch self {
        case .paper:
            Bilingual(
                "Ya se expidió un papel con folio: se anula en la ficha, «i».",
                "A paper with a folio was issued: it is made void on the card, «i».")
        case .delivery:
            Bilingual(
                "El papel ya se entregó, se imprimió o se anuló: expida otro en la ficha.",
                "The paper was delivered, printed or made void: issue another on the card.")
        case .interview:
            Bilingual(
                "Lo guardado se corrige en la entrevista y se guarda de nuevo.",
                "What was saved is corrected in the interview and saved again.")
        case .list:
            Bilingual(
                "De la lista no se quita a nadie: al pasar lista se marca quién no llegó.",
                "Nobody is taken off the list: the roll call marks who did not come.")
        case .group:
            Bilingual(
                "El grupo se corrige con «e», se cuenta de nuevo o se reabre en Grupos: F6.",
                "The group is corrected with «e», counted again or reopened in Groups: F6.")
        case .shift:
            Bilingual("Se cambia en Turno: F9 «t».", "It is changed in Shift: F9 «t».")
        case .handed:
            Bilingual(
                "Otra ventanilla ya la atiende: quien la tenía la toma de nuevo con «w».",
                "Another desk attends them: whoever had them takes them over again with «w».")
        case .alarm:
            Bilingual(
                "La alarma se cierra al localizar a la persona, en su ficha.",
                "The alarm is closed by locating the person, on the card.")
        case .age:
            Bilingual(
                "La edad la decide la Procuraduría: se corrige con su folio y dos oficiales.",
                "The age is the Procuraduría's: it is corrected with its folio and two officers.")
        case .child:
            Bilingual(
                "Salió una niña, niño o adolescente. Si sigue aquí, recíbala fuera de lista: "
                    + "F6, «a»; y avise a la jefatura.",
                "A child left. If they are still here, receive them off list: F6, «a»; "
                    + "and tell the lead.")
        case .reserved:
            Bilingual(
                "Lo dicho en reserva se conserva: llene otro formulario.",
                "What was told in private is kept: fill in another form.")
        case .gate:
            Bilingual(
                "Quien preguntó queda anotado: si algo no es así, anótelo de nuevo.",
                "Who asked stays on record: where it was wrong, note it again.")
        case .setting:
            Bilingual(
                "Vale lo último que se fijó: cámbielo donde se fijó.",
                "What was set last holds: change it where it was set.")
        case .confirmation:
            Bilingual(
                "Lo pedido a otra persona caduca solo en 10 minutos.",
                "What waits for another officer lapses by itself in 10 minutes.")
        case .file:
            Bilingual(
                "Es parte de un expediente de derechos o de archivo: se responde, no se borra.",
                "It is part of a file of rights or of the archive: it is answered, not erased.")
        case .record:
            Bilingual(
                "Sólo deja constancia: haga de nuevo lo que haga falta.",
                "It only keeps a record: do again what is needed.")
        case .dataLeft:
            Bilingual(
                "Los datos ya salieron: queda a quién se dieron. Si algo no fue así, anótelo "
                    + "de nuevo.",
                "The data have left: to whom stays on record. Where it was wrong, note it again.")
        case .laterProgram:
            Bilingual(
                "Un programa más nuevo escribió algo sobre esto: hágalo con ese programa.",
                "A later program wrote something about this: do it with that program.")
        }
    }
}

/// What rests on an act, where no later fact of the same people says it.
package enum Dependence: String, Code {
    case later, number, groupSettled, insideElsewhere, deskTaken, childLeft, paperIssued, personLeft
    case groupCame

    /// In a few words, nobody named.
    package var label: Bilingual {
        switch self {
        case .later: Bilingual("algo que se anotó después", "something noted since")
        case .number:
            Bilingual("su número de ficha ya lo tiene otra persona", "somebody has their number")
        case .groupSettled:
            Bilingual("su grupo ya se cuadró o se cerró", "their group is balanced or closed")
        case .insideElsewhere:
            Bilingual("está adentro con otra recepción", "they are inside with another reception")
        case .deskTaken:
            Bilingual("la ventanilla atiende ya a otra persona", "the desk attends somebody else")
        case .childLeft:
            Bilingual("una niña, niño o adolescente salió con ella", "a child left with them")
        case .paperIssued:
            Bilingual("se expidió un papel con ese dato", "a paper states it")
        case .groupCame:
            Bilingual("el grupo ya llegó al otro punto", "the group has come to the other point")
        case .personLeft: Bilingual("la persona ya salió", "the person has left")
        }
    }
}

extension Refusal {
    /// It is never taken back, and why.
    static func lasting(_ reason: Lasting) -> Refusal {
        Refusal(.notUndoable, ["reason": .string(reason.rawValue)])
    }

    /// Something rests on it.
    static func depended(_ dependence: Dependence) -> Refusal {
        Refusal(.somethingDependsOnIt, ["depends": .string(dependence.rawValue)])
    }

    /// Something that was done later, by its kind and hour; nobody is named, and what whoever acts
    /// may not know of is not told.
    static func depended(_ later: LaterFact, _ zone: Zone) -> Refusal {
        guard later.isTold else { return depended(.later) }
        var details: [String: JSON] = [
            "depends": .string(later.event.kind.rawValue),
            "hour": .string(zone.local(later.at).clock),
        ]
        let desk = later.event.changes.lazy.filter { $0.kind == .reception }.flatMap(\.entries)
            .first { $0.field == "desk" }
        if later.event.kind == .called, case .int(let number)? = desk?.value {
            details["desk"] = .int(number)
        }
        return Refusal(.somethingDependsOnIt, details)
    }

    /// What depends, in words: «llamada a la ventanilla 3, 00:12».
    func dependence(_ language: Language) -> String? {
        guard let code = details["depends"]?.text else { return nil }
        guard let kind = EventKind(rawValue: code) else {
            return Dependence(rawValue: code)?.label(language)
        }
        let words = details["desk"]?.integer.map(ActPhrase.called(to:)) ?? kind.label
        guard let hour = details["hour"]?.text else { return words(language) }
        return "\(words(language)), \(hour)"
    }
}
