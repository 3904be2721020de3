import Drill
import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// What the trainer does.
extension Classroom {
    /// Carries an order out; what came of it is said later.
    func obey(_ order: TrainerOrder) {
        switch order {
        case .pause(let target): pace(.pause, target)
        case .faster(let target): pace(.faster, target)
        case .slower(let target): pace(.slower, target)
        case .inject(let target, let id): inject(id, target)
        case .message(let target, let text): message(text, target)
        case .note(let target, let text): note(text, target)
        case .back(let target, let moment): goBack(target, moment)
        case .watch(let place): watch(place)
        case .results: writeResults()
        case .redraw, .end: break
        }
    }

    private func places(_ target: TrainerOrder.Target) -> [Int] {
        switch target {
        case .all: Array(files.plan.people.indices)
        case .one(let place): [place]
        }
    }

    private func rooms(_ target: TrainerOrder.Target) -> [ClassRoom] {
        switch target {
        case .all: rooms
        case .one(let place): [room(of: place)]
        }
    }

    /// Where some stand still and others do not, all stand still.
    private func pace(_ order: PracticeOrder, _ target: TrainerOrder.Target) {
        let days = rooms(target).compactMap { $0.running?.day }
        let doesAllStand = days.allSatisfy { $0.state.isPaused }
        for day in days where order != .pause || day.state.isPaused == doesAllStand {
            day.obey(order)
        }
    }

    private func inject(_ id: String, _ target: TrainerOrder.Target) {
        for room in rooms(target) {
            let name = files.plan.people[room.places[0]]
            room.running?.day.ask(.inject(id)) { [self] answer in
                let words = answer.words(id)
                say("\(name): \(words.es)", "\(name): \(words.en)")
            }
        }
    }

    private func message(_ text: String, _ target: TrainerOrder.Target) {
        let words = language("Instructora: \(text)", "Trainer: \(text)")
        for place in places(target) {
            guard let day = room(of: place).running?.day else { continue }
            presences.withLock { all in
                let id = "instructora-\(all[place].told.count)"
                all[place].told.append(
                    .init(id: id, at: day.now, synopsis: words, hint: "", isSaid: true))
            }
            day.ask(.keep(.message, files.plan.people[place], text))
        }
        say("Mensaje enviado.", "Message sent.")
    }

    private func note(_ text: String, _ target: TrainerOrder.Target) {
        for place in places(target) {
            room(of: place).running?.day
                .ask(.keep(.remark, files.plan.people[place], text))
        }
        say("Nota guardada.", "Note kept.")
    }

    private func watch(_ place: Int?) {
        let before = watched.withLock { watched in
            defer { watched = place }
            return watched
        }
        if let before { presences.withLock { $0[before].frame = nil } }
        tellAll()
    }

    private func goBack(_ target: TrainerOrder.Target, _ moment: Int) {
        guard files.scenario.moments.indices.contains(moment) else { return }
        let at = start.adding(seconds: files.scenario.moments[moment].at)
        for room in rooms(target) {
            guard room.take() else {
                say("Todavía se prepara: espere.", "It is being prepared still: wait.")
                continue
            }
            Detached.run { [self] in
                defer { room.leave() }
                goBack(room, to: at)
            }
        }
    }

    private func goBack(_ room: ClassRoom, to moment: Instant) {
        let name = files.plan.people[room.places[0]]
        let run = room.running?.number ?? 0
        guard haveLeft(room, run) else {
            say(
                "La terminal de \(name) no contesta: nada cambió.",
                "\(name)'s terminal does not answer: nothing changed.")
            return seatAgain(room)
        }
        do {
            try room.goBack(to: moment)
            say(
                "\(name): de nuevo. Lo de antes quedó junto al archivo.",
                "\(name): anew. What was before stays beside the store.")
        } catch let error as UsageError {
            say(error.sentence.es, error.sentence.en)
        } catch {
            say("No se pudo volver: \(error)", "Could not go back: \(error)")
        }
        seatAgain(room)
    }

    /// Every terminal of a store lets it go, within five seconds.
    private func haveLeft(_ room: ClassRoom, _ run: Int) -> Bool {
        for place in room.places {
            presences.withLock { $0[place].line }?.send(["leave": .int(run)])
        }
        for _ in 0..<50 {
            let isThere = presences.withLock { all in
                room.places.contains { all[$0].line != nil && all[$0].left < run }
            }
            if !isThere { return true }
            usleep(100_000)
        }
        return false
    }

    private func seatAgain(_ room: ClassRoom) {
        for place in room.places {
            guard let seat = room.seat(of: place) else { continue }
            let line = presences.withLock { all in
                (all[place].sent, all[place].sentTold) = (nil, -1)
                (all[place].refusals, all[place].left) = (0, 0)
                return all[place].line
            }
            line?.send(seat.json)
        }
    }

    private func writeResults() {
        Detached.run { [self] in
            do {
                let now = files.plan.people.indices.map { room(of: $0).running?.day.now }
                let written = try ClassResults(files, language, at: now).write()
                let names = written.joined(separator: ", ")
                say("Escrito: \(names).", "Written: \(names).")
            } catch let error as UsageError {
                say(error.sentence.es, error.sentence.en)
            } catch {
                say("No se pudo escribir: \(error)", "Could not be written: \(error)")
            }
        }
    }

    // MARK: What is shown

    /// How the class stands.
    var state: ClassState {
        let there = presences.withLock { $0 }
        let rows = files.plan.people.indices.map { place -> ClassState.Row in
            var row = ClassState.Row(name: files.plan.people[place], now: start)
            let presence = there[place]
            row.isJoined = presence.line != nil
            (row.screen, row.field) = (presence.place.screen, presence.place.field)
            row.since = (monotonic() - presence.since) / 1_000_000_000
            row.refusals = presence.refusals
            guard let day = room(of: place).running?.day else { return row }
            let (state, report) = (day.state, day.report)
            (row.now, row.speed, row.isPaused) = (day.now, state.speed, state.isPaused)
            (row.isOver, row.isLiving) = (state.isOver, !day.clock.isOver)
            (row.points, row.possible, row.missed) = (
                report.points, report.possible, report.missed
            )
            row.oldestWait = report.oldestWait
            return row
        }
        return ClassState(
            title: files.title, rows: rows,
            injects: files.scenario.choices,
            moments: files.scenario.moments.map {
                .init(title: $0.title, at: start.adding(seconds: $0.at))
            }, isOneStore: files.plan.form == .together)
    }

    /// The screen that is looked at.
    var frame: Frame? {
        guard let place = watched.withLock({ $0 }) else { return nil }
        return presences.withLock { $0[place].frame }
    }
}

extension Rehearsal.ByHand {
    /// What became of something that a trainer wanted to happen.
    func words(_ id: String) -> Bilingual {
        switch self {
        case .told: Bilingual("«\(id)» sucede.", "«\(id)» happens.")
        case .already: Bilingual("«\(id)» ya sucedió.", "«\(id)» has happened.")
        case .tooEarly:
            Bilingual(
                "«\(id)» todavía no: falta quien nombra.",
                "«\(id)» not yet: whoever it names is missing.")
        case .none: Bilingual("la práctica terminó.", "the practice is over.")
        }
    }
}

extension Scenario {
    /// What a trainer can let happen.
    var choices: [ClassState.Choice] {
        injects.map { .init(id: $0.id, words: $0.synopsis, isByHand: !$0.isActive) }
    }
}
