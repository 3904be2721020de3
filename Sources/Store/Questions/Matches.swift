import Repatriation
import SQLite

extension Reading<[MatchCandidate]> {
    /// Who was received before and may be this person, the likeliest first; one per person.
    /// O(keys), not O(receptions).
    package static func matches(_ facts: MatchFacts, most: Int = 10) -> Reading {
        Reading { look in try look.matches(facts, most: most) }
    }
}

/// Those told apart from `own`, and its own person, are left out.
extension WhoIsAlike: Readable {
    package var reading: Reading<[MatchCandidate]> {
        Reading(traces: { Trace.at($0.map(\.person.value), .match) }) {
            try $0.alike(person, own: own)
        }
    }
}

extension Reading<[Int: [MatchCandidate]]> {
    /// Who of many may have come before, by the number given with each; those like nobody have no
    /// candidates. Whether somebody was here is a reading, with names or without.
    package static func matches(_ people: [(number: Int, person: PersonData)]) -> Reading {
        Reading(traces: { Trace.match(of: $0.values.count { !$0.isEmpty }) }) { look in
            var found: [Int: [MatchCandidate]] = [:]
            for (number, person) in people {
                found[number, default: []] += try look.matches(MatchFacts(person))
            }
            return found
        }
    }
}

extension Reading<[Int: InsideAlready]> {
    /// Who of many is inside beyond doubt, by the number given with each: the same valid CURP,
    /// names and date. That somebody is here is a reading, told where or not.
    package static func inside(_ people: [(number: Int, person: PersonData)]) -> Reading {
        Reading(traces: { Trace.match(of: $0.count) }) { look in
            var found: [Int: InsideAlready] = [:]
            for (number, person) in people where person.curp != nil {
                found[number] = try look.store.certainlyInside(MatchFacts(person)).map {
                    InsideAlready(point: $0.isNamed(to: look.reader) ? $0.point : nil)
                }
            }
            return found
        }
    }
}

/// That somebody is inside already.
package struct InsideAlready: Sendable, Equatable {
    /// Where; nil where that is not told.
    package let point: PointCode?
}

extension Look {
    /// `own`, its `person`, those in `notSame`, and whoever was told apart from that person are
    /// left out.
    func matches(
        _ facts: MatchFacts, own: Identifier<Reception>? = nil, person: Identifier<Person>? = nil,
        notSame: [Identifier<Person>] = [], most: Int = 10
    ) throws -> [MatchCandidate] {
        // Whether somebody is alike is an answer too: those who read no names get none.
        guard reader.reads(.personal) else { return [] }
        var best: [Int: MatchCandidate] = [:]
        var seen: Set<Int> = []
        for (key, query) in facts.blockingKeys.flatMap({ key in Look.queries.map { (key, $0) } }) {
            let statement = try connection.statement(query).bind(key)
            defer { statement.reset() }
            while try statement.step() {
                let id = statement.int(0)
                guard id != own?.value, seen.insert(id).inserted else { continue }
                guard let score = Store.score(statement, facts),
                    !Look.isToldApart(statement, from: person),
                    let other = try rows.found(statement), other.isNamed(to: reader),
                    let found = MatchCandidate(other, score, to: reader),
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

    fileprivate func alike(_ person: PersonData, own: Identifier<Reception>?) throws
        -> [MatchCandidate]
    {
        let known: Reception? = try own.flatMap { id in try rows.find(id) }
        return try matches(
            MatchFacts(person), own: own, person: known?.person, notSame: known?.notSame ?? [])
    }

    /// Nobody's name is so common beside a birth date that more than these need to be looked at.
    private static let queries = ["recentBlock", "block"].map { table in
        """
        SELECT \(Store.candidateColumns) FROM \(table) b
        CROSS JOIN reception r ON r.id = b.reception
        WHERE b.key = ? AND r.blockedAt IS NULL ORDER BY b.reception DESC LIMIT 200
        """
    }

    /// «No es la misma» holds from both sides.
    private static func isToldApart(_ row: Statement, from person: Identifier<Person>?) -> Bool {
        guard let person, !row.isNull(1) else { return false }
        return row.text(1).split(separator: ";").contains { $0 == String(person.value) }
    }
}
