import Drill
import Repatriation
import Screens
import Store
import Terminal

/// What goes on by itself on a store: a scenario, as ``LiveDay`` lives it.
protocol PracticePlan: AnyObject {
    /// What it is called.
    var title: String { get }
    /// Why the store could not keep what happened; nil while it keeps all of it.
    var failure: Bilingual? { get }
    /// When it is over.
    var ends: Instant { get }
    /// Lets everything happen that is due by a moment.
    func advance(to now: Instant)
    /// From here on it happens on this store.
    func work(on store: Store)
    /// When the next group comes after a moment; nil when none will.
    func nextArrival(after now: Instant) -> Instant?
    /// Somebody sits before it from now on.
    func watchClosely()
    /// The colleagues at these desks do not call.
    func setResting(_ desks: [PointCode: Set<Int>])
    /// The minutes that one goes back to, in order.
    var moments: [PracticeState.Moment] { get }
    /// What the trainee was told so far.
    var told: [PracticeState.Told] { get }
    /// Does what a trainer wants, at a moment.
    func take(_ request: TrainerRequest, at now: Instant) -> Rehearsal.ByHand
    /// How it stands, for whoever trains.
    func report(at now: Instant) -> PracticeReport
}

/// How a practice stands.
struct PracticeReport: Sendable, Equatable {
    /// Points so far, of how many.
    var points = 0
    var possible = 0
    /// What was expected and is past its time.
    var missed = 0
    /// In seconds; nil where nobody waits.
    var oldestWait: Int?
}

extension LiveDay: Practising {
    var now: Instant { clock.now }
    var speed: Int { clock.speed }
    var isLeft: Bool { goesBackTo != nil }
    func show(_ frame: Frame, _ place: Whereabouts) {}
    func typed(about person: Identifier<Reception>) {}
    func refused() {}
}
