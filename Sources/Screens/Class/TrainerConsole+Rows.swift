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
                    language("Todas las personas", "Everybody") + all.0
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
        frame.put(language("Persona", "Person"), row: 1, column: 2, Style(.muted))
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

    /// For whom the key that was pressed is.
    private var whom: String {
        cursor == 0 ? language("todas las personas", "everybody") : state.rows[cursor - 1].name
    }

    func drawInjects(on frame: inout Frame, at place: Int) {
        let title = language("Qué sucede ahora, a \(whom)", "What happens now, to \(whom)")
        frame.put(TextWidth.fit(title, frame.width - 2), row: 1, column: 1, Style(.title))
        let height = frame.height - 6
        let first = max(0, place - height + 1)
        for (line, choice) in state.injects.dropFirst(first).prefix(height).enumerated() {
            let mark = choice.isByHand ? language(" (a mano)", " (by hand)") : ""
            frame.put(
                TextWidth.fit("\(choice.id)\(mark)  \(choice.words)", frame.width - 3),
                row: 3 + line, column: 2)
            if first + line == place { frame.putCursor(row: 3 + line) }
        }
        if state.injects.isEmpty {
            frame.put(language("No hay sucesos.", "There are no injects."), row: 3, column: 2)
        }
        frame.isCursorVisible = true
    }

    func drawMoments(on frame: inout Frame) {
        let title = language("Todo de nuevo, \(whom), hasta:", "Everything anew, \(whom), until:")
        frame.put(TextWidth.fit(title, frame.width - 2), row: 1, column: 1, Style(.title))
        for (index, moment) in state.moments.prefix(9).enumerated() {
            let words = "\(index + 1)  \(zone.local(moment.at).clock)  \(moment.title)"
            frame.put(TextWidth.fit(words, frame.width - 3), row: 3 + index, column: 2)
        }
        let kept = language(
            "Lo trabajado hasta ahora queda junto al archivo.",
            "What was worked so far stays beside the store.")
        frame.put(
            TextWidth.fit(kept, frame.width - 3),
            row: min(frame.height - 3, 4 + state.moments.count), column: 2, Style(.muted))
    }

    func drawHelp(on frame: inout Frame) {
        let keys = TrainerConsole.listKeys.map {
            "\(language($0.key.es, $0.key.en)) \(language($0.1, $0.2))"
        }
        let used = frame.putWrapped(
            keys.joined(separator: " · "), row: 2, Style(.text), above: frame.height - 3)
        let about = language(
            "La primera línea es para todas las personas; las otras, para una. Rech: lo que las "
                + "reglas rechazaron. Falta: lo esperado que no se hizo a tiempo. Los puntos son "
                + "hechos de la bitácora; nadie se compara con nadie.",
            "The first line is for everybody; the others are for one. Ref: what the rules refused. "
                + "Miss: what was expected and not done in time. Points are facts of the journal; "
                + "nobody is ranked.")
        frame.putWrapped(about, row: 3 + used, Style(.text), above: frame.height - 2)
    }

    /// The trainee's screen as it is, under a line that says whose it is.
    func drawMirror(on frame: inout Frame, of place: Int) {
        let name = state.rows[place].name
        let isHere = state.rows[place].isJoined
        let words =
            isHere
            ? language("Mira la pantalla de \(name). Esc atrás.", "Looking at \(name). Esc back.")
            : language("\(name) dejó su terminal. Esc atrás.", "\(name) left. Esc back.")
        frame.fill(row: 0, Style(.selection))
        frame.put(
            TextWidth.fit(words, frame.width - 2), row: 0, column: 1, Style(.selection))
        guard let mirrored else { return }
        // What has no room is cut below and on the right.
        for row in 0..<min(mirrored.height, frame.height - 1) {
            var column = 0
            for cell in mirrored.row(row) where !cell.isContinuation {
                column = frame.put(
                    String(cell.character), row: row + 1, column: column, cell.style)
            }
        }
        let (row, column) = mirrored.cursor
        if row + 1 < frame.height, column < frame.width {
            frame.cursor = (row + 1, column)
            frame.isCursorVisible = mirrored.isCursorVisible
        }
    }
}
