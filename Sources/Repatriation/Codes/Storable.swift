/// A value as tables and events hold it.
package enum Value: Equatable, Sendable {
    case null
    case int(Int)
    case text(String)

    /// The same value in JSON.
    package var json: JSON {
        switch self {
        case .null: .null
        case .int(let value): .int(value)
        case .text(let value): .string(value)
        }
    }

    /// A value read from JSON; nil for what no table holds.
    package init?(_ json: JSON) {
        switch json {
        case .null: self = .null
        case .int(let value): self = .int(value)
        case .string(let value): self = .text(value)
        case .bool(let value): self = .int(value ? 1 : 0)
        default: return nil
        }
    }
}

/// Who may see a field, and which body of the journal it is written to.
package enum FieldClass: String, Sendable, CaseIterable {
    /// Codes, times, counts and identifiers.
    case plain
    /// What official tables count of somebody: codes and groups, which name nobody.
    case statistical
    /// Names, birth data, free text.
    case personal
    /// Health, language, what the first questions found.
    case sensitive
    /// What only the roles of a protected lane may see.
    case restricted
}

/// A type that a field can have.
package protocol Storable: Equatable, Sendable {
    /// The value as tables and events hold it.
    var stored: Value { get }
    /// The value back; nil when it is none of this type's.
    init?(stored: Value)
    /// What the value says to the person it is about.
    var said: Meaning { get }
}

extension Int: Storable {
    package var stored: Value { .int(self) }
    package init?(stored: Value) {
        guard case .int(let value) = stored, (-Int.mostStored...Int.mostStored).contains(value)
        else { return nil }
        self = value
    }
    /// 2⁵³: what JSON holds exactly. A number beyond was written by another hand, and reckoning
    /// with it could overflow.
    fileprivate static let mostStored = 1 << 53
}

extension String: Storable {
    package var stored: Value { .text(self) }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        self = value
    }
}

extension Bool: Storable {
    package var stored: Value { .int(self ? 1 : 0) }
    package init?(stored: Value) {
        guard case .int(let value) = stored else { return nil }
        self = value != 0
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: Value { self?.stored ?? .null }
    package init?(stored: Value) {
        if stored == .null {
            self = Wrapped?.none
        } else if let value = Wrapped(stored: stored) {
            self = Wrapped?.some(value)
        } else {
            return nil
        }
    }
}

extension Identifier: Storable {
    package var stored: Value { .int(value) }
    package init?(stored: Value) {
        guard case .int(let value) = stored, (0..<Int.mostStored).contains(value) else {
            return nil
        }
        self.init(value)
    }
}

extension Instant: Storable {
    package var stored: Value { .int(milliseconds) }
    package init?(stored: Value) {
        guard case .int(let value) = stored,
            (Instant.earliest.milliseconds...Instant.latest.milliseconds).contains(value)
        else { return nil }
        self.init(milliseconds: value)
    }
}

extension CivilDate: Storable {
    package var stored: Value { .text(text) }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        self.init(text: value)
    }
}

extension Code {
    package var stored: Value { .text(rawValue) }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        self.init(rawValue: value)
    }
}

extension Set: Storable where Element: Code {
    package var stored: Value {
        switch count {
        case 0: .text("")
        case 1: .text(first?.rawValue ?? "")
        default: .text(map { $0.rawValue }.sorted().joined(separator: ","))
        }
    }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        // By bytes: a person's flags are read at every step of the queue.
        let codes = value.utf8.split(separator: 0x2C).map {
            Element(rawValue: String(Substring($0)))
        }
        guard codes.allSatisfy({ $0 != nil }) else { return nil }
        self = Set(codes.compactMap { $0 })
    }
}

/// An element of a list that one field holds as text, items separated by `;`.
package protocol ListItem: Sendable, Equatable {
    /// The element as text.
    var item: String { get }
    /// The element in words; nil where only the store understands it.
    var label: Bilingual? { get }
    /// The element back; nil when the text is none.
    init?(item: String)
}

extension Identifier: ListItem {
    package var item: String { String(value) }
    package init?(item: String) {
        guard let value = Int(item) else { return nil }
        self.init(value)
    }
}

extension Array: Storable where Element: ListItem {
    package var stored: Value { .text(isEmpty ? "" : map { $0.item }.joined(separator: ";")) }
    package init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        let items = text.split(separator: ";").map { Element(item: String($0)) }
        guard items.allSatisfy({ $0 != nil }) else { return nil }
        self = items.compactMap { $0 }
    }
}
