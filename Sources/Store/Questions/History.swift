import Repatriation
import SQLite

extension Reading<Void> {
    /// The journal's rows about one subject, or all, one after another as whoever looks may know
    /// them.
    package static func history(
        of subject: Int? = nil, _ body: @escaping (JournalEntry) throws(StoreError) -> Void
    ) -> Reading {
        Reading { look in try look.history(of: subject, body) }
    }
}

extension Look {
    func history(
        of subject: Int?, _ body: (JournalEntry) throws(StoreError) -> Void
    ) throws(StoreError) {
        var seen = SeenJournal(reader, rows)
        try journal.read(where: subject == nil ? "1" : "subject = ?", [subject].compactMap { $0 }) {
            entry throws(StoreError) in
            if let shown = try wrap({ () throws(SQLiteError) in try seen.seen(entry) }) {
                try body(shown)
            }
        }
    }
}
