extension Schema {
    /// What a point has for those inside, how much water was counted there, what was found when a
    /// shift began, and why somebody is in another class than the first questions gave.
    static let standards = """
        ALTER TABLE point ADD COLUMN toiletsWomen INTEGER;
        ALTER TABLE point ADD COLUMN toiletsMen INTEGER;
        ALTER TABLE point ADD COLUMN area INTEGER;
        ALTER TABLE point ADD COLUMN places INTEGER;
        ALTER TABLE reception ADD COLUMN priorityReason TEXT;
        CREATE INDEX reception_sex ON reception (point, sex) WHERE inside = 1;
        CREATE TABLE waterCount (
          id INTEGER PRIMARY KEY, point TEXT, litres INTEGER, at INTEGER, officer INTEGER,
          retractedAt INTEGER
        ) STRICT;
        CREATE INDEX waterCount_point ON waterCount (point, at);
        CREATE TABLE shiftCheck (
          id INTEGER PRIMARY KEY, point TEXT, at INTEGER, officer INTEGER, water TEXT, kits TEXT,
          printer TEXT, phones TEXT, privateRoom TEXT, clock TEXT, waterRemark TEXT,
          kitsRemark TEXT, printerRemark TEXT, phonesRemark TEXT, privateRoomRemark TEXT,
          clockRemark TEXT, retractedAt INTEGER
        ) STRICT;
        CREATE INDEX shiftCheck_point ON shiftCheck (point, at);
        """
}
