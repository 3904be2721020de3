import Glibc

/// A call of the system, made again where a signal came instead of its answer, unless `isOver` says
/// that the signal was meant for it. Nothing else retries what a signal interrupts, but for C that
/// runs where Swift must not: in a signal's handler, and under a clock that ends a wait by one.
package func uninterrupted<Answer: SignedInteger>(
    unless isOver: () -> Bool = { false }, _ call: () -> Answer
) -> Answer {
    while true {
        let answer = call()
        guard answer < 0, errno == EINTR, !isOver() else { return answer }
    }
}
