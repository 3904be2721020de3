extension ReceivingPoint {
    /// Receives somebody and gives the next number; the series restarts after the cut once nobody
    /// is inside.
    func giveTicket(
        _ reception: inout Reception, _ context: Context, _ facts: some Facts
    ) throws -> ReceivingPoint {
        var point = self
        if reception.isOnTheWay {
            // Whoever comes from another point was received there: day and hour stay.
            reception.arrive()
        } else {
            reception.receivedAt = context.now
            reception.receivedBy = context.officer.id
            reception.receivedDay = context.cutDay
            reception.receivedDate = context.local.day
            reception.stage = .received
        }
        // What is typed from a sheet of yesterday takes its number from the series of today.
        let isNewDay =
            context.isNewDay(point.ticketDay)
            && (context.sheet == nil || point.ticketDay.map { $0 < context.cutDay } ?? true)
        if try point.ticketDay == nil || isNewDay && facts.countInside(at: code) == 0 {
            point.lastTicket = 0
            point.ticketDay = context.cutDay
        }
        // A number given before an undo is given again, as long as its series runs; a day may come
        // twice where a clock was wrong, and then it is somebody else's by now.
        let isOfTheSeries =
            reception.ticketDay == point.ticketDay && (reception.ticket ?? 0) <= point.lastTicket
        let isKept = try isOfTheSeries && reception.ticket != nil && facts.isNumberFree(reception)
        if !isKept {
            point.lastTicket += 1
            reception.ticket = point.lastTicket
            reception.ticketDay = point.ticketDay
        }
        if reception.stage == .received, reception.priority != nil {
            reception.enterQueue(at: context.now)
        }
        return point
    }
}
