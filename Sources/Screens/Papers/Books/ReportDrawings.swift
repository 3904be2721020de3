import Repatriation

/// The plots of a table as drawings of a page: black on white, each with a title and in words what
/// it shows; no script, nothing fetched.
struct ReportDrawings {
    private let issue: ReportIssue
    private let plot: ReportPlot
    private let language: Language
    /// How wide the page is, and the names of lines on it.
    private static let (width, label) = (720, 220)
    private static let row = 20

    init(_ issue: ReportIssue, _ language: Language) {
        (self.issue, self.language) = (issue, language)
        plot = ReportPlot(issue.table)
    }

    private var subject: String {
        "\(issue.table.kind.name(language)), \(issue.table.period.label(language))"
    }

    /// A bar for each line, with its number.
    var bars: String {
        let room = ReportDrawings.width - ReportDrawings.label - 120
        let rows = plot.lines.enumerated().map { index, line in
            let length = plot.most > 0 ? line.total * room / plot.most : 0
            let share = ReportCell.share(line.total, of: plot.total).shown
            let y = index * ReportDrawings.row
            return name(line.label(language), y)
                + "<rect x=\"\(ReportDrawings.label)\" y=\"\(y + 4)\" width=\"\(length)\" height=\"12\"/>"
                + text(
                    "\(shown(line.total)) · \(share)", x: ReportDrawings.label + length + 6, y + 14)
        }
        return drawing(
            language("Barras: ", "Bars: ") + subject,
            plot.lines.map { "\($0.label(language)): \(shown($0.total))" }.joined(separator: "; "),
            height: plot.lines.count * ReportDrawings.row + 4, rows.joined())
    }

    /// A line for each over the months or years, with its greatest number; nil where there are none.
    var lines: String? {
        guard plot.times.count > 1 else { return nil }
        let (high, room) = (28, ReportDrawings.width - ReportDrawings.label - 200)
        let rows = plot.lines.enumerated().map { index, line in
            let most = line.most
            let points = line.values.enumerated().map { place, value in
                let x = ReportDrawings.label + place * room / (plot.times.count - 1)
                let y = index * high + high - 4 - value * (high - 8) / max(1, most?.value ?? 1)
                return "\(x),\(y)"
            }
            let told =
                most.map { "\(shown($0.value)) \(plot.times[$0.column](language))" } ?? "–"
            let end = ReportDrawings.label + room + 8
            return name(line.label(language), index * high + 6)
                + "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"#000\"/>"
                + text(
                    language(
                        "\(shown(line.total)); mayor \(told)", "\(shown(line.total)); most \(told)"),
                    x: end, index * high + 20)
        }
        let words = plot.lines.map { line in
            let values = zip(plot.times, line.values).map { "\($0(language)) \(shown($1))" }
            return "\(line.label(language)): \(values.joined(separator: ", "))"
        }
        let title = language("Por mes o año: ", "By month or year: ") + subject
        return drawing(
            title, words.joined(separator: "; "),
            height: plot.lines.count * high + 4, rows.joined())
    }

    /// When people came: each hour of the week with its number, darker for more.
    func hours(_ heat: ArrivalHeat) -> String {
        let (side, high, left) = (26, 22, 40)
        var body = (0..<24).map { text(padded($0, 2), x: left + $0 * side + 5, 12) }.joined()
        for (day, counts) in heat.counts.enumerated() {
            let y = 18 + day * high
            body += text(ArrivalHeat.days[day](language), x: 0, y + 15)
            for (hour, count) in counts.enumerated() {
                let part = heat.most > 0 ? count * 100 / heat.most : 0
                let x = left + hour * side
                let ink = part > 50 ? "#fff" : "#000"
                body +=
                    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(side)\" height=\"\(high)\" "
                    + "fill-opacity=\"\(part == 100 ? "1" : "0.\(padded(part, 2))")\" stroke=\"#888\"/>"
                if count > 0 { body += text("\(count)", x: x + 3, y + 15, fill: ink) }
            }
            body += text(shown(counts.reduce(0, +)), x: left + 24 * side + 6, y + 15)
        }
        let name = language(
            "Llegadas por día de la semana y hora del punto, de cualquier nacionalidad",
            "Arrivals by day of the week and hour of the point, of any nationality")
        let peak = heat.peak.map { peak in
            let day = ArrivalHeat.days[peak.day](language)
            return language(
                "; más: \(day) \(padded(peak.hour, 2)) h, \(heat.most)",
                "; most: \(day) \(padded(peak.hour, 2)):00, \(heat.most)")
        }
        return drawing(
            name, language("\(heat.total) personas", "\(heat.total) people") + (peak ?? ""),
            height: 18 + 7 * high + 4, body)
    }

    private func shown(_ count: Int) -> String { ReportCell.count(count).shown }

    private func name(_ words: String, _ y: Int) -> String { text(words, x: 0, y + 14) }

    private func text(_ words: String, x: Int, _ y: Int, fill: String = "#000") -> String {
        let ink = fill == "#000" ? "" : " fill=\"\(fill)\""
        return "<text x=\"\(x)\" y=\"\(y)\"\(ink)>\(HTMLText.escaped(words))</text>"
    }

    /// The title stands over the drawing too: on paper nobody hears it.
    private func drawing(_ title: String, _ words: String, height: Int, _ body: String) -> String {
        let (title, words) = (HTMLText.escaped(title), HTMLText.escaped(words))
        return """
            <h3>\(title)</h3><svg role="img" \
            viewBox="0 0 \(ReportDrawings.width) \(height)" width="\(ReportDrawings.width)" \
            font-family="serif" font-size="11"><title>\(title)</title><desc>\(words)</desc>\(body)</svg>
            """
    }
}
