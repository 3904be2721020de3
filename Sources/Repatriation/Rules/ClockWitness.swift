/// What is known of the time besides what the machine's clock shows: the newest fact, and how long
/// ago it was.
///
/// A dead battery after a power cut, or a hand that set it: a clock may be years or a day wrong,
/// and must then decide no age, no term and no series of numbers. Until the lead confirms the hour
/// everything goes on, and whatever hangs on the day is decided on the safe side: as of the earlier
/// of what the clock shows and the newest fact, so that nobody grows older, no term runs out and no
/// series begins by a clock that nobody vouched for. The rules read it as ``Context/local`` and
/// ``Context/cutDay``; `at` of a fact stays what the clock showed.
package struct ClockWitness: Sendable, Equatable {
    /// When the newest fact was written by a clock that was believed.
    package let newest: Instant
    /// Milliseconds since then by a clock that only goes forward; nil where the machine was started
    /// since.
    package let elapsed: Int?
    /// In practice time jumps forward.
    package let isPractice: Bool

    /// The newest fact, and how long ago it was by the machine's own count.
    package init(newest: Instant, elapsed: Int?, isPractice: Bool) {
        self.newest = newest
        self.elapsed = elapsed
        self.isPractice = isPractice
    }

    /// How far a clock may fall behind the newest fact, in milliseconds: a correction over the
    /// network.
    package static let behind = 5 * 60_000
    /// How far it may be from the machine's own count.
    package static let apart = 30 * 60_000
    /// How long after the newest fact a machine that was started since may be: a night.
    package static let silence = 12 * 3_600_000

    /// How often the newest fact's hour is kept anew by the machine's own count, in milliseconds.
    package static let step = 10 * 60_000
    /// How far from what the clock should show one lead alone vouches for an hour, in milliseconds:
    /// a zone or half of the day mistaken. More makes somebody of age, or ends the day in which an
    /// identity may be its giver's (``Lineage``).
    package static let alone = 12 * 3_600_000

    /// How far ahead of what it should show the clock is; behind where it is negative, and nothing
    /// in practice.
    package func jump(_ now: Instant) -> Int {
        isPractice ? 0 : now.milliseconds - expected.milliseconds
    }

    /// Whether the hour that a clock shows is believed.
    package func isBelieved(_ now: Instant) -> Bool {
        let ahead = now.milliseconds - expected.milliseconds
        if ahead < -ClockWitness.behind { return false }
        if isPractice { return true }
        return ahead <= (elapsed == nil ? ClockWitness.silence : ClockWitness.apart)
    }

    /// What the clock should show by the machine's own count; the newest fact where it was started
    /// since.
    private var expected: Instant {
        guard !isPractice, let elapsed else { return newest }
        return Instant(milliseconds: newest.milliseconds &+ elapsed)
    }

    /// The moment as of which ages, terms and series are decided.
    package func sure(_ now: Instant) -> Instant { isBelieved(now) ? now : min(now, expected) }
}

/// What whoever writes first by a clock that does not fit is asked: whether it is the hour that the
/// clock shows.
package struct HourQuestion: Sendable, Equatable {
    /// What the clock shows.
    package let shown: Instant
    /// When the newest fact was written by a clock that was believed.
    package let newest: Instant
    /// Where it is asked, where whoever is asked sits at no point.
    package let point: PointCode

    /// Between two hours.
    package init(shown: Instant, newest: Instant, point: PointCode) {
        self.shown = shown
        self.newest = newest
        self.point = point
    }
}

extension Context {
    /// The point's number series begins anew with the working day; not by a clock in doubt.
    func isNewDay(_ day: CivilDate?) -> Bool {
        guard let day else { return true }
        return day != cutDay && !isClockDoubted
    }
}
