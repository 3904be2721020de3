import Repatriation
import Terminal

/// Who this may be: people received before who are alike, with why. The officer says; nothing is linked by itself.
package struct MatchScreen: Screen {
    private let person: Reception
    /// What is typed and not saved, which is compared instead of the card.
    private let typed: PersonData?
    private var list = LiveList<MatchCandidate>()

    init(_ card: Card, typed: PersonData? = nil) {
        person = card.reception
        self.typed = typed
        if typed == nil { list.update(card.matches) }
    }

    package func title(_ context: Context) -> String {
        Bilingual("¿Es la misma?", "The same person?")(context.language)
    }
    /// The card under it stays open.
    package var farewell: [Effect] { [] }
    package var queries: [Query] { [typed.map { .alike($0, own: person.id) } ?? .card(person.id)] }
    package var bindings: [Binding] {
        [
            .letter("m", "es la misma", "the same"), .letter("n", "no es la misma", "not the same"),
            Binding(.enter, "Ver", "Look"), .letter("x", "separar de sus retornos", "take apart"),
            Binding(.escape, "Atrás", "Back"),
        ]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .card(let card, _) where card.reception.id == person.id && typed == nil:
            list.update(card.matches, adopt: true)
        case .alike(let query, let found) where queries == [query]: list.update(found, adopt: true)
        case .done(let command, _, _, _) where command.act(LinkPerson.self)?.reception == person.id: return [.pop]
        default: break
        }
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if key == .escape { return [.pop] }
        if let amount = Moves.amount(key) {
            list.move(by: amount)
            return []
        }
        if key == .character("x") { return [.perform(.act(UnlinkPerson(of: person.id)))] }
        guard let found = list.current else { return [.unheard] }
        switch key {
        case .character("m"): return [.perform(.act(LinkPerson(person.id, found.person)))]
        case .character("n"): return [.perform(.act(TellApart(person.id, found.person)))]
        case .enter: return [.push(CardScreen(reception: found.reception))]
        default: return [.unheard]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        Subject.draw(person, on: &frame, context)
        if !context.isCovered && !context.hides(person) {
            frame.put(person.birth?.shown(context.language) ?? "¿?", row: 2, column: 2, Style(.muted))
        }
        let room = max(1, (frame.height - 6) / 3)
        for (line, index) in list.window(room).enumerated() {
            let found = list.elements[index]
            if found.id == list.selected {
                frame.put("▌", row: 4 + line * 3, column: 0, Style(.selection))
                frame.cursor = (4 + line * 3, 0)
            }
            MatchLine.draw(found, on: &frame, row: 4 + line * 3, context)
        }
        if list.elements.isEmpty {
            frame.put(Bilingual("Nadie parecido.", "Nobody alike.")(context.language), row: 4, column: 2, Style(.muted))
            frame.cursor = (4, 1)
        }
        frame.isCursorVisible = true
    }
}

extension MatchCandidate: Identifiable {
    /// One line a person.
    package var id: Identifier<Person> { person }
}
