import Repatriation
import Terminal

/// What is told of one point beside the board.
struct BoardPanel {
    private let width: Int
    private let column: Int
    private let last: Int
    private var line: Int
    /// Below the points: the counts stand in pairs, and nothing is left empty.
    private let isShort: Bool
    private let context: Workplace

    /// How many columns it has on a screen so wide, never fewer on a wider one; 0 where there is no
    /// room for it.
    static func width(in columns: Int) -> Int {
        columns < 100 ? 0 : min(46, 32 + (columns - 100) / 2)
    }

    init(column: Int, from top: Int, on frame: Frame, _ context: Workplace) {
        (self.column, line, self.context) = (column, top, context)
        width = frame.width - column - 1
        last = frame.height - 3
        isShort = last - top < 15
    }

    /// The stages, when the queue ends, who is next, then who attends, where there is room, and
    /// what the point has.
    mutating func draw(_ row: BoardRow, _ panel: PointPanel?, on frame: inout Frame) {
        let language = context.language
        say(row.name, .title, on: &frame)
        let counts = row.panelCounts.map { $0(language) }
        let each = isShort ? 2 : 1
        for first in stride(from: 0, to: counts.count, by: each) {
            let end = min(counts.count, first + each)
            say(counts[first..<end].joined(separator: " · "), on: &frame)
        }
        say(row.routes.words(language), on: &frame)
        drawFinish(row, on: &frame)
        pause()
        if let next = row.next, !context.isCovered {
            say(next.staff(language), .info, on: &frame)
            pause()
        }
        if let panel {
            draw(panel.desks, of: row, on: &frame)
            draw(panel.services, on: &frame)
            for part in means(panel, at: row.point) { say(part, .muted, on: &frame) }
        }
        if line > last + 1 {
            frame.putRight(
                "↓\(line - last - 1)", row: last + 1, before: frame.width - 1, Style(.accent))
        }
    }

    private mutating func pause() { if !isShort { line += 1 } }

    private mutating func drawFinish(_ row: BoardRow, on frame: inout Frame) {
        guard let finish = row.finishAt, let sooner = row.finishWithMoreAt else { return }
        pause()
        say(context.language("fin \(finish.clock)", "done \(finish.clock)"), on: &frame)
        say(
            context.language(
                "con \(BoardRow.moreDesks) más \(sooner.clock)",
                "with \(BoardRow.moreDesks) more \(sooner.clock)"), .muted, on: &frame)
    }

    /// What the opening check found wanting, then what the point has against the standards.
    private func means(_ panel: PointPanel, at point: PointCode) -> [String] {
        let standards = panel.standards?.lines(at: context.now).map { $0(context.language) } ?? []
        guard let check = panel.check, check.found.isWanting, !context.isCovered else {
            return standards
        }
        let at = check.at.map { context.local($0, point).clock } ?? ""
        let words = check.found.words?(context.language) ?? ""
        return [context.language("apertura \(at), \(words)", "opening \(at), \(words)")] + standards
    }

    private mutating func draw(
        _ desks: [PointPanel.Attended], of row: BoardRow, on frame: inout Frame
    ) {
        for desk in desks {
            let (words, role) = words(of: desk, at: row.point)
            say(words, role, on: &frame)
        }
        if !desks.isEmpty { pause() }
    }

    private func words(of desk: PointPanel.Attended, at point: PointCode) -> (String, Role) {
        let language = context.language
        let since = desk.since.map { Dates.wait(context.now.secondsSince($0)) } ?? ""
        var parts = [language("V\(desk.number)", "D\(desk.number)")]
        var role = Role.text
        if desk.state == .paused {
            let reason = context.isCovered ? nil : desk.reason
            parts += [language("pausa", "paused"), since, reason ?? ""]
            role = .muted
        } else if let ticket = desk.ticket {
            parts += [desk.isInInterview ? "\(ticket)" : "→\(ticket)", since]
        } else {
            parts += [language("libre", "free"), since]
        }
        if desk.state != .paused, !desk.isHeard {
            parts.append(language("sin señal", "silent"))
            role = .late
        }
        if !context.isCovered { parts.append(desk.officer ?? "") }
        return (parts.filter { !$0.isEmpty }.joined(separator: " "), role)
    }

    private mutating func draw(_ services: [PointPanel.Service], on frame: inout Frame) {
        for service in services {
            let words = "\(service.name) \(service.free)/\(service.places)"
            say(words, service.free == 0 ? .late : .text, on: &frame)
        }
    }

    /// What does not fit is counted.
    private mutating func say(_ text: String, _ role: Role = .text, on frame: inout Frame) {
        for part in Wrap.lines(text, width: width) {
            if line <= last {
                frame.put(part, row: line, column: column, Style(role), limit: width)
            }
            line += 1
        }
    }
}

extension BoardRow {
    /// How many of the point stand where.
    fileprivate var panelCounts: [Bilingual] {
        [
            Bilingual("por valorar \(toTriage)", "to be asked \(toTriage)"),
            Bilingual("en espera \(waiting)", "waiting \(waiting)"),
            Bilingual("llamadas \(called)", "called \(called)"),
            Bilingual("en entrevista \(inInterview)", "in interview \(inInterview)"),
            Bilingual("aparte \(parked)", "set aside \(parked)"),
            Bilingual("en apoyos \(inSupport)", "in support \(inSupport)"),
        ] + (onTheWay == 0 ? [] : [Bilingual("en camino \(onTheWay)", "on the way \(onTheWay)")])
    }
}
