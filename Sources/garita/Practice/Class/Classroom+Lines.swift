import Drill
import Glibc
import Repatriation
import Screens
import Terminal

/// What is heard of the trainees' terminals, and what they are told.
extension Classroom {
    /// Listens to a line until it ends. What is not understood is passed over.
    func attend(_ line: ClassLine) {
        var place: Int?
        line.read { heard in
            if let place { return hear(heard, from: place) }
            if heard["ask"]?.text == "names" {
                line.send(names)
            } else if let name = heard["hello"]?.text {
                place = come(name, line)
            }
        }
        line.hangUp()
        guard let place else { return }
        presences.withLock { all in
            guard all[place].line === line else { return }
            all[place].line = nil
            all[place].frame = nil
        }
    }

    private var names: JSON {
        let there = presences.withLock { $0.map { $0.line != nil } }
        return [
            "names": .array(
                zip(files.plan.people, there).map {
                    ["name": .string($0), "joined": .bool($1)]
                })
        ]
    }

    /// Somebody sits down; nil where they are not of the class, or sit elsewhere already.
    private func come(_ name: String, _ line: ClassLine) -> Int? {
        let places = files.plan.people.indices.filter {
            files.plan.people[$0] == name || store(of: $0, is: name)
        }
        guard places.count == 1, let place = places.first else {
            line.send(["no": .string("nobody")])
            return nil
        }
        let isFree = presences.withLock { all in
            guard all[place].line == nil else { return false }
            all[place].line = line
            (all[place].since, all[place].given, all[place].left) = (monotonic(), 0, 0)
            // A terminal that comes again counts from nothing.
            all[place].keysBefore.merge(all[place].keys, uniquingKeysWith: +)
            all[place].keys = [:]
            (all[place].sent, all[place].sentTold) = (nil, -1)
            return true
        }
        guard isFree else {
            line.send(["no": .string("taken")])
            return nil
        }
        seat(place)
        return place
    }

    /// Whoever joins may name their store instead of themselves.
    private func store(of place: Int, is name: String) -> Bool {
        files.plan.form == .oneEach
            && files.store(of: place).split(separator: "/").last ?? "" == name
    }

    private func hear(_ heard: JSON, from place: Int) {
        let frame = heard["frame"].flatMap(FrameText.frame)
        presences.withLock { all in
            if let at = heard["at"], let screen = at["screen"]?.text,
                let field = at["field"]?.text
            {
                let new = Whereabouts(
                    screen: String(screen.prefix(120)), field: String(field.prefix(120)))
                if new != all[place].place {
                    (all[place].place, all[place].since) = (new, monotonic())
                }
            }
            if heard["refused"] == .bool(true) { all[place].refusals += 1 }
            if let keys = heard["keys"]?.elements, keys.count == 2, let person = keys[0].integer,
                let count = keys[1].integer, (0...1_000_000).contains(count)
            {
                all[place].keys[person] = count
            }
            if let run = heard["left"]?.integer { all[place].left = run }
            // What comes after one looks away is nobody's to see.
            if let frame, watched.withLock({ $0 == place }) { all[place].frame = frame }
        }
        var one: UInt64 = 1
        Glibc.write(wake, &one, 8)
    }

    /// Tells every terminal what has changed since the last time: one thread does, so that what is
    /// older never comes after what is newer.
    func tellAll() {
        let watched = watched.withLock { $0 }
        for room in rooms {
            guard let running = room.running else { continue }
            let state = running.day.state
            var pace = ClassWords.Pace()
            pace.now = running.day.now
            (pace.speed, pace.isPaused, pace.isOver) = (state.speed, state.isPaused, state.isOver)
            pace.isLiving = !running.day.clock.isOver
            pace.nextArrival = state.nextArrival
            for place in room.places {
                pace.isWatched = watched == place
                tell(place, pace, state.told, running.number)
            }
        }
    }

    private func tell(
        _ place: Int, _ pace: ClassWords.Pace, _ told: [PracticeState.Told], _ run: Int
    ) {
        presences.withLock { all in
            if all[place].run != run {
                (all[place].run, all[place].told, all[place].known) = (run, [], 0)
                all[place].sentTold = -1
            }
            all[place].told += told.dropFirst(all[place].known)
            all[place].known = told.count
            guard let line = all[place].line else { return }
            if all[place].sent != pace {
                line.show(pace.json, as: .pace)
                all[place].sent = pace
            }
            let count = all[place].told.count
            if all[place].sentTold != count {
                line.show(ClassWords.told(all[place].told), as: .told)
                all[place].sentTold = count
            }
        }
    }
}
