import Repatriation
import SQLite

/// The journal as one reader may know it, fact after fact from the first.
///
/// A fact about something they do not know of is left out as if it had never been; of the others
/// only fields of the classes they read are named. Numbers of rows are told to those alone who know
/// every row: a gap is a fact too.
struct SeenJournal {
    private let eyes: Reader
    private let rows: Rows
    /// The marks of each person as this reader was last told them: a mark they do not know of
    /// changes nothing.
    private var marks: [Mark: Value] = [:]

    private struct Mark: Hashable {
        let id: Int
        let field: String

        init(_ id: Int, _ field: String) { (self.id, self.field) = (id, field) }
    }

    init(_ eyes: Reader, _ rows: Rows) { (self.eyes, self.rows) = (eyes, rows) }

    /// The fact as the reader may know it; nil where they may not know that it was.
    mutating func seen(_ entry: JournalEntry) throws(SQLiteError) -> JournalEntry? {
        guard !eyes.knowsEverything else { return entry }
        let event = entry.event
        var known: [Change] = []
        for change in event.changes {
            if let shown = try visible(change, in: event.kind) {
                known.append(shown)
            } else if event.isOfOne(change.kind) {
                return nil
            }
        }
        guard !known.isEmpty || event.changes.isEmpty else { return nil }
        let named = known.map { change in
            Change(kind: change.kind, id: change.id, entries: change.entries.filter(isNamed))
        }
        let shown = Event(event.kind, subject: event.subject, changes: named, undoes: event.undoes)
        return JournalEntry(
            seq: nil, act: entry.act, at: entry.at, occurredAt: entry.occurredAt, day: entry.day,
            point: entry.point, desk: entry.desk, officer: entry.officer, event: shown)
    }

    /// Whether what of a change may be known depends on what was told before.
    static func dependsOnEarlier(_ change: Change) -> Bool {
        change.kind == .reception && change.entries.contains { marked.contains($0.field) }
    }

    private static let marked = ["flags", "suggested"]

    private func isNamed(_ entry: Change.Entry) -> Bool {
        eyes.reads(entry.access)
            && (eyes.knowsPriorities || !SeenJournal.priorities.contains(entry.field))
    }

    private static let priorities: Set<String> = ["priority", "tier", "target", "priorityReason"]

    /// What of a change the reader may know to have been; nil where nothing.
    private mutating func visible(_ change: Change, in kind: EventKind) throws(SQLiteError)
        -> Change?
    {
        switch change.kind {
        case .referral: return try known(Referral.self, change)
        case .laneTick: return try known(LaneTick.self, change)
        case .followUp: return try known(FollowUp.self, change)
        case .screening: return try known(Screening.self, change)
        case .inquiry: return try known(Inquiry.self, change)
        case .alarmMark: return try known(AlarmMark.self, change)
        // A place that is kept, or given back, tells of a referral.
        case .provider: return kind == .providerSet || eyes.reads(.restricted) ? change : nil
        case .reception: return withoutUnknownMarks(change)
        default: return change
        }
    }

    private func known<E: Guarded>(_: E.Type, _ change: Change) throws(SQLiteError) -> Change? {
        try rows.find(Identifier<E>(change.id), knownTo: eyes) == nil ? nil : change
    }

    /// A change in marks that the reader does not know of is none, with the class that follows from
    /// it; of others only the marks that they know.
    private mutating func withoutUnknownMarks(_ change: Change) -> Change? {
        // What is counted follows from the rest: whoever does not read it learns nothing by it.
        var left = change.entries.filter {
            $0.access != .statistical || eyes.reads(.statistical)
        }
        for name in SeenJournal.marked {
            guard let index = left.firstIndex(where: { $0.field == name }),
                let flags = Set<Flag>?(stored: left[index].value)
            else { continue }
            let told = flags.map { $0.subtracting(eyes.unknownFlags) }.stored
            // Nobody suggested anything before the list did; what the first questions found was not
            // asked.
            let before = marks[Mark(change.id, name)] ?? (name == "suggested" ? .text("") : .null)
            marks[Mark(change.id, name)] = told
            if before == told {
                left.remove(at: index)
                if name == "flags" { left.removeAll { SeenJournal.priorities.contains($0.field) } }
            } else {
                left[index] = Change.Entry(name, left[index].access, told)
            }
        }
        if let index = left.firstIndex(where: { $0.field == "notes" }),
            case .text(let remarks) = left[index].value
        {
            let told = eyes.told(remarks).map {
                Change.Entry("notes", left[index].access, .text($0))
            }
            left.replaceSubrange(index...index, with: told.map { [$0] } ?? [])
        }
        guard !left.isEmpty || change.entries.isEmpty else { return nil }
        return Change(kind: change.kind, id: change.id, entries: left)
    }
}

extension Event {
    /// The whole fact is about one such thing: who may not know of that may not know of the fact.
    fileprivate func isOfOne(_ kind: EntityKind) -> Bool {
        switch self.kind {
        // Somebody who is back is so for everybody; of anything else it is told as of what it takes
        // back.
        case .undone:
            [.referral, .laneTick, .followUp, .screening, .inquiry].contains(kind)
                && !changes.contains { $0.kind == .reception && $0.sets("stage") }
        case .referred, .referralAnswered, .referralClosed: kind == .referral
        case .laneTicked: kind == .laneTick
        case .followUpAsked, .followUpRecorded: kind == .followUp
        case .reservedFormKept: kind == .screening
        case .inquiryRecorded, .inquiryAnswered: kind == .inquiry
        case .alarmMarked: kind == .alarmMark
        default: false
        }
    }
}
