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

/// The folio printed on papers: `NOG-26-K7Q-004512-3`.
package enum Folio {
    /// Letters and digits that cannot be taken for one another (no I, O, 0, 1).
    static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// The folio of a paper: point, year, three letters of the origin, the paper's number, check
    /// digit.
    ///
    /// The check digit is Damm's (2004): it catches every
    /// single wrong digit of the year and the number, and every swap of neighbours among them.
    package static func make(point: PointCode, year: Int, paper: Identifier<Paper>) -> String {
        let origin = paper.value >> IdentifierSource.counterBits
        let number = paper.value & (1 << IdentifierSource.counterBits - 1)
        let letters = String([10, 5, 0].map { alphabet[origin >> $0 & 31] })
        let serial = padded(number, 6)
        let check = checkDigit(year: year % 100, origin: origin & 0x7FFF, serial: number)
        return "\(point.text)-\(padded(year % 100, 2))-\(letters)-\(serial)-\(check)"
    }

    /// Whether a typed folio has the form and the check digit of a real one.
    package static func isValid(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].count == 3, let year = Int(parts[1]), parts[2].count == 3,
            let serial = Int(parts[3]), parts[3].count >= 6, let check = Int(parts[4])
        else { return false }
        var origin = 0
        for letter in parts[2] {
            guard let index = alphabet.firstIndex(of: letter) else { return false }
            origin = origin << 5 | index
        }
        return checkDigit(year: year, origin: origin, serial: serial) == check
    }

    private static func checkDigit(year: Int, origin: Int, serial: Int) -> Int {
        let table = [
            "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
            "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
        ].map { row in row.compactMap(\.wholeNumberValue) }
        let digits = (padded(year, 2) + padded(origin, 5) + padded(serial, 6)).compactMap(
            \.wholeNumberValue)
        return digits.reduce(0) { table[$0][$1] }
    }
}

/// Marks a person across their receptions.
package enum Person {}

/// `number` with leading zeros up to `width`.
package func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
