import Repatriation
import Terminal

/// The way in: who the system says you are, at which point, at which desk. F10 always comes back
/// here.
package struct SignInScreen: Listing {
    private let points: [(code: PointCode, name: String)]
    package var list: LiveList<PointChoice>
    private var asksDesk = false
    private var desk = ""

    /// A point to work at.
    package struct PointChoice: Identifiable, Sendable {
        /// Which one.
        package let id: PointCode
        let name: String
    }

    /// A choice of points, with the one to begin on.
    package init(points: [(code: PointCode, name: String)], at point: PointCode) {
        self.points = points
        list = LiveList()
        list.update(points.map { PointChoice(id: $0.code, name: $0.name) }, adopt: true)
        list.select(point)
    }

    package var procedure: Procedure? { Procedure(.openShift) }
    package func title(_ context: Workplace) -> String {
        context.language("Entrada", "Sign in")
    }
    package var isTyping: Bool { asksDesk }
    package var point: PointCode? { list.selected }
    package var rows: KeyTable<Self> { asksDesk ? SignInScreen.atTheDesk : SignInScreen.table }
    package static let table: KeyTable<Self> =
        [
            .key(.enter, "Entrar", "Enter") { $0.askDesk("") },
            .key(.board) { _ in [.push(BoardScreen())] },
            .key(.somebodyElse) { _ in [.gate(.enter)] },
            .key(.escape, "Atrás", "Back") { _ in
                [.say(Bilingual("F10 sale del programa.", "F10 leaves the program."), .muted)]
            }, .everywhere(.function(10), "Salir", "Leave"),
        ]
        + "123456789".map { digit in
            .key(.character(digit), "ventanilla", "desk") { $0.askDesk(String(digit)) }
        }

    private static let atTheDesk: KeyTable<Self> = [
        .key(.enter, "Entrar", "Enter") { $0.sitDown() },
        .key(.escape, "Atrás", "Back") {
            $0.asksDesk = false
            return []
        }, .everywhere(.function(10), "Salir", "Leave"),
    ]

    private mutating func askDesk(_ typed: String) -> [Step] {
        asksDesk = true
        desk = typed
        return []
    }

    private mutating func sitDown() -> [Step] {
        asksDesk = false
        guard let point = list.selected else { return [] }
        let number = Int(desk) ?? 0
        let open: [Step] =
            number > 0 ? [.perform(.act(OpenDesk(at: point, number, attends: nil)))] : []
        return [.seat(point, desk: number)] + open + [
            .push(QueueScreen(point: point, desk: number))
        ]
    }

    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard asksDesk else {
            list.move(by: Moves.amount(key) ?? 0)
            return []
        }
        switch key {
        case .character(let digit) where digit.isNumber && desk.count < 2: desk.append(digit)
        case .backspace: _ = desk.popLast()
        default:
            return [
                .refuse(
                    "Escriba el número de su ventanilla y Enter; Esc vuelve.",
                    "Type the number of your desk and Enter; Esc goes back.")
            ]
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        frame.put(
            language("Usted es \(context.officer.name).", "You are \(context.officer.name)."),
            row: 2,
            column: 3, Style(.title), limit: frame.width - 6)
        frame.put(
            language("Elija el punto y su ventanilla.", "Choose the point and your desk."), row: 3,
            column: 3, Style(.muted))
        for (line, index) in list.window(frame.height - 8).enumerated() {
            let point = list.elements[index]
            if point.id == list.selected {
                frame.put("▌", row: 5 + line, column: 1, Style(.selection))
                if !asksDesk { frame.cursor = (5 + line, 1) }
                if asksDesk {
                    let label = language("Ventanilla (vacío: ninguna) ", "Desk (empty: none) ")
                    let end = frame.put(label, row: 5 + line, column: 24, Style(.accent))
                    let after = frame.put(desk, row: 5 + line, column: end, Style(.fieldFocus))
                    frame.cursor = (5 + line, min(frame.width - 1, after))
                }
            }
            frame.put("\(point.id.text)  \(point.name)", row: 5 + line, column: 3, limit: 20)
        }
        if context.isDrill {
            frame.put(
                language("Práctica: datos ficticios.", "Practice: invented data."),
                row: frame.height - 3,
                column: 3, Style(.demo))
        }
        frame.isCursorVisible = true
    }
}
