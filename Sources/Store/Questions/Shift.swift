import Repatriation
import SQLite

extension ShiftOf: Readable {
    package var reading: Reading<ShiftView> { Reading { try there($0.shift(at: point)) } }
}

extension HourInDoubt: Readable {
    package var reading: Reading<Bool> {
        Reading { look in try !look.store.witness().isBelieved(look.now) }
    }
}

extension Reading<ReceivingPoint?> {
    /// A point, with what was written of it as far as it may be read.
    package static func point(_ code: PointCode) -> Reading {
        Reading { look in try look.point(code)?.hiding(outside: look.reader.classes) }
    }
}

extension Look {
    fileprivate func shift(at code: PointCode) throws -> ShiftView? {
        guard let point = try point(code) else { return nil }
        let zone = try store.zone(point.zone)
        var lines: [DeskLine] = []
        for number in 1...max(1, point.desks) {
            let desk = try store.desk(code, number)
            let who = try short(desk?.officer)
            let (load, isHeard) = (
                try store.deskLoad(code, number), try store.isHeard(point, number, now)
            )
            lines.append(
                DeskLine(
                    id: number, state: desk?.state ?? .closed, officer: who,
                    attends: desk?.attends ?? Desk.usual,
                    load: load, isHeard: isHeard))
        }
        var view = ShiftView(
            point: point.hiding(outside: reader.classes), lead: try short(point.lead),
            since: point.shiftSince.map(zone.local),
            local: zone.local(now), desks: lines,
            waiting: try store.count(.waiting, code.text))
        var facts = PointFacts(point, now: now, day: view.local.day)
        facts.clock = try store.clockDoubt(at: point, now)
        view.clockDoubt = AlertKind.clockInDoubt.alarm.alerts(facts).first?.text
        view.remains = try store.remains(at: point, for: reader, now)
        view.handOver = try store.lastHandOver(at: code).flatMap { $0.isWaiting ? $0 : nil }
        view.signer = try short(view.handOver?.outgoing)
        view.check = try lastCheck(of: point)
        view.checker = try short(view.check?.officer)
        view.water = try lastWater(at: code)
        view.waterCounter = try short(view.water?.officer)
        view.phones = ShiftPhones(try providers(at: code))
        view.pending = try store.pendingNote(about: point.id.value, at: point, now, isTold: true)
        return view
    }
}
