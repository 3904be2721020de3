import Repatriation
import Terminal

/// A line of the board's alerts: one of them, or one that several points have, so that the same
/// thing everywhere leaves room for what is only somewhere.
struct AlertLine {
    /// The first of those it tells of.
    let alert: Alert
    /// Their places among all of them.
    private(set) var places: [Int]

    /// From so many points on the same is told once.
    static let most = 3

    /// One each while the cursor chooses among them.
    static func of(_ alerts: [Alert], isChoosing: Bool) -> [AlertLine] {
        let each = alerts.enumerated().map { AlertLine(alert: $0.element, places: [$0.offset]) }
        guard !isChoosing else { return each }
        var lines: [AlertLine] = []
        for line in each {
            let same = lines.firstIndex { $0.isSame(as: line.alert) }
            if let same { lines[same].places += line.places } else { lines.append(line) }
        }
        return lines.flatMap { line -> [AlertLine] in
            let points = Set(line.places.map { alerts[$0].point })
            return points.count >= most && points.count == line.places.count
                ? [line] : line.places.map { AlertLine(alert: alerts[$0], places: [$0]) }
        }
    }

    private func isSame(as other: Alert) -> Bool {
        alert.grade != .critical && alert.kind == other.kind && alert.grade == other.grade
            && alert.state == other.state
            && alert.takenBy == nil && other.takenBy == nil
    }

    /// How grave it is, to the eye.
    static func mark(_ grade: Alert.Grade) -> (String, Role) {
        switch grade {
        case .critical: ("■", .critical)
        case .late: ("▲", .late)
        case .info: ("●", .info)
        }
    }
}
