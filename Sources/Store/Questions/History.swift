import Repatriation
import SQLite

extension Reading<Void> {
    /// The journal's rows about one subject, or all, one after another as whoever looks may know
    /// them. Of what a later program wrote nobody can tell whom it is kept from: that it is there
    /// is told to those alone from whom nothing is.
    package static func history(
        of subject: Int? = nil, later: @escaping (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: @escaping (JournalEntry) throws(StoreError) -> Void
    ) -> Reading {
        Reading { look in try look.history(of: subject, later: later, body) }
    }
}

extension Look {
    func history(
        of subject: Int?, later: (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: (JournalEntry) throws(StoreError) -> Void
    ) throws(StoreError) {
        var seen = SeenJournal(reader, rows)
        try journal.read(
            where: subject == nil ? "1" : "subject = ?", [subject].compactMap { $0 },
            later: { row throws(StoreError) in if reader.knowsEverything { try later(row) } },
            { entry throws(StoreError) in
                if let shown = try store.wrap({ () throws(SQLiteError) in try seen.seen(entry) }) {
                    try body(shown)
                }
            })
    }
}
