import Repatriation

/// The lead of a point changes: both count those in the building, and both sign.
extension Rehearsal {
    func planHandOvers() {
        for point in scenario.points where !scenario.changes.isEmpty {
            let zone = zone(of: point)
            let first = zone.local(start).day.daysSinceEpoch
            for number in first...first + scenario.length / 86_400 + 1 {
                for hour in scenario.changes {
                    let at = zone.instant(of: CivilDate(daysSinceEpoch: number), at: hour)
                    guard at > start, at < end else { continue }
                    after(at.secondsSince(start), start) { [unowned self] in handOver(point, $0) }
                }
            }
        }
    }

    private func handOver(_ point: PointCode, _ at: Instant) {
        guard skill(.lead, at: point) != nil, let counted = stage.sees.inBuilding(point, at) else {
            return
        }
        let counts = HandOverCounts(outgoing: counted, incoming: counted)
        guard send(HandOverShift(at: point, counts), lead(point), at) != nil else { return }
        turns[point, default: 0] += 1
        send(AcceptHandOver(at: point, counted: counted, ReadBack()), lead(point), at)
    }
}
