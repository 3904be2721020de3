import Repatriation
import SQLite

extension JournalOf: Readable {
    package var reading: Reading<[JournalLine]> { Reading { try $0.journalLines(text) } }
}

extension NewestActs: Readable {
    package var reading: Reading<[JournalLine]> {
        Reading { try $0.journalLines("", most: NewestActs.most) }
    }
}

extension Look {
    /// How many acts are shown.
    private static let most = 200
    /// So many facts of an act tell what it was.
    private static let telling = 8

    /// An act as it stands in the journal.
    private struct Found {
        let act: Int
        let last: Int
        private(set) var first: Int
        private var subjects: Set<Int>
        /// How many people its facts are about.
        var people: Int { subjects.count }

        init(_ act: Int, _ seq: Int, about subject: Int) {
            (self.act, last, first, subjects) = (act, seq, seq, [subject])
        }

        mutating func add(_ seq: Int, about subject: Int) {
            first = seq
            subjects.insert(subject)
        }
    }

    /// The newest acts that the reader may know of: who is hidden takes nobody's place.
    fileprivate func journalLines(_ text: String, most: Int = Look.most) throws -> [JournalLine] {
        guard let condition = try JournalFilter(self).condition(text) else { return [] }
        var lines: [JournalLine] = []
        var before = Int.max
        while lines.count < most {
            let found = try acts(where: condition, before: before, most: most)
            for act in found where lines.count < most {
                if let line = try line(act) { lines.append(line) }
            }
            guard found.count == most, let last = found.last else { break }
            before = last.first
        }
        return lines
    }

    /// The next acts before a row, by their rows that meet a condition, the newest first. The rows
    /// of an act stand together: what is looked through is what is told.
    private func acts(where condition: String, before: Int, most: Int) throws -> [Found] {
        var found: [Found] = []
        let rows = try connection.statement(
            """
            SELECT act, seq, subject FROM journal
            WHERE seq < ? AND \(condition) ORDER BY seq DESC
            """
        ).bind(before)
        defer { rows.reset() }
        while try rows.step() {
            let (act, seq) = (rows.int(0), rows.int(1))
            if found.last?.act == act {
                found[found.count - 1].add(seq, about: rows.int(2))
            } else {
                guard found.count < most else { break }
                found.append(Found(act, seq, about: rows.int(2)))
            }
        }
        return found
    }

    private func line(_ found: Found) throws -> JournalLine? {
        var entries: [JournalEntry] = []
        var later: LaterRow?
        try journal.read(
            after: found.first - 1, through: min(found.last, found.first + Look.telling),
            where: "act = ?", [found.act], later: { later = later ?? $0 },
            { entry throws(StoreError) in
                if let shown = try seen(entry) { entries.append(shown) }
            })
        if entries.isEmpty, let later, reader.knowsEverything { return try line(later, found) }
        guard let entry = entries.first else { return nil }
        let events = entries.map(\.event)
        let isOfMany = [.listed, .helpGiven, .familySet, .transferred].contains(entry.event.kind)
        return JournalLine(
            act: entry.act, at: try local(entry.at, at: entry.point), entry.at,
            point: entry.point, desk: entry.desk, officer: try short(entry.officer) ?? "?",
            events: events,
            subject: try subject(events), count: isOfMany ? found.people : 1,
            isUndone: try isUndone(found.act),
            happened: try entry.occurredAt.map { try local($0, at: entry.point) })
    }

    private func isUndone(_ act: Int) throws -> Bool {
        try connection.statement("SELECT 1 FROM journal WHERE undoes = ?").bind(act)
            .first { _ in true } ?? false
    }

    private func line(_ later: LaterRow, _ found: Found) throws -> JournalLine? {
        try later.at.map {
            JournalLine(
                act: Identifier(found.act), at: try local($0, at: ""), $0, point: "",
                desk: nil, officer: "", events: [], subject: .other, count: 1,
                isUndone: try isUndone(found.act))
        }
    }

    private func local(_ instant: Instant, at point: String) throws -> LocalTime {
        let found = try PointCode(point).flatMap { try self.point($0) }
        return try store.zone(found?.zone ?? NinePoints.zones[0]).local(instant)
    }

    /// A fact as the reader may know it. Of marks, whether they may depends on what they were told
    /// before: the person's own facts are read from the first.
    func seen(_ entry: JournalEntry) throws(StoreError) -> JournalEntry? {
        var seen = SeenJournal(reader, rows)
        let marked = entry.event.changes.filter(SeenJournal.dependsOnEarlier).map(\.id)
        guard !reader.knowsEverything, let seq = entry.seq, !marked.isEmpty else {
            return try store.wrap { () throws(SQLiteError) in try seen.seen(entry) }
        }
        guard marked.allSatisfy({ $0 == entry.event.subject }) else { return nil }
        var shown: JournalEntry?
        try journal.read(through: seq, where: "subject = ?", [entry.event.subject]) {
            earlier throws(StoreError) in
            let told = try store.wrap { () throws(SQLiteError) in try seen.seen(earlier) }
            if earlier.seq == seq { shown = told }
        }
        return shown
    }

    private func subject(_ events: [Event]) throws -> JournalLine.Subject {
        let changes = events.flatMap(\.changes)
        let id = events.telling?.subject ?? 0
        let person = try connection.statement(
            "SELECT ticket, listNumber FROM reception WHERE id = ?"
        ).bind(id).first { ($0.optionalInt(0), $0.optionalInt(1)) }
        if let (ticket, number) = person {
            return .person(Identifier(id), ticket: ticket, number: number)
        }
        guard let change = changes.first(where: { $0.kind == .group }) else { return .other }
        let number = try connection.statement("SELECT number FROM \"group\" WHERE id = ?")
            .bind(change.id).first { $0.int(0) }
        return number.map { .group(Identifier(change.id), number: $0) } ?? .other
    }
}
