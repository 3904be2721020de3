import Repatriation
import Terminal

/// Who this may be: people received before who are alike, with why. The officer says; nothing is
/// linked by itself.
struct MatchScreen: Listing {
    private let person: Reception
    /// What is typed and not saved, which is compared instead of the card.
    private let typed: PersonData?
    var list = LiveList<MatchCandidate>()

    init(_ card: Card, typed: PersonData? = nil) {
        person = card.reception
        self.typed = typed
        if typed == nil { list.update(card.matches) }
    }

    var procedure: Procedure? { Procedure(.interview, .correct, isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        context.language("¿Es la misma?", "The same person?")
    }
    /// The card under it stays open.
    var farewell: [Effect] { [] }
    private var asked: WhoIsAlike? { typed.map { WhoIsAlike($0, own: person.id) } }
    var queries: [any Query] { asked.map { [$0] } ?? [CardOf(person.id)] }
    static let table: KeyTable<Self> = [
        .on(.character("m"), "es la misma", "the same") { screen, found, _ in
            [.perform(.act(LinkPerson(screen.person.id, found.person)))]
        },
        .on(.character("n"), "no es la misma", "not the same") { screen, found, _ in
            [.perform(.act(TellApart(screen.person.id, found.person)))]
        },
        .on(.enter, "Ver", "Look") { [.push(CardScreen(reception: $0.reception))] },
        .key(.character("x"), "separar de sus retornos", "take apart") {
            [.perform(.act(UnlinkPerson(of: $0.person.id)))]
        }, .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let asked {
            if let found = reply.answer(to: asked) { list.update(found, adopt: true) }
        } else if case .open(let card, _) = reply.answer(to: CardOf(person.id)) {
            list.update(card.matches, adopt: true)
        }
        guard case .done(let command, _, _, _) = reply else { return [] }
        return command.act(LinkPerson.self)?.reception == person.id ? [.pop] : []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        Subject.draw(person, on: &frame, context)
        if !context.isCovered && !context.hides(person) {
            frame.put(
                person.birth?.shown(context.language) ?? context.language("¿?", "?"), row: 2,
                column: 2, Style(.muted))
        }
        let room = max(1, (frame.height - 6) / 3)
        for (line, index) in list.window(room).enumerated() {
            let found = list.elements[index]
            if found.id == list.selected {
                frame.putCursor(row: 4 + line * 3)
            }
            MatchLine.draw(found, on: &frame, row: 4 + line * 3, context)
        }
        if list.elements.isEmpty {
            frame.put(
                context.language("Nadie parecido.", "Nobody alike."), row: 4, column: 2,
                Style(.muted))
            frame.cursor = (4, 1)
        }
        frame.isCursorVisible = true
    }
}

extension MatchCandidate: Identifiable {
    /// One line a person.
    package var id: Identifier<Person> { person }
}
