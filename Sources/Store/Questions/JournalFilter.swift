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

    /// Whom a ticket, a group's number, a folio or a number names, as a list of values; the newest
    /// of those that had the same.
    private func subject(_ word: String) throws -> String? {
        if let folio = Look.folio(word) {
            return try ids("SELECT id FROM reception WHERE certificate = ?", .text(folio))
        }
        if let number = Int(word) {
            guard number < 10_000 else { return String(number) }
            return try ids(
                "SELECT id FROM reception WHERE ticket = ? ORDER BY id DESC LIMIT 40", .int(number))
        }
        guard word.first?.uppercased() == "G", let number = Int(word.dropFirst()) else {
            return nil
        }
        return try ids(
            "SELECT id FROM \"group\" WHERE number = ? ORDER BY id DESC LIMIT 40", .int(number))
    }

    private func ids(_ sql: String, _ value: Value) throws -> String {
        try look.connection.statement(sql).bind(value).all { String($0.int(0)) }
            .joined(separator: ",")
    }

    /// Who did it, or what it was.
    private func said(_ word: String) throws -> String? {
        let wanted = NameText.folded(word)
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
