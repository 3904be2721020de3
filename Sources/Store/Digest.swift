import Repatriation
import SQLite

/// A key under which rows are digested: drawn anew at each whole proof, so that nobody can have
/// looked for two rows that add up the same.
struct DigestKey: Equatable {
    let first: UInt64
    let second: UInt64

    static func drawn() -> DigestKey {
        DigestKey(first: .random(in: .min ... .max), second: .random(in: .min ... .max))
    }
}

/// SipHash-1-3 of a row's values, each with its type. Sums of it, kept modulo 2⁶⁴, tell two sets
/// of rows apart in whatever order they come, and change with a row by what the row was and is.
struct RowDigest {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64
    private var words: UInt64 = 0

    init(_ key: DigestKey) {
        v0 = key.first ^ 0x736f_6d65_7073_6575
        v1 = key.second ^ 0x646f_7261_6e64_6f6d
        v2 = key.first ^ 0x6c79_6765_6e65_7261
        v3 = key.second ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    private mutating func round() {
        v0 = v0 &+ v1
        v1 = (v1 << 13 | v1 >> 51) ^ v0
        v0 = v0 << 32 | v0 >> 32
        v2 = v2 &+ v3
        v3 = (v3 << 16 | v3 >> 48) ^ v2
        v0 = v0 &+ v3
        v3 = (v3 << 21 | v3 >> 43) ^ v0
        v2 = v2 &+ v1
        v1 = (v1 << 17 | v1 >> 47) ^ v2
        v2 = v2 << 32 | v2 >> 32
    }

    @inline(__always)
    private mutating func add(word: UInt64) {
        v3 ^= word
        round()
        v0 ^= word
        words &+= 1
    }

    mutating func addNull() { add(word: 0) }

    mutating func add(_ number: Int) {
        add(word: 1)
        add(word: UInt64(bitPattern: Int64(number)))
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// A text: its length, then its bytes, eight at a time.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(word: UInt64(bytes.count) << 2 | 2)
        var place = 0
        while place + 8 <= bytes.count {
            add(word: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        guard place < bytes.count else { return }
        var last: UInt64 = 0
        while place < bytes.count {
            last = last << 8 | UInt64(bytes[place])
            place += 1
        }
        add(word: last)
    }

    mutating func add(_ value: Value) {
        switch value {
        case .null: addNull()
        case .int(let number): add(number)
        case .text(let text): add(text)
        }
    }

    /// Some columns of a statement's row, as they are.
    mutating func add(_ row: Statement, _ columns: Range<Int>) {
        for column in columns {
            switch row.kind(column) {
            case .null: addNull()
            case .integer: add(row.exactInt(column))
            case .text: row.withBytes(column) { add($0) }
            }
        }
    }

    /// The digest; nothing is added afterwards.
    var value: UInt64 {
        var copy = self
        copy.add(word: words << 8 | 0xFF)
        copy.v2 ^= 0xFF
        for _ in 0..<3 { copy.round() }
        return copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3
    }
}
