/// The board as it stood at a moment of the past, as exactly as the journal knows it. Refused
/// where the moment has not passed (`notPast`), or where the journal begins later
/// (`beforeJournal`).
package struct BoardThen: Query {
    package typealias Answer = Board
    /// The moment.
    package let at: Instant
    /// The board of this moment.
    package init(at: Instant) { self.at = at }
    package func answersInstead(of earlier: Self) -> Bool { true }
}
