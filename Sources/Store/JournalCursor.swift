import Repatriation
import SQLite

/// The journal's rows in their order, each with its bodies, as they stand in the file.
///
/// Where every row is read, the bodies are read beside them in one go; else those of each row are
/// looked up. Its statements are its own: one cursor may be read within another.
final class JournalCursor {
    /// What a row says of one class of fields.
    struct Body {
        let name: String
        let text: String
        var access: FieldClass? { FieldClass(rawValue: name) }
    }

    /// The present row: the columns of the table, in their order.
    let row: Statement
    /// The present row's bodies.
    private(set) var bodies: [Body] = []
    /// A body was read whose row is not there.
    private(set) var hasLoneBody = false
    private let lookUp: Statement
    private let isWhole: Bool
    private var waiting: (seq: Int, body: Body)?

    init(
        _ connection: Connection, after seq: Int = 0, through last: Int = 1 << 53,
        where condition: String = "1", _ values: [Int] = []
    ) throws(SQLiteError) {
        row = try connection.ownStatement(
            "SELECT * FROM journal j WHERE seq > ? AND seq <= ? AND \(condition) ORDER BY seq")
        row.bind(seq).bind(last)
        for value in values { row.bind(value) }
        isWhole = condition == "1"
        lookUp = try connection.ownStatement(
            """
            SELECT seq, class, body FROM journal_body WHERE seq > ? AND seq <= ? ORDER BY seq, class
            """)
        guard isWhole else { return }
        lookUp.bind(seq).bind(last)
        try stepBody()
    }

    /// Goes to the next row; false after the last.
    func next() throws(SQLiteError) -> Bool {
        bodies = []
        guard try row.step() else {
            if waiting != nil { hasLoneBody = true }
            return false
        }
        let seq = row.exactInt(0)
        if !isWhole {
            lookUp.reset()
            lookUp.bind(seq - 1).bind(seq)
            try stepBody()
        }
        while let (owner, body) = waiting, owner <= seq {
            if owner == seq { bodies.append(body) } else { hasLoneBody = true }
            try stepBody()
        }
        return true
    }

    private func stepBody() throws(SQLiteError) {
        waiting = nil
        guard try lookUp.step() else { return }
        waiting = (
            lookUp.exactInt(0),
            Body(name: lookUp.text(1), text: lookUp.text(2))
        )
    }

    /// Leaves off before the last row.
    func close() {
        row.reset()
        lookUp.reset()
    }
}
