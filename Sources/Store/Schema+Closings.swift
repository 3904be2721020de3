extension Schema {
    /// Official figures that were closed, whose figures changed after their day was over, and since
    /// when that is noted: from the first fact on, but in the stores of earlier programs.
    static let closings = """
        ALTER TABLE reception ADD COLUMN recountedAt INTEGER;
        ALTER TABLE reception ADD COLUMN dateMovedAt INTEGER;
        CREATE INDEX reception_recounted ON reception (recountedAt, dateMovedAt, receivedDate)
          WHERE recountedAt IS NOT NULL;
        ALTER TABLE meta ADD COLUMN recountsFrom INTEGER;
        UPDATE meta SET recountsFrom = (SELECT max(at) FROM journal);
        CREATE TABLE periodClosing (
          id INTEGER PRIMARY KEY, fromDay TEXT, toDay TEXT, at INTEGER, officer INTEGER
        ) STRICT;
        """

    /// Points as INM's sheets name them; those of earlier programs have no such name until a lead
    /// writes it.
    static let officialNames = """
        ALTER TABLE point ADD COLUMN officialName TEXT;
        UPDATE point SET officialName = '';
        """
}
