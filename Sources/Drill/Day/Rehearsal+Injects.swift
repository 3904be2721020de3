import Repatriation

/// What happens besides, and what a player does of it.
extension Rehearsal {
    func react(to inject: Inject, _ at: Instant) {
        if let works = inject.printer { setPrinter(works, at) }
        if let desk = inject.silentDesk { fallSilent(desk, at) }
        play(inject.happens, of: inject, at)
        switch player {
        case .good: play(inject.good, of: inject, at, while: .good)
        case .careless: play(inject.careless, of: inject, at, while: .careless)
        case nil: break
        }
        let until = inject.expects.map(\.within).max() ?? 0
        for other in scenario.injects where other.isActive {
            guard case .after(inject.id, let condition, let seconds) = other.cue else { continue }
            if condition == .told {
                after(seconds, at) { [unowned self] in tell(other, $0) }
            } else {
                after(until + 1 + seconds, at) { [unowned self] now in
                    if isMet(inject) == (condition == .met) { tell(other, now) }
                }
            }
        }
    }

    /// What a player would have done later, they do not once somebody else works.
    private func play(
        _ acts: [ScriptedAct], of inject: Inject, _ at: Instant, while by: Player? = nil
    ) {
        for act in acts {
            after(act.delay, at) { [unowned self] now in
                if by == nil || by == player { send(act, of: inject, now) }
            }
        }
    }
}
