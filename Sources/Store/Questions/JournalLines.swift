import Repatriation
import SQLite

extension JournalOf: Readable {
    package var reading: Reading<[JournalLine]> { Reading { try $0.journalLines(text) } }
}

extension Look {
    /// How many acts are shown.
    private static let most = 200
    /// So many facts of an act tell what it was.
    private static let telling = 8

    /// An act as it stands in the journal.
    private struct Found {
        let act: Int
        let first: Int
        let last: Int
        let people: Int
        let isUndone: Bool
    }

    fileprivate func journalLines(_ text: String) throws -> [JournalLine] {
        guard let condition = try JournalFilter(self).condition(text) else { return [] }
        let found = try connection.statement(
            """
            SELECT act, min(seq), max(seq), count(DISTINCT subject),
            EXISTS (SELECT 1 FROM journal u WHERE u.undoes = f.act)
            FROM (SELECT act, seq, subject FROM journal WHERE \(condition)) f
            GROUP BY act ORDER BY max(seq) DESC LIMIT \(Look.most)
            """
        ).all {
            Found(
                act: $0.int(0), first: $0.int(1), last: $0.int(2), people: $0.int(3),
                isUndone: $0.int(4) == 1)
        }
        return try found.compactMap(line)
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
        let isOfMany = [.listed, .helpGiven, .familySet].contains(entry.event.kind)
        return JournalLine(
            act: entry.act, at: try local(entry.at, at: entry.point), point: entry.point,
            desk: entry.desk, officer: try short(entry.officer) ?? "?", events: events,
            subject: try subject(events), count: isOfMany ? found.people : 1,
            isUndone: found.isUndone)
    }

    private func line(_ later: LaterRow, _ found: Found) throws -> JournalLine? {
        try later.at.map {
            JournalLine(
                act: Identifier(found.act), at: try local($0, at: ""), point: "", desk: nil,
                officer: "", events: [], subject: .other, count: 1, isUndone: found.isUndone)
        }
    }

    private func local(_ instant: Instant, at point: String) throws -> LocalTime {
        let found = try PointCode(point).flatMap { try self.point($0) }
        return try store.zone(found?.zone ?? NinePoints.zones[0]).local(instant)
    }

    /// A fact as the reader may know it. Of marks, whether they may depends on what they were told
    /// before: the person's own facts are read from the first.
    private func seen(_ entry: JournalEntry) throws(StoreError) -> JournalEntry? {
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
        if let ticket = try connection.statement("SELECT ticket FROM reception WHERE id = ?")
            .bind(id).first({ $0.optionalInt(0) })
        {
            return .person(Identifier(id), ticket: ticket)
        }
        guard let change = changes.first(where: { $0.kind == .group }) else { return .other }
        let number = try connection.statement("SELECT number FROM \"group\" WHERE id = ?")
            .bind(change.id).first { $0.int(0) }
        return number.map { .group(Identifier(change.id), number: $0) } ?? .other
    }
}
