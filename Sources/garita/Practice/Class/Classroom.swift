import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// A class that is going on: its stores, who sits where, and what the trainer does.
final class Classroom: Training {
    /// A trainee's terminal, as it is known here.
    struct Presence: Sendable {
        var line: ClassLine?
        var place = Whereabouts(screen: "", field: "")
        var since = monotonic()
        var refusals = 0
        /// Keys for each person, from this terminal since it joined, and before.
        var keys: [Int: Int] = [:]
        var keysBefore: [Int: Int] = [:]
        /// The run whose store this terminal was told to open, and the last one it has left.
        var given = 0
        var left = 0
        var frame: Frame?
        /// What was told so far on this run, the trainer's messages among it.
        var told: [PracticeState.Told] = []
        var run = 0
        /// How much of it is the practice's own.
        var known = 0
        var sent: ClassWords.Pace?
        var sentTold = -1
    }

    let files: ClassFiles
    let language: Language
    let rooms: [ClassStore]
    /// The clock of the scenario's point.
    let zone: Zone
    private let socket: ClassSocket
    let presences: Mutex<[Presence]>
    let watched = Mutex<Int?>(nil)
    private let said = Mutex<[Bilingual]>([])
    private let hasEnded = Mutex(false)
    let wake: Int32
    /// How long a terminal may take to let its store go, in tenths of a second.
    let patience: Int
    /// The one thread that tells terminals what has changed has something to tell.
    let news = makeEventDescriptor(blocks: false)

    /// Opens the class: its folder, its stores. Earlier ones are kept beside them. Throws where
    /// the folder is not this account's alone.
    init(
        _ files: ClassFiles, _ language: Language, wake: Int32, patience: Int = 50
    ) throws {
        self.files = files
        self.patience = patience
        self.language = language
        self.wake = wake
        zone = try ZonesOfPoints().zone(of: files.scenario.point)
        let all = Array(files.plan.people.indices)
        rooms =
            files.plan.form == .together
            ? [ClassStore(files, places: all, language)]
            : all.map { ClassStore(files, places: [$0], language) }
        presences = Mutex(all.map { _ in Presence() })
        socket = try ClassSocket(in: files.folder)
        do {
            var kept = 0
            for room in rooms where access(room.path, F_OK) == 0 {
                _ = try EarlierRun.keep(room.path)
                kept += 1
            }
            if kept > 0 {
                say(
                    "Archivos de antes que quedaron junto a los nuevos (.1, .2 …): \(kept).",
                    "Earlier stores kept beside the new ones (.1, .2 …): \(kept).")
            }
            let from = files.plan.from.map(moment)
            for room in rooms { try room.begin(from: from, speed: files.plan.speed) }
        } catch {
            socket.close()
            LiveDay.end(days)
            throw error
        }
        socket.take { [self] line in attend(line) }
        Detached.run { [self] in
            while !isOver {
                tellAll()
                waitForNews()
            }
        }
    }

    deinit { close(news) }

    /// Until there is something to tell, at most a fifth of a second.
    private func waitForNews() {
        var descriptor = pollfd(fd: news, events: Int16(POLLIN), revents: 0)
        poll(&descriptor, 1, 200)
        var count: UInt64 = 0
        read(news, &count, 8)
    }

    private var days: [LiveDay] { rooms.compactMap { $0.running?.day } }

    var isOver: Bool { hasEnded.withLock { $0 } }

    /// The first moment of the scenario at which its clock shows an hour.
    private func moment(_ hour: TimeOfDay) -> Instant {
        start.adding(minutes: files.scenario.minutes(until: hour))
    }

    /// When the scenario starts.
    var start: Instant { zone.instant(of: files.scenario.day, at: files.scenario.starts) }

    /// What is to be said to the trainer, once.
    func takeSaid() -> [Bilingual] {
        said.withLock { said in
            defer { said = [] }
            return said
        }
    }

    func say(_ es: String, _ en: String) {
        said.withLock { $0.append(Bilingual(es, en)) }
        var one: UInt64 = 1
        Glibc.write(wake, &one, 8)
    }

    func room(of place: Int) -> ClassStore {
        files.plan.form == .together ? rooms[0] : rooms[place]
    }

    /// Everybody goes, and the stores stay.
    func end() {
        hasEnded.withLock { $0 = true }
        socket.close()
        let lines = presences.withLock { $0.compactMap(\.line) }
        for line in lines {
            line.send(["over": .bool(true)])
            line.hangUp()
        }
        LiveDay.end(days)
    }
}
