import CSQLite

/// A prepared statement. Values are bound by position from 1 and read by column from 0.
package final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let sql: String
    private var next: Int32 = 1

    init(handle connection: OpaquePointer, sql: String) throws(SQLiteError) {
        var prepared: OpaquePointer?
        var sql = sql
        let code = sql.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_prepare_v3(
                    connection, $0.baseAddress, Int32($0.count), UInt32(SQLITE_PREPARE_PERSISTENT),
                    &prepared, nil)
            }
        }
        guard let prepared, code == SQLITE_OK else {
            throw SQLiteError(
                code: code, message: String(cString: sqlite3_errmsg(connection)), sql: sql)
        }
        handle = prepared
        self.connection = connection
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// Forgets rows and values. No statement stays open between two messages.
    package func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        next = 1
    }

    /// Binds the next value.
    @discardableResult
    package func bind(_ value: Int?) -> Statement {
        if let value {
            sqlite3_bind_int64(handle, next, Int64(value))
        } else {
            sqlite3_bind_null(handle, next)
        }
        next += 1
        return self
    }

    /// Binds the next value, by byte count.
    @discardableResult
    package func bind(_ value: String?) -> Statement {
        if var value {
            value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { chars in
                    // An empty buffer has no address, and SQLite takes a nil address for NULL.
                    _ = csqlite_bind_text(
                        handle, next, chars.baseAddress ?? UnsafePointer(Statement.empty),
                        Int32(chars.count))
                }
            }
        } else {
            sqlite3_bind_null(handle, next)
        }
        next += 1
        return self
    }

    nonisolated(unsafe) private static let empty: UnsafeMutablePointer<CChar> = {
        let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        pointer.pointee = 0
        return pointer
    }()

    /// Steps to the next row; false after the last, when the statement is reset.
    package func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else {
            let message = String(cString: sqlite3_errmsg(connection))
            reset()
            throw SQLiteError(code: code, message: message, sql: sql)
        }
        reset()
        return false
    }

    /// Runs to the end, rows ignored.
    package func run() throws(SQLiteError) { while try step() {} }

    /// Every row, made by `read`.
    package func all<Result>(_ read: (Statement) -> Result) throws(SQLiteError) -> [Result] {
        var rows: [Result] = []
        while try step() { rows.append(read(self)) }
        return rows
    }

    /// The first row, made by `read`, or nil.
    package func first<Result>(_ read: (Statement) -> Result) throws(SQLiteError) -> Result? {
        guard try step() else { return nil }
        let result = read(self)
        reset()
        return result
    }

    /// How many columns a row has.
    package var columnCount: Int { Int(sqlite3_column_count(handle)) }
    /// What a column holds: tables of ours hold nothing else.
    package enum Kind { case null, integer, text }
    /// What a column holds.
    package func kind(_ column: Int) -> Kind {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer
        default: .text
        }
    }
    /// A column's bytes as a text, where they lie; for as long as `read` runs.
    package func withBytes<Result>(
        _ column: Int, _ read: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let bytes = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return read(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
    }
    /// Whether a column is NULL.
    package func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }
    /// Whether a column holds text.
    package func isText(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT
    }
    /// A column as an integer, 0 for NULL. No number of ours is beyond 2⁵³: what another hand wrote
    /// there is taken for that, so that neither sums nor thousands of it overflow.
    package func int(_ column: Int) -> Int { min(max(exactInt(column), -(1 << 53)), 1 << 53) }
    /// A column as the integer it is, 0 for NULL; not to be reckoned with.
    package func exactInt(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }
    /// A column as a real number.
    package func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }
    /// A column as an integer, nil for NULL.
    package func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
    /// A column as text, empty for NULL.
    package func text(_ column: Int) -> String {
        guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
