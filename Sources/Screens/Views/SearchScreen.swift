import Repatriation
import Terminal

/// Finding people by name, CURP or ticket while typing.
struct SearchScreen: Screen {
    private let place: PointCode
    private var text = ""
    private var hits: [Hit] = []
    private var cursor = 0
    /// What was typed last could not be looked for.
    private var hasFailed = false

    /// Nothing typed yet, at a point whose people come first.
    init(point: PointCode) { place = point }

    var point: PointCode? { place }
    var procedure: Procedure? { Procedure(.place, .inquiry, alarms: [.askedFor]) }
    func title(_ context: Workplace) -> String {
        context.language("Buscar", "Search")
    }
    var isTyping: Bool { true }
    static let table: KeyTable<Self> = [
        .key(.enter, "Abrir", "Open") { [.replace(CardScreen(reception: $0.hits[$0.cursor].id))] }
            .unless(\.whyNotOpened),
        .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let hits = reply.answer(to: SearchFor(text, at: place)) {
            (self.hits, cursor, hasFailed) = (hits, 0, false)
        }
        switch reply {
        case .failed, .refused(nil, _): (hits, hasFailed) = ([], true)
        default: break
        }
        return []
    }

    private var whyNotOpened: Why? {
        if hasFailed { return .says(SearchScreen.failed) }
        return hits.indices.contains(cursor)
            ? nil : .says("Escriba a quién busca.", "Type whom you look for.")
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case .down: cursor = min(max(0, hits.count - 1), cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .backspace: _ = text.popLast()
        case .control("u"): text = ""
        case .character(let character): text.append(character)
        case .paste(let pasted):
            text += pasted.split(whereSeparator: \.isNewline).joined(separator: " ")
        default: return [.unheard]
        }
        if key == .down || key == .up { return [] }
        if text.isEmpty { hits = [] }
        return text.isEmpty ? [] : [.effect(.load(SearchFor(text, at: place), holds: true))]
    }

    /// A search that shows people leaves a trace: the most at once, never what was looked for.
    var farewell: [Effect] { [.left(SearchFor("", at: place))] }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        let label = language(
            "Nombre, CURP, ficha, folio o fecha: ", "Name, CURP, ticket, folio, date: ")
        let end = frame.put(label, row: 1, column: 2, Style(.muted))
        let after = frame.put(
            context.isCovered ? "•••••" : TextWidth.tail(text, max(8, frame.width - end - 2)),
            row: 1, column: end,
            Style(.fieldFocus))
        frame.cursor = (1, min(frame.width - 1, after))
        frame.isCursorVisible = true
        for (line, hit) in hits.prefix(max(0, frame.height - 7)).enumerated() {
            if line == cursor { frame.put("▌", row: 3 + line, column: 0, Style(.selection)) }
            draw(hit, on: &frame, row: 3 + line, context)
        }
        if hits.count >= Hit.most {
            let words = Bilingual("Hay más: siga escribiendo.", "There are more: type on.")
            frame.put(words(language), row: frame.height - 3, column: 2, Style(.muted))
        }
        if hits.isEmpty && !text.isEmpty {
            let nobody = Bilingual("Nadie con eso.", "Nobody with that.")
            let words = hasFailed ? SearchScreen.failed : nobody
            frame.put(words(language), row: 3, column: 2, Style(hasFailed ? .critical : .muted))
        }
    }

    private func draw(_ hit: Hit, on frame: inout Frame, row: Int, _ context: Workplace) {
        let language = context.language
        frame.putTicket(hit.ticket, row: row)
        let name = context.shown(hit.name)
        // A narrow screen keeps the name and the point.
        let columns =
            frame.width < 60 ? (birth: 0, point: 8, stage: 0) : (birth: 34, point: 23, stage: 13)
        frame.put(
            TextWidth.cut(
                name.words(language), to: frame.width - 9 - max(columns.birth, columns.point)),
            row: row, column: 8)
        frame.put(
            "\(hit.point.text) \(hit.group)", row: row, column: frame.width - columns.point,
            Style(.muted))
        guard columns.stage > 0 else { return }
        let birth = name.name == nil ? "" : hit.birth?.shown(language) ?? ""
        frame.put(birth, row: row, column: frame.width - columns.birth, Style(.muted))
        frame.put(
            hit.stageWords(language), row: row, column: frame.width - columns.stage,
            Style(.muted))
    }

    /// Nobody is not the same as not looked for.
    private static let failed = Bilingual(
        "No se pudo buscar. Teclee de nuevo, o mire su lista: F6.",
        "It could not be looked for. Type again, or look at the list: F6.")
}
