import Repatriation

/// What the message line says after a command.
enum Answers {
    /// Whom and what: «Ficha 8, Luna Ruiz: llamada a la ventanilla 1.»
    static func message(
        _ command: Command, changed: Bool, _ result: any Outcome, _ person: Reception?, _ context: Context
    ) -> Said? {
        guard let words = words(command, changed: changed, result) else { return nil }
        return person.map { Whom($0).said(words, context) } ?? Said(words, .message)
    }

    private static func words(_ command: Command, changed: Bool, _ result: any Outcome) -> Bilingual? {
        func number(_ key: String) -> String { result[key]?.integer.map(String.init) ?? "" }
        func text(_ key: String) -> String { result[key]?.text ?? "" }
        if let alone = result["leftAlone"]?.elements?.count, alone > 0 {
            return Bilingual(
                "Salió. Sigue aquí, sin nadie, NNA de su familia (\(alone)): su ruta es con la OPI.",
                "Left. Children of the family (\(alone)) stay here alone: their lane is child protection's.")
        }
        switch command {
        case .of(let any):
            return any.act.said(result, changed: changed)
                ?? (changed ? Bilingual("Hecho.", "Done.") : Bilingual("Ya estaba así.", "It was so already."))
        case .reception(_, .receive(let belongings, _)):
            if result["already"] == true { return Bilingual("Ya estaba recibida.", "Already received.") }
            return ActWords.received(belongings.map(CodeWords.of)).stopped
        case .group(.addOffList): return Bilingual("Agregada fuera de lista.", "Added off the list.")
        case .group(.announce):
            if result["outOfHours"] == true {
                return Bilingual(
                    "\(text("name")) anunciado FUERA DE HORARIO: avise a consulado y enlace.",
                    "\(text("name")) announced OUT OF HOURS: tell consulate and liaison.")
            }
            return Bilingual("\(text("name")) anunciado.", "\(text("name")) announced.")
        case .group(.headCount(_, _, let counted, _)):
            let difference = result["difference"]?.integer ?? 0
            let present = counted - difference
            return difference == 0
                ? Bilingual("El conteo coincide.", "The count agrees.")
                : Bilingual(
                    "Contadas \(counted), recibidas y presentes \(present): diferencia \(difference).",
                    "Counted \(counted), received and present \(present): difference \(difference).")
        case .reception(_, .release) where result["pending"] == "confirmation":
            return Bilingual(
                "Falta que otra persona la confirme en 10 min: «k».", "Somebody else has to confirm within 10 min: «k»."
            )
        case .reception(_, .tickLane(.acta, _)):
            return Bilingual(
                "Acta \(text("folio")): «f» cuando la firmen.", "Record \(text("folio")): «f» when signed.")
        case .reception(_, .correctAge) where result["pending"] == "confirmation":
            return Bilingual(
                "Otra persona lo confirma: «k». Hasta entonces, menor.",
                "Somebody else confirms: «k». Until then, a child.")
        case .reception(_, .correctAge):
            return result["child"] == true
                ? Bilingual("Edad anotada: se le trata como menor.", "Age noted: treated as a child.")
                : Bilingual("Edad anotada.", "Age noted.")
        case .reception(_, .leaveAnyway(let leaving)):
            let how = CodeWords.of(leaving.release.how)
            return Bilingual("Salió: \(how.es). Queda en seguimiento.", "Left: \(how.en). On the follow-up list.")
        case .reception(_, .screen):
            return Bilingual("Guardado.", "Kept.")
        case .confirm where changed: return Bilingual("Confirmada.", "Confirmed.")
        case .reception(_, .issueCertificate):
            return Bilingual("Constancia \(text("folio")).", "Certificate \(text("folio")).")
        case .reception(_, .triage):
            return Bilingual("Meta \(number("targetMinutes")) min.", "Target \(number("targetMinutes")) min.")
        case .reception(_, .saveProfile):
            let missing = result["missing"]?.elements?.compactMap(\.text) ?? []
            return missing.isEmpty
                ? Bilingual("Entrevista completa.", "Interview complete.") : stillMissing(missing)
        case .reception(_, .setNationality(let nationality, let proof, _, _, _)):
            let what = CodeWords.of(nationality)
            let how = proof.map { CodeWords.of($0) } ?? Bilingual("", "")
            return Bilingual(
                "Nacionalidad: \(what.es)\(how.es.isEmpty ? "" : ", \(how.es)").",
                "Nationality: \(what.en)\(how.en.isEmpty ? "" : ", \(how.en)").")
        case .reception(_, .setFamily):
            return result["doubts"]?.elements?.isEmpty == false
                ? Bilingual(
                    "Familia unida; las edades no cuadran: revíselas.",
                    "Joined as a family; the ages do not fit: look.")
                : Bilingual("Familia unida: se les llama juntas.", "Joined as a family: they are called together.")
        case .reception(_, .linkPerson) where changed:
            return Bilingual("Unida a quien vino antes.", "Linked to who came before.")
        case .reception(_, .unlinkPerson) where changed:
            return Bilingual("Separada de quien vino antes.", "Apart from who came before.")
        case .reception(_, .notSamePerson): return Bilingual("Anotado: no es la misma.", "Noted: not the same.")
        case .reception(_, .startInterview) where changed: return Bilingual("En entrevista.", "In interview.")
        case .reception(_, .takeOver) where changed: return Bilingual("Ahora es suya.", "Now it is yours.")
        case .reception(_, .assignInterpreter): return Bilingual("Intérprete anotado.", "Interpreter noted.")
        case .undo:
            return changed ? Bilingual("Deshecho.", "Undone.") : Bilingual("Ya estaba deshecho.", "Already undone.")
        case .reception(_, let command) where changed: return done(command).stopped
        default: return changed ? Bilingual("Hecho.", "Done.") : Bilingual("Ya estaba así.", "It was so already.")
        }
    }

    /// What was done to somebody, where the command itself says all.
    private static func done(_ command: ReceptionCommand) -> Bilingual {
        switch command {
        case .setPlace(let place, _): ActWords.moved(to: CodeWords.of(place)) ?? EventKind.placed.label
        case .park(let pause, _): ActWords.moved(to: pause.map(CodeWords.of)) ?? EventKind.parked.label
        case .resume: EventKind.resumed.label
        case .call(let desk, _): ActWords.called(to: desk)
        case .recall: EventKind.recalled.label
        case .notPresent: EventKind.notPresent.label
        case .noShow(let absence, _): CodeWords.of(absence)
        case .locate: EventKind.located.label
        case .amendPerson: EventKind.personAmended.label
        case .noticeGiven: EventKind.noticeGiven.label
        case .release(let release): ActWords.left(by: CodeWords.of(release.how))
        case .tickLane(let step, _): step.label
        default: Bilingual("hecho", "done")
        }
    }
    /// What the desk asks while nobody vouches for the hour.
    static let clockInDoubt = Bilingual(
        "¿Es la hora correcta? Edades y fichas siguen con el último día seguro; la jefatura confirma: F9 t, «h».",
        "Is the hour right? Ages and tickets stay with the last sure day; the lead confirms: F9 t, «h».")

    /// The paper that a command issued or asked for again: it is printed, and stays in the tray until it is delivered.
    static func paper(_ command: Command, _ result: any Outcome) -> Identifier<Paper>? {
        switch command {
        case .of(let any): (any.act as? Reprint)?.paper ?? (result as? Claimed)?.paper
        case .reception(_, .issueCertificate), .reception(_, .tickLane(.acta, _)):
            result["paper"]?.integer.map(Identifier.init)
        default: nil
        }
    }

    /// The first of what is missing by name, and how many more.
    private static func stillMissing(_ fields: [String]) -> Bilingual {
        let labels = fields.compactMap { ProfileField(rawValue: $0)?.question.label }
        let more = labels.count > 2 ? labels.count - 2 : 0
        func sentence(_ names: [String], _ start: String, _ others: String) -> String {
            "\(start)\(names.prefix(2).joined(separator: ", "))\(more > 0 ? others : "")."
        }
        return Bilingual(
            sentence(labels.map(\.es), "Guardado. Falta: ", " y \(more) más"),
            sentence(labels.map(\.en), "Saved. Missing: ", " and \(more) more"))
    }
}

extension Bilingual {
    /// As a sentence of its own.
    fileprivate var stopped: Bilingual { Bilingual("\(es).", "\(en).") }
}
