import Repatriation
import SQLite

/// Protected lanes and the book of children.
extension Store {
    /// What was ticked for somebody, whole, the oldest first.
    func ticks(of id: Identifier<Reception>) throws(SQLiteError) -> [LaneTick] {
        try rows.allWhole(LaneTick.self, "reception = ? ORDER BY id", .int(id.value))
    }

    func laneState(of person: Reception, on day: CivilDate) throws(SQLiteError) -> LaneState {
        LaneState(person, try ticks(of: person.id), acta: try acta(of: person.id), on: day)
    }

    /// The lanes that whoever looks may see, with what was said of each step as far as they may know it.
    func seenLanes(of person: Reception, on day: CivilDate) throws(StoreError) -> LaneState {
        let eyes = try eyes()
        let whole = try wrap { () throws(SQLiteError) in try laneState(of: person, on: day) }
        return whole.seen(by: eyes).visible(eyes.classes)
    }

    /// Where somebody stands in their lanes, as the reader may see it; nil when there is no such person.
    package func lanes(of id: Identifier<Reception>, now: Instant) throws(StoreError) -> LaneView? {
        let found: Reception? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        guard let person = found, let point = try point(person.point) else { return nil }
        let local = try zone(point.zone).local(sure(now))
        let eyes = try eyes()
        guard person.blockedAt == nil, person.removal == nil else {
            return LaneView(person: person.visible(to: eyes), lanes: .none, local: local)
        }
        let state = try seenLanes(of: person, on: local.day)
        var view = LaneView(person: person.visible(to: eyes), lanes: state, local: local)
        view.officers = try allOfficers().filter { !$0.isSuspended }
        let family = (state.family ?? []) + person.guardians
        view.relatives = try wrap { () throws(SQLiteError) in
            try rows.all(
                Reception.self, "id IN (SELECT value FROM json_each(?))",
                .text("[\(family.map { String($0.value) }.joined(separator: ","))]"))
        }.map { $0.visible(to: person.isNamed(to: eyes) ? eyes : eyes.withoutNames) }
        return view
    }

    /// The book of a point's children. Throws `notAllowed` for whoever is not of the lane.
    package func childBook(at code: PointCode, _ span: ChildBookSpan, now: Instant) throws -> ChildBook {
        guard try readable().contains(.restricted) else { throw Refusal.notAllowed([.opi, .lead]) }
        guard let point = try point(code) else { throw Refusal(.unknownPoint) }
        return try book(point, span, now)
    }

    func book(_ point: ReceivingPoint, _ span: ChildBookSpan, _ now: Instant) throws(StoreError) -> ChildBook {
        let zone = try zone(point.zone)
        let day = zone.local(try sure(now)).day
        let cut = zone.cutDay(at: try sure(now), cut: point.cut)
        return try wrap { () throws(SQLiteError) in
            let people = try childCandidates(point.code, span, cut, born: day)
            var lines: [ChildLine] = []
            // Whoever was decided to be an adult stays in the book of the day.
            for child in people where child.isChild(on: child.receivedDay ?? day) || child.ageSource != nil {
                let name: Officer? = try confirmer(of: child).flatMap { id throws(SQLiteError) in try rows.find(id) }
                lines.append(
                    ChildLine(
                        child: child, age: child.age(on: day), lanes: try laneState(of: child, on: day),
                        with: try companion(of: child, on: day), second: name?.initials))
            }
            return ChildBook(
                point: point.code, span: span, lines: lines, counted: try count(.children, point.code.text))
        }
    }

    private func childCandidates(
        _ code: PointCode, _ span: ChildBookSpan, _ today: CivilDate, born day: CivilDate
    ) throws(SQLiteError) -> [Reception] {
        // Whoever may be a child, or was in doubt: adults by their birth date are not read at all. Who of these counts is
        // asked of the rules.
        let oldest = CivilDate(daysSinceEpoch: day.daysSinceEpoch - 18 * 366 - 40 - Birth.halfYear)
        let may =
            "(birthDate IS NULL OR birthDate > ? OR ageSource IS NOT NULL OR ageDoubtAt IS NOT NULL "
            + "OR instr(flags, '\(Flag.unaccompaniedChild.rawValue)') > 0)"
        guard span != .open else {
            return try rows.all(
                Reception.self,
                "point = ? AND \(Inside.sql) AND \(may) ORDER BY receivedAt, id",
                .text(code.text), .text(oldest.text))
        }
        let since = span == .today ? today : CivilDate(daysSinceEpoch: today.daysSinceEpoch - 30)
        return try rows.all(
            Reception.self, "point = ? AND receivedDay >= ? AND \(may) ORDER BY receivedAt, id", .text(code.text),
            .text(since.text), .text(oldest.text))
    }

    /// What the adult of the family who came along is to a child; nil for whoever came alone.
    private func companion(of child: Reception, on day: CivilDate) throws(SQLiteError) -> Kinship? {
        guard child.isAccompanied, let family = child.family else { return nil }
        let others = try rows.all(
            Reception.self, "family = ? AND id <> ? AND \"group\" = ?", .int(family.value), .int(child.id.value),
            .int(child.group.value))
        guard let adult = others.first(where: { !$0.isChild(on: day) }) else { return nil }
        return child.ties.first { $0.other == adult.id }?.kinship
    }

    private func confirmer(of child: Reception) throws(SQLiteError) -> Identifier<Officer>? {
        guard child.exit == .dif else { return nil }
        return try rows.first(
            PendingAct.self, "subject = ? AND state = 'confirmed' ORDER BY askedAt DESC LIMIT 1", .int(child.id.value)
        )?.confirmedBy
    }

    /// What of the lanes is late: children by the book, medicines before their hour, filters that ended, and who left
    /// with something pending today.
    func laneAlerts(_ point: ReceivingPoint, _ row: inout BoardRow, _ now: Instant) throws(StoreError) -> [Alert] {
        var alerts: [Alert] = []
        let eyes = try eyes()
        if eyes.reads(.restricted), row.inside > 0 {
            let late = try book(point, .open, now).lines.filter { !$0.late(at: now).isEmpty }
            row.lateChildren = late.count
            if let worst = late.min(by: { since($0, now) < since($1, now) }), let line = worst.late(at: now).first {
                alerts.append(try alert(worst, line, more: late.count - 1, point, now))
            }
        }
        return alerts
            + (try wrap { () throws(SQLiteError) in
                try dueTicks(point, now) + reserved(point, eyes, now) + leftPending(point, eyes, now)
            })
    }

    private func since(_ line: ChildLine, _ now: Instant) -> Instant {
        line.late(at: now).compactMap(\.dueAt).min() ?? now
    }

    private func alert(
        _ line: ChildLine, _ late: LaneLine, more: Int, _ point: ReceivingPoint, _ now: Instant
    ) throws(StoreError) -> Alert {
        let ticket = line.child.ticket.map(String.init) ?? "?"
        let others = more > 0 ? Bilingual(" y \(more) más", " and \(more) more") : Bilingual("", "")
        let minutes = now.secondsSince(late.dueAt ?? now) / 60
        return Alert(
            .childBook, .critical, since: late.dueAt ?? now, point: point.code, subject: line.id.value,
            "Libro de NNA: falta «\(late.step.label.es)», ficha \(ticket)\(others.es), venció hace \(minutes) min.",
            "Children's book: «\(late.step.label.en)» is missing, ticket \(ticket)\(others.en), due \(minutes) min ago."
        )
    }

    /// The last medicine's hour and the last filter's end of each person inside, half an hour before they come.
    private func dueTicks(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let found = try connection.statement(
            """
            SELECT t.step, t.dueAt, r.id, r.ticket FROM laneTick t JOIN reception r ON r.id = t.reception
            WHERE t.point = ?1 AND t.dueAt BETWEEN ?2 AND ?3 AND t.step IN ('medication', 'filter')
            AND \(Inside.sql(of: "r"))
            AND NOT EXISTS (SELECT 1 FROM laneTick n WHERE n.reception = t.reception AND n.id > t.id
              AND (n.step = t.step OR n.step = iif(t.step = 'medication', 'dose', 'cleared')))
            ORDER BY t.dueAt LIMIT 20
            """
        ).bind(point.code.text).bind(now.adding(minutes: -43_200).milliseconds)
            .bind(now.adding(minutes: 30).milliseconds).all { row in
                (row.text(0), Instant(milliseconds: row.int(1)), row.int(2), row.int(3))
            }
        return found.map { step, due, subject, ticket in
            let grade: Alert.Grade = due < now ? .critical : .late
            return step == LaneStep.medication.rawValue
                ? Alert(
                    .doseDue, grade, since: due, point: point.code, subject: subject,
                    "Salud: ficha \(ticket), a su hora. F4, «r» en su ficha.",
                    "Health: ticket \(ticket), on the hour. F4, «r» on the card.")
                : Alert(
                    .filterEnds, .info, since: due, point: point.code, subject: subject,
                    "Termina el filtro sanitario de la ficha \(ticket).", "The filter of ticket \(ticket) ends.")
        }
    }

    /// Reserved attention that waits for a private room, or for what the reserved form asks for; why stands nowhere.
    private func reserved(
        _ point: ReceivingPoint, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [Alert] {
        guard eyes.knows(.reserved) else { return [] }
        let marked = try connection.statement(
            """
            SELECT id FROM reception r WHERE point = ?
            AND \(Inside.sql) AND instr(flags, 'reserved') > 0
            AND NOT EXISTS (SELECT 1 FROM laneTick t WHERE t.reception = r.id AND t.step = 'privateRoom') LIMIT 20
            """
        ).bind(point.code.text).all { $0.int(0) }
        let told = eyes.reads(.restricted) ? try toldByForm(point, now) : []
        var alerts: [Alert] = []
        for id in Set(marked + told).sorted() {
            guard let person = try rows.first(Reception.self, "id = ?", .int(id)) else { continue }
            let ticket = person.ticket.map(String.init) ?? "?"
            alerts.append(
                Alert(
                    .reserved, .critical, since: person.enteredAt ?? person.receivedAt ?? now, point: point.code,
                    subject: id, "Atención reservada: ficha \(ticket). Cuarto privado y canalizar.",
                    "Reserved attention: ticket \(ticket). Private room, and refer."))
        }
        return alerts
    }

    /// Those whose last form found something, and whom nobody has referred for it yet.
    private func toldByForm(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Int] {
        try connection.statement(
            """
            SELECT r.id FROM screening s JOIN screening_restricted x ON x.subject = s.id
            JOIN reception r ON r.id = s.reception WHERE s.point = ? AND s.at > ? AND length(x.indicators) > 0
            AND \(Inside.sql(of: "r"))
            AND NOT EXISTS (SELECT 1 FROM screening l WHERE l.reception = s.reception AND l.id > s.id)
            AND NOT EXISTS (SELECT 1 FROM referral f WHERE f.reception = r.id
              AND f.kind IN ('trafficking', 'kidnapping', 'victims')) LIMIT 20
            """
        ).bind(point.code.text).bind(now.adding(minutes: -43_200).milliseconds).all { $0.int(0) }
    }

    /// Who left today with something pending that the reader knows of, until somebody has asked after them.
    private func leftPending(
        _ point: ReceivingPoint, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [Alert] {
        let left = try rows.allWhole(
            FollowUp.self,
            "point = ? AND outcome IS NULL AND cause = 'leftPending' AND askedAt > ? ORDER BY askedAt, id",
            .text(point.code.text), .int(now.adding(minutes: -1440).milliseconds)
        ).filter { $0.isKnown(to: eyes) }
        guard let first = left.first else { return [] }
        let ticket = try rows.first(Reception.self, "id = ?", .int(first.reception.value))?.ticket ?? 0
        let who =
            left.count == 1
            ? Bilingual("la ficha \(ticket) salió", "ticket \(ticket) left")
            : Bilingual("\(left.count) personas salieron", "\(left.count) people left")
        return [
            Alert(
                .leftPending, .late, since: first.askedAt ?? now, point: point.code,
                subject: first.reception.value, "Seguimiento: \(who.es) con pendientes.",
                "Follow-up: \(who.en) with something pending.")
        ]
    }
}
