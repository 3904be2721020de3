import Repatriation

/// A fact of the journal, as a score looks at it.
package struct Fact: Sendable {
    /// The act it belongs to.
    package let act: Identifier<any Act>
    /// When.
    package let at: Instant
    /// Where.
    package let point: String
    /// Who.
    package let officer: Identifier<Officer>
    /// What happened.
    package let event: Event

    /// A fact.
    package init(
        act: Identifier<any Act>, at: Instant, point: String, officer: Identifier<Officer>,
        event: Event
    ) {
        self.act = act
        self.at = at
        self.point = point
        self.officer = officer
        self.event = event
    }

    /// After it somebody may be in the queue who was not.
    var makesSomebodyWait: Bool {
        [.triaged, .resumed, .notPresent, .transferArrived, .undone].contains(event.kind)
    }

    /// Whether it is about something, itself or in what it changes.
    func isAbout(_ id: Int) -> Bool {
        event.subject == id
            || event.changes.contains { change in
                change.id == id
                    || change.entries.contains {
                        $0.value == .int(id) && Fact.links.contains($0.field)
                    }
            }
    }

    /// What each kind of fact that makes something begins with, and what it makes.
    private static let blanks: [EventKind: (made: EntityKind, values: [String: Value])] = [
        .laneTicked: (.laneTick, LaneTick(id: Identifier(0)).values),
        .referred: (.referral, Referral(id: Identifier(0)).values),
        .helpGiven: (.help, Help(id: Identifier(0)).values),
        .propertyClaimed: (.propertyClaim, PropertyClaim(id: Identifier(0)).values),
        .inquiryRecorded: (.inquiry, Inquiry(id: Identifier(0)).values),
        .bagKept: (.bag, Bag(id: Identifier(0)).values),
    ]

    /// The fields by which one thing says whose it is.
    private static let links: Set<String> = ["reception", "group", "receptions", "subject"]

    /// Of something new nothing is written that is as it is before any fact.
    private func value(of field: String, in change: Change) -> Value? {
        if let entry = change.entries.first(where: { $0.field == field }) { return entry.value }
        guard let blank = Fact.blanks[event.kind], blank.made == change.kind else { return nil }
        return blank.values[field]
    }

    /// Whether it says what is expected: among a field's codes, equal numbers, anything or nothing.
    func says(_ fields: [String: JSON]) -> Bool {
        fields.allSatisfy { field, expected in
            let values = event.changes.compactMap { value(of: field, in: $0) }
            return switch expected {
            case .null: values.allSatisfy { $0 == .null }
            case .bool(true): values.contains { $0 != .null }
            case .int(let number): values.contains(.int(number))
            case .string(let code): values.contains { $0.has(code) }
            default: false
            }
        }
    }
}

extension Value {
    /// Whether a code is the value, or stands in a list of codes.
    fileprivate func has(_ code: String) -> Bool {
        guard case .text(let text) = self else { return false }
        return text == code
            || text.split(whereSeparator: { ",[]\" ".contains($0) }).contains { $0 == code }
    }
}
