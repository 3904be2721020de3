import Repatriation
import SQLite

extension Store {
    /// What a lead must know about one point: one line a cause, no name, the count grows.
    func alerts(_ point: ReceivingPoint, _ row: BoardRow, _ now: Instant) throws(StoreError) -> [Alert] {
        try wrap { () throws(SQLiteError) in
            var alerts = row.unlocated > 0 ? try unlocated(point) : []
            alerts += try groupAlerts(point, now)
            alerts += try queueAlerts(point, row, now)
            if row.inside > 0 { alerts += try insideAlerts(point, now) + splitFamilies(point, now) }
            if let peak = point.peakSince {
                alerts.append(
                    Alert(
                        "peak", .info, since: peak, point: point.code, subject: point.id.value,
                        "Afluencia: la entrevista se hace con nueve respuestas.",
                        "Peak: the interview is down to nine answers."))
            }
            return alerts
        }
    }

    private func unlocated(_ point: ReceivingPoint) throws(SQLiteError) -> [Alert] {
        try connection.statement(
            """
            SELECT r.id, r.unlocatedSince, r.listNumber, r.ticket, g.number FROM reception r
            JOIN "group" g ON g.id = r."group" WHERE r.point = ? AND r.unlocated = 1 ORDER BY r.unlocatedSince LIMIT 20
            """
        ).bind(point.code.text).all { row in
            let who =
                row.optionalInt(3).map { ("ficha \($0)", "ticket \($0)") }
                ?? ("lista \(row.int(2))", "list \(row.int(2))")
            return Alert(
                "unlocated", .critical, since: Instant(milliseconds: row.int(1)), point: point.code,
                subject: row.int(0),
                "Persona sin ubicar: \(who.0) del G\(row.int(4)). Pida respuesta a EUA y avise a Beta.",
                "Person not located: \(who.1) of G\(row.int(4)). Ask the US side and tell Beta.")
        }
    }

    private func groupAlerts(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let groups = try rows.all(
            Group.self, "stage IN ('announced','arrived') AND point = ? AND announcedAt > ?", .text(point.code.text),
            .int(now.adding(minutes: -4320).milliseconds))
        return groups.flatMap { group -> [Alert] in
            var alerts: [Alert] = []
            if group.isOutOfHours, group.stage == .announced {
                alerts.append(
                    Alert(
                        "outOfHours", .info, since: group.announcedAt ?? now, point: point.code,
                        subject: group.id.value,
                        "\(group.name) anunciado fuera de horario: avise a consulado y enlace.",
                        "\(group.name) announced out of hours: tell consulate and liaison."))
            }
            if let arrived = group.arrivedAt, group.stage == .arrived, now.secondsSince(arrived) > 2700 {
                let minutes = now.secondsSince(arrived) / 60
                alerts.append(
                    Alert(
                        "notBalanced", .late, since: arrived.adding(minutes: 45), point: point.code,
                        subject: group.id.value, "\(group.name) sin cuadrar a los \(minutes) min de llegar.",
                        "\(group.name) not balanced \(minutes) min after arrival."))
            }
            return alerts
        }
    }

    private func queueAlerts(_ point: ReceivingPoint, _ row: BoardRow, _ now: Instant) throws(SQLiteError) -> [Alert] {
        guard row.waiting > 0 else { return [] }
        var alerts: [Alert] = []
        let late = try connection.statement(
            """
            SELECT count(*), min(enteredAt + target * 60000) FROM reception
            WHERE stage = 'waiting' AND point = ? AND enteredAt + target * 60000 < ?
            """
        ).bind(point.code.text).bind(now.milliseconds).first { ($0.int(0), Instant(milliseconds: $0.int(1))) }
        if let late, late.0 > 0 {
            alerts.append(
                Alert(
                    "pastTarget", .late, since: late.1, point: point.code, subject: point.id.value,
                    "\(late.0) fuera de meta.", "\(late.0) past target."))
        }
        if let (first, others) = try firstAndOthers(point, "priority IN ('childEmergency', 'child')") {
            alerts.append(
                Alert(
                    "childWaiting", .critical, since: first.since, point: point.code, subject: point.id.value,
                    "NNA por ir a buscar: ficha \(first.ticket)\(others.es). Lo atiende OPI.",
                    "Child to be fetched: ticket \(first.ticket)\(others.en). OPI attends."))
        }
        if let (first, others) = try firstAndOthers(point, "absences >= 2") {
            alerts.append(
                Alert(
                    "absentTwice", .critical, since: first.since, point: point.code, subject: point.id.value,
                    "La \(first.ticket)\(others.es) no acudió dos veces: vaya a buscarla.",
                    "\(first.ticket)\(others.en) was absent twice: go and look."))
        }
        return alerts
    }

    /// The one who has waited longest of those who wait and are so, and how many more there are.
    private func firstAndOthers(
        _ point: ReceivingPoint, _ condition: String
    ) throws(SQLiteError) -> ((ticket: Int, since: Instant), others: Bilingual)? {
        let found = try connection.statement(
            """
            SELECT ticket, enteredAt, count(*) OVER () FROM reception WHERE stage = 'waiting' AND point = ?
            AND \(condition) ORDER BY enteredAt LIMIT 1
            """
        ).bind(point.code.text).first { ($0.int(0), Instant(milliseconds: $0.int(1)), $0.int(2) - 1) }
        guard let found else { return nil }
        let others = found.2 > 0 ? Bilingual(" y \(found.2) más", " and \(found.2) more") : Bilingual("", "")
        return ((found.0, found.1), others)
    }

    /// A child here whose adult of the family is inside another point, and the other way round.
    private func splitFamilies(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let here = "stage NOT IN ('listed','noShow','released') AND family IS NOT NULL"
        let families = try connection.statement(
            "SELECT DISTINCT family FROM reception WHERE point = ? AND \(here)"
        ).bind(point.code.text).all { $0.int(0) }
        var alerts: [Alert] = []
        for family in families {
            let members = try rows.all(Reception.self, "family = ?", .int(family)).filter(\.isInside)
            alerts += try split(members, point, now)
        }
        return alerts
    }

    private func split(_ members: [Reception], _ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        guard members.contains(where: { $0.point != point.code }) else { return [] }
        guard let day = StoreFiles.zone(point.zone)?.local(now).day else { return [] }
        let adults = members.filter { !$0.isChild(on: day) }
        let children = members.filter { child in
            child.isChild(on: day) && !adults.contains { $0.point == child.point }
        }
        return children.compactMap { child in
            guard let adult = adults.first(where: { $0.point == point.code || child.point == point.code }) else {
                return nil
            }
            let isHere = child.point == point.code
            let other = isHere ? adult : child
            let ticket = (isHere ? child : adult).ticket.map(String.init) ?? "?"
            let there = "\(other.point.text) \(other.ticket.map(String.init) ?? "?")"
            return Alert(
                "familySplit", isHere ? .critical : .late, since: child.receivedAt ?? now, point: point.code,
                subject: (isHere ? child : adult).id.value,
                isHere
                    ? "NNA de la ficha \(ticket): su familia está en \(there). Avise a la OPI."
                    : "Ficha \(ticket): una niña, niño o adolescente de su familia está en \(there).",
                isHere
                    ? "Child of ticket \(ticket): the family is at \(there). Tell the OPI."
                    : "Ticket \(ticket): a child of the family is at \(there).")
        }
    }

    private func insideAlerts(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let pending = try connection.statement(
            """
            SELECT id, ticket, pendingSince FROM reception WHERE point = ? AND nationality = 'pending'
            AND motive IS NOT NULL AND stage NOT IN ('listed','noShow','released') AND pendingSince < ?
            """
        ).bind(point.code.text).bind(now.adding(minutes: -1200).milliseconds).all { ($0.int(0), $0.int(1), $0.int(2)) }
        let turned = try connection.statement(
            """
            SELECT count(*), min(receivedAt) FROM reception WHERE point = ? AND stage IN ('foreign', 'notAccredited')
            AND stage NOT IN ('listed','noShow','released')
            """
        ).bind(point.code.text).first { ($0.int(0), Instant(milliseconds: $0.int(1))) }
        var alerts: [Alert] = []
        if let turned, turned.0 > 0 {
            alerts.append(
                Alert(
                    "notMexican", .critical, since: turned.1, point: point.code, subject: point.id.value,
                    "\(turned.0) con nacionalidad negada: revise el motivo dentro de la hora.",
                    "\(turned.0) decided not Mexican: look at the motive within the hour."))
        }
        return alerts
            + pending.map { id, ticket, since in
                let due = Instant(milliseconds: since).adding(minutes: 1440)
                return Alert(
                    "nationalityDue", now > due ? .critical : .late, since: due, point: point.code, subject: id,
                    "Nacionalidad de la \(ticket): vence el plazo de 24 h (art. 36).",
                    "Nationality of \(ticket): the 24 h of art. 36 end.")
            }
    }
}
