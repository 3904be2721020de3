import Repatriation

/// What an act of the journal was, in the words of the desk.
enum ActWords {
    /// «pasó a baño», «llamada a la ventanilla 1».
    static func of(_ events: [Event]) -> Bilingual {
        guard let event = events.telling else { return Bilingual("nada", "nothing") }
        func value(_ field: String) -> Value? {
            event.changes.lazy.flatMap(\.entries).first { $0.field == field }?.value
        }
        func code(_ field: String) -> Bilingual? {
            guard let value = value(field),
                case .words(let words)? = Reception.fieldsByName[field]?.said(value)
            else {
                return nil
            }
            return words
        }
        switch event.kind {
        case .placed: return ActPhrase.moved(to: code("place")) ?? event.kind.label
        case .parked: return ActPhrase.moved(to: code("pause")) ?? event.kind.label
        case .called:
            guard case .int(let desk)? = value("desk") else { return event.kind.label }
            return ActPhrase.called(to: desk)
        case .received: return ActPhrase.received(code("belongings"))
        case .nationalitySet:
            let words = code("nationality") ?? Bilingual("?", "?")
            return Bilingual("nacionalidad: \(words.es)", "nationality: \(words.en)")
        case .released:
            guard let exit = code("exit") else { return event.kind.label }
            return ActPhrase.left(by: exit)
        default: return event.kind.label
        }
    }

    /// How what cannot be taken back is put right instead.
    static func wayOut(_ kind: EventKind?) -> Bilingual {
        switch kind {
        case .certificateIssued:
            Bilingual("Se anula en la ficha: «i».", "It is made void on the card: «i».")
        case .groupBalanced, .groupConcluded:
            Bilingual("El grupo se reabre en Grupos: F6.", "The group is reopened in Groups: F6.")
        case .groupAnnounced, .groupAmended:
            Bilingual("Se corrige en Grupos, «e»: F6.", "It is corrected in Groups, «e»: F6.")
        case .released:
            Bilingual(
                "Si sigue aquí, se agrega a su grupo fuera de lista: F6, «a».",
                "If they are still here, add them to the group off list: F6, «a».")
        case .deskOpened, .deskPaused, .deskClosed, .shiftOpened, .shiftClosed, .peakSet:
            Bilingual("Se cambia en Turno: F9 «t».", "It is changed in Shift: F9 «t».")
        default: Bilingual("Se corrige en su ficha.", "It is corrected on the card.")
        }
    }
}
