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
            guard case .text(let code)? = value(field) else { return nil }
            return CodeWords.of(code, of: field)
        }
        switch event.kind {
        case .placed: return moved(to: code("place")) ?? event.kind.label
        case .parked: return moved(to: code("pause")) ?? event.kind.label
        case .called:
            guard case .int(let desk)? = value("desk") else { return event.kind.label }
            return called(to: desk)
        case .received: return received(code("belongings"))
        case .nationalitySet:
            let words = code("nationality") ?? Bilingual("?", "?")
            return Bilingual("nacionalidad: \(words.es)", "nationality: \(words.en)")
        case .released:
            guard let exit = code("exit") else { return event.kind.label }
            return left(by: exit)
        default: return event.kind.label
        }
    }

    static func moved(to place: Bilingual?) -> Bilingual? {
        place.map { Bilingual("pasó a \($0.es)", "went to \($0.en)") }
    }

    static func called(to desk: Int) -> Bilingual {
        Bilingual("llamada a la ventanilla \(desk)", "called to desk \(desk)")
    }

    static func received(_ belongings: Bilingual?) -> Bilingual {
        guard let belongings else { return EventKind.received.label }
        return Bilingual("recibida, pertenencias: \(belongings.es)", "received, belongings: \(belongings.en)")
    }

    static func left(by exit: Bilingual) -> Bilingual { Bilingual("salida: \(exit.es)", "exit: \(exit.en)") }

    /// How what cannot be taken back is put right instead.
    static func wayOut(_ kind: EventKind?) -> Bilingual {
        switch kind {
        case .certificateIssued: Bilingual("Se anula en la ficha: «i».", "It is made void on the card: «i».")
        case .groupBalanced, .groupConcluded:
            Bilingual("El grupo se reabre en Grupos: F6.", "The group is reopened in Groups: F6.")
        case .groupAnnounced, .groupAmended:
            Bilingual("Se corrige en Grupos, «e»: F6.", "It is corrected in Groups, «e»: F6.")
        default: Bilingual("Se corrige en su ficha.", "It is corrected on the card.")
        }
    }
}

extension [Event] {
    /// The one that says what the act was: an interview says more than what came along with it.
    var telling: Event? { first { $0.kind == .profileSaved } ?? first }
}
