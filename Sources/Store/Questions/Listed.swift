import Repatriation
import SQLite

/// A group that somebody of a list stands in already.
package struct GroupOfTheDay: Sendable, Equatable {
    /// Which.
    package let id: Identifier<Group>
    /// As it is called.
    package let name: String
}

extension Reading<[(line: Int, group: GroupOfTheDay?)]> {
    /// Who of a list stands in one of a point's groups of a day already, by what tells people on
    /// lists apart; nil where it is not told in which.
    package static func listed(
        _ people: [(line: Int, person: PersonData)], at code: PointCode, day: CivilDate
    ) -> Reading {
        Reading(traces: { Trace.match(of: $0.count) }) { look in
            let known = try look.listed(at: code, day: day)
            guard !known.isEmpty else { return [] }
            return people.compactMap { line, person in
                known[person.likeness].map { (line, $0) }
            }
        }
    }
}

extension Reading<Int> {
    /// How many of a list stand in none of those groups, each counted once.
    package static func unlisted(
        _ people: [PersonData], at code: PointCode, day: CivilDate
    ) -> Reading {
        Reading { look in
            let known = try look.listed(at: code, day: day)
            return Set(people.map(\.likeness)).count { !known.keys.contains($0) }
        }
    }
}

extension Look {
    fileprivate func listed(at code: PointCode, day: CivilDate) throws -> [String:
        GroupOfTheDay?]
    {
        let groups = try rows.all(
            Group.self, "point = ? AND announcedAt > ?", .text(code.text),
            .int((day.daysSinceEpoch - 2) * 86_400_000)
        ).filter { $0.day == day }
        var known: [String: GroupOfTheDay?] = [:]
        for group in groups {
            let told = GroupOfTheDay(id: group.id, name: group.name)
            for person in try rows.lines("\"group\" = ?", .int(group.id.value)) {
                let isTold = person.stage == .listed || person.isNamed(to: reader)
                known[person.likeness] = .some(isTold ? told : nil)
            }
        }
        return known
    }
}
