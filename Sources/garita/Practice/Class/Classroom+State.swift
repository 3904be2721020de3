import Drill
import Repatriation
import Screens
import Terminal

/// What the trainer sees.
extension Classroom {
    /// How the class stands.
    var state: ClassState {
        let there = presences.withLock { $0 }
        let rows = files.plan.people.indices.map { place -> ClassState.Row in
            var row = ClassState.Row(name: files.plan.people[place], now: start)
            let presence = there[place]
            row.isJoined = presence.line != nil
            (row.screen, row.field) = (presence.place.screen, presence.place.field)
            row.since = (monotonic() - presence.since) / 1_000_000_000
            row.refusals = presence.refusals
            guard let day = room(of: place).running?.day else { return row }
            let (state, report) = (day.state, day.report)
            (row.now, row.speed, row.isPaused) = (day.now, state.speed, state.isPaused)
            (row.isOver, row.isLiving) = (state.isOver, !day.clock.isOver)
            (row.points, row.possible, row.missed) = (
                report.points, report.possible, report.missed
            )
            (row.oldestWait, row.isStopped) = (report.oldestWait, day.standsStill)
            return row
        }
        return ClassState(
            title: files.title, rows: rows,
            injects: files.scenario.choices,
            moments: files.scenario.moments.map {
                .init(title: $0.title, at: start.adding(seconds: $0.at))
            }, isOneStore: files.plan.form == .together)
    }

    /// The screen that is looked at.
    var frame: Frame? {
        guard let place = watched.withLock({ $0 }) else { return nil }
        return presences.withLock { $0[place].frame }
    }
}

extension Scenario {
    /// What a trainer can let happen.
    var choices: [ClassState.Choice] {
        injects.map { .init(id: $0.id, words: $0.synopsis, isByHand: !$0.isActive) }
    }
}
