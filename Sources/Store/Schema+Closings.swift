extension Schema {
    /// Official figures that were closed, whose figures changed after their day was over, and since
    /// which row of the journal that is noted: the first, but in the stores of earlier programs.
    static let closings = """
        ALTER TABLE reception ADD COLUMN recountedAt INTEGER;
        ALTER TABLE reception ADD COLUMN dateMovedAt INTEGER;
        CREATE INDEX reception_recounted ON reception (recountedAt, dateMovedAt, receivedDate)
          WHERE recountedAt IS NOT NULL;
        ALTER TABLE meta ADD COLUMN recountsFrom INTEGER;
        CREATE TABLE periodClosing (
          id INTEGER PRIMARY KEY, fromDay TEXT, toDay TEXT, at INTEGER, officer INTEGER
        ) STRICT;
        """

    /// Points as INM's sheets name them, where a lead writes it.
    static let officialNames = """
        ALTER TABLE point ADD COLUMN officialName TEXT;
        UPDATE point SET officialName = '';
        """
}
