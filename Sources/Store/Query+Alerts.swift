import Repatriation
import SQLite

extension Store {
    /// What a lead must know about one point: one line a cause, no name, the count grows.
    func alerts(_ point: ReceivingPoint, _ row: inout BoardRow, _ now: Instant) throws(StoreError) -> [Alert] {
        let counts = row
        var alerts = try wrap { () throws(SQLiteError) in
            var alerts = counts.unlocated > 0 ? try unlocated(point) : []
            alerts += try groupAlerts(point, now)
            alerts += try queueAlerts(point, counts, now)
            if counts.inside > 0 { alerts += try insideAlerts(point, now) }
            alerts += try stockAlerts(point, now)
            return alerts + (try rightsDue(point, counts.local.day))
        }
        if row.inside > 0 { alerts += try splitFamilies(point, now) }
        alerts += try inquiryAlerts(point, now)
        alerts += try laneAlerts(point, &row, now)
        if row.overdueReferrals > 0 {
            alerts.append(referralsLate(point, row, now))
        }
        if let peak = point.peakSince {
            alerts.append(
                Alert(
                    .peak, .info, since: peak, point: point.code, subject: point.id.value,
                    "Afluencia: la entrevista se hace con nueve respuestas.",
                    "Peak: the interview is down to nine answers."))
        }
        return alerts
    }

    /// Referrals past their time: nobody is left in between.
    private func referralsLate(_ point: ReceivingPoint, _ row: BoardRow, _ now: Instant) -> Alert {
        let count = row.overdueReferrals
        let words =
            count == 1
            ? Bilingual("1 canalización vencida: F5.", "1 referral past its time: F5.")
            : Bilingual("\(count) canalizaciones vencidas: F5.", "\(count) referrals past their time: F5.")
        return Alert(
            .referralsLate, .late, since: row.referralsDueAt ?? now, point: point.code, subject: point.id.value,
            words.es, words.en)
    }

    /// Requests about data whose answer is due within a week.
    private func rightsDue(_ point: ReceivingPoint, _ today: CivilDate) throws(SQLiteError) -> [Alert] {
        let soon = CivilDate(daysSinceEpoch: today.daysSinceEpoch + 7)
        let found = try connection.statement(
            "SELECT count(*), min(dueOn) FROM rightsRequest WHERE point = ? AND state = 'open' AND dueOn <= ?"
        ).bind(point.code.text).bind(soon.text).first { ($0.int(0), CivilDate(text: $0.text(1))) }
        guard let found, let due = found.1 else { return [] }
        let count =
            found.0 == 1
            ? Bilingual("1 solicitud", "1 request") : Bilingual("\(found.0) solicitudes", "\(found.0) requests")
        return [
            Alert(
                .rightsDue, due < today ? .critical : .late,
                since: Instant(milliseconds: due.daysSinceEpoch * 86_400_000), point: point.code,
                subject: point.id.value, "\(count.es) sobre datos por responder: vence el \(due.shown).",
                "\(count.en) about data to be answered: due \(due.shown).")
        ]
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
                .unlocated, .critical, since: Instant(milliseconds: row.int(1)), point: point.code,
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
                        .outOfHours, .info, since: group.announcedAt ?? now, point: point.code,
                        subject: group.id.value,
                        "\(group.name) anunciado fuera de horario: avise a consulado y enlace.",
                        "\(group.name) announced out of hours: tell consulate and liaison."))
            }
            if let arrived = group.arrivedAt, group.stage == .arrived, now.secondsSince(arrived) > 2700 {
                let minutes = now.secondsSince(arrived) / 60
                alerts.append(
                    Alert(
                        .notBalanced, .late, since: arrived.adding(minutes: 45), point: point.code,
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
                    .pastTarget, .late, since: late.1, point: point.code, subject: point.id.value,
                    "\(late.0) fuera de meta.", "\(late.0) past target."))
        }
        if let (first, others) = try firstAndOthers(point, "priority IN ('childEmergency', 'child')") {
            alerts.append(
                Alert(
                    .childWaiting, .critical, since: first.since, point: point.code, subject: point.id.value,
                    "NNA por ir a buscar: ficha \(first.ticket)\(others.es). Lo atiende OPI.",
                    "Child to be fetched: ticket \(first.ticket)\(others.en). OPI attends."))
        }
        if let (first, others) = try firstAndOthers(point, "absences >= 2") {
            alerts.append(
                Alert(
                    .absentTwice, .critical, since: first.since, point: point.code, subject: point.id.value,
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

    /// Children whose adult of the family is inside another point: one line at the child's point, one at the adult's.
    private func splitFamilies(_ point: ReceivingPoint, _ now: Instant) throws(StoreError) -> [Alert] {
        let families = try wrap { () throws(SQLiteError) in
            try connection.statement(Store.splitFamiliesQuery).bind(point.code.text).all { $0.int(0) }
        }
        guard !families.isEmpty else { return [] }
        let day = try zone(point.zone).local(sure(now)).day
        let eyes = try eyes()
        var (here, there): ([Split], [Split]) = ([], [])
        for family in families {
            let members = try wrap { () throws(SQLiteError) in
                try rows.all(Reception.self, "family = ?", .int(family)).filter(\.isInside)
            }
            let adults = members.filter { !$0.isChild(on: day) }
            // Where a child alone is, is the lane's.
            let children = members.filter { $0.isChild(on: day) && (!$0.isChildAlone || $0.isNamed(to: eyes)) }
            for child in children where !adults.contains(where: { $0.point == child.point }) {
                guard let adult = adults.first(where: { child.point == point.code || $0.point == point.code }) else {
                    continue
                }
                if child.point == point.code { here.append((child, adult)) } else { there.append((adult, child)) }
            }
        }
        return [
            splitAlert(
                here, .critical, point, "NNA de la ficha {0}: su familia está en {1}.{2} Avise a la OPI.",
                "Child of ticket {0}: the family is at {1}.{2} Tell the OPI."),
            splitAlert(
                there, .late, point, "Ficha {0}: una niña, niño o adolescente de su familia está en {1}.{2}",
                "Ticket {0}: a child of the family is at {1}.{2}"),
        ].compactMap { $0 }
    }

    /// Somebody of this point, and who of the family is elsewhere.
    private typealias Split = (own: Reception, other: Reception)

    /// Families of those inside a point that have somebody inside another.
    private static let splitFamiliesQuery = """
        SELECT DISTINCT r.family FROM reception r WHERE r.point = ? AND r.family IS NOT NULL
        AND \(Inside.sql(of: "r")) AND EXISTS (SELECT 1 FROM reception o
        WHERE o.family = r.family AND o.point <> r.point AND \(Inside.sql(of: "o")))
        """

    /// The one since longest, and how many more there are.
    private func splitAlert(
        _ splits: [Split], _ grade: Alert.Grade, _ point: ReceivingPoint, _ es: String, _ en: String
    ) -> Alert? {
        func since(_ split: Split) -> Instant { split.own.receivedAt ?? Instant(milliseconds: 0) }
        guard let first = splits.min(by: { since($0) < since($1) }) else { return nil }
        let ticket = first.own.ticket.map(String.init) ?? "?"
        let there = "\(first.other.point.text) \(first.other.ticket.map(String.init) ?? "?")"
        let more = splits.count - 1
        func filled(_ text: String, _ others: String) -> String {
            text.replacing("{0}", with: ticket).replacing("{1}", with: there).replacing("{2}", with: others)
        }
        return Alert(
            .familySplit, grade, since: since(first), point: point.code, subject: first.own.id.value,
            filled(es, more > 0 ? " Y \(more) más." : ""), filled(en, more > 0 ? " And \(more) more." : ""))
    }

    /// Exits that wait for a second officer, for whoever leads from wherever they are.
    private func unconfirmed(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        try connection.statement(
            """
            SELECT r.id, r.ticket, p.askedAt FROM pendingAct p JOIN reception r ON r.id = p.subject
            WHERE p.point = ? AND p.state = 'open' AND p.askedAt > ?
            """
        ).bind(point.code.text).bind(now.adding(seconds: -PendingAct.lifetime).milliseconds).all { row in
            let ticket = row.optionalInt(1).map(String.init) ?? "?"
            return Alert(
                .toConfirm, .critical, since: Instant(milliseconds: row.int(2)), point: point.code,
                subject: row.int(0), "Salida por confirmar: ficha \(ticket). En su ficha, «k».",
                "Exit to be confirmed: ticket \(ticket). On their card, «k».")
        }
    }

    private func insideAlerts(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let pending = try connection.statement(
            """
            SELECT id, ticket, pendingSince FROM reception WHERE point = ? AND nationality = 'pending'
            AND motive IS NOT NULL AND \(Inside.sql) AND pendingSince < ?
            """
        ).bind(point.code.text).bind(now.adding(minutes: -1200).milliseconds).all { ($0.int(0), $0.int(1), $0.int(2)) }
        let turned = try connection.statement(
            """
            SELECT count(*), min(receivedAt) FROM reception WHERE point = ? AND stage IN ('foreign', 'notAccredited')
            AND \(Inside.sql)
            """
        ).bind(point.code.text).first { ($0.int(0), Instant(milliseconds: $0.int(1))) }
        var alerts: [Alert] = []
        if let turned, turned.0 > 0 {
            alerts.append(
                Alert(
                    .notMexican, .critical, since: turned.1, point: point.code, subject: point.id.value,
                    "\(turned.0) con nacionalidad negada: revise el motivo dentro de la hora.",
                    "\(turned.0) decided not Mexican: look at the motive within the hour."))
        }
        return try alerts + unconfirmed(point, now)
            + pending.map { id, ticket, since in
                let due = Instant(milliseconds: since).adding(minutes: 1440)
                return Alert(
                    .nationalityDue, now > due ? .critical : .late, since: due, point: point.code, subject: id,
                    "Nacionalidad de la \(ticket): vence el plazo de 24 h (art. 36).",
                    "Nationality of \(ticket): the 24 h of art. 36 end.")
            }
    }
}
