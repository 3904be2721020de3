/// The lead has looked at another clock: the machine's is believed again, though it does not fit
/// the newest fact.
///
/// Far from what it should show, or ahead for the second time in a day, two have looked.
package struct ConfirmClock: PointAct, TakesTwo {
    package static let row = ActRow<Self>(.confirmClock, .clock)

    package var point = PointCode.none

    package init() {}

    package var isConfirmedByAnybody: Bool { true }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard context.isClockDoubted else { return Decision([], ids: context.ids) }
        let isAhead = context.clockJump > 0
        let isFar = abs(context.clockJump) > ClockWitness.alone
        let takesTwo = try isFar || isAhead && facts.wasHourConfirmedAlone()
        guard context.confirmer != nil || !takesTwo else {
            return try context.pending(self, about: point.id.value, at: point.code, facts)
        }
        let event = Event(.clockConfirmed, subject: point.id.value, changes: [])
        return Decision([event], ids: context.ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        if outcome is LeftPending {
            return Bilingual(
                "Falta que otra persona mire la hora y la confirme: F9 t, «h».",
                "Somebody else looks at the hour too and confirms it: F9 t, «h».")
        }
        return changed
            ? Bilingual("La hora queda confirmada.", "The hour is confirmed.")
            : Bilingual("El reloj no está en duda.", "The clock is not in doubt.")
    }
}
