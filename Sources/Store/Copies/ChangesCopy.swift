import Repatriation
import SQLite

/// A copy of what changed in a store since a whole copy of it: rows, and no rule, so that it goes
/// with its whole copy whatever program reads both.
///
/// It has the store's own tables with fewer rows: of the journal what is newer, of what the journal
/// tells whatever that is about, of counts those that differ, and the small rest whole. A table
/// that nobody thought of is among the rest.
enum ChangesCopy {
    /// What of a table is copied.
    enum Part: Equatable {
        /// Rows that are only ever added, by `seq`.
        case newer
        /// Rows of what changed, whose column it is.
        case touched(String, [EntityKind])
        /// Rows that are not in the whole copy.
        case different
        case all

        init(_ table: String) {
            let kind = EntityKind(rawValue: table)
            let twin = EntityKind.allCases.first { Rows.restricted($0) == table }
            switch table {
            case "journal", "journal_body", "reads", "alarmHistory": self = .newer
            case "block", "recentBlock": self = .touched("reception", [.reception])
            case "cell", "tally": self = .different
            default:
                if let kind {
                    self = .touched("id", [kind])
                } else if let twin {
                    self = .touched("subject", [twin])
                } else {
                    self = .all
                }
            }
        }

        /// Which rows of a table with those columns, in a store that has the whole copy attached.
        func condition(_ base: Base, _ table: String, _ columns: String) -> String {
            let rows = "SELECT \(columns) FROM main.\"\(table)\""
            return switch self {
            case .newer: "\(rows) WHERE seq > \(base.last(of: table))"
            case .touched(let column, let kinds):
                "\(rows) WHERE \(column) IN \(ChangesCopy.touched(kinds))"
            case .different: "\(rows) EXCEPT SELECT \(columns) FROM whole.\"\(table)\""
            case .all: rows
            }
        }
    }

    /// Identifiers of what changed, of some kinds.
    static func touched(_ kinds: [EntityKind]) -> String {
        let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ",")
        return "(SELECT id FROM changes.touched WHERE kind IN (\(names)))"
    }

    /// The tables of a file that hold rows of their own: those of the name index are SQLite's.
    static func tables(_ connection: Connection, _ schema: String) throws(SQLiteError) -> [String] {
        try connection.statement(
            """
            SELECT name FROM \(schema).sqlite_schema WHERE type = 'table'
            AND name NOT GLOB 'names*' AND name NOT GLOB 'sqlite_*' ORDER BY name
            """
        ).all { $0.text(0) }
    }

    /// The columns of a table, in whatever order they stand.
    static func columns(
        _ connection: Connection, _ schema: String, _ table: String
    ) throws(SQLiteError) -> Set<String> {
        Set(
            try connection.statement("SELECT name FROM pragma_table_info(?, ?)")
                .bind(table).bind(schema).all { $0.text(0) })
    }

    /// The same as a list of names: rows of two files go together by these.
    static func list(_ columns: Set<String>) -> String {
        columns.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// The schema's version of a copy; nil of what is no copy.
    static func version(of path: String) -> Int? {
        (try? Connection(path: path, mode: .read)).flatMap {
            try? Schema.migrator.version(of: $0)
        }
    }
}

extension ChangesCopy {
    /// A whole copy that a store has gone on from.
    struct Base {
        let name: CopyName
        let path: String
        let version: Int
        /// The last rows that it has.
        let mark: Mark
        /// The last rows of what was read and of what rang in it.
        let (reads, rang): (Int, Int)
        /// About how much the changes take, in bytes.
        let bytes: Int

        /// Changes are kept up to so small a part of the journal.
        private static let share = 4

        /// The newest whole copy of the same month, unless too much has changed since; nil when a
        /// whole one is due.
        init?(among copies: KeptCopies, in day: CivilDate, of source: Connection, above small: Int)
            throws
        {
            let name = copies.names.last {
                $0.isWhole && ($0.day.year, $0.day.month) == (day.year, day.month)
            }
            guard let name, let copy = try? Connection(path: copies.path(name), mode: .read),
                let mark = try? Mark(copy), let version = try? Schema.migrator.version(of: copy),
                let reads = try? Base.last(copy, of: "reads"),
                let rang = try? Base.last(copy, of: "alarmHistory"), let now = try Mark(source),
                try mark.isIn(source)
            else { return nil }
            let size = StoreFiles.size(copies.path(name))
            let changed = now.seq - mark.seq
            // What is removed goes out of the old rows too: those of the copy are not the store's.
            guard size >= small, changed * Base.share <= now.seq,
                try Schema.migrator.version(of: source) == version,
                try !Base.hasRemoved(source, since: mark)
            else { return nil }
            (self.name, path) = (name, copies.path(name))
            (self.version, self.mark, self.reads, self.rang) = (version, mark, reads, rang)
            bytes = size / max(1, mark.seq) * changed + (1 << 20)
        }

        private static func last(_ copy: Connection, of table: String) throws(SQLiteError) -> Int? {
            try copy.statement("SELECT coalesce(max(seq), 0) FROM \(table)").first { $0.int(0) }
        }

        private static func hasRemoved(_ source: Connection, since mark: Mark) throws -> Bool {
            try source.statement("SELECT 1 FROM journal WHERE seq > ? AND kind = ? LIMIT 1")
                .bind(mark.seq).bind(EventKind.removed.rawValue).first { _ in true } ?? false
        }

        func last(of table: String) -> Int {
            table == "reads" ? reads : table == "alarmHistory" ? rang : mark.seq
        }

        /// Writes the changes, as of one moment.
        func write(from source: Connection, to path: String) throws {
            defer {
                for schema in ["changes", "whole"] { try? source.execute("DETACH \(schema)") }
            }
            for (file, schema) in [(path, "changes"), (self.path, "whole")] {
                try source.statement("ATTACH ? AS \(schema)").bind(file).run()
            }
            try source.execute(
                "PRAGMA changes.journal_mode = MEMORY; PRAGMA changes.synchronous = OFF")
            try source.snapshot {
                try source.execute(
                    """
                    CREATE TABLE changes.about (
                      version INTEGER, whole TEXT, seq INTEGER, act INTEGER, at INTEGER, last INTEGER);
                    INSERT INTO changes.about SELECT \(version), '\(name.text)',
                      \(mark.seq), \(mark.act), \(mark.at), max(seq) FROM main.journal;
                    CREATE TABLE changes.touched
                      (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
                    INSERT OR IGNORE INTO changes.touched
                      SELECT substr(e.key, 1, instr(e.key, ':') - 1),
                        substr(e.key, instr(e.key, ':') + 1)
                      FROM main.journal, json_each(iif(json_valid(payload), payload, '{}')) e
                      WHERE seq > \(mark.seq);
                    -- Whose copy it is can be asked without its whole one.
                    INSERT OR IGNORE INTO changes.touched SELECT 'officer', id FROM main.officer;
                    """)
                for table in try ChangesCopy.tables(source, "main") {
                    let columns = try ChangesCopy.columns(source, "main", table)
                    let rows = Part(table).condition(self, table, ChangesCopy.list(columns))
                    try source.execute("CREATE TABLE changes.\"\(table)\" AS \(rows)")
                }
            }
        }
    }

    /// The last row of a journal.
    struct Mark: Equatable {
        let seq: Int
        let act: Int
        let at: Int

        /// Of a journal, or of what a copy of changes goes on from; nil of an empty one.
        init?(_ connection: Connection, _ table: String = "journal") throws(SQLiteError) {
            let row = try connection.statement(
                "SELECT seq, act, at FROM \(table) ORDER BY seq DESC LIMIT 1"
            ).first { ($0.int(0), $0.int(1), $0.int(2)) }
            guard let row else { return nil }
            (seq, act, at) = row
        }

        /// A journal has the very row.
        func isIn(_ connection: Connection) throws(SQLiteError) -> Bool {
            try connection.statement("SELECT act = ? AND at = ? FROM journal WHERE seq = ?")
                .bind(act).bind(at).bind(seq).first { $0.int(0) == 1 } ?? false
        }
    }
}
