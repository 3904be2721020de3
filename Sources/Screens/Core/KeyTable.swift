import Terminal

/// The commands of a screen as it stands, and which keys they are on.
package struct KeyTable<Owner: Screen>: Sendable, ExpressibleByArrayLiteral {
    let rows: [KeyRow<Owner>]
    /// The same for every kind of screen: looking a key up copies no row.
    let places: KeyPlaces

    init(_ rows: [KeyRow<Owner>]) {
        self.rows = rows
        places = KeyPlaces(rows.map { ($0.binding.key, isOwn: $0.act != nil) })
    }

    /// Those of a literal, the most useful first.
    package init(arrayLiteral rows: KeyRow<Owner>...) { self.init(rows) }

    static func + (table: KeyTable, more: [KeyRow<Owner>]) -> KeyTable {
        KeyTable(table.rows + more)
    }

    subscript(key: Key) -> KeyRow<Owner>? { places[key].map { rows[$0] } }
}

/// Where each key of a table stands in it, found by comparing numbers.
package struct KeyPlaces: Sendable {
    private let marks: [UInt32]
    private let keys: [Key]
    private let areOwn: [Bool]

    init(_ keys: [(key: Key, isOwn: Bool)]) {
        self.keys = keys.map(\.key)
        marks = keys.map(\.key.mark)
        areOwn = keys.map(\.isOwn)
    }

    subscript(key: Key) -> Int? {
        let mark = key.mark
        return marks.indices.first { marks[$0] == mark && keys[$0] == key }
    }

    /// Whether the table itself says what it does.
    func isOwn(_ key: Key) -> Bool { self[key].map { areOwn[$0] } ?? false }
}

extension Key {
    /// The same for equal keys, and for few others.
    fileprivate var mark: UInt32 {
        switch self {
        case .character(let letter): letter.unicodeScalars.first?.value ?? 0
        case .control(let letter): 0x8000_0000 | (letter.unicodeScalars.first?.value ?? 0)
        case .function(let number): 0x4000_0000 | UInt32(truncatingIfNeeded: number)
        default: 0x2000_0000
        }
    }
}
