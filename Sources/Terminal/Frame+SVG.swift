extension Frame {
    /// The screen as a picture that stands alone: letters as text, so that it can be read aloud and
    /// searched. The same frame and theme are the same bytes.
    package func svg(_ theme: Theme) -> String {
        let (wide, high) = (9, 19)
        let ground = theme.background == .dark ? "#0c0c0c" : "#ffffff"
        var out = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width * wide) \(height * high)" \
            font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="15">
            <rect width="100%" height="100%" fill="\(ground)"/>

            """
        for row in 0..<height {
            for run in runs(row) {
                let look = theme.colours(run.style)
                let (x, y) = (run.column * wide, row * high)
                let length = run.cells * wide
                if look.ground != ground {
                    out += """
                        <rect x="\(x)" y="\(y)" width="\(length)" height="\(high)" \
                        fill="\(look.ground)"/>

                        """
                }
                guard run.text.contains(where: { $0 != " " }) else { continue }
                let bold = run.style.isBold || look.isBold ? " font-weight=\"bold\"" : ""
                let line = look.isUnderlined ? " text-decoration=\"underline\"" : ""
                out += """
                    <text x="\(x)" y="\(y + 15)" textLength="\(length)" \
                    xml:space="preserve" fill="\(look.letters)"\(bold)\(line)>\
                    \(Frame.escaped(run.text))</text>

                    """
            }
        }
        return out + "</svg>\n"
    }

    /// Neighbouring cells that look the same.
    private struct Run {
        let column: Int
        var cells = 0
        var text = ""
        let style: Style
    }

    private func runs(_ row: Int) -> [Run] {
        var runs: [Run] = []
        for (column, cell) in self.row(row).enumerated() {
            if runs.last?.style != cell.style {
                runs.append(Run(column: column, style: cell.style))
            }
            runs[runs.count - 1].cells += 1
            if !cell.isContinuation { runs[runs.count - 1].text.append(cell.character) }
        }
        return runs
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }
}

extension Theme {
    /// The colours of a style with 256 of them, `#rrggbb`.
    fileprivate func colours(
        _ style: Style
    ) -> (letters: String, ground: String, isBold: Bool, isUnderlined: Bool) {
        let look = looks[style.role] ?? Look()
        let isDark = background == .dark
        let letters = look.foreground256.map(Theme.hex) ?? (isDark ? "#e5e5e5" : "#000000")
        let ground = look.background256.map(Theme.hex) ?? (isDark ? "#0c0c0c" : "#ffffff")
        return look.isReversed
            ? (ground, letters, look.isBold, look.isUnderlined)
            : (letters, ground, look.isBold, look.isUnderlined)
    }

    private static func hex(_ index: Int) -> String {
        let (red, green, blue) = Contrast.rgb(index)
        let parts = [red, green, blue].map { value in
            let digits = String(value, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return "#" + parts.joined()
    }
}
