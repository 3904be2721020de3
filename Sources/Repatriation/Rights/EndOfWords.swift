/// When the words go that somebody typed into a kind of thing.
///
/// Whoever adds a kind says it here, and a removal takes it so. Words are the fields that are neither
/// plain nor statistical.
package enum EndOfWords: Sendable {
    /// With the person whose it is (``Belonging``).
    case withPerson
    /// With the last of those who were in the group, and as old as they where nobody ever was.
    case withGroup
    /// As old as the people who are removed, each by the day on which it was written: it is nobody's,
    /// and may name people all the same (``RemovalDue/byYears``).
    case withYears
    /// Whole, as old as they: who asked at a gate.
    case withVisit
    /// Never: no word in it is about who was received, who drove or who asked.
    case never
}

extension EntityKind {
    /// When its words go.
    package var endOfWords: EndOfWords {
        switch self {
        case .reception, .call, .rightsRequest, .referral, .help, .propertyClaim, .pendingAct,
            .laneTick, .screening, .followUp, .paper, .bag, .surveyTaken:
            .withPerson
        case .group, .groupShare: .withGroup
        case .desk, .point, .handOver, .alarmMark, .shiftCheck: .withYears
        case .inquiry: .withVisit
        // Officers answer for what they did, as the proof of a removal says by which decision it
        // was; institutions and catalogues are nobody's data; the rest has no words.
        case .officer, .removal, .provider, .catalogueEntry, .archiveSeries, .stockItem,
            .waterCount, .periodClosing, .survey:
            .never
        }
    }
}
