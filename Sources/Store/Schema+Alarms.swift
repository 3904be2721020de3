extension Schema {
    /// What a point sets of its alarms, and when people sleep there; what was made of an alarm; and,
    /// beside the journal, what is told now and what was.
    static let alarms = """
        ALTER TABLE point ADD COLUMN thresholds TEXT;
        ALTER TABLE point ADD COLUMN quietHours TEXT;
        UPDATE point SET thresholds = '', quietHours = '22:00-06:00';
        CREATE INDEX reception_since ON reception (point, receivedAt) WHERE inside = 1;
        CREATE TABLE alarmMark (
          id INTEGER PRIMARY KEY, tag TEXT, point TEXT, subject INTEGER, since INTEGER, at INTEGER,
          officer INTEGER, grade INTEGER, taken INTEGER, shelvedUntil INTEGER, note TEXT, reason TEXT
        ) STRICT;
        CREATE UNIQUE INDEX alarmMark_tag ON alarmMark (tag);
        CREATE INDEX alarmMark_subject ON alarmMark (subject);
        CREATE TABLE alarmStanding (
          tag TEXT PRIMARY KEY, state TEXT NOT NULL, priority TEXT NOT NULL, cause INTEGER,
          at INTEGER NOT NULL, goneAt INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE alarmHistory (
          seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, tag TEXT NOT NULL, state TEXT NOT NULL,
          priority TEXT NOT NULL
        ) STRICT;
        CREATE INDEX alarmHistory_at ON alarmHistory (at);
        \(alarmGuards)
        """

    /// What rang is only ever added to; a removal alone takes it away.
    static let alarmGuards = """
        CREATE TRIGGER alarmHistory_kept_update BEFORE UPDATE ON alarmHistory BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TRIGGER alarmHistory_kept_delete BEFORE DELETE ON alarmHistory BEGIN SELECT RAISE(ABORT, 'append only'); END;
        """

    /// Calls of the last hours are counted, and a desk's last one found, without reading their rows.
    static let callsAtHand = """
        DROP INDEX call_at;
        CREATE INDEX call_at ON call (point, at, desk, outcome, waited, target)
          WHERE outcome <> 'undone';
        """
}
