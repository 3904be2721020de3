import Repatriation
import Screens
import Terminal

/// A practice that is lived here, with a trainer at another terminal.
final class HostedDay: Practising {
    private let day: LiveDay
    private let host: TrainerHost

    init(_ day: LiveDay, _ host: TrainerHost) { (self.day, self.host) = (day, host) }

    var now: Instant { day.now }
    var speed: Int { day.speed }
    var isLeft: Bool { day.isLeft }
    var state: PracticeState {
        var state = day.state
        state.isWatched = host.isWatched
        return state
    }
    func obey(_ order: PracticeOrder) { day.obey(order) }
    func show(_ frame: Frame, _ place: Whereabouts) { host.show(frame, place) }
    func typed(about person: Identifier<Reception>) {}
    func refused() { host.refused() }
}
