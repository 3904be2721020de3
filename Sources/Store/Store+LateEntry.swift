import Repatriation
import SQLite

/// What is typed from a sheet of the drawer.
extension Store {
    /// The moment at which it happened, once the sheet and the hour are looked at.
    func happened(
        _ paper: FromPaper, _ act: any Act, at point: ReceivingPoint?, _ own: Context,
        _ facts: StoreFacts
    ) throws -> Context {
        let sheet = try facts.paper(folio: paper.sheet)
        try LateEntry.check(
            type(of: act).name, about: (act as? any ReceptionAct)?.reception, paper, on: sheet,
            at: point?.code ?? .none, own)
        guard let sheet, let point else { throw Refusal(.notASheet) }
        return own.happened(paper, on: sheet, cut: point.cut)
    }

    /// Nothing that is known of whom it is about happened later; the sheet is in use from now on.
    func enter(
        _ decision: inout Decision, from paper: FromPaper, _ context: Context, learned own: Context
    ) throws {
        for subject in Set(decision.events.map(\.subject)) {
            try LateEntry.check(paper, after: try lastHappened(to: subject), own)
        }
        guard let first = decision.events.first, let sheet = context.sheet else { return }
        // A sheet that became somebody's paper says so itself.
        let isTold = decision.events.contains { event in
            event.changes.contains { $0.kind == .paper && $0.id == sheet.id.value }
        }
        guard !isTold, let use = Change(from: sheet, to: sheet.used(at: own.now)) else { return }
        decision.events[0] = Event(
            first.kind, subject: first.subject, changes: first.changes + [use],
            undoes: first.undoes)
    }

    /// When the last thing happened to somebody or something, as far as it did at an hour.
    private func lastHappened(to subject: Int) throws(SQLiteError) -> Instant? {
        let typed = LateEntry.typed.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
        return try connection.statement(
            """
            SELECT max(coalesce(j.occurredAt, j.at)) FROM journal j
            WHERE j.subject = ? AND j.kind NOT IN (\(typed), 'undone')
            AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.act)
            """
        ).bind(subject).first { $0.optionalInt(0).map(Instant.init) } ?? nil
    }
}
