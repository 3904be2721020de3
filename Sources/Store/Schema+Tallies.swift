extension Schema {
    /// The day of the calendar of each reception, by the clock that its hour was written by; where
    /// somebody was detained, of what is counted; and the sums that official tables are made of:
    /// by facet, day (`20261120`) or month (`202611`), point and key.
    static let tallies = """
        ALTER TABLE reception ADD COLUMN receivedDate TEXT;
        ALTER TABLE reception ADD COLUMN countedDetention TEXT;
        UPDATE reception SET receivedDate = date(receivedAt / 1000 + (
          SELECT "offset" FROM journal WHERE subject = reception.id
          AND instr(payload, '"receivedDay":"') > 0 ORDER BY seq DESC LIMIT 1), 'unixepoch')
          WHERE receivedDay IS NOT NULL;
        CREATE TABLE tally (
          facet INTEGER NOT NULL, period INTEGER NOT NULL, point TEXT NOT NULL, key TEXT NOT NULL,
          n INTEGER NOT NULL, PRIMARY KEY (facet, period, point, key)
        ) STRICT, WITHOUT ROWID;
        """
}
