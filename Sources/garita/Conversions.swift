import Synchronization

/// The one conversion that may go on at a time, and whether anybody still wants it.
final class Conversions: Sendable {
    private let state = Mutex((isGoingOn: false, isOver: false))

    /// False while another goes on.
    func begin() -> Bool {
        state.withLock { state in
            defer { state.isGoingOn = true }
            return !state.isGoingOn
        }
    }

    func end() { state.withLock { $0.isGoingOn = false } }

    /// Nobody does once the program ends.
    var areWanted: Bool { state.withLock { !$0.isOver } }

    /// The program ends: what goes on is ended with all it started.
    func stop() { state.withLock { $0.isOver = true } }
}
