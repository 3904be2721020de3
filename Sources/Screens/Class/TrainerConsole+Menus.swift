import Repatriation
import Terminal

/// What stands in the place of the list while something is chosen, or looked at.
extension TrainerConsole {
    /// For whom the key that was pressed is.
    private var whom: String {
        cursor == 0
            ? language("toda la clase", "the whole class") : state.rows[cursor - 1].name
    }

    func drawInjects(on frame: inout Frame, at place: Int) {
        let title = language("Qué ocurre ahora, a \(whom)", "What happens now, to \(whom)")
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
            "\($0.shown(language)) \($0.words(language))"
        }
        let used = frame.putWrapped(
            keys.joined(separator: " · "), row: 2, Style(.text), above: frame.height - 3)
        let about = language(
            "La primera línea es para toda la clase; las otras, para quien nombran. Rech: lo que las "
                + "reglas rechazaron. Falta: lo esperado que no se hizo a tiempo. Los puntos son "
                + "hechos de la bitácora; nadie se compara con nadie.",
            "The first line is for the whole class; the others are for one. Ref: what the rules "
                + "refused. "
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
