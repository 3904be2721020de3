import Repatriation
import SQLite

/// A key under which somebody is found.
struct NewKey: Comparable {
    let key: Int
    let reception: Int

    static func < (left: NewKey, right: NewKey) -> Bool {
        (left.key, left.reception) < (right.key, right.reception)
    }
}

/// The keys under which somebody like a person is found, or whoever was born on a day.
///
/// Those of a list lie all over a table of everybody's: at a hundred thousand people nearly every
/// page of it would be written while the other desks wait. They stand close together in a table of
/// their own, `recentBlock`, until they are moved some at a time. Whoever looks for a key looks in
/// both; it stands in one.
extension Fold {
    /// So many new keys at once are a list's. More fill a store at which nobody works yet.
    private static let ofList = 65...65_536

    /// Keeps the keys of somebody; new ones once the act is whole.
    func block(from before: [Int], to after: [Int], _ id: Identifier<Reception>) throws(SQLiteError)
    {
        for key in before where !after.contains(key) {
            let gone = NewKey(key: key, reception: id.value)
            if let place = newKeys.lastIndex(of: gone) {
                newKeys.remove(at: place)
                continue
            }
            for table in ["block", "recentBlock"] {
                try rows.connection.statement(
                    "DELETE FROM \(rows.schema).\(table) WHERE key = ? AND reception = ?"
                )
                .bind(key).bind(id.value).run()
            }
        }
        for key in after where !before.contains(key) {
            newKeys.append(NewKey(key: key, reception: id.value))
        }
    }

    /// In their order, so that no page is looked up twice.
    func writeKeys() throws(SQLiteError) {
        defer { newKeys = [] }
        let table = Fold.ofList.contains(newKeys.count) ? "recentBlock" : "block"
        guard !newKeys.isEmpty else { return }
        let insert = try rows.connection.statement(
            "INSERT INTO \(rows.schema).\(table) (key, reception) VALUES (?,?)")
        for new in newKeys.sorted() { try insert.bind(new.key).bind(new.reception).run() }
    }
}

extension Store {
    /// How many keys are moved at a time: each may lie on a page of its own.
    private static let keysAtOnce = 128

    /// Moves some of the keys that lists have brought to those of everybody, when whoever asked has
    /// been answered; false when there is nothing more to move for now. One process does it at a
    /// time. What is cut short is done by the next.
    @discardableResult
    package func settleKeys() -> Bool {
        guard moved == nil, areKeysRecent, claimTidying() else { return false }
        defer { endTidying() }
        let left = try? inQueue(
            within: 100, { () throws(StoreError) in try wrap(moveKeys) }, orWrap: { $0 })
        return left ?? false
    }

    private var areKeysRecent: Bool {
        let found = try? connection.statement("SELECT 1 FROM recentBlock LIMIT 1").first { _ in
            true
        }
        return found == true
    }

    /// Whether others are left.
    private func moveKeys() throws(SQLiteError) -> Bool {
        let keys = try connection.statement(
            "SELECT key, reception FROM recentBlock ORDER BY key, reception LIMIT ?"
        ).bind(Store.keysAtOnce).all { NewKey(key: $0.exactInt(0), reception: $0.exactInt(1)) }
        for sql in [
            "INSERT INTO block (key, reception) VALUES (?,?)",
            "DELETE FROM recentBlock WHERE key = ? AND reception = ?",
        ] {
            let move = try connection.statement(sql)
            for each in keys { try move.bind(each.key).bind(each.reception).run() }
        }
        return keys.count == Store.keysAtOnce
    }
}
