import Repatriation
import SQLite

/// A group that somebody of a list stands in already.
package struct GroupOfTheDay: Sendable, Equatable {
    /// Which.
    package let id: Identifier<Group>
    /// As it is called.
    package let name: String
    /// Whether the reader may be told that the person stands in it.
    package let isTold: Bool
}

extension Reading<[String: GroupOfTheDay]> {
    /// Everybody of a point's groups of a day, by what tells people on lists apart.
    package static func listed(at code: PointCode, day: CivilDate) -> Reading {
        Reading { look in try look.listed(at: code, day: day) }
    }
}

extension Look {
    fileprivate func listed(at code: PointCode, day: CivilDate) throws(StoreError) -> [String:
        GroupOfTheDay]
    {
        try wrap { () throws(SQLiteError) in
            let groups = try rows.all(
                Group.self, "point = ? AND announcedAt > ?", .text(code.text),
                .int((day.daysSinceEpoch - 2) * 86_400_000)
            ).filter { $0.day == day }
            var known: [String: GroupOfTheDay] = [:]
            for group in groups {
                for person in try rows.all(Reception.self, "\"group\" = ?", .int(group.id.value)) {
                    known[person.likeness] = GroupOfTheDay(
                        id: group.id, name: group.name,
                        isTold: person.stage == .listed || person.isNamed(to: reader))
                }
            }
            return known
        }
    }
}
