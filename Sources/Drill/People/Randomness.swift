/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same day on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts at a seed.
    package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// True with this chance in a thousand.
    package mutating func happens(_ thousandths: Int) -> Bool {
        Int.random(in: 0..<1000, using: &self) < thousandths
    }

    /// One of these, by its weight; nil where all weigh nothing.
    mutating func pick<Kind>(_ choices: [(Kind, Int)]) -> Kind? {
        let whole = choices.map(\.1).reduce(0, +)
        guard whole > 0 else { return nil }
        var place = Int.random(in: 0..<whole, using: &self)
        for (choice, weight) in choices {
            place -= weight
            if place < 0 { return choice }
        }
        return nil
    }

    /// One of a closed list, by its weight, in the order of the list; nil where all weigh nothing.
    mutating func pick<Kind: CaseIterable & Hashable>(_ weights: [Kind: Int]) -> Kind? {
        pick(Kind.allCases.map { ($0, weights[$0] ?? 0) })
    }
}
