import Drill
import Glibc
import Repatriation
import Screens

/// Back to a marked minute, for one or for all.
extension Classroom {
    func goBack(_ target: TrainerOrder.Target, _ moment: Int) {
        guard files.scenario.moments.indices.contains(moment) else { return }
        let at = start.adding(seconds: files.scenario.moments[moment].at)
        for room in rooms(target) {
            guard room.take() else {
                say("Todavía se prepara: espere.", "It is being prepared still: wait.")
                continue
            }
            Detached.run { [self] in
                goBack(room, to: at)
                room.free()
                for place in room.places { seat(place) }
            }
        }
    }

    private func goBack(_ room: ClassStore, to moment: Instant) {
        let silent = whoStays(room).map { files.plan.people[$0] }.joined(separator: ", ")
        guard silent.isEmpty else {
            return say(
                "\(silent): su terminal no contesta; nada cambió.",
                "\(silent): their terminal does not answer; nothing changed.")
        }
        let name = room.name
        do {
            try room.goBack(to: moment)
            forget(room)
            say(
                "\(name.es): de nuevo. Lo de antes quedó junto al archivo.",
                "\(name.en): anew. What was before stays beside the store.")
        } catch {
            let why = Bilingual(telling: error)
            say("\(name.es): \(why.es)", "\(name.en): \(why.en)")
        }
    }

    /// Every terminal of a store is asked to let it go; those that do not in time, by their places.
    private func whoStays(_ room: ClassStore) -> [Int] {
        let run = room.running?.number ?? 0
        presences.withLock { all in
            for place in room.places { all[place].line?.send(["leave": .int(run)]) }
        }
        for _ in 0..<patience where !whoSits(room).isEmpty { usleep(100_000) }
        return whoSits(room)
    }

    private func whoSits(_ room: ClassStore) -> [Int] {
        presences.withLock { all in
            room.places.filter { all[$0].line != nil && all[$0].left < all[$0].given }
        }
    }

    /// What was counted on the store before is of no account.
    private func forget(_ room: ClassStore) {
        presences.withLock { all in
            for place in room.places {
                all[place].refusals = 0
                (all[place].keys, all[place].keysBefore) = ([:], [:])
            }
        }
    }

    /// Tells whoever sits there which store is theirs, unless another is about to take its place.
    func seat(_ place: Int) {
        let room = room(of: place)
        presences.withLock { all in
            guard let line = all[place].line, !room.isBusy, let seat = room.seat(of: place) else {
                return
            }
            (all[place].given, all[place].left) = (seat.run, 0)
            (all[place].sent, all[place].sentTold) = (nil, -1)
            line.send(seat.json, anew: true)
        }
    }
}
