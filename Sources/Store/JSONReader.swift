import Repatriation
import SQLite

/// Reads JSON with SQLite's own parser (`json_tree`), which is a tested one; what this program
/// itself writes, as ``PlainJSON``.
package struct JSONReader {
    private let connection: Connection

    /// Reads through this connection.
    package init(_ connection: Connection) { self.connection = connection }

    /// A reader of its own, for programs that have no store open.
    package init() throws(SQLiteError) {
        connection = try Connection(path: ":memory:", mode: .create)
    }

    /// The value of a text; nil when it is not JSON.
    package func read(_ text: String) throws(SQLiteError) -> JSON? {
        if let plain = PlainJSON.read(text) { return plain }
        return try readByStatement(text)
    }

    /// Whether a text is JSON.
    func isJSON(_ text: String) throws(SQLiteError) -> Bool {
        if PlainJSON.read(text) != nil { return true }
        return try connection.statement("SELECT json_valid(?)").bind(text).first {
            $0.int(0) == 1
        } ?? false
    }

    /// The value of a text of any form.
    private func readByStatement(_ text: String) throws(SQLiteError) -> JSON? {
        // SQLite ends a text at a NUL; nobody's name has one.
        guard !text.contains("\\u0000"), !text.utf8.contains(0) else { return nil }
        guard try isJSON(text) else { return nil }
        let rows = try connection.statement(
            "SELECT id, parent, key, type, atom FROM json_tree(?) ORDER BY id DESC"
        ).bind(text).all(Node.init)
        // Children come after their parents, so that the last first gives every container its
        // members complete.
        var members: [Int: [(String, JSON)]] = [:]
        var elements: [Int: [JSON]] = [:]
        for node in rows {
            let own = members[node.id] ?? []
            // A name that stands twice has two values, and nobody can say which is meant.
            guard Set(own.map(\.0)).count == own.count else { return nil }
            let value = node.value(members: own, elements: elements[node.id] ?? [])
            guard let parent = node.parent else { return value }
            if let key = node.key {
                members[parent, default: []].append((key, value))
            } else {
                elements[parent, default: []].append(value)
            }
        }
        return nil
    }

    private struct Node {
        let id: Int
        let parent: Int?
        let key: String?
        let type: String
        let atom: JSON

        init(_ row: Statement) {
            id = row.int(0)
            parent = row.optionalInt(1)
            key = row.isText(2) ? row.text(2) : nil
            type = row.text(3)
            atom =
                switch type {
                // One that no integer holds is read as a real number, and is no whole one.
                case "integer" where row.kind(4) == .integer: .int(row.exactInt(4))
                case "integer": .double(row.double(4))
                case "real": .double(row.double(4))
                case "text": .string(row.text(4))
                case "true": true
                case "false": false
                default: .null
                }
        }

        func value(members: [(String, JSON)], elements: [JSON]) -> JSON {
            switch type {
            case "object": .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
            case "array": .array(elements.reversed())
            default: atom
            }
        }
    }
}
