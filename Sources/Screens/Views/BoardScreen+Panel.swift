import Repatriation
import Terminal

/// What is told of one point beside the board.
struct BoardPanel {
    private let width: Int
    private let column: Int
    private let last: Int
    private var line: Int
    private var isFull = false
    private let context: Workplace

    init(column: Int, from top: Int, on frame: Frame, _ context: Workplace) {
        (self.column, line, self.context) = (column, top, context)
        width = frame.width - column - 1
        last = frame.height - 3
    }

    /// The stages, when the queue ends, who is next, and then who attends and where there is room.
    mutating func draw(_ row: BoardRow, _ panel: PointPanel?, on frame: inout Frame) {
        let language = context.language
        say(row.name, .title, on: &frame)
        let stages: [(Bilingual, Int)] = [
            (Bilingual("por valorar", "to be asked"), row.toTriage),
            (Bilingual("en espera", "waiting"), row.waiting),
            (Bilingual("llamadas", "called"), row.called),
            (Bilingual("en entrevista", "in interview"), row.inInterview),
            (Bilingual("aparte", "set aside"), row.parked),
            (Bilingual("en apoyos", "in support"), row.inSupport),
        ]
        for (words, count) in stages { say("\(words(language)) \(count)", on: &frame) }
        if let finish = row.finishAt, let sooner = row.finishWithMoreAt {
            line += 1
            say(language("fin \(finish.clock)", "done \(finish.clock)"), on: &frame)
            say(
                language(
                    "con \(BoardRow.moreDesks) más \(sooner.clock)",
                    "with \(BoardRow.moreDesks) more \(sooner.clock)"), .muted, on: &frame)
        }
        line += 1
        if let next = row.next, !context.isCovered {
            say(next.staff(language), .info, on: &frame)
            line += 1
        }
        guard let panel else { return }
        draw(panel.desks, of: row, on: &frame)
        draw(panel.services, on: &frame)
    }

    private mutating func draw(
        _ desks: [PointPanel.Attended], of row: BoardRow, on frame: inout Frame
    ) {
        for desk in desks {
            let (words, role) = words(of: desk, at: row.point)
            say(words, role, on: &frame)
        }
        if !desks.isEmpty { line += 1 }
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

    /// What does not fit is said to be more.
    private mutating func say(_ text: String, _ role: Role = .text, on frame: inout Frame) {
        for part in Wrap.lines(text, width: width) {
            guard line <= last else {
                if !isFull {
                    frame.putRight("↓", row: last, before: frame.width - 1, Style(.accent))
                }
                isFull = true
                return
            }
            frame.put(part, row: line, column: column, Style(role), limit: width)
            line += 1
        }
    }
}
