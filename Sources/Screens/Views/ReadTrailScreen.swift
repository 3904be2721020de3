import Repatriation
import Terminal

/// Who saw whom: the newest readings, narrowed by what is typed. For whoever audits or leads; it
/// names no person.
struct ReadTrailScreen: Narrowed {
    typealias Asked = WhoSaw
    var text: String
    var asked: String
    var isGiven: Bool
    var list = LiveList<ReadLine>()

    /// All readings, or those of one person or group.
    init(of subject: Int? = nil) {
        text = subject.map(String.init) ?? ""
        asked = text
        isGiven = !text.isEmpty
    }

    var procedure: Procedure? { Procedure(.correct, .notice) }
    func title(_ context: Workplace) -> String {
        context.language("Quién vio a quién", "Who saw whom")
    }
    static let table: KeyTable<Self> = [
        .key(.enter, "Buscar, o quién vio a ésta", "Search, or who saw this one") { screen in
            // What is typed is looked for; once it is, Enter asks of the one under the cursor.
            let found = screen.text == screen.asked ? screen.list.current?.subject ?? 0 : 0
            return screen.ask(found > 0 ? String(found) : screen.text)
        },
        .key(.escape, "Atrás", "Back") { $0.takeBack() },
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let lines = reply.answer(to: WhoSaw(asked)) else { return [] }
        list.update(lines, adopt: true)
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        let label = language("Oficial, ficha, folio o número: ", "Officer, ticket, folio, number: ")
        for (line, index) in list.window(frame.height - 6).enumerated() {
            let read = list.elements[index]
            if read.id == list.selected {
                frame.put("▌", row: 3 + line, column: 0, Style(.selection))
            }
            draw(read, on: &frame, row: 3 + line, context)
        }
        if list.elements.isEmpty {
            frame.put(
                language("Nadie lo ha visto.", "Nobody has looked."), row: 3, column: 2,
                Style(.muted))
        }
        drawText(label, on: &frame)
    }

    /// When and who; then, as far as the width goes, at whom, how, and why.
    private func draw(_ read: ReadLine, on frame: inout Frame, row: Int, _ context: Workplace) {
        let local = context.local(read.record.at, context.point)
        let day = "\(padded(local.day.day, 2))/\(padded(local.day.month, 2)) \(local.clock)"
        frame.put(day, row: row, column: 2, Style(.muted))
        frame.put(TextWidth.cut(read.officer, to: 15), row: row, column: 14)
        let count = read.record.count.map { " (\($0))" } ?? ""
        guard frame.width >= 60 else {
            frame.put(TextWidth.cut(read.place, to: frame.width - 31), row: row, column: 30)
            return
        }
        frame.put(
            TextWidth.cut(read.record.words(context.language) + count, to: 20), row: row, column: 30
        )
        frame.put(TextWidth.cut(read.place, to: 14), row: row, column: 51)
        let reason = read.record.reason?.label(context.language) ?? ""
        frame.put(
            TextWidth.cut(reason, to: max(0, frame.width - 67)), row: row, column: 66, Style(.info))
    }
}
