import Repatriation
import Terminal

/// How a day's hours stand side by side: people received, as a bar and a number beside the usual
/// one, then the mean wait of those who were called in the same way; from 72 columns the longest
/// wait and who left.
struct PointDayColumns {
    private let view: PointDay
    private let isWide: Bool
    /// How long the longest bars are.
    private let (people, wait): (Int, Int)
    private let (mostPeople, mostWait): (Int, Int)

    init(_ view: PointDay, width: Int) {
        self.view = view
        isWide = width >= 72
        people = isWide ? max(14, min(40, (width - 50) / 2)) : 8
        wait = isWide ? people : 6
        mostPeople = max(
            1, view.hours.map(\.received).max() ?? 0,
            view.hours.compactMap { view.usual($0.before.received).map { $0 / 10 } }.max() ?? 0)
        mostWait = max(
            60, view.hours.compactMap(\.meanWait).max() ?? 0,
            view.hours.compactMap(\.usualWait).max() ?? 0)
    }

    // Where each column ends; bars begin where they stand.
    private var received: Int { 4 + people + 4 }
    private var usual: Int { received + (isWide ? 6 : 5) }
    private var waitBar: Int { usual + 1 }
    private var waited: Int { waitBar + wait + (isWide ? 6 : 5) }
    private var usualWait: Int { waited + (isWide ? 6 : 5) }
    private var longest: Int { usualWait + 6 }
    private var released: Int { longest + 6 }

    /// The whole day, and how many days it is compared with.
    func summary(_ language: Language) -> String {
        let received = view.hours.reduce(0) { $0 + $1.received }
        let released = view.hours.reduce(0) { $0 + $1.released }
        let usual = view.usual(view.hours.reduce(0) { $0 + $1.before.received })
        let weekday = String(Dates.short(view.day, language).prefix { $0 != " " })
        let count = view.earlier.count
        let before =
            usual.map {
                language(
                    "media de \(count) \(weekday): \($0 / 10)",
                    "mean of \(count) \(weekday): \($0 / 10)")
            } ?? language("sin \(weekday) anteriores", "no \(weekday) before")
        return language(
            "recibidas \(received) · salidas \(released) · \(before)",
            "received \(received) · left \(released) · \(before)")
    }

    func drawHead(on frame: inout Frame, row: Int, _ language: Language) {
        let style = Style(.muted)
        frame.put(language("Llegan", "Come"), row: row, column: 4, style)
        frame.putRight(language("antes", "usual"), row: row, before: usual, style)
        frame.put(
            language("Espera", "Wait"), row: row, column: waitBar, style, limit: wait + 1)
        frame.putRight(language("antes", "usual"), row: row, before: usualWait, style)
        guard isWide else { return }
        frame.putRight(language("media", "mean"), row: row, before: waited, style)
        frame.putRight(language("mayor", "most"), row: row, before: longest, style)
        frame.putRight(language("salen", "left"), row: row, before: released, style)
    }

    func draw(_ hour: PointDay.Hour, _ clock: LocalTime, on frame: inout Frame, row: Int) {
        frame.putRight(padded(clock.hour, 2), row: row, before: 3, Style(.muted))
        bar(hour.received, of: mostPeople, people, on: &frame, row: row, column: 4)
        frame.putRight(String(hour.received), row: row, before: received)
        if let mean = view.usual(hour.before.received) {
            frame.putRight(tenths(mean), row: row, before: usual, Style(.muted))
        }
        bar(hour.meanWait ?? 0, of: mostWait, wait, on: &frame, row: row, column: waitBar)
        frame.putRight(hour.meanWait.map(Dates.wait) ?? "–", row: row, before: waited)
        if let mean = hour.usualWait {
            frame.putRight(Dates.wait(mean), row: row, before: usualWait, Style(.muted))
        }
        guard isWide else { return }
        if hour.calls > 0 {
            frame.putRight(Dates.wait(hour.longestWait), row: row, before: longest)
        }
        frame.putRight(String(hour.released), row: row, before: released)
    }

    private func tenths(_ value: Int) -> String {
        value % 10 == 0 || value >= 100 ? String(value / 10) : "\(value / 10).\(value % 10)"
    }

    private func bar(
        _ value: Int, of most: Int, _ width: Int, on frame: inout Frame, row: Int, column: Int
    ) {
        let text = PlotMarks.bar(value, of: most, width)
        frame.put(text, row: row, column: column, Style(.spark))
    }
}
