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
        if let left = (result as? Left)?.leftAlone, !left.isEmpty {
            return Bilingual(
                "Salió. Sigue aquí, sin nadie, NNA de su familia (\(left.count)): su ruta es con la OPI.",
                "Left. Children of the family (\(left.count)) stay here alone: their lane is child protection's.")
        }
        return command.act.said(result, changed: changed) ?? coded(command.act, result)
            ?? (changed ? done(command.act)?.stopped : nil)
            ?? (changed ? Bilingual("Hecho.", "Done.") : Bilingual("Ya estaba así.", "It was so already."))
    }

    /// What is said in the words of a code.
    private static func coded(_ act: any Act, _ result: any Outcome) -> Bilingual? {
        switch act {
        case let act as Receive:
            if (result as? Received)?.already == true {
                return Bilingual("Ya estaba recibida.", "Already received.")
            }
            return ActWords.received(act.belongings.map(CodeWords.of)).stopped
        case is ReleasePerson where result is LeftPending:
            return Bilingual(
                "Falta que otra persona la confirme en 10 min: «k».",
                "Somebody else has to confirm within 10 min: «k».")
        case let act as LeaveAnyway:
            let how = CodeWords.of(act.leaving.release.how)
            return Bilingual("Salió: \(how.es). Queda en seguimiento.", "Left: \(how.en). On the follow-up list.")
        case let act as SetNationality:
            let what = CodeWords.of(act.nationality)
            guard let how = act.proof.map(CodeWords.of) else {
                return Bilingual("Nacionalidad: \(what.es).", "Nationality: \(what.en).")
            }
            return Bilingual("Nacionalidad: \(what.es), \(how.es).", "Nationality: \(what.en), \(how.en).")
        default: return nil
        }
    }

    /// What was done to somebody, where the act itself says all.
    private static func done(_ act: any Act) -> Bilingual? {
        switch act {
        case let act as SetPlace: ActWords.moved(to: CodeWords.of(act.place))
        case let act as Park: ActWords.moved(to: act.pause.map(CodeWords.of)) ?? EventKind.parked.label
        case is Resume: EventKind.resumed.label
        case is Recall: EventKind.recalled.label
        case is NotPresent: EventKind.notPresent.label
        case let act as NoShow: CodeWords.of(act.why)
        case is Locate: EventKind.located.label
        case is AmendPerson: EventKind.personAmended.label
        case is GiveNotice: EventKind.noticeGiven.label
        case let act as ReleasePerson: ActWords.left(by: CodeWords.of(act.release.how))
        default: nil
        }
    }

    /// What the desk asks while nobody vouches for the hour.
    static let clockInDoubt = Bilingual(
        "¿Es la hora correcta? Edades y fichas siguen con el último día seguro; la jefatura confirma: F9 t, «h».",
        "Is the hour right? Ages and tickets stay with the last sure day; the lead confirms: F9 t, «h».")

    /// The paper that a command issued or asked for again: it is printed, and stays in the tray until it is delivered.
    static func paper(_ command: Command, _ result: any Outcome) -> Identifier<Paper>? {
        command.act(Reprint.self)?.paper ?? (result as? any PrintedOutcome)?.paper
    }
}

extension Bilingual {
    /// As a sentence of its own.
    fileprivate var stopped: Bilingual { Bilingual("\(es).", "\(en).") }
}
