/// Three capital letters that name a point on screens, folios and the command line.
package struct PointCode: Hashable, Sendable, Comparable, Storable, CustomStringConvertible {
    /// The three letters.
    package let text: String

    /// Takes three letters, in any case; nil for anything else.
    package init?(_ given: String) {
        let upper = given.trimmed.uppercased()
        guard upper.count == 3, upper.allSatisfy({ ("A"..."Z").contains($0) }) else { return nil }
        text = upper
    }

    private init(unchecked: String) { text = unchecked }

    /// Before a point is known.
    package static let none = PointCode(unchecked: "")
    package var description: String { text }
    package var stored: Value { .text(text) }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        guard
            value.isEmpty
                || value.utf8.count == 3 && value.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else {
            return nil
        }
        self.init(unchecked: value)
    }

    package static func < (left: PointCode, right: PointCode) -> Bool { left.text < right.text }
}
