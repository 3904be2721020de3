import Repatriation
import SQLite

extension Reading<[Hit]> {
    /// People by name, CURP or ticket: those inside today first, then the newest. At most `most`.
    ///
    /// The newest are taken, as they were written, and of those the ones inside and at this point
    /// go before: at a million people each row more is a cold page. Every word must be found, the
    /// last as a beginning. Gives up after so many milliseconds with what it has. Throws `tooLong`.
    package static func search(
        _ text: String, at point: PointCode?, most: Int = Hit.most, within milliseconds: Int = 20
    ) -> Reading {
        Reading(traces: { Trace.at($0.map(\.id.value), .search) }) { look in
            try look.search(text, at: point, most: most, within: milliseconds)
        }
    }
}

extension SearchFor: Readable {
    package var reading: Reading<[Hit]> { .search(text, at: point) }
}

extension Look {
    fileprivate func search(
        _ text: String, at point: PointCode?, most: Int, within milliseconds: Int
    ) throws -> [Hit] {
        // Each word more is a list more to be walked: nobody's name is so long.
        guard text.utf8.count <= Hit.longest else {
            throw Refusal(.tooLong, ["field": "search", "most": .int(NameText.longest)])
        }
        // A name that is found answers whether somebody is here, and is told letter by letter: only
        // numbers are looked up for those who are not told the name.
        return try find(text, at: point, most: most, within: milliseconds)
    }

    private func find(
        _ text: String, at point: PointCode?, most: Int, within milliseconds: Int
    ) throws -> [Hit] {
        let joined = text.filter { !Look.apostrophes.contains($0) }
        let words = NameText.folded(joined).split(separator: " ").map(String.init)
        guard let last = words.last else { return [] }
        if let certificate = Look.folio(text) {
            return try by("certificate = ?", .text(certificate))
        }
        if words.count == 1, let ticket = Int(last), last.count <= 4 {
            return try byTicket(ticket, at: point)
        }
        guard reader.reads(.personal) else { return [] }
        if let date = Look.date(text) {
            return try by(Look.bornOn, .int(MatchFacts.key(of: date))) { $0.isNamed(to: reader) }
        }
        let deadline = Deadline(milliseconds: milliseconds)
        let hits = try connection.interrupting(when: { deadline.hasPassed }) {
            let whole = words.dropLast().map {
                Look.withElided($0, "\"\($0)\"", isWhole: true)
            }
            let terms = whole + [Look.withElided(last, try beginning(last), isWhole: false)]
            return try collect(terms.joined(separator: " AND "), most: most)
        }
        return Array(hits.sorted { Look.comesFirst($0, $1, point) }.prefix(most))
    }

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "´", "`"]

    /// O'Hara is written with and without its apostrophe, and stands in the index as two words
    /// where it has one: a word that may be such a name is looked for both ways.
    private static func withElided(_ word: String, _ term: String, isWhole: Bool) -> String {
        guard word.count > 3, let first = word.first, "odlnm".contains(first) else { return term }
        return "(\(term) OR (\"\(first)\" AND \"\(word.dropFirst())\"\(isWhole ? "" : "*")))"
    }

    /// A word by its beginning. Up to three letters have an index of their own; for more FTS5 would
    /// first gather everybody of every such word, so that the words themselves are named instead,
    /// as long as they are few.
    private func beginning(_ word: String) throws -> String {
        let prefix = "\"\(word)\"*"
        guard word.count > 3 else { return prefix }
        var found: [String] = []
        do throws(SQLiteError) {
            try connection.execute(
                """
                CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, names, \
                col)
                """
            )
            found = try connection.statement(
                "SELECT term FROM temp.vocabulary WHERE term >= ?1 AND term < ?1 || ?2 LIMIT ?3"
            ).bind(word).bind("\u{10FFFF}").bind(Look.mostWords + 1).all { "\"\($0.text(0))\"" }
        } catch {
            // Interrupted: the time is nearly up, and the prefix gives what it can.
            guard error.code & 0xFF == 9 else { throw error }
        }
        guard (1...Look.mostWords).contains(found.count) else { return prefix }
        return "(\(found.joined(separator: " OR ")))"
    }

    /// FTS5 takes at most 256 words side by side.
    private static let mostWords = 240

    /// The rows that come before the time is up. Whoever may not be named takes nobody's place
    /// among them.
    private func collect(_ terms: String, most: Int) throws -> [Hit] {
        let statement = try connection.statement(
            """
            SELECT \(Look.hitColumns) FROM names f JOIN reception r ON r.id = f.rowid
            JOIN "group" g ON g.id = r."group" WHERE names MATCH ? AND r.blockedAt IS NULL
            ORDER BY f.rowid DESC
            """
        ).bind(terms)
        defer { statement.reset() }
        var hits: [Hit] = []
        do throws(SQLiteError) {
            while hits.count < most, try statement.step() {
                let person = Look.found(statement)
                guard person.isNamed(to: reader) else { continue }
                hits.append(Hit(person, group: statement.int(1), to: reader))
            }
        } catch {
            // 9 is SQLITE_INTERRUPT: the time was up.
            guard error.code & 0xFF == 9 else { throw error }
        }
        return hits
    }

    private static let bornOn = """
        id IN (SELECT reception FROM block WHERE key = ?1
          UNION ALL SELECT reception FROM recentBlock WHERE key = ?1)
        """

    /// What a hit shows, and what is asked of a person to know who may be named.
    private static let hitFields = ReceptionSlice(
        Reception.readToName + [
            "ticket", "point", "stage", "sentStage", "receivedDay", "birthDate",
            "personalAnswers",
        ])

    /// The group's number before them.
    private static let hitColumns = "r.id, g.number, \(hitFields.columns(of: "r"))"

    private static func found(_ row: Statement) -> Reception {
        hitFields.read(row, id: row.int(0), from: 2)
    }

    /// A folio as it is printed: `NOG-26-K7Q-004512-3`.
    static func folio(_ text: String) -> String? {
        let upper = text.trimmed.uppercased()
        return upper.count >= 17 && upper.split(separator: "-").count == 5 ? upper : nil
    }

    /// A day as `1990-05-06` or `6/5/1990`.
    private static func date(_ text: String) -> CivilDate? {
        if let date = CivilDate(text: text.trimmed) { return date }
        let parts = text.trimmed.split { "/-.".contains($0) }.map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            year > 1900
        else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day)
    }

    private func by(
        _ condition: String, _ value: Value,
        where isFound: (Reception) -> Bool = { _ in true }
    ) throws -> [Hit] {
        let found = try connection.statement(
            """
            SELECT \(Look.hitColumns) FROM reception r JOIN "group" g ON g.id = r."group"
            WHERE r.\(condition)
            AND r.blockedAt IS NULL ORDER BY +r.id DESC
            """
        ).bind(value)
        defer { found.reset() }
        var hits: [Hit] = []
        while hits.count < 50, try found.step() {
            let person = Look.found(found)
            guard isFound(person) else { continue }
            hits.append(Hit(person, group: found.int(1), to: reader))
        }
        return hits
    }

    private func byTicket(_ ticket: Int, at point: PointCode?) throws -> [Hit] {
        let inside = try by("ticket = ? AND \(Inside.sql(of: "r"))", .int(ticket))
        // Whoever left is asked for by their number too: the last who had it here, of this series
        // of numbers or the one before.
        let left: [Hit] =
            try point.map { code in try gone(ticket, at: code) } ?? []
        let last = left.max {
            ($0.day?.daysSinceEpoch ?? 0, $0.id.value) < ($1.day?.daysSinceEpoch ?? 0, $1.id.value)
        }
        return (inside + [last].compactMap { $0 }).sorted { Look.comesFirst($0, $1, point) }
    }

    private func gone(_ ticket: Int, at code: PointCode) throws -> [Hit] {
        let since = try self.point(code)?.ticketDay.map {
            CivilDate(daysSinceEpoch: $0.daysSinceEpoch - 1)
        }
        guard let since else { return [] }
        return try by(
            """
            point = '\(code.text)' AND r.receivedDay >= '\(since.text)' AND r.stage = 'released' \
            AND r.ticket = ?
            """,
            .int(ticket))
    }

    private static func comesFirst(_ left: Hit, _ right: Hit, _ point: PointCode?) -> Bool {
        func rank(_ hit: Hit) -> Int {
            (hit.stage.isInside || hit.stage == .listed ? 0 : 2)
                + (point == nil || hit.point == point ? 0 : 1)
        }
        return (rank(left), -left.id.value) < (rank(right), -right.id.value)
    }
}
