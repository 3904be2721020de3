/// The US side calls: a group is on its way.
package struct AnnounceGroup: PointAct {
    package static let row = ActRow<Self>(
        .announceGroup, .arrival, Announcement.parameters.map { $0.of(\.announcement) })

    package var point = PointCode.none
    /// What is said of it.
    package var announcement = Announcement()

    package init() {}

    /// A group that comes to a point.
    package init(_ point: PointCode, _ announcement: Announcement) {
        self.point = point
        self.announcement = announcement
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        var ids = context.ids
        let before = Group(id: ids.next())
        var after = before
        let numbered = point.number(&after, context)
        after.take(announcement)
        after.isOutOfHours = after.isOutside(hoursOf: point, context)
        let changes = [Change(from: before, to: after), Change(from: point, to: numbered)]
        let event = Event(
            .groupAnnounced, subject: after.id.value, changes: changes.compactMap { $0 })
        return Decision([event], Announced(after), ids: ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let group = outcome as? Announced else { return nil }
        guard group.isOutOfHours else {
            return Bilingual("\(group.name) anunciado.", "\(group.name) announced.")
        }
        return Bilingual(
            "\(group.name) anunciado FUERA DE HORARIO: avise a consulado y enlace.",
            "\(group.name) announced OUT OF HOURS: tell consulate and liaison.")
    }
}

extension ReceivingPoint {
    /// Gives a group the next number of the day, from now on announced here. The point, with that
    /// number as its last.
    func number(_ group: inout Group, _ context: Context) -> ReceivingPoint {
        let isNewDay = context.isNewDay(groupDay)
        group.point = code
        group.number = isNewDay ? 1 : lastGroup + 1
        group.day = isNewDay ? context.cutDay : groupDay
        group.announcedAt = context.now
        var numbered = self
        numbered.lastGroup = group.number
        numbered.groupDay = group.day
        return numbered
    }
}

/// The group that was announced.
package struct Announced: Outcome {
    /// Which.
    package let group: Identifier<Group>
    /// As the desk calls it.
    package let name: String
    /// Whether it comes when the point is closed to it.
    package let isOutOfHours: Bool

    fileprivate init(_ group: Group) {
        self.group = group.id
        name = group.name
        isOutOfHours = group.isOutOfHours
    }

    package var members: [String: JSON] {
        ["group": .int(group.value), "name": .string(name), "outOfHours": .bool(isOutOfHours)]
    }
}
