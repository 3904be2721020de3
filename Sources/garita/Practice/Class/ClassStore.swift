import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization

/// One store of a class, and the practice that is lived on it.
final class ClassStore: Sendable {
    /// What is lived now, and who sits there.
    struct Running: Sendable {
        let day: LiveDay
        let officers: [Identifier<Officer>]
        /// Counts the stores that took each other's place.
        let number: Int
        /// Where it is: its own name, or the one it was put aside under.
        var path: String
    }

    let path: String
    /// Those of the class who sit here, by their places in the list.
    let places: [Int]
    private let files: ClassFiles
    private let language: Language
    private let current = Mutex<Running?>(nil)
    private let busy = Mutex(false)

    init(_ files: ClassFiles, places: [Int], _ language: Language) {
        self.files = files
        self.places = places
        self.language = language
        path = files.store(of: places[0])
    }

    var running: Running? { current.withLock { $0 } }

    /// Whom it is of, as the trainer reads it.
    var name: Bilingual {
        if places.count > 1 { return Bilingual("Toda la clase", "The whole class") }
        let own = files.plan.people[places[0]]
        return Bilingual(own, own)
    }

    /// Makes the store, and lives it up to a moment; nil is the scenario's start. Throws where it
    /// cannot be made.
    func begin(from: Instant?, speed: Int) throws {
        let scenario = files.scenario
        let lived = try LivedScenario(
            scenario, text: files.text, at: path, seed: files.plan.seed, player: nil,
            trainees: places.map { files.plan.people[$0] }, from: from)
        for place in places {
            let name = files.plan.people[place]
            try lived.store.note(
                PracticeNote(
                    .trainee, name, String(files.desks[desk(of: place)]),
                    at: lived.rehearsal.start))
        }
        let start = lived.rehearsal.start
        let day = LiveDay(
            lived, path: path,
            clock: PracticeClock(from: start, to: from ?? start, speed: speed),
            language: language)
        let officers = lived.seated
        day.start()
        current.withLock {
            $0 = Running(
                day: day, officers: officers, number: ($0?.number ?? 0) + 1, path: path)
        }
    }

    /// Where somebody of the class sits.
    func seat(of place: Int) -> ClassWords.Seat? {
        guard let running, let own = places.firstIndex(of: place) else { return nil }
        return ClassWords.Seat(
            path: running.path, officer: running.officers[own].value,
            point: files.scenario.point.text, desk: files.desks[own], run: running.number,
            title: files.scenario.title)
    }

    /// Among the desks, that of whoever sits here.
    private func desk(of place: Int) -> Int { places.firstIndex(of: place) ?? 0 }

    /// Everything anew up to a moment. Whoever sat here has left the store. Throws where another
    /// program has it open: then it is lived on. Throws also where it cannot be kept or made: then
    /// it stands still, as whoever sits here reads, until this is done again.
    func goBack(to moment: Instant) throws {
        try checkNobodyElse()
        let speed = running?.day.speed ?? files.plan.speed
        do {
            try leave(within: LiveDay.patience)
            if access(path, F_OK) == 0 {
                let kept = try EarlierRun.keep(path)
                current.withLock { if $0?.path == path { $0?.path = kept } }
            }
            try begin(from: moment, speed: speed)
        } catch {
            running?.day.stop(because: Bilingual(telling: error))
            throw error
        }
    }

    /// Whoever only reads it is gone at once. Throws `inUse` with those who are not.
    private func checkNobodyElse() throws {
        for _ in 0..<20 where !Store.others(at: path).isEmpty { usleep(100_000) }
        let others = Store.others(at: path)
        guard others.isEmpty else { throw StoreError.inUse(others) }
    }

    private func leave(within seconds: Int) throws {
        guard let day = running?.day else { return }
        day.end(within: seconds)
        guard day.hasLeft else {
            throw UsageError(
                "Todavía se vive lo de antes: espere y vuelva otra vez.",
                "What comes before is being lived still: wait, and go back again.")
        }
    }

    /// Another store is about to take the place of this one.
    var isBusy: Bool { busy.withLock { $0 } }

    /// Only one thing at a time is done to it; false where something is under way.
    func take() -> Bool {
        busy.withLock { isBusy in
            defer { isBusy = true }
            return !isBusy
        }
    }

    /// The next may come.
    func free() { busy.withLock { $0 = false } }
}
