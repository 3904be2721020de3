import Repatriation
import Terminal

extension TrainerConsole {
    /// The frame for a size.
    package func draw(width: Int, height: Int) -> Frame {
        var frame = Frame(width: width, height: height)
        guard width >= 40, height >= 12 else {
            let words = language("Ventana muy chica", "Window too small")
            frame.put("\(words) (\(width)×\(height))", row: 0, column: 0)
            frame.isCursorVisible = true
            return frame
        }
        frame.title = "Garita"
        if case .watching(let place) = mode {
            drawMirror(on: &frame, of: place)
            return frame
        }
        drawTop(on: &frame)
        switch mode {
        case .injects(let place): drawInjects(on: &frame, at: place)
        case .moments: drawMoments(on: &frame)
        case .help: drawHelp(on: &frame)
        default: drawRows(on: &frame)
        }
        drawMessage(on: &frame)
        drawKeys(on: &frame)
        return frame
    }

    private func drawTop(on frame: inout Frame) {
        let name = frame.width < 60 ? " " : " GARITA "
        var column = frame.put(name, row: 0, column: 0, Style(.title))
        column = frame.put(
            language("PRÁCTICA ", "PRACTICE "), row: 0, column: column, Style(.demo))
        let there = state.rows.count { $0.isJoined }
        let count = language(
            "\(there) de \(state.rows.count)", "\(there) of \(state.rows.count)")
        frame.putRight(count, row: 0, before: frame.width - 1, Style(.muted))
        let room = frame.width - column - TextWidth.of(count) - 3
        let words = language("Clase · ", "Class · ") + state.title
        frame.put(TextWidth.fit(words, room), row: 0, column: column)
    }

    private func drawMessage(on frame: inout Frame) {
        let row = frame.height - 2
        switch mode {
        case .text(let isNote, let typed):
            let label =
                isNote
                ? language("Nota: ", "Note: ") : language("Mensaje: ", "Message: ")
            let start = frame.put(label, row: row, column: 1, Style(.muted))
            // The end of what is typed stays in sight.
            var tail = typed
            while TextWidth.of(tail) > frame.width - start - 2 { tail.removeFirst() }
            let end = frame.put(tail, row: row, column: start, Style(.fieldFocus))
            frame.cursor = (row, end)
            frame.isCursorVisible = true
        case .ending:
            let words =
                state.isElsewhere
                ? language(
                    "Sale de la consola; la práctica sigue: F10 otra vez. Esc se queda.",
                    "You leave the console; the practice goes on: F10 again. Esc stays.")
                : language(
                    "La práctica termina para toda la clase: F10 otra vez. Esc sigue.",
                    "The practice ends for the whole class: F10 again. Esc goes on.")
            frame.put(TextWidth.fit(words, frame.width - 2), row: row, column: 1, Style(.late))
        default:
            frame.put(TextWidth.fit(said, frame.width - 2), row: row, column: 1, Style(.message))
        }
    }

    private func drawKeys(on frame: inout Frame) {
        var column = 1
        for key in keys {
            let (shown, words) = (key.shown(language), key.words(language))
            guard column + TextWidth.of("\(shown) \(words)") < frame.width else { break }
            let row = frame.height - 1
            column = frame.put(shown, row: row, column: column, Style(.key)) + 1
            column = frame.put(words, row: row, column: column, Style(.muted)) + 1
        }
    }
}
