import Repatriation
import SQLite

/// Whom of a list the store has inside already.
extension Store {
    /// Asks before the queue what a long list asks of everybody inside: in it only what has changed
    /// since is asked again. What follows from the list alone is made here too.
    package func foresee(_ people: [PersonData]) throws(StoreError) {
        let seq = try newestEvent()
        let each = people.map(ListedAhead.init)
        var inside: Set<Int> = []
        for (index, ahead) in each.enumerated() where ahead.facts.curp != nil {
            if try certainlyInside(ahead.facts) != nil { inside.insert(index) }
        }
        foreseen = Foreseen(seq: seq, people: people, inside: inside, each: each)
    }

    /// How many times somebody was changed after a row of the journal: at most so many people have
    /// come to a list since.
    package func changesOfPeople(since seq: Int) throws(StoreError) -> Int {
        try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT count(*) FROM journal j, json_each(j.payload) e
                WHERE j.seq > ? AND e.key GLOB 'reception:*'
                """
            ).bind(seq).first { $0.int(0) } ?? 0
        }
    }

    /// The numbers of those whom facts after a row have changed.
    private func numbersChanged(since seq: Int) throws(StoreError) -> Set<String> {
        try wrap { () throws(SQLiteError) in
            let found = try connection.statement(
                """
                SELECT r.curp FROM journal j, json_each(j.payload) e
                JOIN reception r ON r.id = CAST(substr(e.key, 11) AS INTEGER)
                WHERE j.seq > ? AND e.key GLOB 'reception:*' AND r.curp IS NOT NULL
                """
            ).bind(seq).all { $0.text(0) }
            return Set(found)
        }
    }

    /// Where these people are inside already, beyond doubt.
    func alreadyInside(_ people: [PersonData]) throws(StoreError) -> [Int: OpenReception] {
        var inside: [Int: OpenReception] = [:]
        let ahead = foreseen?.each(of: people)
        let open = try ahead == nil ? nil : foreseen?.open(numbersChanged)
        for index in open ?? Array(people.indices) where people[index].curp != nil {
            let facts = ahead?[index].facts ?? MatchFacts(people[index])
            guard let found = try certainlyInside(facts) else { continue }
            inside[index] = OpenReception(found)
        }
        return inside
    }

    /// The open reception of somebody who is this person beyond doubt: the same valid CURP, names
    /// and date.
    func certainlyInside(_ facts: MatchFacts) throws(StoreError) -> Reception? {
        guard let curp = facts.curp else { return nil }
        return try wrap { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT \(Store.candidateColumns) FROM reception r
                WHERE curp = ? AND (\(Inside.sql) OR sentStage IS NOT NULL)
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

    static let candidateColumns = """
        r.id, r.notSame, r.given, r.firstSurname, r.secondSurname, r.birthDate, r.sex,
        r.birthState, r.curp,
        r.personalAnswers ->> 'birthPrecision'
        """

    /// How alike a row is; nil for whoever is nobody like that. Those few are then read whole.
    static func score(_ row: Statement, _ facts: MatchFacts) -> MatchScore? {
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
}
