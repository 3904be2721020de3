import Repatriation
import Screens
import Store

/// The reports of a shift, from what the store answers one officer.
struct ShiftReports {
    let store: Store
    let officer: Officer
    let asker: Asker
    let now: Instant
    let language: Language

    private func ask<Answer>(_ reading: Reading<Answer>) throws -> Answer {
        try store.answer(reading, for: asker, at: now)
    }

    /// What stays; nil for those who may not know what each needs.
    private func handOver(_ code: PointCode) throws -> HandOverView? {
        do {
            return try ask(HandOverOf(code).reading)
        } catch let refusal as Refusal where refusal.code == .notAllowed {
            return nil
        }
    }

    /// One of them, ready to be printed; `moment` asks for a day that has passed. Throws
    /// `unknownPoint`, `notAllowed`, `notPast`.
    func make(_ report: ShiftReport, at code: PointCode, of moment: Instant?) throws -> any Printed
    {
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let zone = try store.zone(point.zone)
        let head = ShiftHead(
            of: report == .board ? nil : point, zone: zone, now: now, author: officer.short,
            language: language, isDrill: store.isDrill)
        switch report {
        case .board:
            let board = try ask(
                moment.map { BoardThen(at: $0).reading } ?? BoardNow().reading)
            return board.book(head)
        case .shift:
            let day = try ask(DayOf(code, of: moment).reading)
            let lasts = day.span.contains(now)
            return day.book(head, remains: try lasts ? handOver(code) : nil)
        case .referrals: return try ask(ReferralsOf(code).reading).book(head)
        case .children:
            return PaperDocument.childBook(
                try ask(ChildBookOf(code, .open).reading), at: point, zone: zone, now: now,
                isDrill: store.isDrill)
        case .late:
            return LateThings(
                try ask(ReferralsOf(code).reading), try ask(ChildBookOf(code, .open).reading),
                try ask(HandOverOf(code).reading), try ask(FollowUpsOf(code).reading), at: now
            ).book(head)
        }
    }
}
