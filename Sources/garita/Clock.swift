import Repatriation
import Screens
import Terminal

/// A practice that a screen takes part in: here it is lived, or elsewhere.
protocol Practising: AnyObject, Sendable {
    /// The hour that is shown: what has been lived.
    var now: Instant { get }
    /// How many times faster than real time.
    var speed: Int { get }
    /// How it stands.
    var state: PracticeState { get }
    /// Another store takes the place of this one.
    var isLeft: Bool { get }
    /// What whoever sits at the screen wants.
    func obey(_ order: PracticeOrder)
    /// What stands on the screen, for whoever looks over the shoulder.
    func show(_ frame: Frame, _ place: Whereabouts)
    /// A key was typed while somebody was interviewed.
    func typed(about person: Identifier<Reception>)
    /// The rules did not allow something.
    func refused()
}

/// Real time, or a practice's own clock.
struct Clock: Sendable {
    /// The practice whose clock it is; nil for real time.
    let day: (any Practising)?
    /// The hour at which it stands still.
    private let standing: Instant?

    static let real = Clock(day: nil, standing: nil)

    /// The clock of a practice.
    static func practice(_ day: any Practising) -> Clock { Clock(day: day, standing: nil) }
    /// A clock that stands still.
    static func standing(at now: Instant) -> Clock { Clock(day: nil, standing: now) }

    var isSimulated: Bool { day != nil || standing != nil }
    /// How many times faster than real time.
    var speed: Int { day?.speed ?? 1 }

    var now: Instant { standing ?? day?.now ?? garita.now() }
}
