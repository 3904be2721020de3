import Repatriation
import SQLite

/// Everything held about one person.
package struct WholeFile: Sendable {
    /// Whose it is.
    package let person: Identifier<Person>
    /// Every reception, whole.
    package var receptions: [Reception] = []
    /// Those the person came with, and those they were in on the way to another point.
    package var groups: [Group] = []
    /// Who was given the lists of those groups once the person stood on them; told to the person
    /// alone.
    package var shares: [GroupShare] = []
    /// Everything that belongs to those receptions, kind after kind, whole and in order.
    package var belonging: [any OfReception] = []
    /// What was typed and not saved.
    package var drafts: [Draft] = []
    /// Every fact about the person, in order, with what it changed about the person alone.
    package var history: [JournalEntry] = []
    /// How many more facts there are that a later program wrote and this one cannot tell; the
    /// person is told so.
    package var laterFacts = 0
    /// Who looked, in order.
    package var reads: [ReadRecord] = []
    /// Copies beside the store, which hold what it held when they were made.
    package var copies: [String] = []
    /// Made for somebody who asks in the person's place.
    package var isForSomebodyElse = false
}

extension Reading<WholeFile> {
    /// Everything held about the person of a reception, or with this identifier, as it may be given
    /// to who asks; whole for the person, and for the office itself. Throws `unknownReception`,
    /// `notAllowed`, and `dataHeld` for what is blocked: it is kept, and handed to nobody.
    /// O(journal).
    package static func wholeFile(_ id: Int, for requester: Requester? = nil) -> Reading {
        Reading(.wholeFile, traces: { $0.receptions.map { Trace(.export, of: $0.id.value) } }) {
            look in try look.wholeFile(id, for: requester)
        }
    }
}

extension Look {
    fileprivate func wholeFile(_ id: Int, for requester: Requester?) throws -> WholeFile {
        let one: Reception? = try rows.find(Identifier(id))
        var file = WholeFile(person: one?.person ?? Identifier(id))
        let all = try rows.allWhole(
            Reception.self, "person = ? ORDER BY id", .int(file.person.value))
        guard !all.isEmpty else { throw Refusal(.unknownReception) }
        file.receptions = all.filter { $0.blockedAt == nil || $0.removal != nil }
        guard !file.receptions.isEmpty, one?.blockedAt == nil || one?.removal != nil else {
            throw Refusal(.dataHeld)
        }
        let receptions = file.receptions.map(\.id.value)
        let groups = Set(file.receptions.flatMap { $0.formerGroups + [$0.group] }.map(\.value))
            .sorted()
        file.groups = try groups.compactMap { try rows.find(Identifier($0)) }
        file.belonging = try store.belonging(
            "IN (SELECT value FROM json_each(?1))",
            .text("[\(receptions.map(String.init).joined(separator: ","))]")
        ).filter { ($0 as? any Retractable)?.retractedAt == nil }
        if let requester, requester.capacity != .own {
            file.keepWhatIsTold(to: requester)
        } else {
            file.shares = try shares(of: file)
            file.drafts = try drafts(about: receptions)
            file.copies = store.copies
            file.laterFacts = try journal.laterRows(where: WholeFile.rows(about: receptions))
            for subject in receptions + groups { file.reads += try reads(of: subject) }
            file.reads.sort { $0.at < $1.at }
        }
        file.history = try history(of: file)
        return file
    }

    /// Who was given a list on which the person stood: a group's own from when they were put on it,
    /// a sent one's from when it left. No list says more than who stands on it, so that each of
    /// them counts.
    private func shares(of file: WholeFile) throws -> [GroupShare] {
        var found: [GroupShare] = []
        for group in file.groups {
            let since = try file.receptions.filter {
                $0.group == group.id || $0.formerGroups.contains(group.id)
            }.map { try group.sentAt ?? listed($0) ?? .earliest }.min()
            found += try rows.all(
                GroupShare.self, "\"group\" = ? AND at >= ? ORDER BY id",
                .int(group.id.value), .int((since ?? .earliest).milliseconds))
        }
        return found.sorted { $0.id < $1.id }
    }

    private func listed(_ reception: Reception) throws(SQLiteError) -> Instant? {
        try connection.statement(
            "SELECT at FROM journal WHERE subject = ? ORDER BY seq LIMIT 1"
        ).bind(reception.id.value).first { $0.instant(0) }
    }

    /// Facts about the person, and those about somebody else that changed something of the person:
    /// the others of a family or group are not theirs to have.
    private func history(of file: WholeFile) throws -> [JournalEntry] {
        let receptions = file.receptions.map(\.id.value)
        var ids: [EntityKind: Set<Int>] = [.reception: Set(receptions)]
        for one in file.belonging { WholeFile.note(one, in: &ids) }
        ids[.groupShare] = Set(file.shares.map(\.id.value))
        var seen = SeenJournal(file.isForSomebodyElse ? .requester : .program, self.rows)
        var found: [JournalEntry] = []
        let rows = WholeFile.rows(about: receptions, sharesOf: file.shares.map(\.group.value))
        try journal.read(where: rows) {
            entry throws(StoreError) in
            let shown = try store.wrap { () throws(SQLiteError) in try seen.seen(entry) }
            guard let entry = shown else { return }
            var changes = entry.event.changes.filter { ids[$0.kind]?.contains($0.id) == true }
            if file.isForSomebodyElse { changes = changes.compactMap(WholeFile.told) }
            guard !file.isForSomebodyElse || !changes.isEmpty else { return }
            found.append(entry.with(changes))
        }
        return found
    }

}

extension Store {
    /// Everything that belongs to some receptions, kind after kind, whole: `among` says of the
    /// owner's column which.
    func belonging(_ among: String, _ ids: Value) throws(SQLiteError) -> [any OfReception] {
        var found: [any OfReception] = []
        for kind in Belonging.kinds { found += try all(kind, among, ids) }
        return found
    }

    private func all<E: OfReception>(_: E.Type, _ among: String, _ ids: Value) throws(SQLiteError)
        -> [any OfReception]
    {
        try rows.allWhole(E.self, evenRetracted: true, "\(E.ownerColumn) \(among) ORDER BY id", ids)
    }
}

extension WholeFile {
    fileprivate static func rows(about receptions: [Int], sharesOf groups: [Int] = []) -> String {
        let shared = Set(groups).sorted().map(String.init).joined(separator: ",")
        let given = "(kind = 'groupShared' AND subject IN (\(shared)))"
        let own = "subject IN (\(receptions.map(String.init).joined(separator: ",")))"
        let named = receptions.map { "instr(payload, '\"reception:\($0)\"') > 0" }
        return "(\(([own, given] + named).joined(separator: " OR ")))"
    }

    /// Leaves what somebody who asks in the person's place may know: whoever asks may be whom the
    /// person fears. What is left out leaves no trace, neither a heading nor a number.
    fileprivate mutating func keepWhatIsTold(to requester: Requester) {
        isForSomebodyElse = true
        receptions = receptions.map { $0.told(to: .requester) }
        let unknown = Set(
            belonging.compactMap { $0 as? Referral }.filter { !$0.isKnown(to: .requester) }.map(
                \.id))
        belonging = belonging.filter { one in
            !((one as? any Guarded)?.about.map(unknown.contains) ?? false)
        }
        .compactMap { WholeFile.told($0, to: requester) }
    }

    private static func told(_ one: any OfReception, to requester: Requester) -> (any OfReception)?
    {
        if let guarded = one as? any Guarded, !guarded.isKnown(to: .requester) { return nil }
        switch one {
        // What waits for a second officer, and the hand-over of a child, are the desk's and the
        // lane's.
        case is PendingAct: return nil
        case let paper as Paper where paper.paperKind == .acta: return nil
        case let request as RightsRequest:
            let isTheirs = NameText.folded(request.requester) == NameText.folded(requester.name)
            return isTheirs && request.capacity == requester.capacity ? request : nil
        default: return blanked(one)
        }
    }

    private static func blanked<E: OfReception>(_ one: E) -> any OfReception {
        one.blank(outside: Reader.requester.classes, and: Reader.untold[E.kind] ?? [])
    }

    /// Whether a field stands in this copy.
    package func tells(_ field: String, _ access: FieldClass, of kind: EntityKind) -> Bool {
        !isForSomebodyElse
            || Reader.requester.reads(access) && Reader.untold[kind]?.contains(field) != true
    }

    /// What of a change is told to somebody else; nil where nothing is: that it was, when, and by
    /// whom would tell.
    fileprivate static func told(_ change: Change) -> Change? {
        let untold = Reader.untold[change.kind] ?? []
        let entries = change.entries.filter { !untold.contains($0.field) }
        return entries.isEmpty ? nil : Change(kind: change.kind, id: change.id, entries: entries)
    }

    fileprivate static func note<E: OfReception>(_ one: E, in ids: inout [EntityKind: Set<Int>]) {
        ids[E.kind, default: []].insert(one.id.value)
    }
}

extension JournalEntry {
    fileprivate func with(_ changes: [Change]) -> JournalEntry {
        JournalEntry(
            seq: seq, act: act, at: at, occurredAt: occurredAt, day: day, point: point,
            desk: desk, officer: officer,
            event: Event(event.kind, subject: event.subject, changes: changes, undoes: event.undoes)
        )
    }
}
