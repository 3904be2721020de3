import Drill
import Repatriation
import Screens
import Store

extension LivedScenario: PracticePlan {
    var title: String { rehearsal.scenario.title }
    var ends: Instant { rehearsal.end }

    func advance(to now: Instant) {
        if let moment = takesOver, now >= moment {
            takesOver = nil
            rehearsal.letTraineeWork(from: moment)
            keep(.works, rehearsal.clock(moment), "", moment)
        }
        rehearsal.advance(to: now)
        tried(()) { try store.noteLived(until: min(now, rehearsal.end)) }
    }

    func watchClosely() { rehearsal.watchSeconds = 60 }

    var moments: [PracticeState.Moment] {
        rehearsal.scenario.moments.map {
            .init(title: $0.title, at: rehearsal.start.adding(seconds: $0.at))
        }
    }

    func take(_ request: TrainerRequest, at now: Instant) -> Rehearsal.ByHand {
        switch request {
        case .inject(let id): return rehearsal.inject(id, at: now)
        case .keep(let kind, let name, let text):
            return keep(kind, name, text, now) ? .told : .notKept
        }
    }

    func report(at now: Instant) -> PracticeReport {
        let reached = rehearsal.reached
        var report = PracticeReport()
        report.points = reached.map(\.points).reduce(0, +)
        report.possible = reached.map(\.possible).reduce(0, +)
        // What may still be done in time is not missed yet.
        report.missed = reached.flatMap(\.missed).count {
            $0.expected.isNever || $0.deadline < now
        }
        report.oldestWait = tried(nil) {
            try store.answer(BoardNow().reading, for: .program, at: now).rows
                .first { $0.point == rehearsal.scenario.point }?.longestWait
        }
        return report
    }

    func nextArrival(after now: Instant) -> Instant? { rehearsal.nextArrival(after: now) }
    func setResting(_ desks: [PointCode: Set<Int>]) { rehearsal.resting = desks }
}
