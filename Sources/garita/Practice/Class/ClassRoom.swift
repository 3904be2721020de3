import Drill
import Repatriation
import Screens
import Store
import Synchronization

/// One store of a class, and the practice that is lived on it.
final class ClassRoom: Sendable {
    /// What is lived now, and who sits there.
    struct Running: Sendable {
        let day: LiveDay
        let officers: [Identifier<Officer>]
        /// Counts the stores that took each other's place.
        let number: Int
    }

    let path: String
    /// Those of the class who sit here, by their places in the list.
    let places: [Int]
    private let files: ClassFiles
    private let current = Mutex<Running?>(nil)
    private let isBusy = Mutex(false)

    init(_ files: ClassFiles, places: [Int]) {
        self.files = files
        self.places = places
        path = files.store(of: places[0])
    }

    var running: Running? { current.withLock { $0 } }

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
            clock: PracticeClock(from: start, to: from ?? start, speed: speed))
        let officers = lived.seated
        day.start()
        current.withLock {
            $0 = Running(day: day, officers: officers, number: ($0?.number ?? 0) + 1)
        }
    }

    /// Where somebody of the class sits.
    func seat(of place: Int) -> ClassWords.Seat? {
        guard let running, let own = places.firstIndex(of: place) else { return nil }
        return ClassWords.Seat(
            path: path, officer: running.officers[own].value, point: files.scenario.point.text,
            desk: files.desks[own], run: running.number, title: files.scenario.title)
    }

    /// Among the desks, that of whoever sits here.
    private func desk(of place: Int) -> Int { places.firstIndex(of: place) ?? 0 }

    /// Everything anew up to a moment. Whoever sat here has left the store. Throws where another
    /// program has it open: then it stands still until that is closed and this is done again.
    func goBack(to moment: Instant) throws {
        let speed = running?.day.speed ?? files.plan.speed
        running?.day.end(within: LiveDay.patience)
        _ = try EarlierRun.keep(path)
        try begin(from: moment, speed: speed)
    }

    /// The thread leaves the store.
    func end() { running?.day.end() }

    /// Only one thing at a time is done to it; false where something is under way.
    func take() -> Bool {
        isBusy.withLock { isBusy in
            defer { isBusy = true }
            return !isBusy
        }
    }

    /// The next may come.
    func leave() { isBusy.withLock { $0 = false } }
}
