import Glibc

/// Being stopped by the terminal waits until the writers' queue is left: whoever stops inside it
/// stops every desk.
///
/// While one lasts, the signals that stop a program wait for this thread. A program with more
/// threads than one stops itself by `Suspension.whenFree`, which waits for every thread that is in
/// the queue.
package struct Suspension {
    private var before = sigset_t()

    /// Puts it off, until `end`.
    init() {
        pthread_rwlock_rdlock(Suspension.gate)
        var stops = sigset_t()
        sigemptyset(&stops)
        for number in [SIGTSTP, SIGTTIN, SIGTTOU] { sigaddset(&stops, number) }
        pthread_sigmask(SIG_BLOCK, &stops, &before)
    }

    /// A signal that came meanwhile stops the program here.
    func end() {
        pthread_rwlock_unlock(Suspension.gate)
        var before = before
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Runs what stops the program, while no thread of it is in the queue or can enter it; false,
    /// at once, while one is.
    package static func whenFree(_ stop: () -> Void) -> Bool {
        guard pthread_rwlock_trywrlock(gate) == 0 else { return false }
        stop()
        pthread_rwlock_unlock(gate)
        return true
    }

    /// Many may be in queues of their own; one stops the program.
    nonisolated(unsafe) private static let gate = {
        let gate = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)
        pthread_rwlock_init(gate, nil)
        return gate
    }()
}
