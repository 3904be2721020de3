extension Schema {
    /// Whoever was sent to another point and does not come stands on the first list again, as they
    /// stood there.
    static let road = """
        ALTER TABLE reception ADD COLUMN sentNumber INTEGER;
        """
}
