import Glibc
import Store
import Synchronization

/// The copies of a program that can be stopped: none is in the middle when it is, for a copy that
/// looks at one moment keeps the log of every desk growing.
final class CopyRests: Sendable {
    private struct State {
        var underWay = 0
        var isResting = false
        /// How often it has rested.
        var rests = 0
    }

    private let state = Mutex(State())

    /// What is under way ends, and nothing is begun until `goOn`; true once nothing is under way.
    func rest() -> Bool {
        state.withLock { state in
            if !state.isResting { state.rests += 1 }
            state.isResting = true
            return state.underWay == 0
        }
    }

    /// Copies are made again, those that were ended among them.
    func goOn() { state.withLock { $0.isResting = false } }

    /// Makes a copy while it is wanted; one that was ended by a rest is made anew after it.
    func make(
        while isWanted: @escaping @Sendable () -> Bool,
        _ make: (@escaping @Sendable () -> Bool) throws(StoreError) -> Bool
    ) throws(StoreError) {
        while isWanted() {
            guard let rests = begin() else {
                usleep(20_000)
                continue
            }
            defer { state.withLock { $0.underWay -= 1 } }
            let isMade = try make { [self] in isWanted() && state.withLock { !$0.isResting } }
            if isMade || state.withLock({ $0.rests == rests }) { return }
        }
    }

    /// How often it had rested when one was begun; nil while it rests.
    private func begin() -> Int? {
        state.withLock { state in
            if state.isResting { return nil }
            state.underWay += 1
            return state.rests
        }
    }
}
