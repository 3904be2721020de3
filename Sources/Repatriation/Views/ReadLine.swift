/// Who saw whom, as a text narrows it: the newest first.
package struct WhoSaw: Query {
    package typealias Answer = [ReadLine]
    /// An officer by name, or a person by ticket, folio or number; empty for all.
    package let text: String

    /// Those that a text finds.
    package init(_ text: String) { self.text = text }

    package func answersInstead(of earlier: WhoSaw) -> Bool { true }
}

/// A reading as whoever audits sees it: at whom, without a name.
package struct ReadLine: Sendable, Equatable, Identifiable {
    /// Its number in the trail.
    package let id: Int
    /// What was noted.
    package let record: ReadRecord
    /// Who looked, `R. Ramírez`.
    package let officer: String
    /// `NOG G3 65`: point, group and ticket of whom or what was looked at; empty for a search.
    package let place: String
    /// The reception or group; 0 for none.
    package var subject: Int { record.subject }

    /// A line of the trail.
    package init(id: Int, record: ReadRecord, officer: String, place: String) {
        self.id = id
        self.record = record
        self.officer = officer
        self.place = place
    }
}
