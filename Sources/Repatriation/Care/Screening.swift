/// The reserved form of one person. Nothing of it stands in a list, a board, a search, a paper or
/// the plain journal.
package struct Screening: Tabled {
    package let id: Identifier<Screening>
    /// Whose.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// When.
    package var at: Instant?
    /// Who the person wanted to be interviewed by.
    package var interviewer: InterviewerChoice?
    /// What was seen or told.
    package var indicators: Set<Indicator>?
    /// In the person's words; empty where nothing was written.
    package var note: String?

    package init(id: Identifier<Screening>) { self.id = id }

    /// For how long what a form found is told, in days.
    package static let memoryDays = 30

    package static let table = EntityTable<Self>(
        .screening,
        Field("reception", \.reception), Field("point", \.point), Field("at", \.at),
        Field("interviewer", \.interviewer, .restricted),
        Field("indicators", \.indicators, .restricted),
        Field("note", \.note, .restricted))

    /// What it suggests, for whoever reads it: the report that the law orders, and the services
    /// that need consent.
    ///
    /// CNPP art. 222: a public servant who learns of a probable crime reports it; the shelter and
    /// the psychologist are for the person to accept.
    package var suggestions: [Suggestion] {
        guard let indicators, !indicators.isEmpty else { return [] }
        let crimes = Set(indicators.map(\.crime))
        let reason = Bilingual("formulario reservado", "reserved form")
        return [ReferralKind.trafficking, .kidnapping].filter(crimes.contains).map {
            Suggestion(kind: $0, reason: reason)
        } + [.victims, .psychological].map { Suggestion(kind: $0, reason: reason) }
    }
}

/// What the reserved form says.
package struct ScreeningMade: Sendable, Equatable {
    /// They are alone with whoever asks, behind a closed door.
    package var isPrivate: Bool
    /// Who the person wants to be interviewed by.
    package var interviewer: InterviewerChoice
    /// Whoever asks is who the person wanted.
    package var isAsWanted: Bool
    /// What was seen or told; empty is an answer.
    package var indicators: Set<Indicator> = []
    /// In the person's words.
    package var note: String?

    /// A form with its first two answers.
    package init(isPrivate: Bool, interviewer: InterviewerChoice, isAsWanted: Bool) {
        self.isPrivate = isPrivate
        self.interviewer = interviewer
        self.isAsWanted = isAsWanted
    }
}
