/// A point's shift and its desks.
package struct ShiftOf: PointQuery {
    package typealias Answer = ShiftView
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// A point's shift and its desks.
package struct ShiftView: Sendable, Equatable {
    /// The point, as the reader may see it.
    package var point: ReceivingPoint
    /// Who opened it last, as `R. Ramírez`; nil while it never was open.
    package var lead: String?
    /// When it was opened last, by the point's clock; nil while it never was open.
    package var since: LocalTime?
    /// The point's wall clock.
    package var local: LocalTime
    /// Every desk of the point: number, state, who, what it attends, whether it was heard.
    package var desks: [DeskLine]
    /// What stays when the shift ends.
    package var remains = ShiftRemains()
    /// The hand-over that was signed and waits to be received.
    package var handOver: HandOver?
    /// Who signed it, as `R. Ramírez`.
    package var signer: String?
    /// How many of them wait to be called.
    package var waiting: Int
    /// The newest check of the open shift.
    package var check: ShiftCheck?
    /// Who made it, as `R. Ramírez`.
    package var checker: String?
    /// The newest count of water that stands; nil where nobody counted.
    package var water: WaterCount?
    /// Who made it, as `R. Ramírez`.
    package var waterCounter: String?
    /// The phones that the check asks for.
    package var phones = ShiftPhones([])
    /// What the clock shows against the newest fact, where nobody has vouched for it.
    package var clockDoubt: Bilingual?
    /// The word of a lead for the hour, which waits for another officer's.
    package var pending: PendingNote?

    /// A shift as it stands at one moment.
    package init(
        point: ReceivingPoint, lead: String?, since: LocalTime?, local: LocalTime,
        desks: [DeskLine],
        waiting: Int
    ) {
        self.point = point
        self.lead = lead
        self.since = since
        self.local = local
        self.desks = desks
        self.waiting = waiting
    }
}

/// A desk in the list of a shift.
package struct DeskLine: Sendable, Equatable, Identifiable {
    /// The number of the desk, from 1.
    package var id: Int
    /// Whether it works.
    package var state: DeskState
    /// Whose it is, as `R. Ramírez`; nil when it is nobody's.
    package var officer: String?
    /// What it says it attends.
    package var attends: Set<Attention>
    /// Whom it holds, by ticket.
    package var load: DeskLoad
    /// Whether its officer was heard in the last two minutes of an open shift.
    package var isHeard: Bool

    /// A desk as the lead's list shows it.
    package init(
        id: Int, state: DeskState, officer: String?, attends: Set<Attention>, load: DeskLoad,
        isHeard: Bool
    ) {
        self.id = id
        self.state = state
        self.officer = officer
        self.attends = attends
        self.load = load
        self.isHeard = isHeard
    }
}
