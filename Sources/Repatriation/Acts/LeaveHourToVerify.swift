/// Whoever writes first by a clock that does not fit was asked for the hour, and goes on: what the
/// day's hours say is to be verified until a lead confirms the hour.
package struct LeaveHourToVerify: PointAct {
    package static let row = ActRow<Self>(
        .leaveHourToVerify, .queue, alsoOf: [.arrival, .care, .services, .alarms, .clock],
        alsoFor: Set(OfficerRole.allCases).subtracting([.auditor, .trainer]))

    package var point = PointCode.none

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard context.isClockDoubted else { return Decision([], ids: context.ids) }
        let event = Event(.hourLeftToVerify, subject: point.id.value, changes: [])
        return Decision([event], ids: context.ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed
            ? Bilingual(
                "Hora por verificar: la jefatura lo ve y la confirma.",
                "Hour to be verified: the lead sees it and confirms it.")
            : Bilingual("El reloj no está en duda.", "The clock is not in doubt.")
    }
}
