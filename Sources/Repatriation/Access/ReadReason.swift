/// Why somebody looks at a person who is not, or no longer, at their own point.
package enum ReadReason: String, Code { case care, correction, authority, person, other }

/// What somebody looked at.
package enum ReadKind: String, Code {
    case card, show, search, sheet, match, roll, export, print, childBook, copy, survey
}

/// That somebody looked: who, when, at whom or how many, and why where it is asked. Never what they
/// looked for.
package struct ReadRecord: Sendable, Equatable {
    /// When.
    package let at: Instant
    /// Who.
    package let officer: Identifier<Officer>
    /// The reception or group; 0 for a search.
    package let subject: Int
    /// The code of a ``ReadKind``, or of one that a later program wrote.
    package let what: String
    /// Why, by code.
    package let reason: ReadReason?
    /// How many people it showed.
    package let count: Int?

    /// A reading of now.
    package init(
        at: Instant, officer: Identifier<Officer>, subject: Int, what: ReadKind,
        reason: ReadReason?, count: Int?
    ) {
        self.init(
            at: at, officer: officer, subject: subject, code: what.rawValue, reason: reason,
            count: count)
    }

    /// A reading as it was kept.
    package init(
        at: Instant, officer: Identifier<Officer>, subject: Int, code: String, reason: ReadReason?,
        count: Int?
    ) {
        self.at = at
        self.officer = officer
        self.subject = subject
        self.what = code
        self.reason = reason
        self.count = count
    }

    /// What was looked at, in words.
    package var words: Bilingual {
        ReadKind(rawValue: what)?.label ?? Bilingual("otra consulta", "another look")
    }
}

extension Reception {
    /// Whether who works at a point may look without saying why: people who are inside it or on its
    /// lists are everybody's own there, so that a hand-over asks nothing a dozen times.
    package static func isOwn(_ place: PointCode, _ stage: Stage, at point: PointCode) -> Bool {
        place == point && (stage.isInside || stage == .listed)
    }
}
