/// An alarm as it is told now, kept between two looks so that each change of it is written once.
package struct StandingAlarm: Sendable, Equatable {
    /// For so many seconds a cause must be gone before its alarm is over: what comes back sooner
    /// was never away, and nothing chatters.
    package static let leastOff = 60

    /// Which.
    package var tag: AlarmTag
    /// What somebody made of it.
    package var state: Alert.State
    /// How grave it is.
    package var grade: Alert.Grade
    /// Since when its cause holds; nil where a line counts several.
    package var cause: Instant?
    /// Since when it rings.
    package var at: Instant
    /// Since when its cause is gone; nil while it is not.
    package var goneAt: Instant?

    /// As it is read back.
    package init(
        _ tag: AlarmTag, _ state: Alert.State, _ grade: Alert.Grade, cause: Instant?, at: Instant,
        goneAt: Instant? = nil
    ) {
        (self.tag, self.state, self.grade) = (tag, state, grade)
        (self.cause, self.at, self.goneAt) = (cause, at, goneAt)
    }

    private init(_ alert: Alert, at now: Instant) {
        self.init(
            alert.tag, alert.state, alert.grade,
            cause: alert.tag.subject == nil ? nil : alert.since, at: now)
    }

    /// What stands after a look at what is told now, and what changed by it.
    package static func after(
        _ standing: [StandingAlarm], told: [Alert], at now: Instant
    ) -> (standing: [StandingAlarm], changes: [AlarmChange]) {
        let told = Dictionary(told.map { ($0.tag, $0) }) { $0.grade <= $1.grade ? $0 : $1 }
        let known = Set(standing.map(\.tag))
        var changes: [AlarmChange] = []
        var left = standing.compactMap { one in
            guard let alert = told[one.tag] else { return one.withoutCause(now, &changes) }
            return one.with(alert, now, &changes)
        }
        for alert in told.values.filter({ !known.contains($0.tag) }).sorted(by: isEarlier) {
            left.append(StandingAlarm(alert, at: now))
            changes.append(
                AlarmChange(at: now, alert.tag, AlarmChange.State(alert.state), alert.grade))
        }
        return (left, changes)
    }

    private static func isEarlier(_ left: Alert, _ right: Alert) -> Bool {
        (left.grade, left.since, left.tag.text) < (right.grade, right.since, right.tag.text)
    }

    /// Still told: rung anew where its cause is another or it is graver.
    private func with(
        _ alert: Alert, _ now: Instant, _ changes: inout [AlarmChange]
    ) -> StandingAlarm {
        var next = StandingAlarm(alert, at: at)
        let isAnew = next.cause != cause || next.grade < grade
        if isAnew { next.at = now }
        if isAnew || next.state != state {
            changes.append(
                AlarmChange(at: now, tag, AlarmChange.State(next.state), next.grade))
        }
        return next
    }

    /// No longer told: over once it was gone for long enough; nil then.
    private func withoutCause(
        _ now: Instant, _ changes: inout [AlarmChange]
    ) -> StandingAlarm? {
        var next = self
        guard let goneAt else {
            next.goneAt = now
            return next
        }
        guard now.distance(to: goneAt) >= StandingAlarm.leastOff else { return self }
        changes.append(AlarmChange(at: now, tag, .cleared, grade))
        return nil
    }
}

/// One change of an alarm, as the history keeps it.
package struct AlarmChange: Sendable, Equatable {
    /// What it became.
    package enum State: String, Sendable, CaseIterable {
        case active, acknowledged, shelved, cleared

        init(_ state: Alert.State) {
            switch state {
            case .active: self = .active
            case .acknowledged: self = .acknowledged
            case .shelved: self = .shelved
            }
        }
    }

    /// When.
    package let at: Instant
    /// Of which.
    package let tag: AlarmTag
    /// What it became.
    package let state: State
    /// How grave it was.
    package let grade: Alert.Grade

    /// A change at a moment.
    package init(at: Instant, _ tag: AlarmTag, _ state: State, _ grade: Alert.Grade) {
        (self.at, self.tag, self.state, self.grade) = (at, tag, state, grade)
    }
}
