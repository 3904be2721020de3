/// Which alarm: its kind and point, and what it is about where each has a line of its own.
///
/// As `doseDue.NOG.2126311069843750`, or `pastTarget.NOG`. What is one line of several keeps its tag
/// while they change: its count grows, and it rings once.
package struct AlarmTag: Hashable, Sendable {
    /// What it tells of.
    package let kind: AlertKind
    /// Where.
    package let point: PointCode
    /// A reception, a group or an inquiry; nil where it is about the point.
    package let subject: Int?

    /// A kind at a point, about something or the point itself.
    package init(_ kind: AlertKind, _ point: PointCode, _ subject: Int? = nil) {
        self.kind = kind
        self.point = point
        self.subject = subject
    }

    /// Read back; nil for what is no alarm of this program.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 || parts.count == 3, let kind = AlertKind(rawValue: parts[0]),
            let point = PointCode(parts[1])
        else { return nil }
        let subject = parts.count == 3 ? Int(parts[2]) : nil
        guard parts.count == 2 || subject != nil else { return nil }
        self.init(kind, point, subject)
    }

    /// As lines of `send` and the history name it.
    package var text: String {
        ([kind.rawValue, point.text] + (subject.map { ["\($0)"] } ?? [])).joined(separator: ".")
    }
}
