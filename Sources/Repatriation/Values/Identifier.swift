/// A typed identifier: one 53-bit integer that is row id, JSON id and global id in one, never used
/// twice.
///
/// The upper 24 bits are the origin (drawn when a store is made), the lower 29 a counter shared by
/// all kinds.
package struct Identifier<Subject>: Hashable, Sendable, Comparable {
    /// The integer, 1 … 2⁵³ − 1.
    package let value: Int

    /// Wraps an integer that came from a store or from outside.
    package init(_ value: Int) { self.value = value }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// Hands out the next identifiers of one origin. The store keeps the counter between commands.
package struct IdentifierSource: Sendable, Equatable {
    /// How many bits the counter has.
    package static let counterBits = 29
    /// 24 random bits that make identifiers of different stores differ.
    package let origin: Int
    /// The last number handed out.
    package private(set) var counter: Int

    /// Continues an origin after `counter`.
    package init(origin: Int, counter: Int) {
        precondition((1..<(1 << 24)).contains(origin), "an origin has 24 bits and is not zero")
        self.origin = origin
        self.counter = counter
    }

    /// The next identifier. Traps after 536 million, which is 250 years of nine busy points.
    package mutating func next<Subject>() -> Identifier<Subject> {
        counter += 1
        precondition(
            counter < 1 << IdentifierSource.counterBits, "the store has no identifiers left")
        return Identifier(origin << IdentifierSource.counterBits | counter)
    }
}

/// Marks a person across their receptions.
package enum Person {}

/// `number` with leading zeros up to `width`.
package func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
