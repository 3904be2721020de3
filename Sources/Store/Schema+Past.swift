extension Schema {
    /// What a board of the past is made of is found without reading everybody: who stayed for days,
    /// and what was asked of institutions when. Who was received when is found already.
    ///
    /// Each referral is one entry more, and so is whoever leaves after two days; nothing else that
    /// changes touches them.
    static let past = """
        CREATE INDEX reception_stayed ON reception (exitAt, receivedAt)
          WHERE exitAt - receivedAt > 172800000;
        CREATE INDEX referral_sent ON referral (sentAt, reception) WHERE sentAt IS NOT NULL;
        """

    /// When somebody's program looked at what rings, and what rang when it began to; where the clock
    /// went back by more than a correction (``ClockWitness/behind``), by the first row after it; who
    /// was received before they were sent here; what stands on sheets, by its hour; and who did not
    /// come or was not found, whatever became of them since.
    static let watched = """
        CREATE TABLE alarmWatch (
          since INTEGER PRIMARY KEY, until INTEGER NOT NULL, standing TEXT NOT NULL
        ) STRICT;
        INSERT INTO alarmWatch SELECT min(at), max(at), '' FROM alarmHistory HAVING count(*) > 0;
        CREATE TABLE clockStep (seq INTEGER PRIMARY KEY) STRICT;
        INSERT INTO clockStep SELECT seq FROM
          (SELECT seq, at, lag(at) OVER (ORDER BY seq) AS earlier FROM journal)
          WHERE at < earlier - 300000;
        CREATE TRIGGER journal_step AFTER INSERT ON journal WHEN new.at < (SELECT at FROM journal WHERE seq = new.seq - 1) - 300000 BEGIN INSERT OR IGNORE INTO clockStep VALUES (new.seq); END;
        CREATE INDEX reception_first ON reception (firstPoint, receivedDay)
          WHERE firstPoint IS NOT NULL;
        CREATE INDEX journal_sheet ON journal (occurredAt) WHERE occurredAt IS NOT NULL;
        CREATE INDEX journal_absent ON journal (at, subject) WHERE kind IN ('missing', 'didNotCome');
        """
}
