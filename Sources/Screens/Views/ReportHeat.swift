import Repatriation
import Terminal

/// When people come, as a week of days by hours: shades, with their meaning and the sums beside; on
/// a wide screen each count as a number.
struct ReportHeat {
    static let name = Bilingual("Llegadas por día y hora", "Arrivals by day and hour")

    private let heat: ArrivalHeat
    private let language: Language

    init(_ heat: ArrivalHeat, _ language: Language) {
        (self.heat, self.language) = (heat, language)
    }

    func draw(on frame: inout Frame, from top: Int, above end: Int) {
        let most = heat.most
        let isNumbers = frame.width >= ReportHeat.start + 24 * 4 + 8
        let step = isNumbers ? 4 : frame.width >= ReportHeat.start + 24 * 2 + 8 ? 2 : 1
        let total = min(ReportHeat.start + 24 * step + 7, frame.width - 1)
        func put(_ words: String, _ hour: Int, _ row: Int, _ role: Role) {
            let column = ReportHeat.start + hour * step
            if isNumbers {
                frame.putRight(words, row: row, before: column + step, Style(role))
            } else {
                frame.put(words, row: row, column: column, Style(role))
            }
        }
        for hour in stride(from: 0, to: 24, by: isNumbers ? 1 : step == 2 ? 3 : 6) {
            put(padded(hour, 2), hour, top, .muted)
        }
        frame.putRight("Total", row: top, before: total, Style(.muted))
        for (day, counts) in heat.counts.enumerated() where top + 1 + day < end {
            let row = top + 1 + day
            frame.put(ArrivalHeat.days[day](language), row: row, column: 2)
            for (hour, count) in counts.enumerated() {
                let shade = String(repeating: PlotMarks.shade(count, of: most), count: step)
                let words = isNumbers ? (count > 0 ? "\(count)" : "·") : shade
                put(words, hour, row, isNumbers ? .text : .spark)
            }
            let sum = ReportCell.count(counts.reduce(0, +)).shown
            frame.putRight(sum, row: row, before: total)
        }
        drawWords(on: &frame, from: top + 8, above: end, isNumbers)
    }

    /// Where the hours begin.
    private static let start = 7

    /// How many in all, when most of them, and what each shade is of.
    private func drawWords(
        on frame: inout Frame, from top: Int, above end: Int, _ isNumbers: Bool
    ) {
        var lines: [String] = []
        let total = ReportCell.count(heat.total).shown
        if let peak = heat.peak {
            let day = ArrivalHeat.days[peak.day](language)
            lines.append(
                language(
                    "\(total) personas; más: \(day) \(padded(peak.hour, 2)) h, \(heat.most)",
                    "\(total) people; most: \(day) \(padded(peak.hour, 2)):00, \(heat.most)"))
        } else {
            lines.append(language("Nadie llegó en esos días.", "Nobody came in those days."))
        }
        if !isNumbers {
            let shades = PlotMarks.shades(of: heat.most).map { mark, values in
                let (from, to) = (values.lowerBound, values.upperBound)
                return "\(mark) \(from == to ? "\(from)" : "\(from)–\(to)")"
            }
            lines.append(shades.joined(separator: "   "))
        }
        lines.append(
            language(
                "Hora de cada punto; de cualquier nacionalidad.",
                "By each point's clock; of any nationality."))
        let gap = end - top > lines.count ? 1 : 0
        for (index, words) in lines.enumerated() where top + gap + index < end {
            frame.put(
                TextWidth.fit(words, frame.width - 4), row: top + gap + index, column: 2,
                Style(.muted))
        }
    }
}
