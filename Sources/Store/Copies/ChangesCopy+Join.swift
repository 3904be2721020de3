import Glibc
import Repatriation
import SQLite

extension ChangesCopy {
    /// What a copy of changes says of itself.
    struct About {
        private let path: String
        /// The whole copy that it goes on from, in the same folder.
        let whole: String
        private let version: Int
        private let mark: Mark

        /// Of the file at that path; nil where it is a whole copy, or none of ours. Throws `unfit`
        /// where the whole copy is not there.
        init?(_ path: String) throws {
            guard let copy = try? Connection(path: path, mode: .read),
                let isOne = try? ChangesCopy.tables(copy, "main").contains("about"), isOne
            else { return nil }
            try ForeignFile.check(copy, path)
            let said = try ForeignFile.soon(copy) { () throws(SQLiteError) in
                try copy.statement(
                    """
                    SELECT version, whole FROM about
                    WHERE last - seq = (SELECT count(*) FROM journal)
                    """
                ).first { ($0.int(0), $0.text(1)) }
            }
            guard let said, let name = CopyName(said.1), name.isWhole,
                let mark = try Mark(copy, "about")
            else { throw StoreError.unfit(path: path, ["damage"]) }
            self.path = path
            self.mark = mark
            version = said.0
            guard let beside = KeptCopies(among: path) else {
                throw StoreError.unfit(path: path, ["name"])
            }
            whole = beside.path(name)
            guard StoreFiles.isFile(whole), access(whole, R_OK) == 0 else {
                throw StoreError.unfit(path: path, ["whole"])
            }
        }

        /// Puts the changes into a copy of the whole one, each column by its name. Throws `unfit`
        /// where they are not of it.
        func join(_ copy: Connection) throws {
            guard try Schema.migrator.version(of: copy) == version, try Mark(copy) == mark else {
                throw StoreError.unfit(path: path, ["journal"])
            }
            try copy.statement("ATTACH ? AS changes").bind(path).run()
            let tables = try ChangesCopy.tables(copy, "main")
            for table in tables {
                let own = try ChangesCopy.columns(copy, "main", table)
                guard try ChangesCopy.columns(copy, "changes", table) == own else {
                    throw StoreError.unfit(path: path, ["schema"])
                }
            }
            try copy.immediately(
                { () throws(SQLiteError) in
                    try nameAgain(copy)
                    for table in tables { try join(table, copy) }
                    try nameAgain(copy, isNew: true)
                }, orWrap: { $0 })
            try copy.execute("DETACH changes")
        }

        private func join(_ table: String, _ copy: Connection) throws(SQLiteError) {
            let rows = "DELETE FROM main.\"\(table)\""
            switch Part(table) {
            case .newer, .different: break
            case .touched(let column, let kinds):
                try copy.execute("\(rows) WHERE \(column) IN \(ChangesCopy.touched(kinds))")
            case .all: try copy.execute(rows)
            }
            let verb = Part(table) == .different ? "INSERT OR REPLACE" : "INSERT"
            let columns = ChangesCopy.list(try ChangesCopy.columns(copy, "main", table))
            try copy.execute(
                """
                \(verb) INTO main."\(table)" (\(columns))
                SELECT \(columns) FROM changes."\(table)"
                """)
        }

        /// The name index keeps no text: what goes out of it is told to it as it went in.
        private func nameAgain(_ copy: Connection, isNew: Bool = false) throws(SQLiteError) {
            let words = Reception.searched.map { "coalesce(\($0.column), '')" }
                .joined(separator: " || ' ' || ")
            try copy.execute(
                """
                INSERT INTO names (\(isNew ? "" : "names, ")rowid, name)
                SELECT \(isNew ? "" : "'delete', ")id, \(words) FROM main.reception
                WHERE id IN \(ChangesCopy.touched([.reception])) AND trim(\(words)) <> ''
                """)
        }
    }
}
