/// What happened, as a text narrows it: the newest act first.
package struct JournalOf: Query {
    package typealias Answer = [JournalLine]
    /// Words that must all be met, each by the point (`NOG`), the officer's name, the fact's words,
    /// or whom it is about (ticket, `G3`, folio, number); empty for all.
    package let text: String

    /// What a text finds.
    package init(_ text: String) { self.text = text }

    package func answersInstead(of earlier: JournalOf) -> Bool { true }
}

/// The last acts, a few.
package struct NewestActs: OnlyQuery {
    package typealias Answer = [JournalLine]
    package init() {}

    /// So many fill what a board leaves empty.
    package static let most = 12
}

/// An act of the journal as somebody may know it; people are numbers in it.
package struct JournalLine: Sendable, Equatable, Identifiable {
    /// Whom it was about.
    package enum Subject: Sendable, Equatable {
        /// Somebody, with the ticket, and the number on the list for whoever has none.
        case person(Identifier<Reception>, ticket: Int?, number: Int?)
        /// A group, by its number.
        case group(Identifier<Group>, number: Int)
        /// Nobody: the point, a desk, a catalogue.
        case other
    }

    /// The act.
    package let act: Identifier<any Act>
    /// When, by the clock of the point.
    package let at: LocalTime
    /// When, whatever clock.
    package let instant: Instant
    /// The point; empty where it was about the whole store.
    package let point: String
    /// The desk, where there was one.
    package let desk: Int?
    /// Who, `R. Ramírez`.
    package let officer: String
    /// The facts that the reader may know; none of a later program's.
    package let events: [Event]
    /// Whom the first is about.
    package let subject: Subject
    /// How many people it was about.
    package let count: Int
    /// It was taken back.
    package let isUndone: Bool
    /// When it happened, by the clock of the point, where it was typed later from a sheet.
    package let happened: LocalTime?

    package var id: Int { act.value }

    /// A line of the journal.
    package init(
        act: Identifier<any Act>, at: LocalTime, _ instant: Instant, point: String, desk: Int?,
        officer: String,
        events: [Event], subject: Subject, count: Int, isUndone: Bool,
        happened: LocalTime? = nil
    ) {
        self.act = act
        self.at = at
        self.instant = instant
        self.point = point
        self.desk = desk
        self.officer = officer
        self.events = events
        self.subject = subject
        self.count = count
        self.isUndone = isUndone
        self.happened = happened
    }
}
