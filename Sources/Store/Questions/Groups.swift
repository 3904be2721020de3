import Repatriation
import SQLite

extension GroupsOf: Readable {
    package var reading: Reading<[GroupLine]> { Reading { try $0.groups(at: point) } }
}

extension Reading<GroupLine?> {
    /// One group with its counts.
    package static func group(_ id: Identifier<Group>) -> Reading {
        Reading { look in try look.group(id) }
    }
}

extension Reading<Roll?> {
    /// Everybody of a group, in the order of the list, those off the list last; `kind` says how it
    /// is looked at.
    package static func roll(of id: Identifier<Group>, as kind: ReadKind = .roll) -> Reading {
        Reading(traces: { roll in
            roll.map { [Trace(kind, of: id.value, count: $0.rows.count)] } ?? []
        }) { look in try look.roll(of: id) }
    }
}

extension RollOf: Readable {
    package var reading: Reading<Roll> {
        Reading(traces: { [Trace(.roll, of: group.value, count: $0.rows.count)] }) {
            try there($0.roll(of: group))
        }
    }
}

extension Look {
    fileprivate func groups(at code: PointCode) throws -> [GroupLine] {
        guard let point = try point(code) else { return [] }
        let zone = try store.zone(point.zone)
        let groups = try rows.all(
            Group.self,
            "point = ? AND announcedAt > ? ORDER BY announcedAt DESC, id DESC LIMIT 200",
            .text(code.text), .int(now.adding(minutes: -4320).milliseconds))
        var lines: [GroupLine] = []
        for group in groups {
            let shown = group.hiding(outside: reader.classes)
            lines.append(
                GroupLine(group: shown, counts: try store.counts(of: group.id), zone: zone))
        }
        return lines
    }

    func group(_ id: Identifier<Group>) throws -> GroupLine? {
        let found: Group? = try rows.find(id)
        guard let group = found, let point = try point(group.point) else { return nil }
        let zone = try store.zone(point.zone)
        let shown = group.hiding(outside: reader.classes)
        return GroupLine(group: shown, counts: try store.counts(of: id), zone: zone)
    }

    fileprivate func roll(of id: Identifier<Group>) throws -> Roll? {
        guard let line = try group(id), let point = try point(line.group.point) else { return nil }
        let zone = try store.zone(point.zone)
        let people = try rows.all(
            Reception.self,
            """
            "group" = ? AND retractedAt IS NULL ORDER BY listNumber IS NULL, listNumber, id
            """,
            .int(id.value))
        var lines: [RollRow] = []
        for person in people {
            let initials =
                try person.receivedBy.map { id in try store.officer(id)?.initials
                }
                ?? nil
            lines.append(
                RollRow(
                    reception: person.visible(to: reader), receivedBy: initials,
                    receivedAt: person.receivedAt.map(zone.local)))
        }
        return Roll(line: line, rows: lines)
    }
}
