/// An act is taken back: within ten minutes, the kinds that ``EventKind/undo`` allows, and while
/// nothing depends on it.
package struct Undo: Act {
    package static let row = ActRow<Self>(
        .undo, .care, alsoFor: [.beta, .liaison], [.identifier("act", \.act)])

    /// Which.
    package var act = Identifier<any Act>(0)

    package init() {}

    /// What is taken back.
    package init(_ act: Identifier<any Act>) { self.act = act }

    /// What somebody else did is taken back by whoever leads.
    package func check(_ facts: some Facts) throws {
        let done = try facts.done(act)
        guard done.officer == facts.officer.id || facts.leads else {
            throw try facts.isSeen(act) ? Refusal.notAllowed([.lead]) : Refusal(.unknownAct)
        }
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        let done = try facts.done(act)
        guard let point = try facts.pointIfAny(done.point) else { throw Refusal.lasting(.record) }
        return Seat(point: point, desk: done.desk)
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        try UndoCase(try facts.done(act), context, facts).decide()
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed
            ? Bilingual("Deshecho.", "Undone.")
            : Bilingual("Ya estaba deshecho.", "Already undone.")
    }
}
