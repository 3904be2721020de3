/// The figures of some days stand from now on. Closing them again takes what was corrected since.
package struct ClosePeriod: ArchiveAct {
    package static let row = ActRow<Self>(
        .closePeriod, .figures, [.date("from", \.from), .date("to", \.to)])

    /// The first day.
    package var from: CivilDate?
    /// The last day.
    package var to: CivilDate?

    package init() {}

    /// Of some days.
    package init(_ period: ReportPeriod) { (from, to) = (period.from, period.to) }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        guard let from, let to else {
            throw Refusal(.missingField, ["field": from == nil ? "from" : "to"])
        }
        guard ReportPeriod(from: from, to: to) != nil else {
            throw Refusal(.invalidValue, ["field": "to"])
        }
        guard !context.isClockDoubted else { throw Refusal(.hourFirst) }
        guard context.now >= to.isOverFrom else { throw Refusal(.periodNotOver) }
        var ids = context.ids
        let blank = PeriodClosing(id: ids.next())
        var closing = blank
        (closing.from, closing.to) = (from, to)
        (closing.at, closing.officer) = (context.now, context.officer.id)
        return Decision([Event(.periodClosed, blank, closing)], NoOutcome(), ids: ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? Bilingual("Cifras cerradas.", "Figures closed.") : nil
    }
}
