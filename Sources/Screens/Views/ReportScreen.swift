import Repatriation
import Terminal

/// The official tables («Reportes»): a table of a period and some points, or its plots. The first
/// column and the heads stay in sight while it is moved.
struct ReportScreen: Listing {
    /// How it is shown; what has no columns of time has no lines over it.
    enum Shape: CaseIterable { case table, bars, lines, heat }

    private(set) var asked: ReportOf
    private(set) var shape = Shape.table
    private var issue: ReportIssue?
    private var heat: ArrivalHeat?
    /// The first of the columns that move.
    private var first = 0
    var list = LiveList<ReportLine>()

    /// A table; empty until the store answers.
    init(_ asked: ReportOf, _ shape: Shape = .table) {
        (self.asked, self.shape) = (asked, shape)
    }

    var procedure: Procedure? { Procedure(.balance, .correct) }
    func title(_ context: Workplace) -> String {
        "\(context.language("Reportes", "Reports")) · \(asked.kind.rawValue)"
    }

    var queries: [any Query] {
        shape == .heat ? [asked, asked.arrivals] : [asked]
    }

    static let table: KeyTable<Self> = [
        .key(.table) { [.push(ReportMenus.tables($0))] },
        KeyRow(Letter.period.binding("", "")) { [.push(ReportMenus.periods($0, $1))] },
        KeyRow(Letter.points.binding("", "")) { [.push(ReportMenus.points($0, $1))] },
        .key(.plot) { $0.turn() },
        KeyRow(Letter.print.binding("", "")) { screen, context in
            [.effect(.printReport(screen.asked, context.language))]
        },
        KeyRow(Letter.export.binding("", "")) { screen, context in
            [.effect(.exportReport(screen.asked, context.language))]
        },
        KeyRow(Letter.closeFigures.binding("", "")) { screen, _ in
            [.push(ReportMenus.close(screen.asked.period))]
        }
        .unless { screen, context in
            context.now < screen.asked.period.to.isOverFrom ? .says(.periodNotOver) : nil
        },
        KeyRow(Binding(.left, "Columna antes", "Column before")) { $0.move(by: -1, $1) }
            .unless { screen, _ in
                screen.shape == .table && screen.first > 0 ? nil : ReportScreen.noMore
            },
        KeyRow(Binding(.right, "Columna después", "Column after")) { $0.move(by: 1, $1) }
            .unless { screen, context in
                let columns = screen.columns(context.width, headRows: 3, context.language)
                return screen.shape == .table && columns?.isLast == false
                    ? nil : ReportScreen.noMore
            },
        .back,
    ]

    private static let noMore = Why.says(
        "No hay más columnas de ese lado.", "There are no more columns on that side.")

    /// From the table to each of its plots and back.
    private mutating func turn() -> [Step] {
        let all = Shape.allCases.filter { $0 != .lines || hasTimes }
        shape = all[((all.firstIndex(of: shape) ?? 0) + 1) % all.count]
        showLines()
        return shape == .heat ? [.effect(.load(asked.arrivals, holds: true))] : []
    }

    private var hasTimes: Bool { issue.map { !ReportPlot($0.table).times.isEmpty } ?? false }

    private mutating func move(by amount: Int, _ context: Workplace) -> [Step] {
        // Where the last are in sight fewer fit before them: it goes on from what is seen.
        let shown = columns(context.width, headRows: 3, context.language)?.shown.lowerBound
        first = max(0, (shown ?? first) + amount)
        return []
    }

    private func columns(
        _ width: Int, headRows: Int, _ language: Language
    ) -> ReportColumns? {
        issue.map {
            ReportColumns(
                $0, list.elements, from: first, width: width, headRows: headRows, language)
        }
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let heat = reply.answer(to: asked.arrivals) { self.heat = heat }
        guard let issue = reply.answer(to: asked) else { return [] }
        self.issue = issue
        showLines()
        return []
    }

    /// Of a plot each line once, and no sums.
    private mutating func showLines() {
        guard let issue else { return }
        let lines = ReportLine.lines(of: issue)
        switch shape {
        case .table: list.update(lines, adopt: true)
        case .bars, .lines: list.update(lines.filter { !$0.isSum }, adopt: true)
        case .heat: list = LiveList()
        }
        if list.index == nil { list.select(index: 0) }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (1, 1)
        frame.isCursorVisible = true
        guard let issue else { return }
        let language = context.language
        let isTall = frame.height >= 16
        // On a small screen the week has the rows.
        let foot = isTall ? 2 : shape == .heat ? 0 : 1
        drawFoot(issue, on: &frame, row: frame.height - 2 - foot, rows: foot, context)
        let plot = ReportPlotLines(ReportPlot(issue.table), frame.width, language)
        var place: String?
        switch shape {
        case .table:
            guard let columns = columns(frame.width, headRows: isTall ? 3 : 2, language) else {
                return
            }
            columns.drawHeads(on: &frame, row: 2)
            drawList(on: &frame, from: 2 + columns.headRows, foot) { index, row, frame in
                columns.draw(list.elements[index], on: &frame, row: row)
            }
            place = columns.place
        case .bars:
            plot.drawHead(on: &frame, row: 2, overTime: false)
            drawList(on: &frame, from: 3, foot) { plot.drawBar($0, on: &$2, row: $1) }
        case .lines:
            plot.drawHead(on: &frame, row: 2, overTime: true)
            drawList(on: &frame, from: 3, foot) { plot.drawLine($0, on: &$2, row: $1) }
        case .heat:
            guard let heat else { return }
            ReportHeat(heat, language).draw(on: &frame, from: 2, above: frame.height - 2 - foot)
        }
        let end = frame.width - 1 - (place.map { TextWidth.of($0) + 1 } ?? 0)
        frame.put(TextWidth.fit(subject(context), end - 2), row: 1, column: 2, Style(.title))
        if let place { frame.putRight(place, row: 1, before: frame.width - 1, Style(.accent)) }
    }

    /// What is shown, of which days and points.
    private func subject(_ context: Workplace) -> String {
        let name = shape == .heat ? ReportHeat.name : asked.kind.name
        let places =
            asked.points.isEmpty
            ? context.language("todos los puntos", "all points")
            : asked.points.map(\.text).joined(separator: ", ")
        return "\(name(context.language)) · \(asked.period.label(context.language)) · \(places)"
    }

    /// The lines that fit, with the cursor on one of them.
    private func drawList(
        on frame: inout Frame, from top: Int, _ foot: Int,
        _ draw: (Int, Int, inout Frame) -> Void
    ) {
        let room = frame.height - 2 - foot - top
        for (line, index) in list.window(room).enumerated() {
            if list.elements[index].id == list.selected { frame.putCursor(row: top + line) }
            draw(index, top + line, &frame)
        }
        list.drawMarks(of: room, on: &frame, above: top - 1, below: frame.height - 2 - foot)
    }

    /// What the figures are, and under which folio; of a line that was revised what it was.
    private func drawFoot(
        _ issue: ReportIssue, on frame: inout Frame, row: Int, rows: Int, _ context: Workplace
    ) {
        guard rows > 0 else { return }
        let language = context.language
        let revised = shape == .table ? list.current.flatMap { was($0, issue, language) } : nil
        let status = revised ?? issue.status(language)
        let cut = language("corte", "as of") + " \(issue.local.day.shown) \(issue.local.clock)"
        let folio = "\(issue.folio) · \(cut)"
        let room = frame.width - 8
        let style = Style(revised == nil ? .info : .late)
        guard rows > 1 else {
            frame.put(TextWidth.fit("\(status) · \(folio)", room), row: row, column: 2, style)
            return
        }
        frame.put(TextWidth.fit(status, room), row: row, column: 2, style)
        frame.put(TextWidth.fit(folio, room), row: row + 1, column: 2, Style(.muted))
    }

    private func was(
        _ line: ReportLine, _ issue: ReportIssue, _ language: Language
    ) -> String? {
        guard !line.revised.isEmpty else { return nil }
        let heads = issue.table.heads
        let words = line.revised.sorted { $0.key < $1.key }.map { column, one in
            let closed = language("cerró en", "was closed at")
            return "\(heads[column](language)) \(closed) \(one.was) (\(one.on.shown))"
        }
        return "* " + words.joined(separator: "; ")
    }
}
