import Repatriation
import SQLite

extension Reading<[Draft]> {
    /// The interviews that whoever asks has left half-way, the newest first.
    package static var drafts: Reading { Reading { try $0.ownDrafts() } }
}

extension OwnDrafts: Readable {
    package var reading: Reading<[DraftLine]> {
        Reading { look in
            try look.ownDrafts().compactMap { draft in
                guard let person = try look.reception(Identifier(draft.subject)), person.isInside,
                    let point = try look.point(person.point)
                else { return nil }
                return DraftLine(
                    reception: person.id, ticket: person.ticket,
                    at: try look.store.zone(point.zone).local(draft.at))
            }
        }
    }
}

extension DraftKey {
    /// How the store keeps whom it is about.
    package var subject: Int { person?.value ?? 0 }
}

extension TypedOn: Readable {
    package var reading: Reading<[String: String]> {
        Reading { try $0.typed(on: key.screen, subject: key.subject) }
    }
}

extension Look {
    func ownDrafts() throws -> [Draft] {
        guard let officer else { return [] }
        return try drafts(
            where: "officer = ? AND screen = 'interview' AND discarded IS NULL",
            .int(officer.value))
    }

    fileprivate func typed(on screen: String, subject: Int) throws -> [String: String] {
        guard let officer else { return [:] }
        let rows = try connection.statement(
            """
            SELECT field, value FROM draft WHERE officer = ? AND screen = ? AND subject = ?
            AND discarded IS NULL
            """
        ).bind(officer.value).bind(screen).bind(subject).all { ($0.text(0), $0.text(1)) }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// What is typed and not saved about somebody, whoever typed it.
    func drafts(about subjects: [Int]) throws -> [Draft] {
        let list = "[\(subjects.map(String.init).joined(separator: ","))]"
        return try drafts(where: "subject IN (SELECT value FROM json_each(?))", .text(list))
    }

    private func drafts(where condition: String, _ value: Value) throws -> [Draft] {
        let rows = try connection.statement(
            "SELECT screen, subject, field, value, at, officer FROM draft WHERE \(condition)"
        )
        .bind(value).all {
            ($0.text(0), $0.int(1), $0.text(2), $0.text(3), $0.int(4), $0.int(5))
        }
        let classes = reader.classes
        let shown = rows.filter { row in
            // Other forms have the lanes' words among theirs; the interview's own fields beside its
            // questions are how the notice was given, the name's spelling and the proof.
            classes.contains(
                ProfileField(rawValue: row.2)?.question.access
                    ?? (row.0 == "interview" ? .personal : .restricted))
        }
        let grouped = Dictionary(grouping: shown) { "\($0.0):\($0.1):\($0.5)" }
        return grouped.values.compactMap { rows in
            guard let first = rows.first, let last = rows.map(\.4).max() else { return nil }
            let fields = Dictionary(rows.map { ($0.2, $0.3) }, uniquingKeysWith: { $1 })
            return Draft(
                screen: first.0, subject: first.1, at: Instant(milliseconds: last), fields: fields)
        }.sorted { $0.at > $1.at }
    }
}
