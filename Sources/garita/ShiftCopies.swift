import Glibc
import Repatriation
import Store
import Synchronization

/// The copies of shifts that a program without a screen closes, one after the other on a thread of
/// their own: no answer waits for them, and the program ends after the last.
final class ShiftCopies: Sendable {
    private struct State {
        var jobs: [CopyJob] = []
        var isUnderWay = false
    }

    private let state = Mutex(State())
    private let language: Language

    init(_ language: Language) { self.language = language }

    /// Makes the copy of a shift that is closed now. One that fails is said, and fails nothing.
    func add(_ store: Store, closing point: PointCode) {
        do throws(StoreError) {
            guard let job = try store.copyJob(closing: point, at: now()) else { return }
            let isFirst = state.withLock { state in
                defer { state.isUnderWay = true }
                state.jobs.append(job)
                return !state.isUnderWay
            }
            guard isFirst else { return }
            Detached.run { [self] in
                CopyJob.standBack()
                while let job = next() { make(job) }
            }
        } catch { tell(error) }
    }

    /// Waits until all are made.
    func finish() { while state.withLock({ $0.isUnderWay }) { usleep(10_000) } }

    private func next() -> CopyJob? {
        state.withLock { state in
            state.isUnderWay = !state.jobs.isEmpty
            return state.isUnderWay ? state.jobs.removeFirst() : nil
        }
    }

    private func make(_ job: CopyJob) {
        do throws(StoreError) {
            _ = try job.run(while: { true })
            if let alarm = job.alarm { complain(alarm(language)) }
        } catch { tell(error) }
    }

    private func tell(_ error: StoreError) {
        complain(EffectRunner.noCopyWords(error)(language))
    }
}
