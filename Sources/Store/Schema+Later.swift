/// The newest steps.
extension Schema {
    /// How whoever asked for what takes two had shown who they are; the hour of the newest fact by
    /// a believed clock.
    static let identity = """
        ALTER TABLE pendingAct ADD COLUMN askedProof TEXT;
        UPDATE pendingAct SET askedProof = 'account';
        ALTER TABLE meta ADD COLUMN clockAt INTEGER;
        ALTER TABLE meta ADD COLUMN clockUp INTEGER;
        ALTER TABLE meta ADD COLUMN clockBoot TEXT;
        UPDATE meta SET clockAt = coalesce((SELECT at FROM journal ORDER BY seq DESC LIMIT 1), created);
        """

    /// What each of those says who may be meant at the gate, how whoever ticked a step had shown
    /// who they are, what makes somebody the guardian of an adult, and how long the machine had run
    /// at a wrong password.
    static let eachOne = """
        ALTER TABLE inquiry ADD COLUMN askedOf TEXT;
        UPDATE inquiry SET askedOf = '';
        ALTER TABLE laneTick ADD COLUMN tickProof TEXT;
        UPDATE laneTick SET tickProof = 'account';
        ALTER TABLE rightsRequest ADD COLUMN ground TEXT;
        ALTER TABLE attempt ADD COLUMN up INTEGER;
        ALTER TABLE attempt ADD COLUMN boot TEXT;
        """

    /// Who is inside, told without a list: for `IN` with three or more values SQLite makes a table
    /// of them, and that for each of these indexes at each change of somebody.
    static let inside = """
        DROP INDEX reception_inside;
        DROP INDEX reception_family_inside;
        DROP INDEX reception_ticket;
        DROP INDEX reception_open;
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt, birthDate, flags, ageSource)
          WHERE stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        CREATE INDEX reception_family_inside ON reception (point, family)
          WHERE family IS NOT NULL AND stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        CREATE UNIQUE INDEX reception_ticket ON reception (point, ticket)
          WHERE stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        CREATE UNIQUE INDEX reception_open ON reception (person)
          WHERE stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        """

    /// What official tables count of everybody who was received; ``Store/countEarlier(_:)`` says it
    /// of those of earlier programs.
    static let counted = """
        ALTER TABLE reception ADD COLUMN countedSex TEXT;
        ALTER TABLE reception ADD COLUMN countedAges TEXT;
        ALTER TABLE reception ADD COLUMN countedBirthState TEXT;
        ALTER TABLE reception ADD COLUMN countedNationality TEXT;
        ALTER TABLE reception ADD COLUMN countedCompany TEXT;
        ALTER TABLE reception ADD COLUMN countedAuthority TEXT;
        ALTER TABLE reception ADD COLUMN countedMode TEXT;
        ALTER TABLE reception ADD COLUMN countedStay TEXT;
        ALTER TABLE reception ADD COLUMN countedSchooling TEXT;
        ALTER TABLE reception ADD COLUMN countedDestination TEXT;
        ALTER TABLE reception ADD COLUMN countedRepeat TEXT;
        """

    /// What a board looks for among a thousand people is found without them: who did not come when
    /// called, whose nationality is pending, who is in reserved attention, who may be a child.
    ///
    /// Each holds few rows and costs nothing to change anybody else. Who may be a child is told by
    /// a day before which nobody was born who is one at any hour of this program.
    static let sought = """
        CREATE INDEX reception_absent ON reception (point, enteredAt)
          WHERE stage = 'waiting' AND absences > 0;
        CREATE INDEX reception_undecided ON reception (point, pendingSince)
          WHERE nationality = 'pending' AND motive IS NOT NULL AND pendingSince IS NOT NULL
          AND stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        CREATE INDEX reception_reserved ON reception (point)
          WHERE instr(flags, 'reserved') > 0
          AND stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        CREATE INDEX reception_child ON reception (point)
          WHERE (birthDate IS NULL OR birthDate > '2005-01-01' OR ageSource IS NOT NULL
            OR ageDoubtAt IS NOT NULL OR instr(flags, 'unaccompaniedChild') > 0)
          AND stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        DROP INDEX reception_inside;
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt)
          WHERE stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
        """

    /// What a check proved: up to which row of the journal, under which key, and sums of what
    /// tables and shares of the journal held then. It is no signature: whoever can write the file
    /// can write this too, and a whole check believes none of it.
    static let proven = """
        CREATE TABLE proven (
          id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, later INTEGER NOT NULL,
          origin INTEGER NOT NULL, counter INTEGER NOT NULL, key1 INTEGER NOT NULL, key2 INTEGER NOT NULL,
          share INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE provenSum (
          of TEXT NOT NULL, share INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (of, share)
        ) STRICT, WITHOUT ROWID;
        """

    /// Who is inside is a column that changes only where somebody comes or leaves: what is found by
    /// it alone is not touched while they go from one stage to the next.
    static let whoIsInside = """
        ALTER TABLE reception ADD COLUMN inside INTEGER NOT NULL DEFAULT 0;
        UPDATE reception SET inside = 1 WHERE \(stageIsInside(of: ""));
        \(setsInside(after: "INSERT"))
        \(setsInside(after: "UPDATE OF stage"))
        DROP INDEX reception_inside;
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt) WHERE inside = 1;
        DROP INDEX reception_family_inside;
        CREATE INDEX reception_family_inside ON reception (point, family)
          WHERE family IS NOT NULL AND inside = 1;
        DROP INDEX reception_ticket;
        CREATE UNIQUE INDEX reception_ticket ON reception (point, ticket) WHERE inside = 1;
        DROP INDEX reception_open;
        CREATE UNIQUE INDEX reception_open ON reception (person) WHERE inside = 1;
        DROP INDEX reception_undecided;
        CREATE INDEX reception_undecided ON reception (point, pendingSince)
          WHERE nationality = 'pending' AND motive IS NOT NULL AND pendingSince IS NOT NULL
          AND inside = 1;
        DROP INDEX reception_reserved;
        CREATE INDEX reception_reserved ON reception (point)
          WHERE instr(flags, 'reserved') > 0 AND inside = 1;
        DROP INDEX reception_child;
        CREATE INDEX reception_child ON reception (point)
          WHERE (birthDate IS NULL OR birthDate > '2005-01-01' OR ageSource IS NOT NULL
            OR ageDoubtAt IS NOT NULL OR instr(flags, 'unaccompaniedChild') > 0)
          AND inside = 1;
        """

    private static func setsInside(after change: String) -> String {
        let name = change == "INSERT" ? "reception_came" : "reception_moved"
        return """
            CREATE TRIGGER \(name) AFTER \(change) ON reception \
            WHEN new.inside <> (\(stageIsInside(of: "new."))) BEGIN \
            UPDATE reception SET inside = 1 - inside WHERE id = new.id; END;
            """
    }

    private static func stageIsInside(of row: String) -> String {
        ["listed", "noShow", "released"].map { "\(row)stage <> '\($0)'" }
            .joined(separator: " AND ")
    }

    /// Keys that a list has just brought lie close together, and go to the others' places by and
    /// by. Who was born on a day is found by a key too, below zero, instead of by an index that
    /// every list would write all over.
    static let recent = """
        CREATE TABLE recentBlock (
          key INTEGER NOT NULL, reception INTEGER NOT NULL, PRIMARY KEY (key, reception)
        ) STRICT, WITHOUT ROWID;
        DROP INDEX reception_birth;
        INSERT INTO block SELECT -CAST(replace(birthDate, '-', '') AS INTEGER), id FROM reception
          WHERE birthDate IS NOT NULL ORDER BY 1, 2;
        """

    /// A shift handed from one lead to the next, and the hours at which a point's shifts change.
    static let handOver = """
        CREATE TABLE handOver (
          id INTEGER PRIMARY KEY, point TEXT, outgoing INTEGER, incoming INTEGER,
          outgoingCount INTEGER, incomingCount INTEGER, inBuilding INTEGER, elsewhere INTEGER,
          signedAt INTEGER, acceptedAt INTEGER, unilateral TEXT, remarks TEXT, observations TEXT,
          readBack INTEGER, inBuildingThen INTEGER
        ) STRICT;
        CREATE INDEX handOver_point ON handOver (point);
        ALTER TABLE point ADD COLUMN shiftChanges TEXT;
        UPDATE point SET shiftChanges = '';
        ALTER TABLE paper ADD COLUMN usedAt INTEGER;
        """

    /// What an act made that was taken back stays, with the hour of that.
    static let retracted = """
        ALTER TABLE reception ADD COLUMN retractedAt INTEGER;
        ALTER TABLE referral ADD COLUMN retractedAt INTEGER;
        ALTER TABLE help ADD COLUMN retractedAt INTEGER;
        ALTER TABLE laneTick ADD COLUMN retractedAt INTEGER;
        ALTER TABLE followUp ADD COLUMN retractedAt INTEGER;
        ALTER TABLE bag ADD COLUMN retractedAt INTEGER;
        """
}
