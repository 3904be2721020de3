import Repatriation
import Terminal

/// The keys of the screen below, then those of every screen; typing filters. Made from the key
/// tables. F1 once more tells what the screen is for in the procedure.
struct HelpScreen: Screen {
    private let subject: String
    private typealias Line = (key: String, label: Bilingual, isDim: Bool)

    private let lines: [Line]
    private let told: Procedure
    private var filter = ""
    private var top = 0
    /// The second page is shown.
    private(set) var isOnProcedure = false

    init(of screen: any Screen, at point: PointCode, _ context: Workplace, _ told: Procedure) {
        subject = screen.title(context)
        self.told = told
        let language = context.language
        let letters =
            screen.isTyping ? HelpScreen.ofForms : HelpScreen.ofLists(screen, at: point, language)
        func lines(_ offers: [Offer]) -> [Line] {
            offers.map { ($0.binding.key.name(language), $0.binding.label, $0.isDim) }
        }
        let shared = GlobalKeys.shared(over: screen, at: point)
        let tour = context.isDrill ? [("demo --tour", HelpScreen.tour, false)] : []
        self.lines =
            HelpScreen.merged(
                lines(screen.offers(context)) + letters.map { ($0, $1, false) } + lines(shared))
            + tour
    }

    /// What several keys do stands once: «1 … 9 ventanilla».
    private static func merged(_ lines: [Line]) -> [Line] {
        var keys: [(keys: [String], label: Bilingual, isDim: Bool)] = []
        for line in lines {
            if let known = keys.firstIndex(where: { $0.label == line.label }) {
                keys[known].keys.append(line.key)
                keys[known].isDim = keys[known].isDim && line.isDim
            } else {
                keys.append(([line.key], line.label, line.isDim))
            }
        }
        return keys.map {
            ($0.count > 3 ? "\($0[0]) … \($0[$0.count - 1])" : $0.joined(separator: " "), $1, $2)
        }
    }

    /// What whoever practises for the first time begins with.
    private static let tour = Bilingual(
        "recorrido guiado, diez minutos", "guided tour, ten minutes")

    /// Where letters are text, none of them does anything else.
    private static let ofForms = [
        ("↑ ↓ Tab", Bilingual("campo anterior, siguiente", "field before, after")),
        ("Ctrl-U", Bilingual("vaciar el campo", "empty the field")),
    ]

    private static func ofLists(
        _ screen: any Screen, at point: PointCode, _ language: Language
    ) -> [(key: String, label: Bilingual)] {
        let undo =
            GlobalKeys.undo.isOffered(screen, point) ? [("u", GlobalKeys.undo.binding.label)] : []
        return [
            ("↑ ↓ j k", Bilingual("mover", "move")),
            (
                // Where «g» is a command it is not the first line.
                screen.has(.character("g"))
                    ? language("Inicio Fin G", "Home End G")
                    : language("Inicio Fin g G", "Home End g G"),
                Bilingual("principio, final", "first, last")
            ),
        ] + undo + [
            (
                "? / : q",
                Bilingual("igual que F1, F3, Ctrl-P, Esc", "the same as F1, F3, Ctrl-P, Esc")
            )
        ]
    }

    var procedure: Procedure? { nil }
    func title(_ context: Workplace) -> String {
        isOnProcedure
            ? context.language("Procedimiento · \(subject)", "Procedure · \(subject)")
            : context.language("Ayuda · \(subject)", "Help · \(subject)")
    }
    static let table: KeyTable<Self> = [
        .key(.function(1), "Procedimiento", "Procedure") { $0.turn() }, .back,
    ]
    private static let ofProcedure: KeyTable<Self> = [
        .key(.function(1), "Teclas", "Keys") { $0.turn() }, .back,
    ]
    var rows: KeyTable<Self> { isOnProcedure ? HelpScreen.ofProcedure : HelpScreen.table }
    var isTyping: Bool { true }

    /// To the other page.
    private mutating func turn() -> [Step] {
        (isOnProcedure, top, filter) = (!isOnProcedure, 0, "")
        return []
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case .enter: return [.pop]
        case .tab: return turn()
        case .home: top = 0
        case .character where isOnProcedure, .backspace where isOnProcedure: return [.unheard]
        case .backspace: _ = filter.popLast()
        case .character(let character): filter.append(character)
        case .down, .pageDown: top += key == .down ? 1 : 10
        case .up, .pageUp: top = max(0, top - (key == .up ? 1 : 10))
        default: break
        }
        return []
    }

    private func matching(_ language: Language) -> [Line] {
        let wanted = NameText.folded(filter)
        return wanted.isEmpty
            ? lines
            : lines.filter { NameText.folded($0.key + " " + $0.label(language)).contains(wanted) }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard !isOnProcedure else { return drawProcedure(on: &frame, context) }
        let found = matching(context.language)
        let label = context.language("Filtrar: ", "Filter: ")
        frame.put(label + filter, row: 1, column: 2, Style(.field))
        frame.cursor = (1, min(frame.width - 1, 2 + TextWidth.of(label + filter)))
        frame.isCursorVisible = true
        let room = max(0, frame.height - 5)
        let first = min(top, max(0, found.count - room))
        ScrollMarks.draw(
            above: first, below: found.count - first - room, on: &frame, top: 2,
            bottom: frame.height - 2)
        for (index, line) in found.dropFirst(first).prefix(room).enumerated() {
            frame.put(
                line.key, row: 3 + index, column: 2, Style(line.isDim ? .muted : .key), limit: 16)
            frame.put(
                line.label(context.language), row: 3 + index, column: 19,
                Style(line.isDim ? .muted : .text))
        }
    }
}

extension HelpScreen {
    /// What the screen is for, as much as there is room for; the rest by scrolling.
    private func drawProcedure(on frame: inout Frame, _ context: Workplace) {
        let book = Manual(context.language).page(told, isCovered: context.isCovered)
        let lines = book.styled(frame.width - 6)
        let room = max(1, frame.height - 3)
        let first = max(0, min(top, lines.count - room))
        ScrollMarks.draw(
            above: first, below: lines.count - first - room, on: &frame, top: 1,
            bottom: frame.height - 3)
        for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
            frame.put(line.text, row: 1 + row, column: 1, line.style, limit: frame.width - 6)
        }
        frame.cursor = (1, 0)
        frame.isCursorVisible = true
    }
}
