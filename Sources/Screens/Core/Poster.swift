import Terminal

/// A screen that hangs on a wall: it has the whole terminal, and no key is meant for it.
package protocol Poster: Screen {}

extension Poster {
    /// No key is meant for it.
    package var procedure: Procedure? { nil }
    package static var table: KeyTable<Self> { [] }
    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] { [] }
}

/// Digits that are read across a room, of blocks three wide and five high.
enum BigDigits {
    private static let shapes: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        "→": ["  #  ", "   # ", "#####", "   # ", "  #  "], " ": [" ", " ", " ", " ", " "],
    ]
    private static let height = 5

    /// The rows of a text of digits, arrows and spaces, as large as fits; nil where not even the
    /// least size does.
    static func rows(_ text: String, width: Int, height: Int) -> [String]? {
        let glyphs = text.compactMap { shapes[$0] }
        let columns = glyphs.reduce(0) { $0 + ($1.first?.count ?? 0) + 1 } - 1
        // A block is two columns wide for each row that it is high: about a square.
        let scale = min(height / BigDigits.height, width / (2 * max(1, columns)))
        guard scale > 0, !glyphs.isEmpty else { return nil }
        return (0..<BigDigits.height).flatMap { row in
            let line = glyphs.map { $0[row] }.joined(separator: " ")
            let wide = line.map { block in
                String(repeating: block == "#" ? "█" : " ", count: 2 * scale)
            }.joined()
            return Array(repeating: wide, count: scale)
        }
    }
}
