extension Schema {
    /// Of what official tables count: which of a person's events of its year and month it is, and
    /// where somebody crossed.
    static let turns = """
        ALTER TABLE reception ADD COLUMN countedTurn TEXT;
        ALTER TABLE reception ADD COLUMN countedCrossing TEXT;
        """
}
