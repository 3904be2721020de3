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
                (all[place].keys, all[place].keysBefore) = ([:], [:])
                return all[place].line
            }
            line?.send(seat.json)
        }
    }
}
