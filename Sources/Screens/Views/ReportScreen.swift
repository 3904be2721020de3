import Repatriation
import Terminal

/// The official tables («Reportes»): a table of a period and some points, or its plots. The first
/// column and the heads stay in sight while it is moved.
struct ReportScreen: Listing {
    /// How it is shown; what has no columns of time has no lines over it.
    enum Shape: CaseIterable { case table, bars, lines, heat }

    private(set) var asked: ReportOf
    private(set) var shape = Shape.table
    private(set) var issue: ReportIssue?
    private(set) var heat: ArrivalHeat?
    /// The point from which it was opened.
    private let place: PointCode
    /// The first of the columns that move.
    private var first = 0
    var list = LiveList<ReportLine>()

    /// A table; empty until the store answers.
    init(_ asked: ReportOf, _ shape: Shape = .table, at place: PointCode = .none) {
        (self.asked, self.shape, self.place) = (asked, shape, place)
    }

    /// Another table in its place.
    func showing(_ asked: ReportOf) -> ReportScreen {
        ReportScreen(asked, shape == .heat ? .heat : .table, at: place)
    }

    var procedure: Procedure? { Procedure(.balance, .correct) }
    func title(_ context: Workplace) -> String {
        "\(context.language("Reportes", "Reports")) · \((issue?.titles ?? .shipped).number(asked.kind))"
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
        KeyRow(Letter.publish.binding("", "")) { screen, context in
            [.push(ReportMenus.publish(screen.asked, context))]
        },
        KeyRow(Letter.news.binding("", "")) { screen, context in
            let place = screen.place == .none ? context.point : screen.place
            return [.push(ReportMenus.shift(at: screen.asked.points.first ?? place, context))]
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
                let columns = screen.columns(context.width, context.language)
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
        let shown = columns(context.width, context.language)?.shown.lowerBound
        first = max(0, (shown ?? first) + amount)
        return []
    }

    func columns(_ width: Int, _ language: Language) -> ReportColumns? {
        issue.map { ReportColumns($0, list.elements, from: first, width: width, language) }
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
}
