import Drill
import Repatriation
import Store
import Synchronization

/// What a trainer wants of a practice.
enum TrainerRequest: Sendable {
    /// Something of the scenario happens.
    case inject(String)
    /// Something is written down, under a name.
    case keep(PracticeNote.Kind, String, String)

    /// It is only written down: nothing happens.
    var isWritten: Bool { if case .keep = self { true } else { false } }
    /// What comes of it once nobody lives the practice any more.
    var late: Rehearsal.ByHand { isWritten ? .notKept : .none }
}

/// What was asked and is not done yet. Whoever asks is told what came of it, in every case.
final class TrainerRequests: Sendable {
    typealias Teller = @Sendable (Rehearsal.ByHand) -> Void

    private struct State {
        var waiting: [(TrainerRequest, then: Teller)] = []
        /// Nobody does what is asked from now on.
        var isClosed = false
    }

    private let held = Mutex(State())

    /// It is done as soon as what comes before is lived; what is only written down is written at
    /// the next quarter.
    func ask(_ request: TrainerRequest, then tell: @escaping Teller) {
        let isLate = held.withLock { state in
            if !state.isClosed { state.waiting.append((request, tell)) }
            return state.isClosed
        }
        if isLate { tell(request.late) }
    }

    /// Those that are meant are done now.
    func answer(
        by plan: any PracticePlan, at now: Instant, _ isMeant: (TrainerRequest) -> Bool
    ) {
        let meant = held.withLock { state in
            defer { state.waiting.removeAll { isMeant($0.0) } }
            return state.waiting.filter { isMeant($0.0) }
        }
        for (request, tell) in meant { tell(plan.take(request, at: now)) }
    }

    /// The last: what is to be written down is written where somebody still can; nothing happens.
    func close(by plan: (any PracticePlan)?, at now: Instant) {
        let rest = held.withLock { state in
            defer { state = State(isClosed: true) }
            return state.waiting
        }
        for (request, tell) in rest {
            tell((request.isWritten ? plan?.take(request, at: now) : nil) ?? request.late)
        }
    }
}
