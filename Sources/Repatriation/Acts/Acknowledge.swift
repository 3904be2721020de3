/// Somebody knows of an alarm; takes it, or sets it aside for a while with a reason.
package struct Acknowledge: Act {
    package static let row = ActRow<Self>(
        .acknowledge, .alarms,
        [
            .text("alert", \.alert), .reason("note", \.note), .flag("take", \.isTaken),
            .instant("shelveUntil", \.shelvedUntil), .reason("reason", \.reason),
        ])

    /// Which: its tag.
    package var alert = ""
    /// What is to be known of it.
    package var note: String?
    /// Whoever acts takes it.
    package var isTaken = false
    /// Until when it is set aside; nil leaves it where it is, and brings back what was.
    package var shelvedUntil: Instant?
    /// Why it is set aside.
    package var reason: String?

    package init() {}

    /// An alarm, and what is made of it.
    package init(
        _ alert: AlarmTag, note: String? = nil, take: Bool = false, shelvedUntil: Instant? = nil,
        reason: String? = nil
    ) {
        self.alert = alert.text
        self.note = note
        isTaken = take
        self.shelvedUntil = shelvedUntil
        self.reason = reason
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        guard let tag = AlarmTag(alert) else { throw Refusal(.unknownAlarm) }
        return Seat(point: try facts.point(tag.point))
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        guard let tag = AlarmTag(alert), let told = try facts.alert(tag) else {
            throw Refusal(.unknownAlarm)
        }
        if let shelvedUntil { try checkShelving(told, until: shelvedUntil, context, facts) }
        var ids = context.ids
        let before = try facts.alarmMark(tag) ?? AlarmMark(id: ids.next())
        let isSame = told.state != .active
        var after = AlarmMark(id: before.id)
        after.tag = alert
        after.point = tag.point
        // A line that counts several is about the point: its note is nobody's alone.
        after.subject = try tag.subject ?? facts.point(tag.point).id.value
        after.since = told.since
        after.grade = told.grade.rawValue
        after.at = context.now
        after.officer = context.officer.id
        after.taken = isTaken ? context.officer.id : isSame ? before.taken : nil
        after.note = note ?? (isSame ? before.note : nil)
        after.shelvedUntil = shelvedUntil
        after.reason = reason
        let isNothing =
            isSame && after.taken == before.taken && after.note == before.note
            && told.shelvedUntil == shelvedUntil
        let event = Event(.alarmMarked, before, after)
        return Decision(isNothing ? [] : [event], Marked(self), ids: ids)
    }

    /// What somebody's life or freedom hangs on is never out of sight, and what is out of sight has
    /// a reason and an end.
    private func checkShelving(
        _ told: Alert, until end: Instant, _ context: Context, _ facts: some Facts
    ) throws {
        guard facts.leads else { throw Refusal(.onlyLead) }
        guard told.grade != .critical else { throw Refusal(.alarmNotShelved) }
        guard reason != nil else { throw Refusal(.missingField, ["field": "reason"]) }
        guard end > context.now, end <= context.now.adding(minutes: AlarmMark.longest) else {
            throw Refusal(.invalidValue, ["field": "shelveUntil"])
        }
    }

    private struct Marked: Outcome {
        let alert: String
        let state: Alert.State

        init(_ act: Acknowledge) {
            alert = act.alert
            state = act.shelvedUntil == nil ? .acknowledged : .shelved
        }

        var members: [String: JSON] {
            ["alert": .string(alert), "state": .string(state.rawValue)]
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard changed else { return nil }
        if shelvedUntil != nil {
            return Bilingual(
                "Aviso apartado: vuelve a su hora.", "Alert set aside: it comes back on its hour.")
        }
        return isTaken
            ? Bilingual("El aviso queda a su nombre.", "The alert is yours.")
            : Bilingual("Aviso reconocido.", "Alert acknowledged.")
    }
}
