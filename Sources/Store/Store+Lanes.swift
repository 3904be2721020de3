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

    func book(_ point: ReceivingPoint, _ span: ChildBookSpan, _ now: Instant) throws(StoreError)
        -> ChildBook
    {
        let zone = try zone(point.zone)
        let day = zone.local(try sure(now)).day
        let cut = zone.cutDay(at: try sure(now), cut: point.cut)
        return try wrap { () throws(SQLiteError) in
            let people = try childCandidates(point.code, span, cut, born: day)
            var lines: [ChildLine] = []
            for child in people where child.isInBook(on: day) {
                let name: Officer? = try confirmer(of: child).flatMap { id throws(SQLiteError) in
                    try rows.find(id)
                }
                lines.append(
                    ChildLine(
                        child: child, age: child.age(on: day),
                        lanes: try laneState(of: child, on: day),
                        with: try companion(of: child, on: day), second: name?.initials))
            }
            return ChildBook(
                point: point.code, span: span, lines: lines,
                counted: try count(.children, point.code.text))
        }
    }

    private func childCandidates(
        _ code: PointCode, _ span: ChildBookSpan, _ today: CivilDate, born day: CivilDate
    ) throws(SQLiteError) -> [Reception] {
        let oldest = Store.oldestChild(on: day)
        guard span != .open else {
            return try rows.all(
                Reception.self,
                "point = ? AND \(Inside.sql) AND \(Store.mayBeChild(oldest)) ORDER BY receivedAt, id",
                .text(code.text), .text(oldest))
        }
        let since = span == .today ? today : CivilDate(daysSinceEpoch: today.daysSinceEpoch - 30)
        return try rows.all(
            Reception.self,
            "point = ? AND receivedDay >= ? AND \(Store.maybeChild) ORDER BY receivedAt, id",
            .text(code.text),
            .text(since.text), .text(oldest))
    }

    /// The birth date of the oldest who may be a child.
    private static func oldestChild(on day: CivilDate) -> String {
        CivilDate(daysSinceEpoch: day.daysSinceEpoch - 18 * 366 - 40 - Birth.halfYear).text
    }

    /// Whoever may be a child, or was in doubt: adults by their birth date are not read at all. Who
    /// of these counts is asked of the rules.
    private static let maybeChild = mayBeChild(born: "?")

    private static func mayBeChild(born after: String) -> String {
        "(birthDate IS NULL OR birthDate > \(after) OR ageSource IS NOT NULL "
            + "OR ageDoubtAt IS NOT NULL OR instr(flags, '\(Flag.unaccompaniedChild.rawValue)') > 0)"
    }

    /// The same for those inside, whose index holds everybody born after a day of its own.
    private static func mayBeChild(_ oldest: String) -> String {
        isIndexed(oldest)
            ? "\(maybeChild) AND \(mayBeChild(born: "'\(firstIndexed)'"))" : maybeChild
    }

    private static let firstIndexed = "2005-01-01"
    private static func isIndexed(_ oldest: String) -> Bool { oldest >= firstIndexed }

    /// The steps of the child lane that are not done, by their hours: child after child in the
    /// order of the book.
    func childSteps(at code: PointCode, on day: CivilDate) throws(SQLiteError) -> [PointFacts.Step]
    {
        let oldest = Store.oldestChild(on: day)
        let children = try connection.statement(Store.childStepsQuery(oldest)).bind(code.text)
            .bind(oldest).all {
                Store.childFields.read($0, id: $0.int(0), from: 1)
            }
        var steps: [PointFacts.Step] = []
        for child in children where child.isInBook(on: day) {
            for line in try laneState(of: child, on: day).lines
            where line.step.lane == .child && line.doneAt == nil {
                guard let due = line.dueAt else { continue }
                steps.append(
                    (PointFacts.One(child.id.value, ticket: child.ticket, at: due), line.step))
            }
        }
        return steps
    }

    /// What the lane of a child is told by.
    private static let childFields = ReceptionSlice(
        ["receivedAt", "receivedDay", "ageSource", "ties"] + ChildGuard.reads)
    private static func childStepsQuery(_ oldest: String) -> String {
        """
        SELECT id, \(childFields.columns()) FROM reception
        \(isIndexed(oldest) ? "INDEXED BY reception_child" : "") WHERE point = ? AND \(Inside.sql)
        AND \(mayBeChild(oldest)) ORDER BY receivedAt, id
        """
    }

    /// What the adult of the family who came along is to a child; nil for whoever came alone.
    private func companion(of child: Reception, on day: CivilDate) throws(SQLiteError) -> Kinship? {
        guard child.isAccompanied, let family = child.family else { return nil }
        let others = try rows.all(
            Reception.self, "family = ? AND id <> ? AND \"group\" = ?", .int(family.value),
            .int(child.id.value),
            .int(child.group.value))
        guard let adult = others.first(where: { !$0.isChild(on: day) }) else { return nil }
        return child.ties.first { $0.other == adult.id }?.kinship
    }

    private func confirmer(of child: Reception) throws(SQLiteError) -> Identifier<Officer>? {
        guard child.exit == .dif else { return nil }
        return try rows.first(
            PendingAct.self, "subject = ? AND state = 'confirmed' ORDER BY askedAt DESC LIMIT 1",
            .int(child.id.value)
        )?.confirmedBy
    }
}
