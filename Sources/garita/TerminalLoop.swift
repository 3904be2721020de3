import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// The one thread that owns the terminal: waits for keys, answers and other desks, and draws once
/// per batch.
final class TerminalLoop {
    private let path: String
    private let clock: Clock
    private let terminal: DeskTerminal
    private var wake: Int32 { terminal.wake }
    private let worker: StoreWorker
    private var watch: ChangeWatch?
    private var waitingSince: Int?
    /// Asked to be suspended, and the store's thread is in the queue or a copy is not ended yet.
    private var isSuspending = false
    private var lastBeat = 0
    private var lastCheck = 0
    private var lastAlarms = 0
    /// Another desk has written since the store was last looked at.
    private var hasNews = false
    private var lastNews = 0
    private var lastCopy = monotonic()
    private var staleMinutes = 0
    private var failure: StoreError?
    private var first: [Effect] = []
    private let opened = StoreFiles.uptime

    init(store: Store, officer: Identifier<Officer>, clock: Clock, on terminal: DeskTerminal) {
        path = store.path
        self.clock = clock
        self.terminal = terminal
        worker = StoreWorker(store: store, officer: officer, clock: clock, wake: terminal.wake)
    }

    /// Opens a desk before the first frame.
    func open(_ point: PointCode, desk: Int) {
        first = [.perform(.act(OpenDesk(at: point, desk, attends: nil)))]
    }

    /// Nil where the practice goes on with another store.
    func run(
        _ app: inout App, after ready: @escaping @Sendable () -> Void
    ) throws -> Int32? {
        let session = try terminal.opened()
        worker.start(after: ready)
        watch = ChangeWatch(path: path)
        worker.add(.checkChanges)
        defer { worker.finish() }
        carryOut(first.map { effect in app.queued(effect) } + app.start(), session)
        worker.add(.copy)
        let code = turn(&app, session)
        // Whoever goes, also by a line that was cut, attends no desk any more.
        if code != nil { for effect in app.farewell { worker.add(.effect(effect)) } }
        if let failure { throw failure }
        return code
    }

    private func turn(_ app: inout App, _ session: TerminalSession) -> Int32? {
        draw(app, session)
        while true {
            var descriptors = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
                pollfd(fd: watch?.fileDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&descriptors, 3, timeout(app, session))
            if session.askedToEnd != 0 {
                return session.askedToEnd == SIGINT || session.askedToEnd == SIGTERM ? 0 : 1
            }
            if session.askedToSuspend || isSuspending { suspend(session) }
            if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return 0 }
            var effects: [Effect] = []
            if ready <= 0 { effects += app.update(.tick(clock.now, steady: steady)) }
            if descriptors[1].revents != 0 { effects += answers(&app) }
            if failure != nil { return 3 }
            if descriptors[2].revents != 0, watch?.drain() == true { hasNews = true }
            lookAtNews()
            checkByTime()
            beat(app)
            app.setNow(clock.now, steady: steady)
            if let day = clock.day { effects += app.setPractice(day.state) }
            effects += app.setWidth(session.size.columns)
            while let input = session.next() {
                switch input {
                case .gone: return 0
                case .resized: effects += app.update(.resized)
                case .key(let key):
                    if let person = app.plainPerson { clock.day?.typed(about: person) }
                    effects += app.update(.key(key))
                }
            }
            if !carryOut(effects, session) { return 0 }
            if clock.day?.isLeft == true { return nil }
            noteWaiting(&app)
            noteAge(&app)
            draw(app, session)
            app.wasDrawn()
        }
    }

    /// Milliseconds since the screen opened; a machine that slept was away for as long.
    private var steady: Int { StoreFiles.uptime - opened }

    private func answers(_ app: inout App) -> [Effect] {
        var count: UInt64 = 0
        read(wake, &count, 8)
        return worker.takeAnswers().flatMap { answer in
            switch answer {
            case .reply(let reply, let request): hear(reply, to: request, &app)
            case .changed: app.update(.changed)
            case .held(let holder): app.update(.storeHeld(holder))
            case .ended(let error): end(error)
            }
        }
    }

    private func hear(_ reply: Reply, to request: Request?, _ app: inout App) -> [Effect] {
        if case .refused(.some, _) = reply { clock.day?.refused() }
        return app.update(.reply(reply, to: request))
    }

    /// Nothing more can be done here: the loop ends, and what was typed is kept as a draft.
    private func end(_ error: StoreError) -> [Effect] {
        failure = error
        return []
    }

    /// Says for how long what is shown could not be looked at again.
    private func noteAge(_ app: inout App) {
        guard worker.staleMinutes != staleMinutes else { return }
        staleMinutes = worker.staleMinutes
        _ = app.update(.stale(minutes: staleMinutes > 0 ? staleMinutes : nil))
    }

    /// What others write is looked at at once, and then five times a second: fifty desks that write
    /// make nobody ask for the same screen fifty times.
    private func lookAtNews() {
        guard hasNews, newsWait <= 0 else { return }
        hasNews = false
        lastNews = monotonic()
        worker.add(.checkChanges)
    }

    /// For how many milliseconds news wait.
    private var newsWait: Int { 200 - (monotonic() - lastNews) / 1_000_000 }

    /// The net below inotify: every two seconds.
    private func checkByTime() {
        guard monotonic() - lastCheck >= 2_000_000_000 else { return }
        lastCheck = monotonic()
        if watch == nil { watch = ChangeWatch(path: path) }
        worker.add(.checkChanges)
        noteAlarms()
        // A board that is open for weeks is where the night's copy is made.
        guard monotonic() - lastCopy >= 900_000_000_000 else { return }
        lastCopy = monotonic()
        worker.add(.copy)
    }

    /// Alarms are looked at six times a minute of the clock that is shown.
    private func noteAlarms() {
        guard monotonic() - lastAlarms >= 10_000_000_000 / clock.speed else { return }
        lastAlarms = monotonic()
        worker.add(.alarms)
    }

    private func beat(_ app: App) {
        let period = 60_000_000_000 / clock.speed
        guard app.context.desk > 0, monotonic() - lastBeat >= period else { return }
        lastBeat = monotonic()
        worker.add(.heartbeat(app.context.point, app.context.desk))
    }

    /// Says after 300 ms that the store is held by somebody; keys go on being taken.
    private func noteWaiting(_ app: inout App) {
        if app.isIdle {
            if waitingSince != nil { _ = app.update(.storeBusy(false)) }
            waitingSince = nil
        } else {
            let since = waitingSince ?? monotonic()
            waitingSince = since
            if monotonic() - since > 300_000_000 { _ = app.update(.storeBusy(true)) }
        }
    }

    private func timeout(_ app: App, _ session: TerminalSession) -> Int32 {
        var usual = timeout(app)
        if hasNews { usual = min(usual, Int32(max(newsWait, 0) + 1)) }
        return session.patience.map { min(usual, Int32($0)) } ?? usual
    }

    private func timeout(_ app: App) -> Int32 {
        if isSuspending { return 50 }
        if !app.isIdle { return 320 }
        if app.wantsRest || app.isSettling { return 500 }
        return 2000
    }

    /// The store's thread is let out of the queue first: a program that is stopped in it stops
    /// every desk; a copy is ended first, which would keep the log of all growing. Until then keys
    /// go on being taken.
    private func suspend(_ session: TerminalSession) {
        isSuspending = !(worker.rests.rest() && Suspension.whenFree { session.suspend() })
        if !isSuspending { worker.rests.goOn() }
    }

    @discardableResult
    private func carryOut(_ effects: [Effect], _ session: TerminalSession) -> Bool {
        var jobs: [StoreWorker.Job] = []
        defer { worker.add(jobs) }
        for effect in effects {
            switch effect {
            case .quit: return false
            case .redraw: session.redraw()
            case .bell: session.bell()
            case .suspend: suspend(session)
            case .practice(let order): clock.day?.obey(order)
            default: jobs.append(.effect(effect))
            }
        }
        return true
    }

    private func draw(_ app: App, _ session: TerminalSession) {
        let size = session.size
        let frame = app.draw(width: size.columns, height: size.rows)
        session.show(frame)
        // What nobody may see over a shoulder is not sent to whoever looks.
        clock.day?.show(
            app.isSecret ? Frame(width: frame.width, height: frame.height) : frame,
            app.whereabouts)
    }
}
