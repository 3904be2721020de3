extension Schema {
    /// Which services somebody wants of a point; people who go from one point to another; lists
    /// that authorities were given.
    static let movement = """
        ALTER TABLE reception ADD COLUMN serviceRoute TEXT;
        ALTER TABLE reception ADD COLUMN formerGroups TEXT DEFAULT '';
        ALTER TABLE reception ADD COLUMN firstPoint TEXT;
        ALTER TABLE reception ADD COLUMN sentStage TEXT;
        ALTER TABLE reception ADD COLUMN sentTicket INTEGER;
        ALTER TABLE "group" ADD COLUMN origin TEXT;
        ALTER TABLE "group" ADD COLUMN vehicle TEXT;
        ALTER TABLE "group" ADD COLUMN driver TEXT;
        ALTER TABLE "group" ADD COLUMN sentBy INTEGER;
        ALTER TABLE "group" ADD COLUMN sentAt INTEGER;
        CREATE INDEX group_sent ON "group" (origin) WHERE origin IS NOT NULL AND stage <> 'concluded';
        DROP INDEX laneTick_due;
        CREATE INDEX laneTick_due ON laneTick (dueAt, reception) WHERE dueAt IS NOT NULL;
        CREATE TABLE groupShare (
          id INTEGER PRIMARY KEY, "group" INTEGER, point TEXT, "with" TEXT, basis TEXT, shared TEXT,
          who TEXT, people INTEGER, sentBy INTEGER, at INTEGER, beforeArrival INTEGER
        ) STRICT;
        CREATE INDEX groupShare_group ON groupShare ("group");
        """
}
