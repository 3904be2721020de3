import Repatriation
import SQLite

/// Who asks at the gate for whom; whoever is asked for is told alone, and who asks is told nothing.
extension Store {
    /// Whether whoever acts may know of an inquiry: the lane of all, others of those for an adult inside and of those
    /// that they noted themselves.
    func isTold(of inquiry: Inquiry, _ acting: Acting, _ now: Instant) throws -> Bool {
        if inquiry.isKnown(to: Reader(acting.officer, isDrill: false)) { return true }
        var isOwn = false
        try journal.read(where: "subject = ? AND kind = 'inquiryRecorded'", [inquiry.id.value]) { entry in
            isOwn = isOwn || entry.officer == acting.officer.id
        }
        guard !isOwn, let point = try point(inquiry.point) else { return isOwn }
        let today = try zone(point.zone).local(acting.clock.sure(now)).day
        return try meant(by: inquiry, on: today).contains { !$0.isChild }
    }

    /// Those inside, at whichever point of this store, whom an inquiry may mean. O(people inside).
    func meant(by inquiry: Inquiry, on day: CivilDate) throws(SQLiteError) -> [MeantPerson] {
        try rows.all(Reception.self, "\(Inside.sql) ORDER BY +id")
            .map { MeantPerson($0, isChild: $0.isChild(on: day)) }
            .filter { inquiry.isFor($0.person, isChild: $0.isChild) }
    }

    /// Open inquiries that may be for somebody, at whichever gate of this store; for a child, also those that nobody of
    /// the lane has answered.
    func openInquiries(for person: Reception, isChild: Bool, now: Instant) throws(SQLiteError) -> [Inquiry] {
        let open = isChild ? "(wishes IS NULL OR byLane IS NULL OR byLane = 0)" : "wishes IS NULL"
        let since = now.adding(minutes: -1440 * Inquiry.memoryDays)
        return try rows.allWhole(Inquiry.self, "at > ? AND \(open) ORDER BY at", .int(since.milliseconds)).filter {
            $0.isFor(person, isChild: isChild) && $0.isOpen(for: person, isChild: isChild)
        }
    }

    /// Those inside a point whom somebody asks for, by identifier of the inquiry. O(people inside), only while somebody
    /// asks.
    func askedFor(
        at point: PointCode, on day: CivilDate
    ) throws(SQLiteError) -> [(person: Reception, inquiry: Inquiry)] {
        // At whichever gate of this store somebody asks.
        let open = try rows.allWhole(Inquiry.self, "wishes IS NULL ORDER BY at")
        guard !open.isEmpty else { return [] }
        let inside = try rows.all(
            Reception.self, "point = ? AND \(Inside.sql)", .text(point.text))
        return open.flatMap { inquiry in
            inside.filter { person in
                let isChild = person.isChild(on: day)
                return inquiry.isFor(person, isChild: isChild) && inquiry.isOpen(for: person, isChild: isChild)
            }.map { ($0, inquiry) }
        }
    }

    /// Visitors who have asked for several people in thirty days, here or elsewhere: the newest inquiry of each.
    func repeatedVisitors(at point: PointCode, now: Instant) throws(SQLiteError) -> [Inquiry] {
        let since = now.adding(minutes: -1440 * Inquiry.memoryDays)
        guard
            try connection.statement("SELECT 1 FROM inquiry WHERE point = ? AND at > ?").bind(point.text)
                .bind(since.milliseconds).first({ _ in true }) == true
        else { return [] }
        let all = try rows.allWhole(Inquiry.self, "at > ? ORDER BY at", .int(since.milliseconds))
        return all.filter { newest in
            newest.point == point
                && all.contains { earlier in
                    earlier.id.value < newest.id.value && earlier.isSameVisitor(as: newest)
                        && NameText.folded(earlier.asksFor) != NameText.folded(newest.asksFor)
                }
        }
    }

    /// Whether an inquiry may be about none of the children inside, at whichever point of this store. O(people inside),
    /// only where one visitor asks for several people.
    private func isForNoChild(on day: CivilDate) throws(SQLiteError) -> (Inquiry) -> Bool {
        let children = try rows.all(Reception.self, "\(Inside.sql)").filter {
            $0.isChild(on: day)
        }
        return { inquiry in !children.contains { inquiry.isFor($0, isChild: true) } }
    }

    /// What leads and desks are told: tickets, never who asks; of children only to the lane.
    func inquiryAlerts(_ point: ReceivingPoint, _ now: Instant) throws(StoreError) -> [Alert] {
        let isOfTheLane = try eyes().reads(.restricted)
        let today = try zone(point.zone).local(sure(now)).day
        return try wrap { () throws(SQLiteError) in
            let asked = try askedFor(at: point.code, on: today).filter { isOfTheLane || !$0.person.isChild(on: today) }
            var told = try repeatedVisitors(at: point.code, now: now)
            if !isOfTheLane, !told.isEmpty { told = told.filter(try isForNoChild(on: today)) }
            let alerts = asked.map { person, inquiry -> Alert in
                let ticket = person.ticket.map(String.init) ?? "?"
                return Alert(
                    .askedFor, .critical, since: inquiry.at ?? now, point: point.code, subject: person.id.value,
                    "Preguntan por la ficha \(ticket). Pregúntele a solas; a quien pregunta no se le confirma nada.",
                    "Somebody asks for ticket \(ticket). Ask them alone; who asks is told nothing.")
            }
            return alerts
                + told.suffix(3).map { inquiry in
                    Alert(
                        .sameVisitor, .critical, since: inquiry.at ?? now, point: point.code,
                        subject: inquiry.id.value,
                        "La misma visita, teléfono o vehículo pregunta por varias personas. Avise a la autoridad.",
                        "The same visitor, phone or vehicle asks for several people. Tell the authority.")
                }
        }
    }
}
