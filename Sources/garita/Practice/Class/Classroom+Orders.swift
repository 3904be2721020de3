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

    func rooms(_ target: TrainerOrder.Target) -> [ClassRoom] {
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

    /// Keys for each person, of each store.
    private var keys: [[Int: Int]] {
        let there = presences.withLock { $0 }
        return rooms.map { room in
            var sum: [Int: Int] = [:]
            for place in room.places {
                sum.merge(there[place].keys, uniquingKeysWith: +)
                sum.merge(there[place].keysBefore, uniquingKeysWith: +)
            }
            return sum
        }
    }

    private func writeResults() {
        Detached.run { [self] in
            do {
                let now = files.plan.people.indices.map { room(of: $0).running?.day.now }
                let written = try ClassResults(files, language, at: now, keys: keys).write()
                let names = written.joined(separator: ", ")
                say("Escrito: \(names).", "Written: \(names).")
            } catch let error as UsageError {
                say(error.sentence.es, error.sentence.en)
            } catch {
                say("No se pudo escribir: \(error)", "Could not be written: \(error)")
            }
        }
    }
}
