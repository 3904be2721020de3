import Repatriation
import SQLite

/// What the rules ask of the store, as it stands in the transaction that decides.
struct StoreFacts: Facts {
    let store: Store
    let now: Instant
    /// What bears witness to the hour.
    let clock: ClockWitness

    func point(_ code: PointCode) throws -> ReceivingPoint { try store.commandPoint(code) }

    func desk(_ number: Int, at point: PointCode) throws -> Desk? { try store.commandDesk(point, number) }

    func load(ofDesk number: Int, at point: PointCode) throws -> DeskLoad {
        try store.deskLoad(point, number)
    }

    func isHeard(desk number: Int, at point: ReceivingPoint) throws -> Bool {
        try store.isHeard(point, number, now)
    }

    func openDesks(at point: PointCode) throws -> [Desk] {
        try store.rows.all(Desk.self, "point = ? AND state <> 'closed'", .text(point.text))
    }

    func openDesks(of officer: Identifier<Officer>) throws -> [Desk] {
        try store.rows.all(
            Desk.self, "officer = ? AND state <> 'closed' ORDER BY point, number", .int(officer.value))
    }

    func heads(at point: PointCode) throws -> [QueueHead] { try store.heads(at: point, now: now) }

    func countWaiting(at point: PointCode) throws -> Int { try store.count(.waiting, point.text) }

    func wasHourConfirmedAlone() throws -> Bool { try store.wasHourConfirmedAlone(clock.sure(now)) }

    func pendings(about subject: Int) throws -> [PendingAct] { try store.pendings(about: subject) }

    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception] {
        try store.waiting(of: family, at: point)
    }
}
