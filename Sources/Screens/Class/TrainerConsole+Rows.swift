import Repatriation
import Terminal

/// What stands in the middle of the console.
extension TrainerConsole {
    /// From which column on each thing stands; nil where there is no room for it.
    private struct Columns {
        let clock: Int
        let step: Int?
        let wait: Int?
        let refusals: Int?
        let missed: Int?
        let points: Int

        init(_ width: Int) {
            let isWide = width >= 76
            points = width - 1
            missed = isWide ? width - 9 : nil
            refusals = isWide ? width - 15 : nil
            wait = isWide ? width - 21 : nil
            clock = isWide ? 22 + (width - 76) / 4 : max(14, width - 22)
            step = isWide ? clock + 12 : nil
        }
    }

    func drawRows(on frame: inout Frame) {
        let columns = Columns(frame.width)
        drawHead(on: &frame, columns)
        let height = frame.height - 5
        let count = state.rows.count + 1
        let first = min(max(0, cursor - height + 1), max(0, count - height))
        for place in first..<min(count, first + height) {
            let row = 2 + place - first
            if place == 0 {
                let all = state.isOneStore ? (" · ", "un archivo", "one store") : ("", "", "")
                let words =
                    language("Toda la clase", "Whole class") + all.0
                    + language(all.1, all.2)
                frame.put(words, row: row, column: 2, Style(.title))
            } else {
                draw(state.rows[place - 1], on: &frame, row, columns)
            }
            if place == cursor { frame.putCursor(row: row) }
        }
        ScrollMarks.draw(
            above: first, below: max(0, count - first - height), on: &frame, top: 1,
            bottom: frame.height - 3)
        frame.isCursorVisible = true
    }

    private func drawHead(on frame: inout Frame, _ columns: Columns) {
        func right(_ words: String, _ column: Int?) {
            guard let column else { return }
            frame.putRight(words, row: 1, before: column, Style(.muted))
        }
        frame.put(language("Quien practica", "Trainee"), row: 1, column: 2, Style(.muted))
        frame.put(language("Reloj", "Clock"), row: 1, column: columns.clock, Style(.muted))
        if let step = columns.step {
            frame.put(language("Paso, desde", "Step, since"), row: 1, column: step, Style(.muted))
        }
        right(language("Espera", "Wait"), columns.wait)
        right(language("Rech", "Ref"), columns.refusals)
        right(language("Falta", "Miss"), columns.missed)
        right(language("Puntos", "Points"), columns.points)
    }

    private func draw(
        _ person: ClassState.Row, on frame: inout Frame, _ row: Int, _ columns: Columns
    ) {
        let style = Style(person.isJoined ? .text : .muted)
        frame.put(
            TextWidth.fit(person.name, columns.clock - 3), row: row, column: 2, style)
        frame.put(clock(person), row: row, column: columns.clock, style)
        if let step = columns.step, let wait = columns.wait {
            let room = wait - step - 7
            frame.put(TextWidth.fit(place(of: person), room), row: row, column: step, style)
        }
        func right(_ words: String, _ column: Int?, _ style: Style) {
            guard let column else { return }
            frame.putRight(words, row: row, before: column, style)
        }
        right(person.oldestWait.map(hours) ?? "–", columns.wait, style)
        right("\(person.refusals)", columns.refusals, style)
        right(
            "\(person.missed)", columns.missed, Style(person.missed > 0 ? .late : style.role))
        right("\(person.points)/\(person.possible)", columns.points, style)
    }

    private func clock(_ person: ClassState.Row) -> String {
        let hour = zone.local(person.now).clock
        if person.isStopped { return "\(hour) " + language("detenida", "stopped") }
        if person.isOver { return "\(hour) " + language("fin", "end") }
        if person.isLiving { return "\(hour) …" }
        return person.isPaused ? "\(hour) ‖" : "\(hour) ×\(person.speed)"
    }

    /// The screen and field before somebody, and for how long.
    private func place(of person: ClassState.Row) -> String {
        guard person.isJoined else {
            return language("no ha entrado", "has not come in")
        }
        let since = person.since >= 60 ? "\(person.since / 60) min " : ""
        let field = person.field.isEmpty ? "" : " · \(person.field)"
        return since + person.screen + field
    }

    private func hours(_ seconds: Int) -> String {
        let minutes = seconds / 60 % 60
        return "\(seconds / 3600):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
