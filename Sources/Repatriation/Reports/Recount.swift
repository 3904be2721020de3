/// When the figures of a day may be said to stand: what changes afterwards is noted, so that any
/// table can be made as it was known before (``Reception/recountedAt``).
extension CivilDate {
    /// Noon of the next day by UTC, when it is over at every point.
    package var isOverFrom: Instant {
        Instant(milliseconds: (daysSinceEpoch + 1) * 86_400_000 + 43_200_000)
    }
}

extension Reception {
    /// Notes that what is counted of somebody is no longer what it was: whenever the day changes,
    /// and whatever changes after the day.
    mutating func noteRecount(since before: Reception, at now: Instant) {
        guard !Tally.areAlike(before, self) else { return }
        if let day = before.receivedDate, day != receivedDate {
            (recountedAt, dateMovedAt) = (now, now)
        } else if let day = receivedDate, now >= day.isOverFrom {
            recountedAt = now
        }
    }
}
