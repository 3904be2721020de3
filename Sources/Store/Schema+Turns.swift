extension Schema {
    /// Of what official tables count: which of a person's events of its year and month it is, and
    /// where somebody crossed; and the row of the journal up to which that and services were counted
    /// otherwise, or not at all.
    static let turns = """
        ALTER TABLE reception ADD COLUMN countedTurn TEXT;
        ALTER TABLE reception ADD COLUMN countedCrossing TEXT;
        ALTER TABLE meta ADD COLUMN servicesFrom INTEGER;
        """
}
