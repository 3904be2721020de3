import Repatriation

/// A player works until a moment, and the trainee from then on.
extension Rehearsal {
    /// Lives up to a moment as it stands, and leaves the rest of the work to whoever sits down: what
    /// a player began and did not end is theirs to end. O(what happens until then).
    package func letTraineeWork(from now: Instant) {
        // What happens at that very moment is the trainee's.
        advance(to: now.adding(seconds: -1))
        guard player != nil else { return }
        player = nil
        // Whoever was called ahead stands there: the trainee begins.
        attended[DeskPlace(scenario.point, scenario.desk)] = nil
        ahead[DeskPlace(scenario.point, scenario.desk)] = nil
        score.workFrom(now)
        let asked = askedOfPlayer
        askedOfPlayer = []
        for fact in asked { stand(by: fact) }
    }

    /// Somebody without a keyboard works at a desk.
    func isManned(_ place: DeskPlace) -> Bool {
        place != DeskPlace(scenario.point, scenario.desk)
            || skill(.desk, at: place.point) != nil
    }

    /// So many seconds later, if that part of the work is still done without a keyboard.
    func later(
        _ seconds: Int, _ at: Instant, _ work: Work, _ point: PointCode,
        _ task: @escaping (Instant) -> Void
    ) {
        after(seconds, at) { [unowned self] now in
            if skill(work, at: point) != nil { task(now) }
        }
    }
}
