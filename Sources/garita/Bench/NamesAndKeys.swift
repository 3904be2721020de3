import Repatriation
import SQLite

/// What is found and told by the rows of people: their words and keys.
struct NamesAndKeys {
    let connection: Connection

    func write() throws {
        try connection.execute(
            """
            INSERT INTO names (rowid, name) SELECT id, coalesce(given, '') || ' ' ||
              coalesce(firstSurname, '') || ' ' || coalesce(secondSurname, '') || ' ' ||
              coalesce(curp, '') FROM reception
              WHERE coalesce(given, firstSurname, secondSurname, curp) IS NOT NULL ORDER BY id;
            CREATE TEMP TABLE key (key INTEGER, reception INTEGER)
            """)
        let people = try connection.statement(
            "SELECT id, given, firstSurname, secondSurname, birthDate, curp FROM reception")
        defer { people.reset() }
        let insert = try connection.statement("INSERT INTO temp.key VALUES (?,?)")
        while try people.step() {
            func text(_ column: Int) -> String? {
                people.isNull(column) ? nil : people.text(column)
            }
            let facts = MatchFacts(
                given: text(1), firstSurname: text(2), secondSurname: text(3),
                birth: text(4).flatMap(CivilDate.init(text:)).map { Birth($0, .exact) }, sex: nil,
                birthState: nil, curp: text(5))
            for key in facts.keptKeys {
                try insert.bind(key).bind(people.exactInt(0)).run()
            }
        }
        try connection.execute(
            """
            INSERT INTO block SELECT key, reception FROM temp.key ORDER BY key, reception;
            DROP TABLE temp.key
            """)
    }
}
