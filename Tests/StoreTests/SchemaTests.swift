import Repatriation
import SQLite
import Store
import Support
import Testing

/// What the schema promises to speed, and what a migration counts anew.
@Suite struct SchemaTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    /// A list of three or more values in the condition of an index is a table made at every change
    /// of somebody.
    @Test(arguments: [
        "UPDATE reception SET stage = ?1, desk = ?2, call = ?3 WHERE id = ?4",
        "UPDATE reception SET ticket = ?1, person = ?2, family = ?3 WHERE id = ?4",
        "INSERT INTO reception (id, person, stage, point) VALUES (?1, ?2, ?3, ?4)",
    ])
    func whoeverIsChangedMakesNoTableOfItsOwn(_ sql: String) throws {
        let connection = try Connection(path: test.path, mode: .write)
        let steps = try connection.statement("EXPLAIN " + sql).all { $0.text(1) }
        #expect(steps.contains("IdxInsert") && !steps.contains("OpenEphemeral"))
    }

    /// Every stage, in every row and out of every other.
    @Test(arguments: Stage.allCases) func whoIsInsideIsWhoeverIsInAStageOfThoseInside(
        _ stage: Stage
    ) throws {
        let raw = try Connection(path: test.path, mode: .write)
        let found = try raw.statement("SELECT inside FROM reception WHERE id = ?")
        for earlier in Stage.allCases {
            let id = stage.rawValue.utf8.count * 1000 + earlier.rawValue.utf8.count
            try raw.statement("INSERT INTO reception (id, person, stage) VALUES (?1, ?1, ?2)")
                .bind(id).bind(earlier.rawValue).run()
            #expect(try found.bind(id).first { $0.int(0) == 1 } == earlier.isInside)
            try raw.statement("UPDATE reception SET stage = ?2 WHERE id = ?1")
                .bind(id).bind(stage.rawValue).run()
            #expect(try found.bind(id).first { $0.int(0) == 1 } == stage.isInside)
            try raw.statement("DELETE FROM reception WHERE id = ?").bind(id).run()
        }
    }

    /// Those inside are found by an index, by whatever they are asked for.
    @Test(arguments: [
        ("point = ?1 AND stage = ?2 AND enteredAt > 0", "reception_inside"),
        ("point = ?1 AND ticket = ?2", "reception_ticket"),
        ("person = ?1 AND id <> ?2", "reception_open"),
        ("point = ?1 AND family = ?2", "reception_family_inside"),
    ])
    func whoIsInsideIsFoundWithoutReadingEverybody(_ asked: String, _ index: String) throws {
        let plan = try Connection(path: test.path, mode: .write).statement(
            "EXPLAIN QUERY PLAN SELECT * FROM reception WHERE \(asked) AND \(Inside.sql)"
        ).all { $0.text(3) }
        #expect(plan.contains { $0.contains("INDEX \(index) ") }, "\(plan)")
    }

    /// Older stores counted children by a date that only stood for a year, and whose age nobody had
    /// settled as adults.
    @Test func childrenOfRoughAgesAreCountedAnewByAMigration() throws {
        var person = TestStore.person(1)
        person.birthDate = nil
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.birthPrecision]) = ("2008-07-01", "estimated")
        (answers[.travelCondition], answers[.companionKinship]) = ("accompanied", "parent")
        try test.perform(.act(SaveProfile(id, answers)))
        let copy = "\(test.folder)/novena.db"
        try Connection(path: test.path, mode: .write).execute("VACUUM INTO '\(copy)'")
        let old = try Connection(path: copy, mode: .write)
        let children = "scope = 'NOG' AND measure = \(Cell.Measure.children.rawValue)"
        let count = "SELECT n FROM cell WHERE \(children)"
        let now = try old.statement(count).first { $0.int(0) }
        try #require(now == 1)
        try old.execute(
            """
            ALTER TABLE inquiry DROP COLUMN askedOf; ALTER TABLE laneTick DROP COLUMN tickProof;
            ALTER TABLE rightsRequest DROP COLUMN ground; ALTER TABLE attempt DROP COLUMN up;
            ALTER TABLE attempt DROP COLUMN boot; \(Older.withoutMarks) \(Older.withoutCounted)
            UPDATE cell SET n = n + 7 WHERE \(children); PRAGMA user_version = 9
            """)
        // Whatever had been counted is counted anew.
        let migrated = try Store(path: copy)
        #expect(try old.statement(count).first { $0.int(0) } == now)
        #expect(try migrated.verify(quick: false) == .holds(events: try migrated.figures().events))
    }
}
