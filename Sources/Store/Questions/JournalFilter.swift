import Repatriation
import SQLite

/// What somebody types to narrow the journal, as a condition on its rows.
///
/// Where nobody is named, so many of the newest facts are looked through: what lies further back is
/// found by whom it was about.
struct JournalFilter {
    private let look: Look

    init(_ look: Look) { self.look = look }

    /// The condition; nil where a word is nothing that there is.
    func condition(_ text: String) throws -> String? {
        var met: [String] = []
        var isOfSomebody = false
        for word in text.split(separator: " ").map(String.init) {
            if let subject = try subject(word) {
                met.append("subject IN (\(subject))")
                isOfSomebody = true
            } else if let point = try PointCode(word.uppercased()).flatMap({ try look.point($0) }) {
                met.append("point = '\(point.code.text)'")
            } else if let said = try said(word) {
                met.append(said)
            } else {
                return nil
            }
        }
        if !isOfSomebody {
            met.append("seq > (SELECT max(seq) FROM journal) - \(Look.farthest)")
        }
        return met.joined(separator: " AND ")
    }

    /// Whom a ticket, a group's number, a folio or a number names, as a list of values: of tickets
    /// and groups those of these days, for the same were given before.
    private func subject(_ word: String) throws -> String? {
        if let folio = Look.folio(word) {
            return try ids("SELECT id FROM reception WHERE certificate = ?", .text(folio))
        }
        if let number = Int(word) {
            guard number < 10_000 else { return String(number) }
            let day = try look.store.zone(NinePoints.zones[0]).local(since).day
            return try ids(
                """
                SELECT r.id FROM point p CROSS JOIN reception r
                WHERE r.point = p.code AND r.ticket = ?1 AND r.inside = 1
                UNION SELECT r.id FROM point p CROSS JOIN reception r
                WHERE r.point = p.code AND r.receivedDay >= ?2 AND r.ticket = ?1
                """, .int(number), .text(day.text))
        }
        guard word.first?.uppercased() == "G", let number = Int(word.dropFirst()) else {
            return nil
        }
        return try ids(
            """
            SELECT g.id FROM point p CROSS JOIN "group" g
            WHERE g.point = p.code AND g.announcedAt > ?2 AND g.number = ?1
            """, .int(number), .int(since.milliseconds))
    }

    /// For so many days a ticket or a group's number is looked for.
    private var since: Instant { look.now.adding(minutes: -1440 * 8) }

    private func ids(_ sql: String, _ values: Value...) throws -> String {
        let statement = try look.connection.statement(sql)
        for value in values { statement.bind(value) }
        return try statement.all { String($0.int(0)) }.joined(separator: ",")
    }

    /// Who did it, or what it was.
    private func said(_ word: String) throws -> String? {
        let wanted = NameText.folded(word)
        guard !wanted.isEmpty else { return nil }
        let officers = try look.store.allOfficers()
            .filter { NameText.folded($0.name).contains(wanted) }.map { String($0.id.value) }
        let kinds = EventKind.allCases.filter {
            NameText.folded($0.label.es).contains(wanted)
                || NameText.folded($0.label.en).contains(wanted)
        }.map { "'\($0.rawValue)'" }
        guard !officers.isEmpty || !kinds.isEmpty else { return nil }
        return """
            (officer IN (\(officers.joined(separator: ","))) \
            OR kind IN (\(kinds.joined(separator: ","))))
            """
    }
}
