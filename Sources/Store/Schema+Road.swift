extension Schema {
    /// Whoever was sent to another point and does not come stands on the first list again, as they
    /// stood there; and a vital emergency that one officer alone withdrew is looked at by another
    /// before anybody travels.
    static let road = """
        ALTER TABLE reception ADD COLUMN sentNumber INTEGER;
        ALTER TABLE reception ADD COLUMN emergencyLiftedBy INTEGER;
        """
}
