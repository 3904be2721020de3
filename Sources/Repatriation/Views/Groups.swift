/// The groups of a point, the newest first, since three days.
package struct GroupsOf: PointQuery {
    package typealias Answer = [GroupLine]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// A group with its counts.
package struct GroupLine: Sendable, Equatable, Identifiable {
    /// The group, as the reader may see it.
    package var group: Group
    /// How many of its people are where.
    package var counts: GroupCounts
    /// The announcement, as the point's clock shows it.
    package var announced: LocalTime?
    /// When it is expected, by the same clock; nil where nobody said.
    package var expected: LocalTime?
    /// When it came, by the same clock; nil before.
    package var arrived: LocalTime?
    /// The identifier of the group.
    package var id: Identifier<Group> { group.id }

    /// A line about one group, with its hours by the clock of a zone.
    package init(group: Group, counts: GroupCounts, zone: Zone) {
        self.group = group
        self.counts = counts
        announced = group.announcedAt.map(zone.local)
        expected = group.expectedAt.map(zone.local)
        arrived = group.arrivedAt.map(zone.local)
    }
}

/// A line of a roll call.
package struct RollRow: Sendable, Equatable, Identifiable {
    /// The person, as the reader may see them.
    package var reception: Reception
    /// Initials of who received the person, and the point's time.
    package var receivedBy: String?
    /// When the person was received, by the point's clock; nil before.
    package var receivedAt: LocalTime?
    /// The identifier of the reception.
    package var id: Identifier<Reception> { reception.id }

    /// A line about one person of the roll.
    package init(reception: Reception, receivedBy: String?, receivedAt: LocalTime?) {
        self.reception = reception
        self.receivedBy = receivedBy
        self.receivedAt = receivedAt
    }
}

/// Everybody of a group, in the order of the list, those off the list last.
package struct RollOf: Query {
    package typealias Answer = Roll
    /// Which group.
    package let group: Identifier<Group>

    /// The roll of one group.
    package init(_ group: Identifier<Group>) { self.group = group }

    package var leavesTrace: Bool { true }
}

/// A group with everybody of it.
package struct Roll: Sendable, Equatable {
    /// The group with its counts.
    package let line: GroupLine
    /// In the order of the list, those off the list last.
    package let rows: [RollRow]

    /// The roll of one group.
    package init(line: GroupLine, rows: [RollRow]) {
        self.line = line
        self.rows = rows
    }
}

/// A time in which a point asked nine answers of everybody, by its own clock.
package struct Peak: Sendable, Equatable {
    /// Since when.
    package let from: LocalTime
    /// Until when; nil while it lasts.
    package var to: LocalTime?
    /// Who said so.
    package let by: String
    /// Why.
    package var reason: String

    /// A time of peak.
    package init(from: LocalTime, to: LocalTime?, by: String, reason: String) {
        self.from = from
        self.to = to
        self.by = by
        self.reason = reason
    }

    /// `23:10–01:40, R. Ramírez: 828 personas, 4 ventanillas`.
    package var words: String { "\(from.clock)–\(to?.clock ?? ""), \(by): \(reason)" }
}
