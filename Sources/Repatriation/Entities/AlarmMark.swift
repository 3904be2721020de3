/// What somebody made of an alarm: they know of it, took it, or set it aside for a while.
///
/// One a tag, written over when the alarm rings anew. It says nothing about a later cause
/// (``isOf(_:standingSince:at:)``), so that nobody has to take it away.
package struct AlarmMark: Tabled {
    package let id: Identifier<AlarmMark>
    /// Of which alarm.
    package var tag = ""
    /// Where.
    package var point = PointCode.none
    /// What it is about: a reception, a group, an inquiry or the point.
    package var subject = 0
    /// Since when the cause held that was marked.
    package var since: Instant?
    /// When it was marked.
    package var at: Instant?
    /// By whom.
    package var officer = Identifier<Officer>(0)
    /// How grave it was then.
    package var grade = 0
    /// Who takes it; nil while nobody does.
    package var taken: Identifier<Officer>?
    /// Until when it is set aside; nil where it is not.
    package var shelvedUntil: Instant?
    /// What was written to it.
    package var note: String?
    /// Why it is set aside.
    package var reason: String?

    package init(id: Identifier<AlarmMark>) { self.id = id }

    package static let table = EntityTable<Self>(
        .alarmMark,
        Field("tag", \.tag, says: { _ in .nothing }), Field("point", \.point),
        Field("subject", \.subject, says: Meaning.inner), Field("since", \.since),
        Field("at", \.at), Field("officer", \.officer),
        Field("grade", \.grade, says: Meaning.inner), Field("taken", \.taken),
        Field("shelvedUntil", \.shelvedUntil), Field("note", \.note, .personal),
        Field("reason", \.reason, .personal))

    /// For how long an alarm may be set aside, in minutes: a shift and the hand-over after it.
    package static let longest = 24 * 60
}
