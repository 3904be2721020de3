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
        case .pause(let target), .faster(let target), .slower(let target): pace(order, target)
        case .inject(let target, _): inject(order, target)
        case .message(let target, _), .note(let target, _): write(order, target)
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

    func rooms(_ target: TrainerOrder.Target) -> [ClassStore] {
        switch target {
        case .all: rooms
        case .one(let place): [room(of: place)]
        }
    }

    /// Where some stand still and others do not, all stand still.
    private func pace(_ order: TrainerOrder, _ target: TrainerOrder.Target) {
        let days = rooms(target).compactMap { $0.running?.day }
        let doesAllStand = days.allSatisfy { $0.state.isPaused }
        for day in days where order != .pause(target) || day.state.isPaused == doesAllStand {
            day.obey(order, for: "", reads: { _ in }, then: { _ in })
        }
    }

    private func inject(_ order: TrainerOrder, _ target: TrainerOrder.Target) {
        for room in rooms(target) {
            let name = room.name
            room.running?.day.obey(order, for: "", reads: { _ in }) { [self] answer in
                let words = order.words(answer)
                say("\(name.es): \(words.es)", "\(name.en): \(words.en)")
            }
        }
    }

    /// What is written down for each is told once, when all of it is.
    private func write(_ order: TrainerOrder, _ target: TrainerOrder.Target) {
        let places = places(target)
        let answers = OrderAnswers(of: places.count) { [self] failed in
            let words = order.words(failed.isEmpty ? .told : .notKept)
            let names = failed.isEmpty ? "" : failed.joined(separator: ", ") + ": "
            say(names + words.es, names + words.en)
        }
        for place in places {
            let name = files.plan.people[place]
            guard let day = room(of: place).running?.day else {
                answers.take(.notKept, of: name)
                continue
            }
            day.obey(order, for: name) { [self] text in
                presences.withLock { all in
                    all[place].told.append(
                        .init(
                            trainer: text, number: all[place].told.count, at: day.now, language))
                }
                wakeTeller()
            } then: {
                answers.take($0, of: name)
            }
        }
    }

    private func watch(_ place: Int?) {
        let before = watched.withLock { watched in
            defer { watched = place }
            return watched
        }
        presences.withLock { all in
            for one in [before, place].compactMap({ $0 }) { all[one].frame = nil }
        }
        wakeTeller()
    }

    private func wakeTeller() {
        var one: UInt64 = 1
        Glibc.write(news, &one, 8)
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
                let written = try ClassResults(files, language, keys: keys).write()
                let names = written.joined(separator: ", ")
                say("Escrito: \(names).", "Written: \(names).")
            } catch {
                let why = Bilingual(telling: error)
                say(why.es, why.en)
            }
        }
    }
}
