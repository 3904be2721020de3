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
        func text(_ field: String) -> String? {
            if case .text(let text)? = value(field) { text } else { nil }
        }
        switch event.kind {
        case .transferred: return text("point").map(ActPhrase.sent) ?? event.kind.label
        case .groupShared: return text("with").map(ActPhrase.shared) ?? event.kind.label
        case .placed: return ActPhrase.moved(to: code("place")) ?? event.kind.label
        case .routeSet: return code("serviceRoute").map(ActPhrase.takes) ?? event.kind.label
        case .parked: return ActPhrase.moved(to: code("pause")) ?? event.kind.label
        case .called:
            guard case .int(let desk)? = value("desk") else { return event.kind.label }
            return ActPhrase.called(to: desk)
        case .prioritySet:
            guard let label = code("priority") else { return event.kind.label }
            return Bilingual("pasó a prioridad \(label.es)", "moved to priority \(label.en)")
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

    /// «Queda otra vez: en espera, sala A.»; nil where nothing of it is to be told.
    static func restored(_ act: OwnAct) -> Bilingual? {
        if act.restored.contains(where: { $0.sets("retractedAt") }) {
            return Bilingual(
                "Deja de verse y de contar; queda en la bitácora.",
                "It is neither shown nor counted any more; the journal keeps it.")
        }
        let entries = act.restored.filter { $0.kind == .reception && $0.id == act.person?.id.value }
            .flatMap(\.entries)
        let words = ["stage", "place", "serviceRoute", "nationality"].compactMap {
            field -> Bilingual? in
            guard let value = entries.first(where: { $0.field == field })?.value,
                case .words(let words)? = Reception.fieldsByName[field]?.said(value)
            else { return nil }
            return words
        }
        guard !words.isEmpty else { return nil }
        return Bilingual(
            "Queda otra vez: \(words.map(\.es).joined(separator: ", ")).",
            "Again: \(words.map(\.en).joined(separator: ", ")).")
    }
}
