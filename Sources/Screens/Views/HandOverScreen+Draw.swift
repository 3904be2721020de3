import Repatriation
import Terminal

extension HandOverScreen {
    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (1, 1)
        frame.isCursorVisible = true
        guard let view else { return }
        drawCounts(view, on: &frame, context.language)
        let risks = view.contingencies
        if showsRisks {
            drawRisks(risks, from: 3, to: frame.height - 3, on: &frame, context)
            return
        }
        // What could go wrong has at most a third of the screen, and what the people leave.
        let free = frame.height - 6 - view.lines.count
        let room = risks.isEmpty ? 0 : max(1, min(risks.count, max(free, frame.height / 3 - 4)))
        let foot = frame.height - 3 - room
        drawHead(on: &frame, context.language)
        let height = foot - 4
        for (line, index) in list.window(height).enumerated() {
            let person = list.elements[index]
            if person.id == list.selected { frame.putCursor(row: 3 + line) }
            draw(person, on: &frame, row: 3 + line, context)
        }
        list.drawMarks(of: height, on: &frame, above: 2, below: foot - 2)
        frame.fill(row: foot - 1, to: frame.width, with: "─", Style(.rule))
        let words = view.remains.words(context.language)
        frame.put(
            TextWidth.fit(
                words.isEmpty ? context.language("Nada más queda.", "Nothing else stays.") : words,
                frame.width - 4),
            row: foot, column: 2, Style(.muted))
        drawRisks(risks, from: foot + 1, to: frame.height - 3, on: &frame, context)
    }

    private func drawCounts(_ view: HandOverView, on frame: inout Frame, _ language: Language) {
        func shown(_ count: Int?) -> String { count.map(String.init) ?? "–" }
        let remains = view.remains
        let away =
            remains.elsewhere == 0
            ? Bilingual("", "")
            : Bilingual(" + \(remains.elsewhere) fuera", " + \(remains.elsewhere) elsewhere")
        // Whoever has not counted yet does not see what there should be.
        let isBlind = counted.outgoing == nil || counted.incoming == nil
        let mark = differs ? "≠" : "✓"
        let store =
            isBlind
            ? Bilingual("archivo: cuando cuenten los dos", "store: once both have counted")
            : Bilingual(
                "archivo \(remains.inBuilding)\(away.es) \(mark)",
                "store \(remains.inBuilding)\(away.en) \(mark)")
        let who = view.waiting.map { view.signer($0.outgoing) } ?? view.lead ?? "–"
        let words = Bilingual(
            """
            Conteo: \(who) \(shown(counted.outgoing)) · quien recibe \(shown(counted.incoming)) · \
            \(store.es)
            """,
            """
            Count: \(who) \(shown(counted.outgoing)) · incoming \(shown(counted.incoming)) · \
            \(store.en)
            """)
        frame.put(
            TextWidth.fit(words(language), frame.width - 4), row: 1, column: 2,
            Style(differs && !isBlind ? .late : .text))
    }

    private func drawRisks(
        _ risks: [Bilingual], from top: Int, to bottom: Int, on frame: inout Frame,
        _ context: Workplace
    ) {
        let shown = risks.prefix(max(0, bottom - top + 1))
        for (line, risk) in shown.enumerated() {
            let words = context.isCovered ? "•••••" : risk(context.language)
            frame.put(TextWidth.fit(words, frame.width - 6), row: top + line, column: 2)
        }
        ScrollMarks.draw(
            above: 0, below: risks.count - shown.count, on: &frame, top: top, bottom: bottom)
    }

    private struct Columns {
        let width: Int
        var hasPlace: Bool { width >= 60 }
        var hasOwner: Bool { width >= 72 }
        var next: Int { hasPlace ? 29 : 8 }
        var due: Int { hasOwner ? width - 20 : width - 7 }
        var owner: Int { width - 13 }
    }

    private func drawHead(on frame: inout Frame, _ language: Language) {
        let columns = Columns(width: frame.width)
        func put(_ es: String, _ en: String, _ column: Int) {
            frame.put(language(es, en), row: 2, column: column, Style(.muted))
        }
        put("Ficha", "Tick.", 2)
        if columns.hasPlace {
            put("Desde", "Since", 8)
            put("Lugar", "Place", 14)
        }
        put("Qué sigue", "Next", columns.next)
        put("A las", "Due", columns.due)
        if columns.hasOwner { put("Toma", "Takes", columns.owner) }
    }

    private func draw(
        _ line: HandOverLine, on frame: inout Frame, row: Int, _ context: Workplace
    ) {
        let language = context.language
        let columns = Columns(width: frame.width)
        if line.isGrave || line.isChild {
            frame.put(
                line.isGrave ? "■" : "▲", row: row, column: 1,
                Style(line.isGrave ? .critical : .accent))
        }
        frame.putTicket(line.person.ticket, row: row, before: 7)
        if columns.hasPlace {
            frame.put(line.since?.clock ?? "–", row: row, column: 8)
            frame.put(
                line.person.place?.label(language) ?? "–", row: row, column: 14, limit: 14)
        }
        let next = context.isCovered ? "•••••" : line.next.words(language)
        frame.put(
            TextWidth.fit(next, columns.due - columns.next - 1), row: row, column: columns.next)
        if let due = line.next.dueAt {
            frame.put(
                context.local(due, place).clock, row: row, column: columns.due,
                Style(due < context.now ? .late : .text))
        }
        if columns.hasOwner {
            frame.put(TextWidth.fit(line.owner, 12), row: row, column: columns.owner)
        }
    }
}
