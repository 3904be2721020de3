import Repatriation
import SQLite

/// A municipality of INEGI's catalogue (AGEEM).
package struct Municipality: Sendable, Equatable {
    /// INEGI's five digits: state and municipality.
    package let key: String
    /// RENAPO's two letters of its state.
    package let state: String
    /// The name as INEGI writes it.
    package let name: String
    /// No longer in the newest file; old answers that have it stay readable.
    package var isRetired = false

    package init(key: String, state: String, name: String, isRetired: Bool = false) {
        self.key = key
        self.state = state
        self.name = name
        self.isRetired = isRetired
    }

    /// Reads INEGI's file: `CVEGEO`, `NOM_MUN` and any other columns. Nil when it is no such file.
    ///
    /// Encoding and delimiter are recognised as those of hand-over lists are.
    package static func read(_ bytes: [UInt8]) -> [Municipality]? {
        guard let (text, _) = TextEncoding.decode(bytes) else { return nil }
        let records = DelimitedText(text).records.filter { !$0.isBlank }
        guard let heading = records.first?.cells.map({ $0.trimmed.uppercased() }),
            let key = heading.firstIndex(of: "CVEGEO"), let name = heading.firstIndex(of: "NOM_MUN")
        else { return nil }
        let found = records.dropFirst().compactMap { record -> Municipality? in
            let cells = record.cells.map(\.trimmed)
            guard cells.indices.contains(max(key, name)), let clean = NameText.cleaned(cells[name]), !clean.isEmpty,
                let state = MexicanState.all.first(where: { $0.inegi == cells[key].prefix(2) }), isKey(cells[key])
            else { return nil }
            return Municipality(key: cells[key], state: state.code, name: clean)
        }
        return found.count == records.count - 1 && !found.isEmpty ? found : nil
    }

    private static func isKey(_ text: String) -> Bool {
        text.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Store {
    /// Puts a whole catalogue in the place of the one before; what is no longer in it is retired, not removed.
    package func setMunicipalities(_ all: [Municipality]) throws(StoreError) {
        try exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
                    try connection.statement("UPDATE municipality SET retired = 1").run()
                    for entry in all {
                        try connection.statement(
                            """
                            INSERT INTO municipality (key, state, name, folded, retired) VALUES (?,?,?,?,0) ON CONFLICT
                            DO UPDATE SET state = excluded.state, name = excluded.name, folded = excluded.folded, retired = 0
                            """
                        ).bind(entry.key).bind(entry.state).bind(entry.name).bind(NameText.folded(entry.name)).run()
                    }
                }
            }, orWrap: { $0 })
    }

    /// Retires one; old answers that have it stay readable. False when there is no such key.
    package func retireMunicipality(_ key: String) throws(StoreError) -> Bool {
        try exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
                    try connection.statement("UPDATE municipality SET retired = 1 WHERE key = ?").bind(key).run()
                    return connection.changes > 0
                }
            }, orWrap: { $0 })
    }

    /// The whole catalogue, by key.
    package func municipalities() throws(StoreError) -> [Municipality] {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT key, state, name, retired FROM municipality ORDER BY key").all(Store.entry)
        }
    }

    /// Those in force whose name begins so, or whose key this is; homonyms by state.
    package func municipalities(beginning text: String) throws(StoreError) -> [Municipality] {
        let folded = NameText.folded(text)
        return try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT key, state, name, retired FROM municipality WHERE retired = 0
                AND (folded >= ?1 AND folded < ?1 || char(1114111) OR key = ?1) ORDER BY folded, key
                """
            ).bind(folded).all(Store.entry)
        }
    }

    private static func entry(_ row: Statement) -> Municipality {
        Municipality(key: row.text(0), state: row.text(1), name: row.text(2), isRetired: row.int(3) == 1)
    }
}
