import Repatriation
import SQLite

extension Reading<[Draft]> {
    /// The interviews that whoever asks has left half-way, the newest first.
    package static var drafts: Reading {
        Reading { look in
            guard let officer = look.officer else { return [] }
            return try look.drafts(
                where: "officer = ? AND screen = 'interview' AND discarded IS NULL",
                .int(officer.value))
        }
    }
}

extension Reading<[String: String]> {
    /// What whoever asks has typed on one form and not saved, by field.
    package static func typed(on screen: String, subject: Int) -> Reading {
        Reading { look in try look.typed(on: screen, subject: subject) }
    }
}

extension Look {
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

    fileprivate func drafts(where condition: String, _ value: Value) throws -> [Draft] {
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
