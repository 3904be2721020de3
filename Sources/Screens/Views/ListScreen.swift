import Repatriation
import Terminal

/// Bringing a hand-over list in without a shell: pasted, or a file of the point's inbox folder.
/// Reports before it acts.
struct ListScreen: Screen {
    private enum Source: Sendable, Equatable { case text(String), file(String) }

    private let place: PointCode
    private let group: GroupLine?
    private var files: [String] = []
    private var folder = ""
    private var cursor = 0
    /// The first line of the report in sight.
    private var scroll = 0
    private var source: Source?
    private var outcome: ListOutcome?
    private var options = ListOptions()
    private var isRepeated = false

    init(point: PointCode, into group: GroupLine?) {
        place = point
        self.group = group?.group.stage == .concluded ? nil : group
    }

    /// An announced group without a list takes it; else the list announces a group of its own.
    private var target: Identifier<Group>? { group.flatMap { $0.counts.onList == 0 ? $0.id : nil } }

    var point: PointCode? { place }
    var procedure: Procedure? { Procedure(.announce, .rollCall) }
    func title(_ context: Workplace) -> String {
        context.language("Lista de entrega", "Hand-over list")
    }
    var queries: [any Query] { [InboxOf(place)] }
    var isTyping: Bool { true }
    var rows: KeyTable<Self> {
        source == nil || outcome?.list == nil ? ListScreen.reading : ListScreen.bringing
    }

    private static let reading: KeyTable<Self> = [
        .key(.enter, "Leer archivo", "Read file") { $0.begin(.file($0.files[$0.cursor])) }
            .unless(\.whyNotRead),
        .back,
    ]

    private static let bringing: KeyTable<Self> = [
        .key(.enter, "Entrar la lista", "Bring the list in") { screen in
            screen.source.map { [screen.effect($0, bring: true)] } ?? []
        }
        .unless { screen, _ in screen.asked.map(Why.says) },
        .back,
    ]

    private var whyNotRead: Why? {
        files.indices.contains(cursor) ? nil : .says("Pegue la lista aquí.", "Paste the list here.")
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let inbox = reply.answer(to: InboxOf(place)) { (folder, files) = inbox }
        switch reply {
        case .list(let outcome):
            if let group = outcome.group { return [.replace(RollCallScreen(group: group))] }
            self.outcome = outcome
            scroll = 0
        case .converted(let origin, let result):
            // Another file was chosen meanwhile, or another group has the screen now.
            guard case .file(let name)? = source,
                origin == ListOrigin(name: name, point: place, group: target)
            else {
                break
            }
            switch result {
            case .failure(let failure):
                outcome = ListOutcome(list: nil, failure: failure, group: nil)
            case .success(let text):
                source = .text(text)
                return [.effect(.readList(text: text, place, bring: false, into: target, options))]
            }
        case .refused(_, let refusal): isRepeated = refusal.code == .twiceTheSame
        default: break
        }
        return []
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case .paste(let text):
            return begin(.text(text))
        case .down where outcome != nil: scroll = min(9_999, scroll + 1)
        case .up where outcome != nil: scroll = max(0, scroll - 1)
        case .down: cursor = min(max(0, files.count - 1), cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .character(let letter): return say(letter)
        default: break
        }
        return []
    }

    /// What the list leaves open is said with a letter, and the list read again.
    private mutating func say(_ letter: Character) -> [Step] {
        guard let source else { return [] }
        if asked != nil {
            answer(letter)
            return []
        }
        switch (letter, outcome?.failure) {
        case ("m", .dateOrder): options.reading.dateOrder = .mdy
        case ("d", .dateOrder): options.reading.dateOrder = .dmy
        case ("u", .sexCodes): options.reading.sexCodes = .us
        case ("h", .sexCodes): options.reading.sexCodes = .mx
        case ("a", .nameOrder): options.reading.names = .surnames
        case ("n", .nameOrder): options.reading.names = .given
        case ("w", .encoding): options.reading.encoding = .windows1252
        case ("d", .encoding): options.reading.encoding = .cp850
        case ("k", .encoding): options.reading.encoding = .macRoman
        case ("s", .without(let need)): options.reading.without.insert(need)
        case ("o", _) where isRepeated: options.again = true
        default: return []
        }
        return [effect(source, bring: options.again)]
    }

    /// What is still asked about a list that announces a group of its own: once, here.
    private var asked: Bilingual? {
        guard target == nil, outcome?.list?.rows.isEmpty == false else { return nil }
        if options.mode == nil { return ListQuestions.mode }
        return options.authority == nil ? ListQuestions.authority : nil
    }

    private mutating func answer(_ letter: Character) {
        if options.mode == nil {
            options.mode = ListQuestions.code(letter, GroupForms.modes, notStated: .notStated)
        } else {
            options.authority = ListQuestions.code(
                letter, GroupForms.authorities, notStated: .notStated)
        }
    }

    /// Another list: what was said of the one before holds for it no more.
    private mutating func begin(_ source: Source) -> [Step] {
        (self.source, options, isRepeated, outcome) = (source, ListOptions(), false, nil)
        return [effect(source, bring: false)]
    }

    private func effect(_ source: Source, bring: Bool) -> Step {
        switch source {
        case .text(let text):
            .effect(.readList(text: text, place, bring: bring, into: target, options))
        case .file(let name):
            .effect(.readFile(name: name, place, bring: bring, into: target, options))
        }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        if let outcome { return drawReport(outcome, on: &frame, context) }
        let words = Bilingual(
            """
            Pegue aquí las celdas copiadas (Excel o PDF), o elija un archivo de la carpeta del \
            punto.
            """,
            "Paste the copied cells here (Excel or PDF), or choose a file of the place's folder.")
        var row = 1
        row += frame.putWrapped(words(context.language), row: row)
        frame.put(TextWidth.tail(folder, frame.width - 4), row: row, column: 2, Style(.muted))
        row += 2
        for (index, file) in files.prefix(max(0, frame.height - row - 2)).enumerated() {
            if index == cursor {
                frame.putCursor(row: row + index)
            }
            frame.put(file, row: row + index, column: 2)
        }
    }

    private func drawReport(_ outcome: ListOutcome, on frame: inout Frame, _ context: Workplace) {
        let lines = report(outcome, context).flatMap { words, role in
            Wrap.lines(words(context.language), width: frame.width - 4).map { ($0, role) }
        }
        let height = max(1, frame.height - 3)
        let first = min(scroll, max(0, lines.count - height))
        for (index, line) in lines[first...].prefix(height).enumerated() {
            frame.put(line.0, row: 1 + index, column: 2, Style(line.1))
        }
        ScrollMarks.draw(
            above: first, below: lines.count - first - height, on: &frame, top: 1,
            bottom: frame.height - 3)
    }

    /// The same counts and questions as the report of the command.
    private func report(_ outcome: ListOutcome, _ context: Workplace) -> [(Bilingual, Role)] {
        var lines: [(Bilingual, Role)] = []
        if isRepeated {
            let words = Bilingual(
                "«o»: es otra entrega, entrarla de nuevo.",
                "«o»: it is another hand-over, bring it in again.")
            lines.append((words, .late))
        }
        if let failure = outcome.failure {
            return lines + [(ListQuestions.words(failure) ?? failure.sentence, .late)]
        }
        guard let list = outcome.list else { return lines }
        if let asked {
            lines.append((asked, .accent))
        } else if !list.rows.isEmpty {
            let name = target == nil ? nil : group?.group.name
            let words = Bilingual(
                "Enter la entra al \(name ?? "grupo nuevo")",
                "Enter brings it into \(name ?? "a new group")")
            lines.append((words, .accent))
        }
        let declared = target == nil ? nil : group?.group.declared
        let isCovered = context.isCovered
        let summary = ListSummary(
            list, already: outcome.already, declared: declared, isCovered: isCovered)
        lines += summary.lines.map { line in
            let role: Role =
                switch line.weight {
                case .title: .title
                case .plain: .muted
                case .concern: .late
                }
            return (line.words, role)
        }
        return lines + list.rows.prefix(3).map { (sample($0, context), .text) }
    }

    private func sample(_ row: HandoverList.Row, _ context: Workplace) -> Bilingual {
        let person = row.person
        let name = context.shown(.shown(person.name)).words
        let birth =
            context.isCovered
            ? nil : person.birthDate.map { Birth($0, person.birthPrecision ?? .exact) }
        func text(_ language: Language) -> String {
            "\(row.line)  \(name(language))  \(birth?.shown(language) ?? "")  \(person.sex?.rawValue ?? "")"
        }
        return Bilingual(text(.es), text(.en))
    }
}
