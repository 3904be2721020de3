/// The lead has looked at another clock: the machine's is believed again, though it does not fit the newest fact.
package struct ConfirmClock: PointAct {
    package static let name = CommandName.confirmClock
    package static let duty = Duty.clock
    package static let parameters: [Parameter<ConfirmClock>] = [.point(\.point)]

    package var point = PointCode.none

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        let event = Event(.clockConfirmed, subject: point.id.value, changes: [])
        return Decision(context.isClockDoubted ? [event] : [], ids: context.ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed
            ? Bilingual("La hora queda confirmada.", "The hour is confirmed.")
            : Bilingual("El reloj no está en duda.", "The clock is not in doubt.")
    }
}
