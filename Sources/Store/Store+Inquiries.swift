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

    /// Who asks at the gates, read once for all points.
    func asking(at now: Instant) throws(StoreError) -> Asking {
        try wrap { () throws(SQLiteError) in
            let since = now.adding(minutes: -1440 * Inquiry.memoryDays)
            return Asking(
                now: now,
                // By the index of open ones, which are few, and not by that of all in their order.
                open: try rows.allWhole(Inquiry.self, Store.unanswered),
                recent: try rows.allWhole(
                    Inquiry.self, "at > ? ORDER BY at", .int(since.milliseconds)))
        }
    }

    static let unanswered = "wishes IS NULL ORDER BY +at"

    /// What tells whom an inquiry may mean, and whether they are a child.
    private static let askedFields = ReceptionSlice(
        ["given", "firstSurname", "secondSurname"] + ChildGuard.reads)

    /// Those inside, at one point or anywhere, with what tells whom an inquiry may mean.
    fileprivate func inside(_ point: PointCode?) throws(SQLiteError) -> [Reception] {
        let place = point == nil ? "" : "point = ? AND "
        let statement = try connection.statement(
            "SELECT id, \(Store.askedFields.columns()) FROM reception WHERE \(place)\(Inside.sql)")
        if let point { statement.bind(point.text) }
        return try statement.all { Store.askedFields.read($0, id: $0.int(0), from: 1) }
    }
}

/// Who asks at the gates of this store.
struct Asking {
    let now: Instant
    /// Those whose inquiry nobody has answered.
    let open: [Inquiry]
    /// Those of the last weeks.
    let recent: [Inquiry]
    /// Those of visitors who had asked for somebody else before, here or elsewhere.
    let repeated: [Inquiry]

    init(now: Instant, open: [Inquiry], recent: [Inquiry]) {
        (self.now, self.open, self.recent) = (now, open, recent)
        repeated = Asking.repeated(recent)
    }

    /// Each is compared with what its visitor had asked by then, by the order of their numbers.
    private static func repeated(_ recent: [Inquiry]) -> [Inquiry] {
        var asked: [Inquiry.VisitorMark: Set<String>] = [:]
        var found: Set<Identifier<Inquiry>> = []
        for inquiry in recent.sorted(by: { $0.id.value < $1.id.value }) {
            let name = NameText.folded(inquiry.asksFor)
            for mark in inquiry.visitorMarks {
                let isAnother = asked[mark]?.contains { $0 != name } == true
                if isAnother { found.insert(inquiry.id) }
                asked[mark, default: []].insert(name)
            }
        }
        return recent.filter { found.contains($0.id) }
    }

    /// Those inside a point whom somebody asks for, at whichever gate of this store; of children
    /// only for the lane. O(people inside), only while somebody asks.
    func askedFor(
        _ store: Store, at point: PointCode, on day: CivilDate, _ eyes: Reader
    ) throws(SQLiteError) -> [PointFacts.One] {
        guard !open.isEmpty else { return [] }
        let inside = try store.inside(point).map { (person: $0, isChild: $0.isChild(on: day)) }
            .filter { eyes.reads(.restricted) || !$0.isChild }
        return open.flatMap { inquiry in
            inside.filter { person, isChild in
                inquiry.isOpen(for: person, isChild: isChild)
                    && inquiry.isFor(person, isChild: isChild)
            }.map { person, _ in
                PointFacts.One(person.id.value, ticket: person.ticket, at: inquiry.at ?? now)
            }
        }
    }

    /// The newest inquiry of each visitor of a point who asks for several people; who may not know
    /// of children is not told where it may be for one.
    func sameVisitors(
        _ store: Store, at point: PointCode, on day: CivilDate, _ eyes: Reader
    ) throws(SQLiteError) -> [PointFacts.One] {
        var told = repeated.filter { $0.point == point }
        if !told.isEmpty, !eyes.reads(.restricted) {
            let children = try store.inside(nil).filter { $0.isChild(on: day) }
            told = told.filter { inquiry in !children.contains { inquiry.isFor($0, isChild: true) }
            }
        }
        return told.map { PointFacts.One($0.id.value, at: $0.at ?? now) }
    }
}
