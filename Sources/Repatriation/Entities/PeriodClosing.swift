/// Official figures that a lead has declared to stand: whatever changes them afterwards is shown
/// beside what they were.
package struct PeriodClosing: Tabled {
    package let id: Identifier<PeriodClosing>
    /// The first day.
    package var from: CivilDate?
    /// The last day.
    package var to: CivilDate?
    /// When they were closed.
    package var at: Instant?
    /// By whom.
    package var officer: Identifier<Officer>?

    package init(id: Identifier<PeriodClosing>) { self.id = id }

    package static let table = EntityTable<Self>(
        .periodClosing,
        Field("fromDay", \.from), Field("toDay", \.to), Field("at", \.at),
        Field("officer", \.officer))
}
