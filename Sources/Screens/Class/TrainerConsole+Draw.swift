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
        let words = language("Grupo · ", "Class · ") + state.title
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
                    "La práctica termina para todas las personas: F10 otra vez. Esc sigue.",
                    "The practice ends for everybody: F10 again. Esc goes on.")
            frame.put(TextWidth.fit(words, frame.width - 2), row: row, column: 1, Style(.late))
        default:
            frame.put(TextWidth.fit(said, frame.width - 2), row: row, column: 1, Style(.message))
        }
    }

    private func drawKeys(on frame: inout Frame) {
        var column = 1
        for (key, es, en) in keys {
            let words = "\(language(key.es, key.en)) \(language(es, en))"
            guard column + TextWidth.of(words) < frame.width else { break }
            let row = frame.height - 1
            column = frame.put(language(key.es, key.en), row: row, column: column, Style(.key)) + 1
            column = frame.put(language(es, en), row: row, column: column, Style(.muted)) + 1
        }
    }

    /// What the keys of this moment do.
    private var keys: [(key: Bilingual, String, String)] {
        func key(_ name: String) -> Bilingual { Bilingual(name, name) }
        let enter = Bilingual("Enter", "Enter")
        switch mode {
        case .list: return TrainerConsole.listKeys
        case .injects:
            return [(enter, "Sucede ahora", "Happens now"), (key("Esc"), "Atrás", "Back")]
        case .moments: return [(key("1–9"), "Volver", "Go back"), (key("Esc"), "Atrás", "Back")]
        case .text: return [(enter, "Listo", "Done"), (key("Esc"), "Nada", "Nothing")]
        case .watching, .help: return [(key("Esc"), "Atrás", "Back")]
        case .ending: return [(key("F10"), "Termina", "Ends"), (key("Esc"), "Sigue", "Goes on")]
        }
    }

    /// The keys of the list, the most useful first.
    static let listKeys: [(key: Bilingual, String, String)] = [
        (Bilingual("p", "p"), "Pausa", "Pause"), (Bilingual("i", "i"), "Suceso", "Inject"),
        (Bilingual("m", "m"), "Mensaje", "Message"), (Bilingual("n", "n"), "Nota", "Note"),
        (Bilingual("Enter", "Enter"), "Mirar", "Look"),
        (Bilingual("F1", "F1"), "Ayuda", "Help"),
        (Bilingual("v", "v"), "Volver a", "Back to"),
        (Bilingual("e", "e"), "Resultados", "Results"),
        (Bilingual("+ -", "+ -"), "Reloj", "Clock"),
        (Bilingual("F10", "F10"), "Terminar", "End"),
    ]
}
