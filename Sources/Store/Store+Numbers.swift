import Repatriation
import SQLite

/// The one row of numbers that a store goes on from.
struct StoreNumbers {
    let origin: Int
    let counter: Int
    let oseq: Int
    /// The journal's last row.
    let last: Int
    let isDrill: Bool
    let machine: String

    /// Whether a command can go on from here. What one command takes of numbers is far below what
    /// is left then; past these the file was written by another hand.
    var areUsable: Bool {
        (1..<(1 << 24)).contains(origin)
            && (0..<(1 << IdentifierSource.counterBits) - (1 << 22)).contains(counter)
            && (0..<(1 << 53)).contains(oseq) && (0..<(1 << 53)).contains(last)
    }

    /// Whether the store has less than was answered from it.
    func lacks(_ answered: Answered) -> Bool {
        answered.origin == origin && (answered.counter > counter || answered.oseq > oseq)
    }
}

extension Store {
    /// The same of any file of ours, whichever origin it goes on under: one that was put back behind
    /// a change of origin has not even the rows of the later.
    static func lacks(_ connection: Connection, _ answered: Answered) throws(SQLiteError) -> Bool {
        try connection.statement(
            """
            SELECT origin, counter, oseq, (SELECT max(oseq) FROM journal WHERE origin = ?) FROM meta
            """
        ).bind(answered.origin).first { row in
            row.int(0) == answered.origin
                ? answered.counter > row.int(1) || answered.oseq > row.int(2)
                : answered.oseq > row.int(3)
        } ?? false
    }

    /// The numbers as they are now. Throws `numbers` for those that no store of ours has.
    /// `besides` reads ``hourColumns`` of the same row.
    static func numbers(
        _ connection: Connection, _ path: String,
        besides: (Statement, _ column: Int) -> Void = { _, _ in }
    ) throws -> StoreNumbers {
        let found = try connection.statement(
            """
            SELECT origin, counter, oseq, (SELECT max(seq) FROM journal), drill, machine, \
            \(hourColumns) FROM meta
            """
        ).first {
            besides($0, 6)
            return StoreNumbers(
                origin: $0.int(0), counter: $0.int(1), oseq: $0.int(2), last: $0.int(3),
                isDrill: $0.int(4) == 1,
                machine: $0.text(5))
        }
        guard let found else { throw StoreError.damaged(path: path) }
        guard found.areUsable else { throw StoreError.numbers(path: path) }
        return found
    }
}
