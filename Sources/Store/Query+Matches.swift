import Repatriation
import SQLite

extension Store {
    /// Who was received before and may be this person, the likeliest first; one per person.
    /// O(keys), not O(receptions).
    ///
    /// `own`, its `person`, those in `notSame`, and whoever was told apart from that person are
    /// left out.
    package func matches(
        _ facts: MatchFacts, own: Identifier<Reception>? = nil, person: Identifier<Person>? = nil,
        notSame: [Identifier<Person>] = [], most: Int = 10
    ) throws(StoreError) -> [MatchCandidate] {
        // Whether somebody is alike is an answer too: those who read no names get none.
        let eyes = try eyes()
        guard eyes.reads(.personal) else { return [] }
        let found = try wrap { () throws(SQLiteError) in
            var best: [Int: MatchCandidate] = [:]
            var seen: Set<Int> = []
            for key in facts.blockingKeys {
                let statement = try connection.statement(Store.matchQuery).bind(key)
                defer { statement.reset() }
                while try statement.step() {
                    let id = statement.int(0)
                    guard id != own?.value, seen.insert(id).inserted else { continue }
                    guard let score = Store.score(statement, facts),
                        !Store.isToldApart(statement, from: person),
                        let other = try rows.found(statement), other.isNamed(to: eyes),
                        let found = MatchCandidate(other, score, to: eyes),
                        !notSame.contains(found.person),
                        found.person != person
                    else { continue }
                    let earlier = best[found.person.value]
                    if earlier.map({ $0.score.points < found.score.points }) ?? true {
                        best[found.person.value] = found
                    }
                }
            }
            return Array(best.values.sorted { $0.score.points > $1.score.points }.prefix(most))
        }
        return found
    }

    /// Who is like somebody as typed; those told apart from `own`, and its own person, are left
    /// out.
    package func alike(_ person: PersonData, own: Identifier<Reception>?) throws(StoreError)
        -> [MatchCandidate]
    {
        let known: Reception? = try wrap { () throws(SQLiteError) in
            try own.flatMap { id throws(SQLiteError) in try rows.find(id) }
        }
        return try matches(
            MatchFacts(person), own: own, person: known?.person, notSame: known?.notSame ?? [])
    }

    /// Nobody's name is so common beside a birth date that more than these need to be looked at.
    private static let matchQuery = """
        SELECT \(candidateColumns) FROM block b CROSS JOIN reception r ON r.id = b.reception WHERE b.key = ?
        AND r.blockedAt IS NULL ORDER BY b.reception DESC LIMIT 200
        """

    private static let candidateColumns = """
        r.id, r.notSame, r.given, r.firstSurname, r.secondSurname, r.birthDate, r.sex, r.birthState, r.curp,
        r.personalAnswers ->> 'birthPrecision'
        """

    /// «No es la misma» holds from both sides.
    private static func isToldApart(_ row: Statement, from person: Identifier<Person>?) -> Bool {
        guard let person, !row.isNull(1) else { return false }
        return row.text(1).split(separator: ";").contains { $0 == String(person.value) }
    }

    /// How alike a row is; nil for whoever is nobody like that. Those few are then read whole.
    private static func score(_ row: Statement, _ facts: MatchFacts) -> MatchScore? {
        func text(_ column: Int) -> String? { row.isNull(column) ? nil : row.text(column) }
        let other = MatchFacts(
            given: text(2), firstSurname: text(3), secondSurname: text(4),
            birth: text(5).flatMap { CivilDate(text: $0) }.map {
                Birth($0, code: text(9))
            },
            sex: text(6).flatMap(Sex.init), birthState: text(7), curp: text(8))
        let score = MatchScore(facts, other)
        return score.grade == nil ? nil : score
    }

    /// The open reception of somebody who is this person beyond doubt: the same valid CURP, names
    /// and date.
    package func certainlyInside(_ facts: MatchFacts) throws(StoreError) -> Reception? {
        guard let curp = facts.curp else { return nil }
        return try wrap { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT \(Store.candidateColumns) FROM reception r
                WHERE curp = ? AND \(Inside.sql)
                """
            ).bind(curp)
            defer { statement.reset() }
            while try statement.step() {
                if Store.score(statement, facts)?.isCertain == true {
                    return try rows.found(statement)
                }
            }
            return nil
        }
    }
}
