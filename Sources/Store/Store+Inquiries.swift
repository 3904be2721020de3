import Repatriation
import SQLite

/// Who asks at the gate for whom; whoever is asked for is told alone, and who asks is told nothing.
extension Store {
    /// Whether whoever acts may know of an inquiry: the lane of all, others of those for an adult
    /// inside and of those that they noted themselves.
    func isTold(of inquiry: Inquiry, _ acting: Acting, _ now: Instant) throws -> Bool {
        if inquiry.isKnown(to: Reader(acting.officer, isDrill: false)) { return true }
        var isOwn = false
        try journal.read(where: "subject = ? AND kind = 'inquiryRecorded'", [inquiry.id.value]) {
            entry in
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

    /// Open inquiries that may be for somebody, at whichever gate of this store; for a child, also
    /// those that nobody of the lane has answered.
    func openInquiries(for person: Reception, isChild: Bool, now: Instant) throws(SQLiteError)
        -> [Inquiry]
    {
        let open = isChild ? "(wishes IS NULL OR byLane IS NULL OR byLane = 0)" : "wishes IS NULL"
        let since = now.adding(minutes: -1440 * Inquiry.memoryDays)
        return try rows.allWhole(
            Inquiry.self, "at > ? AND \(open) ORDER BY at", .int(since.milliseconds)
        ).filter {
            $0.isFor(person, isChild: isChild) && $0.isOpen(for: person, isChild: isChild)
        }
    }

    /// Those inside a point whom somebody asks for, at whichever gate of this store; of children
    /// only for the lane. O(people inside), only while somebody asks.
    func askedFor(
        at point: PointCode, on day: CivilDate, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [PointFacts.One] {
        let open = try rows.allWhole(Inquiry.self, "wishes IS NULL ORDER BY at")
        guard !open.isEmpty else { return [] }
        let inside = try connection.statement(Store.asked("point = ? AND")).bind(point.text).all(
            Store.readAsked
        )
        .map { (person: $0, isChild: $0.isChild(on: day)) }
        .filter { eyes.reads(.restricted) || !$0.isChild }
        return open.flatMap { inquiry in
            inside.filter { person, isChild in
                inquiry.isFor(person, isChild: isChild)
                    && inquiry.isOpen(for: person, isChild: isChild)
            }.map { person, _ in
                PointFacts.One(person.id.value, ticket: person.ticket, at: inquiry.at ?? now)
            }
        }
    }

    /// What tells whom an inquiry may mean, and whether they are a child.
    private static let askedFields = ReceptionSlice(
        ["given", "firstSurname", "secondSurname"] + ChildGuard.reads)

    private static func asked(_ condition: String) -> String {
        "SELECT id, \(askedFields.columns()) FROM reception WHERE \(condition) \(Inside.sql)"
    }

    private static func readAsked(_ row: Statement) -> Reception {
        askedFields.read(row, id: row.int(0), from: 1)
    }

    /// The newest inquiry of each visitor of a point who asks for several people; who may not know
    /// of a child inside that they may mean is not told. O(people inside), only where one visitor
    /// asks for several.
    func sameVisitors(
        at point: PointCode, on day: CivilDate, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [PointFacts.One] {
        var told = try repeatedVisitors(at: point, now: now)
        if !told.isEmpty, !eyes.reads(.restricted) {
            let children = try connection.statement(Store.asked("")).all(Store.readAsked)
                .filter { $0.isChild(on: day) }
            told = told.filter { inquiry in !children.contains { inquiry.isFor($0, isChild: true) }
            }
        }
        return told.map { PointFacts.One($0.id.value, at: $0.at ?? now) }
    }

    /// Visitors who have asked for several people in thirty days, here or elsewhere: the newest
    /// inquiry of each.
    private func repeatedVisitors(at point: PointCode, now: Instant) throws(SQLiteError)
        -> [Inquiry]
    {
        let since = now.adding(minutes: -1440 * Inquiry.memoryDays)
        guard
            try connection.statement("SELECT 1 FROM inquiry WHERE point = ? AND at > ?").bind(
                point.text
            )
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
}
