import SQLite

/// The schema: ordered, named steps. A shipped step never changes.
enum Schema {
    static let migrator = Migrator([
        Migrator.Step("desk", desk), Migrator.Step("profile", profile),
        Migrator.Step("catalogues", catalogues), Migrator.Step("access", access),
        Migrator.Step("secondOfficer", secondOfficer), Migrator.Step("rights", rights),
        Migrator.Step("care", care), Migrator.Step("lanes", lanes),
        Migrator.Step("identity", identity),
        Migrator.Step("eachOne", eachOne), Migrator.Step("inside", inside),
        Migrator.Step("counted", counted), Migrator.Step("sought", sought),
        Migrator.Step("proven", proven), Migrator.Step("whoIsInside", whoIsInside),
        Migrator.Step("recent", recent), Migrator.Step("handOver", handOver),
        Migrator.Step("retracted", retracted), Migrator.Step("alarms", alarms),
        Migrator.Step("callsAtHand", callsAtHand),
        Migrator.Step("movement", movement),
        Migrator.Step("standards", standards),
        Migrator.Step("past", past),
        Migrator.Step("road", road),
        Migrator.Step("practice", practice),
        Migrator.Step("watched", watched),
        Migrator.Step("tallies", tallies),
        Migrator.Step("closings", closings),
        Migrator.Step("officialNames", officialNames),
        Migrator.Step("told", told),
        Migrator.Step("supports", supports),
        Migrator.Step("surveys", surveys),
        Migrator.Step("turns", turns),
    ])

    /// The triggers that a store of ours has; it has no views. Read by bytes: each opening of a
    /// store waits for it.
    static let guards = Set(
        migrator.texts.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) }
            .map { $0.drop { $0 == UInt8(ascii: " ") } }
            .filter { $0.starts(with: "CREATE TRIGGER".utf8) }
            .compactMap { String($0.dropLast()) })

    /// Tables that the journal folds into, with the columns that the entities name.
    private static let desk = """
        CREATE TABLE meta (
          id INTEGER PRIMARY KEY CHECK (id = 1), origin INTEGER NOT NULL, counter INTEGER NOT NULL,
          oseq INTEGER NOT NULL, drill INTEGER NOT NULL, seed INTEGER, machine TEXT NOT NULL, created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE journal (
          seq INTEGER PRIMARY KEY, origin INTEGER NOT NULL, oseq INTEGER NOT NULL, act INTEGER NOT NULL,
          at INTEGER NOT NULL, occurredAt INTEGER, "offset" INTEGER NOT NULL, day TEXT NOT NULL, cutDay TEXT NOT NULL,
          point TEXT NOT NULL, desk INTEGER, officer INTEGER NOT NULL, kind TEXT NOT NULL, v INTEGER NOT NULL,
          subject INTEGER NOT NULL, undoes INTEGER, payload TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX journal_origin ON journal (origin, oseq);
        CREATE INDEX journal_act ON journal (act);
        CREATE INDEX journal_subject ON journal (subject);
        CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
        CREATE TRIGGER journal_kept_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TRIGGER journal_kept_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TABLE journal_body (
          seq INTEGER NOT NULL REFERENCES journal (seq), class TEXT NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (seq, class)
        ) STRICT, WITHOUT ROWID;
        \(bodyGuards)
        CREATE TABLE reads (
          seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, officer INTEGER NOT NULL, subject INTEGER NOT NULL,
          what TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER reads_kept_update BEFORE UPDATE ON reads BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TRIGGER reads_kept_delete BEFORE DELETE ON reads BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TABLE draft (
          officer INTEGER NOT NULL, screen TEXT NOT NULL, subject INTEGER NOT NULL, field TEXT NOT NULL,
          value TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (officer, screen, subject, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE heard (
          point TEXT NOT NULL, desk INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (point, desk)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cell (
          scope TEXT NOT NULL, measure INTEGER NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL,
          PRIMARY KEY (scope, measure, day)
        ) STRICT, WITHOUT ROWID;
        \(entities)
        CREATE VIRTUAL TABLE names USING fts5(
          name, content='', detail=none, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2");
        """

    /// The whole interview, families, who this is, and municipalities.
    private static let profile = """
        ALTER TABLE reception ADD COLUMN personalAnswers TEXT;
        ALTER TABLE reception ADD COLUMN restrictedAnswers TEXT;
        ALTER TABLE reception ADD COLUMN formVersion INTEGER;
        ALTER TABLE reception ADD COLUMN groupAnswers TEXT;
        ALTER TABLE reception ADD COLUMN notice TEXT;
        ALTER TABLE reception ADD COLUMN noticeVersion INTEGER;
        ALTER TABLE reception ADD COLUMN noticeAt INTEGER;
        ALTER TABLE reception ADD COLUMN interpreterLanguage TEXT;
        ALTER TABLE reception ADD COLUMN interpreterVariant TEXT;
        ALTER TABLE reception ADD COLUMN interpreterMedium TEXT;
        ALTER TABLE reception ADD COLUMN interpreterWho TEXT;
        ALTER TABLE reception ADD COLUMN interpreterFrom INTEGER;
        ALTER TABLE reception ADD COLUMN family INTEGER;
        ALTER TABLE reception ADD COLUMN kinship TEXT;
        ALTER TABLE reception ADD COLUMN notSame TEXT;
        UPDATE reception SET groupAnswers = '', notSame = '';
        DROP INDEX reception_waiting;
        CREATE INDEX reception_waiting ON reception
          (point, priority, enteredAt, ticket, notBefore, tier, target, family) WHERE stage = 'waiting';
        CREATE INDEX reception_birth ON reception (birthDate) WHERE birthDate IS NOT NULL;
        CREATE INDEX reception_family ON reception (family) WHERE family IS NOT NULL;
        ALTER TABLE point ADD COLUMN peakSince INTEGER;
        ALTER TABLE point ADD COLUMN peakReason TEXT;
        CREATE TABLE block (
          key INTEGER NOT NULL, reception INTEGER NOT NULL, PRIMARY KEY (key, reception)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE municipality (
          key TEXT PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, retired INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX municipality_folded ON municipality (folded);
        """

    /// The municipalities that a store has become one event and its entries, by the first lead.
    private static let municipalitiesAsEvent = """
        INSERT INTO catalogueEntry SELECT (SELECT origin * 536870912 + counter FROM meta)
          + row_number() OVER (ORDER BY key), 'municipios', key, NULL, name, NULL, state, retired FROM municipality;
        UPDATE meta SET counter = counter + (SELECT count(*) FROM catalogueEntry) + 1, oseq = oseq + 1
          WHERE EXISTS (SELECT 1 FROM catalogueEntry);
        INSERT INTO journal SELECT (SELECT coalesce(max(seq), 0) + 1 FROM journal), origin, oseq,
          origin * 536870912 + counter, unixepoch() * 1000, NULL, 0, date('now'), date('now'), '', NULL,
          (SELECT min(id) FROM officer WHERE lead = 1), 'catalogueSet', 1, (SELECT min(id) FROM catalogueEntry), NULL,
          (SELECT json_group_object('catalogueEntry:' || id, json_patch('{}', json_object('catalogue', catalogue,
            'code', code, 'label', label, 'retired', iif(retired = 1, 1, NULL), 'state', state))) FROM catalogueEntry)
          FROM meta WHERE EXISTS (SELECT 1 FROM catalogueEntry);
        """

    /// Catalogues that leads amend, in the journal like everything else, municipalities among them.
    /// Places as people said them are offered to the next. Families of those inside are found at
    /// once, for a child whose adult is at another point. A discarded draft can be had back until
    /// the next day.
    private static let catalogues = """
        CREATE TABLE catalogueEntry (
          id INTEGER PRIMARY KEY, catalogue TEXT, code TEXT, letter TEXT, label TEXT, english TEXT, state TEXT,
          retired INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX catalogueEntry_code ON catalogueEntry (catalogue, code);
        CREATE INDEX catalogueEntry_lists ON catalogueEntry (id) WHERE catalogue <> 'municipios';
        \(municipalitiesAsEvent)
        DROP TABLE municipality;
        CREATE TABLE place (
          field TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (field, name)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO place SELECT key, value, count(*) FROM reception, json_each(personalAnswers)
          WHERE key IN ('birthMunicipality', 'destinationMunicipality')
          AND value NOT GLOB '[0-9][0-9][0-9][0-9][0-9]' AND value NOT IN ('unknown', 'declined') GROUP BY key, value;
        CREATE INDEX reception_family_inside ON reception (point, family)
          WHERE family IS NOT NULL AND stage NOT IN ('listed', 'noShow', 'released');
        ALTER TABLE reception ADD COLUMN ties TEXT;
        UPDATE reception SET ties = '';
        ALTER TABLE draft ADD COLUMN discarded INTEGER;
        CREATE INDEX draft_subject ON draft (subject);
        """

    /// Roles of officers; why somebody read, and how many a search showed; hashes of passwords, and
    /// failures to sign in.
    private static let access = """
        ALTER TABLE reads ADD COLUMN reason TEXT;
        ALTER TABLE reads ADD COLUMN n INTEGER;
        CREATE INDEX reads_subject ON reads (subject);
        CREATE TABLE credential (
          officer INTEGER NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL, mustChange INTEGER NOT NULL,
          at INTEGER NOT NULL, PRIMARY KEY (officer, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt (
          key TEXT PRIMARY KEY, failures INTEGER NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE officer ADD COLUMN roles TEXT;
        ALTER TABLE officer ADD COLUMN suspended INTEGER;
        ALTER TABLE officer ADD COLUMN proposed TEXT;
        ALTER TABLE officer ADD COLUMN proposedBy INTEGER;
        ALTER TABLE officer ADD COLUMN proposedAt INTEGER;
        UPDATE officer SET roles = '', suspended = 0;
        """

    /// What waits for a second officer, in the place of roles that were proposed; when somebody
    /// last signed in; after how long screens close. Restricted fields lie in a table of their own,
    /// which lists never read.
    private static let secondOfficer = """
        ALTER TABLE credential ADD COLUMN used INTEGER;
        ALTER TABLE officer DROP COLUMN proposed;
        ALTER TABLE officer DROP COLUMN proposedBy;
        ALTER TABLE officer DROP COLUMN proposedAt;
        ALTER TABLE point ADD COLUMN lockMinutes INTEGER;
        UPDATE point SET lockMinutes = 8;
        CREATE TABLE pendingAct (
          id INTEGER PRIMARY KEY, point TEXT, subject INTEGER, command TEXT, form TEXT, askedBy INTEGER,
          askedAt INTEGER, state TEXT, confirmedBy INTEGER
        ) STRICT;
        CREATE INDEX pendingAct_open ON pendingAct (subject, askedAt) WHERE state = 'open';
        CREATE INDEX pendingAct_point ON pendingAct (point, askedAt) WHERE state = 'open';
        CREATE INDEX pendingAct_confirmed ON pendingAct (subject) WHERE state = 'confirmed';
        CREATE TABLE reception_restricted (
          subject INTEGER PRIMARY KEY, alienNumber TEXT, restrictedAnswers TEXT
        ) STRICT;
        INSERT INTO reception_restricted SELECT id, alienNumber, restrictedAnswers FROM reception
          WHERE alienNumber IS NOT NULL OR restrictedAnswers IS NOT NULL;
        ALTER TABLE reception DROP COLUMN alienNumber;
        ALTER TABLE reception DROP COLUMN restrictedAnswers;
        """

    /// What keeps the bodies of the journal; retention alone lifts it, inside its own transaction.
    static let bodyGuards = """
        CREATE TRIGGER body_kept_update BEFORE UPDATE ON journal_body BEGIN SELECT RAISE(ABORT, 'append only'); END;
        CREATE TRIGGER body_kept_delete BEFORE DELETE ON journal_body BEGIN SELECT RAISE(ABORT, 'append only'); END;
        """

    /// What people ask about the data held on them; the archive series, blocking, and the proof of
    /// removals.
    private static let rights = """
        ALTER TABLE reception ADD COLUMN opposes TEXT;
        ALTER TABLE reception ADD COLUMN blockedAt INTEGER;
        ALTER TABLE reception ADD COLUMN removal INTEGER;
        CREATE TABLE rightsRequest (
          id INTEGER PRIMARY KEY, point TEXT, reception INTEGER, "right" TEXT, requester TEXT, document TEXT,
          capacity TEXT, receivedOn TEXT, dueOn TEXT, extensionReason TEXT, state TEXT, answer TEXT, answeredOn TEXT,
          carryOutBy TEXT, note TEXT
        ) STRICT;
        CREATE INDEX rightsRequest_reception ON rightsRequest (reception);
        CREATE INDEX rightsRequest_open ON rightsRequest (point, dueOn) WHERE state = 'open';
        CREATE TABLE archiveSeries (
          id INTEGER PRIMARY KEY, code TEXT, name TEXT, activeYears INTEGER, semiActiveYears INTEGER
        ) STRICT;
        CREATE TABLE removal (
          id INTEGER PRIMARY KEY, dictamen TEXT, series TEXT, at INTEGER, askedBy INTEGER, confirmedBy INTEGER,
          receptions INTEGER, groups INTEGER, statistics TEXT, packedAt INTEGER
        ) STRICT;
        """

    /// Who helps near a point, referrals with their work list by due time, help, claims.
    private static let care = """
        ALTER TABLE reception ADD COLUMN serviceConsent INTEGER;
        CREATE TABLE provider (
          id INTEGER PRIMARY KEY, point TEXT, name TEXT, institution TEXT, serves TEXT, sexes TEXT, fromAge INTEGER,
          toAge INTEGER, families INTEGER, hours TEXT, places INTEGER, held INTEGER CHECK (held >= 0), contact TEXT,
          retired INTEGER
        ) STRICT;
        CREATE INDEX provider_point ON provider (point);
        CREATE TABLE referral (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, kind TEXT, provider INTEGER, basis TEXT,
          sentAt INTEGER, dueAt INTEGER, state TEXT, answeredAt INTEGER, outcome TEXT
        ) STRICT;
        CREATE INDEX referral_reception ON referral (reception);
        CREATE INDEX referral_open ON referral (point, dueAt) WHERE state IN ('sent', 'accepted');
        CREATE TABLE referral_restricted (subject INTEGER PRIMARY KEY, note TEXT, sent TEXT) STRICT;
        CREATE TABLE help (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, kind TEXT, declined INTEGER, at INTEGER,
          amount INTEGER, fund TEXT, voucher TEXT
        ) STRICT;
        CREATE INDEX help_reception ON help (reception);
        CREATE TABLE propertyClaim (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, missing TEXT, tag TEXT, amount INTEGER, office TEXT,
          madeAt INTEGER, dueOn TEXT
        ) STRICT;
        CREATE TABLE paper (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, kind TEXT, folio TEXT, issuedAt INTEGER,
          reprints INTEGER, delivery TEXT, deliveredAt INTEGER
        ) STRICT;
        CREATE INDEX paper_reception ON paper (reception);
        CREATE INDEX paper_tray ON paper (point, issuedAt) WHERE delivery IS NULL;
        CREATE TABLE inquiry (
          id INTEGER PRIMARY KEY, point TEXT, at INTEGER, wishes TEXT, answeredAt INTEGER
        ) STRICT;
        CREATE INDEX inquiry_at ON inquiry (at);
        CREATE INDEX inquiry_open ON inquiry (point) WHERE wishes IS NULL;
        CREATE TABLE inquiry_restricted (
          subject INTEGER PRIMARY KEY, visitor TEXT, relation TEXT, document TEXT, phone TEXT, vehicle TEXT, asksFor TEXT
        ) STRICT;
        CREATE INDEX propertyClaim_reception ON propertyClaim (reception);
        """

    /// Protected lanes, doubted ages, and who is asked after once they have left.
    private static let lanes = """
        ALTER TABLE reception ADD COLUMN ageDoubtAt INTEGER;
        ALTER TABLE reception ADD COLUMN ageSource TEXT;
        ALTER TABLE reception ADD COLUMN ageFolio TEXT;
        ALTER TABLE reception ADD COLUMN exitMunicipality TEXT;
        ALTER TABLE reception ADD COLUMN leftOutOfHours INTEGER DEFAULT 0;
        -- Who inside may be a child or is in reserved attention is found without reading their rows.
        DROP INDEX reception_inside;
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt, birthDate, flags, ageSource)
          WHERE stage NOT IN ('listed', 'noShow', 'released');
        CREATE INDEX reception_received ON reception (point, receivedDay) WHERE receivedDay IS NOT NULL;
        CREATE TABLE laneTick (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, at INTEGER, officer INTEGER, medium TEXT,
          dueAt INTEGER, step TEXT, named INTEGER, relatives TEXT
        ) STRICT;
        CREATE INDEX laneTick_reception ON laneTick (reception);
        CREATE INDEX laneTick_due ON laneTick (point, dueAt) WHERE dueAt IS NOT NULL;
        CREATE TABLE laneTick_restricted (
          subject INTEGER PRIMARY KEY, who TEXT, folio TEXT, outcome TEXT, note TEXT
        ) STRICT;
        CREATE TABLE followUp (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, cause TEXT, referral INTEGER, askedAt INTEGER,
          dueOn TEXT, outcome TEXT, answeredAt INTEGER, tries INTEGER, explainedIn TEXT, reason TEXT, answers TEXT
        ) STRICT;
        CREATE INDEX followUp_reception ON followUp (reception);
        CREATE INDEX followUp_open ON followUp (point, dueOn) WHERE outcome IS NULL;
        CREATE INDEX followUp_left ON followUp (point, cause, askedAt) WHERE outcome IS NULL;
        CREATE TABLE screening (id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, at INTEGER) STRICT;
        CREATE INDEX screening_reception ON screening (reception);
        CREATE INDEX screening_at ON screening (point, at);
        CREATE TABLE screening_restricted (
          subject INTEGER PRIMARY KEY, interviewer TEXT, indicators TEXT, note TEXT
        ) STRICT;
        ALTER TABLE inquiry ADD COLUMN byLane INTEGER DEFAULT 0;
        ALTER TABLE paper ADD COLUMN about INTEGER;
        ALTER TABLE paper ADD COLUMN replaces TEXT;
        ALTER TABLE paper ADD COLUMN reservedAt INTEGER;
        ALTER TABLE paper ADD COLUMN cancelledAt INTEGER;
        ALTER TABLE paper ADD COLUMN cancelReason TEXT;
        DROP INDEX paper_tray;
        CREATE INDEX paper_tray ON paper (point, issuedAt)
          WHERE delivery IS NULL AND reservedAt IS NULL AND cancelledAt IS NULL;
        CREATE UNIQUE INDEX paper_folio ON paper (folio);
        CREATE TABLE stockItem (
          id INTEGER PRIMARY KEY, point TEXT, item TEXT, count INTEGER CHECK (count >= 0), low INTEGER, given INTEGER,
          countedAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX stockItem_point ON stockItem (point, item);
        CREATE TABLE bag (
          id INTEGER PRIMARY KEY, reception INTEGER, point TEXT, cause TEXT, tag TEXT, shelf TEXT, keptAt INTEGER,
          givenAt INTEGER, receiver TEXT
        ) STRICT;
        CREATE INDEX bag_reception ON bag (reception);
        CREATE INDEX bag_kept ON bag (point, keptAt) WHERE givenAt IS NULL;
        CREATE TABLE followUp_restricted (subject INTEGER PRIMARY KEY, pending TEXT, note TEXT) STRICT;
        """

    private static let entities = """
        CREATE TABLE officer (
          id INTEGER PRIMARY KEY, name TEXT, initials TEXT, account TEXT, lead INTEGER
        ) STRICT;
        CREATE TABLE point (
          id INTEGER PRIMARY KEY, code TEXT, name TEXT, kind TEXT, active INTEGER, zone TEXT, municipality TEXT,
          port TEXT, counterpart TEXT, desks INTEGER, windows TEXT, cut TEXT, share INTEGER, classes TEXT,
          shiftOpen INTEGER, lead INTEGER, shiftSince INTEGER, sinceTier2 INTEGER, lastTicket INTEGER,
          ticketDay TEXT, lastGroup INTEGER, groupDay TEXT, headCount INTEGER, headCountPlace TEXT
        ) STRICT;
        CREATE UNIQUE INDEX point_code ON point (code);
        CREATE TABLE "group" (
          id INTEGER PRIMARY KEY, point TEXT, number INTEGER, day TEXT, stage TEXT, mode TEXT, authority TEXT,
          office TEXT, expectedAt INTEGER, announcedAt INTEGER, arrivedAt INTEGER, declared INTEGER, line INTEGER,
          room INTEGER, difference TEXT, reopened TEXT, calledBy TEXT, phone TEXT, medical INTEGER, families INTEGER,
          children INTEGER, outOfHours INTEGER, balancedAt INTEGER, lastNumber INTEGER, lists TEXT
        ) STRICT;
        CREATE INDEX group_point ON "group" (point, announcedAt);
        CREATE INDEX group_open ON "group" (stage, point) WHERE stage <> 'concluded';
        CREATE TABLE desk (
          id INTEGER PRIMARY KEY, point TEXT, number INTEGER, state TEXT, officer INTEGER, attends TEXT, reason TEXT
        ) STRICT;
        CREATE UNIQUE INDEX desk_number ON desk (point, number);
        CREATE TABLE call (
          id INTEGER PRIMARY KEY, point TEXT, reception INTEGER, desk INTEGER, at INTEGER, byRule INTEGER,
          tier INTEGER, target INTEGER, waited INTEGER, sinceTier2 INTEGER, reason TEXT, outcome TEXT,
          attendedAt INTEGER, endedAt INTEGER
        ) STRICT;
        CREATE INDEX call_at ON call (point, at, waited, target) WHERE outcome <> 'undone';
        CREATE INDEX call_ended ON call (point, endedAt, attendedAt) WHERE outcome = 'attended';
        CREATE TABLE reception (
          id INTEGER PRIMARY KEY, person INTEGER NOT NULL, "group" INTEGER, point TEXT, listNumber INTEGER,
          offList INTEGER, stage TEXT, ticket INTEGER, ticketDay TEXT, given TEXT, firstSurname TEXT, secondSurname TEXT,
          unidentified INTEGER, description TEXT, sex TEXT, birthDate TEXT, seemsAdult INTEGER, birthState TEXT,
          curp TEXT, notes TEXT, suggested TEXT, listedCountry TEXT, alienNumber TEXT, tag TEXT, belongings TEXT,
          receivedAt INTEGER, receivedBy INTEGER, receivedDay TEXT, absence TEXT, absenceConfirmedBy TEXT,
          unlocated INTEGER, unlocatedSince INTEGER, found TEXT, flags TEXT, priority TEXT, tier INTEGER,
          target INTEGER, enteredAt INTEGER, notBefore INTEGER, desk INTEGER, takenFrom INTEGER, call INTEGER, recalls INTEGER,
          absences INTEGER, pause TEXT, remark TEXT, nationality TEXT, proof TEXT, motive TEXT, pendingSince INTEGER,
          interpreter TEXT, place TEXT, placeWith TEXT, certificate TEXT, registeredAt INTEGER, exit TEXT,
          exitAt INTEGER, destination TEXT, receiverInstitution TEXT, receiverName TEXT, receiverCredential TEXT,
          receiverPlate TEXT, receiverReception INTEGER, escort TEXT, answers TEXT
        ) STRICT;
        CREATE INDEX reception_group ON reception ("group", listNumber);
        CREATE INDEX reception_person ON reception (person);
        CREATE INDEX reception_waiting ON reception (point, priority, enteredAt, ticket, notBefore, tier, target)
          WHERE stage = 'waiting';
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt)
          WHERE stage NOT IN ('listed', 'noShow', 'released');
        CREATE UNIQUE INDEX reception_called ON reception (point, desk) WHERE stage = 'called';
        CREATE UNIQUE INDEX reception_interview ON reception (point, desk) WHERE stage = 'inInterview';
        CREATE UNIQUE INDEX reception_ticket ON reception (point, ticket)
          WHERE stage NOT IN ('listed', 'noShow', 'released');
        CREATE UNIQUE INDEX reception_open ON reception (person) WHERE stage NOT IN ('listed', 'noShow', 'released');
        CREATE INDEX reception_unlocated ON reception (point) WHERE unlocated = 1;
        CREATE INDEX reception_curp ON reception (curp) WHERE curp IS NOT NULL;
        CREATE UNIQUE INDEX reception_certificate ON reception (certificate) WHERE certificate IS NOT NULL;
        """
}
