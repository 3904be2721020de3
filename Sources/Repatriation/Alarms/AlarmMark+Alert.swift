extension AlarmMark {
    /// For how many hours an acknowledgement holds: a shift's.
    package static let hours = 12

    /// Whether it was of this very alarm: of the same cause, or, where a line counts several, of
    /// the line that stands since before. What became graver since rings anew.
    ///
    /// What was acknowledged rings anew for the next shift, also where nobody looked meanwhile.
    package func isOf(_ alert: Alert, standingSince standing: Instant?, at now: Instant) -> Bool {
        guard let at, alert.grade.rawValue >= grade else { return false }
        let isLasting = shelvedUntil.map { $0 > now } ?? false
        guard isLasting || now.secondsSince(at) < AlarmMark.hours * 3600 else { return false }
        if since == alert.since { return true }
        guard alert.tag.subject == nil else { return false }
        return at >= standing ?? alert.since
    }

    /// The alert as this leaves it at a moment: what is set aside comes back at the end.
    package func marked(_ alert: Alert, taker: String?, at now: Instant) -> Alert {
        var marked = alert
        marked.takenBy = taker
        marked.state = .acknowledged
        guard let shelvedUntil else { return marked }
        marked.state = shelvedUntil > now ? .shelved : .active
        marked.shelvedUntil = shelvedUntil > now ? shelvedUntil : nil
        return marked
    }
}
