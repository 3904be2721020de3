extension Schema {
    /// Follow-up surveys, version by version, and what people answered to them.
    static let surveys = """
        CREATE TABLE survey (
          id INTEGER PRIMARY KEY, code TEXT, version INTEGER, definition TEXT, at INTEGER, officer INTEGER,
          retiredAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX survey_code ON survey (code, version);
        CREATE TABLE surveyTaken (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, survey TEXT, version INTEGER, state TEXT,
          day TEXT, at INTEGER, officer INTEGER, tries INTEGER, answers TEXT, retractedAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX surveyTaken_reception ON surveyTaken (reception, survey)
          WHERE retractedAt IS NULL;
        CREATE INDEX surveyTaken_day ON surveyTaken (survey, day) WHERE day IS NOT NULL;
        """
}
