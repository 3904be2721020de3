import Repatriation
import Terminal

/// What happened («bitácora»): the newest first, narrowed by what is typed. While the cursor stands
/// on the newest it goes along with what is written.
struct JournalScreen: Narrowed {
    typealias Asked = JournalOf
    var text: String
    var asked: String
    var isGiven: Bool
    var list = LiveList<JournalLine>()

    /// Of a point, of somebody, or of everything.
    init(of text: String = "") {
        self.text = text
        asked = text
        isGiven = !text.isEmpty
    }

    var procedure: Procedure? { Procedure(.correct) }
    func title(_ context: Workplace) -> String { context.language("Bitácora", "Journal") }
    static let table: KeyTable<Self> = [
        .key(.enter, "Buscar, o abrir", "Search, or open") { $0.goOn() },
        .on(.function(4), "Opciones", "Options") { [.push(options($0))] },
        .key(.escape, "Atrás", "Back") { $0.takeBack() },
    ]

    /// What is typed is looked for; once it is, Enter opens whom the line is about.
    private mutating func goOn() -> [Step] {
        guard text == asked else { return ask(text) }
        switch list.current?.subject {
        case .person(let id, _, _)?: return [.push(CardScreen(reception: id))]
        case .group(let id, _)?: return [.push(RollCallScreen(group: id))]
        default: return []
        }
    }

    private static func options(_ line: JournalLine) -> MenuScreen {
        var items: [MenuScreen.Item] = [
            .init("u", "deshacer este acto", "undo this act", [.replace(UndoScreen(line.act))])
        ]
        let about: (words: Bilingual, text: String)? =
            switch line.subject {
            case .person(let id, _, _):
                (Bilingual("sólo esta persona", "only this person"), String(id.value))
            case .group(let id, _):
                (Bilingual("sólo este grupo", "only this group"), String(id.value))
            case .other: nil
            }
        if let about {
            items.append(.init("p", about.words, [.push(JournalScreen(of: about.text))]))
        }
        let officer = line.officer.split(separator: " ").last.map(String.init) ?? ""
        items.append(
            .init("o", "sólo \(officer)", "only \(officer)", [.push(JournalScreen(of: officer))]))
        if !line.point.isEmpty {
            items.append(
                .init(
                    "t", "sólo \(line.point)", "only \(line.point)",
                    [.push(JournalScreen(of: line.point))]))
        }
        return MenuScreen(Bilingual("Opciones", "Options"), items)
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let lines = reply.answer(to: JournalOf(asked)) else { return [] }
        let follows = list.elements.isEmpty || list.index == 0
        list.update(lines, adopt: follows)
        if follows { list.select(index: 0) }
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        let label = language(
            "Punto, oficial, hecho, ficha, G3: ", "Point, officer, fact, ticket, G3: ")
        list.draw(on: &frame, from: 3, empty: language("Nada así.", "Nothing like it.")) {
            line, row, frame in draw(line, on: &frame, row: row, context)
        }
        drawText(label, ending: frame.width >= 60 ? follows(language) : "", on: &frame)
    }

    private func follows(_ language: Language) -> String {
        guard text == asked else { return language("Enter busca", "Enter looks") }
        guard list.index ?? 0 > 0 else { return language("al día", "live") }
        let fresh = list.freshCount
        return fresh == 0
            ? "" : language("\(fresh) más (Inicio)", "\(fresh) more (Home)")
    }

    /// When and where; of whom, what; and, as far as the width goes, by whom.
    private func draw(
        _ line: JournalLine, on frame: inout Frame, row: Int, _ context: Workplace
    ) {
        let isWide = frame.width >= 60
        let day = "\(padded(line.at.day.day, 2))/\(padded(line.at.day.month, 2)) "
        frame.put((isWide ? day : "") + line.at.clock, row: row, column: 2, Style(.muted))
        frame.put(line.point, row: row, column: isWide ? 15 : 8)
        frame.putRight(line.subject.words, row: row, before: isWide ? 25 : 18)
        let column = isWide ? 27 : 19
        let width = frame.width - column - (isWide ? 24 : 2)
        frame.put(
            TextWidth.cut(words(line, context)(context.language), to: width), row: row,
            column: column,
            Style(line.isUndone ? .muted : .text))
        guard isWide else { return }
        let desk = line.desk.map { " v\($0)" } ?? ""
        frame.put(
            TextWidth.cut(line.officer, to: 18) + desk, row: row, column: frame.width - 23,
            Style(.muted))
    }

    private func words(_ line: JournalLine, _ context: Workplace) -> Bilingual {
        if context.isCovered { return ShownName.covered.words }
        guard !line.events.isEmpty else {
            return Bilingual("de un programa posterior", "of a later program")
        }
        let what = ActWords.of(line.events)
        let count = line.count > 1 ? " (\(line.count))" : ""
        let undone =
            line.isUndone ? Bilingual("deshecho: ", "undone: ") : Bilingual("", "")
        let then = line.happened.map { "◷ \($0.clock) " } ?? ""
        return Bilingual(
            then + undone.es + what.es + count, then + undone.en + what.en + count)
    }
}

extension JournalLine.Subject {
    /// The number of whom it was about; empty where that is nobody.
    var words: String {
        switch self {
        case .person(_, let ticket, let number):
            ticket.map(String.init) ?? number.map { "nº \($0)" } ?? "–"
        case .group(_, let number): "G\(number)"
        case .other: ""
        }
    }
}
