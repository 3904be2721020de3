/// What somebody may ask about the data held on them: access, rectification, cancellation,
/// opposition («ARCO»).
///
/// LGPDPPSO 2025.
package enum Right: String, Code { case access, rectification, cancellation, opposition }

/// As what somebody asks: for themselves, as a child's mother, father or guardian, or by a power of
/// attorney.
package enum Capacity: String, Code {
    case own = "self"
    case guardian, representative
}

/// How a request was answered.
package enum RightsAnswer: String, Code { case granted, partly, refused }

/// Whether a request still waits.
package enum RightsState: String, Code {
    case open, answered

    package var label: Bilingual {
        self == .open ? Bilingual("en trámite", "open") : Bilingual("respondida", "answered")
    }
}

/// A request of a person about the data held on them, and its answer.
package struct RightsRequest: Tabled {
    package let id: Identifier<RightsRequest>
    /// Where it came in.
    package var point = PointCode.none
    /// The reception by which the person was found.
    package var reception = Identifier<Reception>(0)
    /// What is asked.
    package var right = Right.access
    /// Who asks.
    package var requester = ""
    /// The paper that identified them.
    package var document = ""
    /// As what they ask.
    package var capacity = Capacity.own
    /// What makes them the guardian of somebody of age.
    package var ground: String?
    /// The day it came in.
    package var receivedOn: CivilDate?
    /// The last day for the answer.
    package var dueOn: CivilDate?
    /// Why the term was made longer; nil when it was not.
    package var extensionReason: String?
    /// Whether it still waits.
    package var state = RightsState.open
    /// How it was answered.
    package var answer: RightsAnswer?
    /// The day it was answered.
    package var answeredOn: CivilDate?
    /// The last day for what was granted to be done.
    package var carryOutBy: CivilDate?
    /// The reasons of the answer.
    package var note: String?

    package init(id: Identifier<RightsRequest>) { self.id = id }

    package static let table = EntityTable<Self>(
        .rightsRequest,
        Field("point", \.point), Field("reception", \.reception), Field("right", \.right),
        Field("requester", \.requester, .personal), Field("document", \.document, .personal),
        Field("capacity", \.capacity), Field("ground", \.ground, .personal),
        Field("receivedOn", \.receivedOn),
        Field("dueOn", \.dueOn),
        Field("extensionReason", \.extensionReason, .personal), Field("state", \.state),
        Field("answer", \.answer),
        Field("answeredOn", \.answeredOn), Field("carryOutBy", \.carryOutBy),
        Field("note", \.note, .personal))

    /// Whether it is an access that this very person asked for, and that waits.
    package func isWaiting(for other: Requester) -> Bool {
        right == .access && state == .open && capacity == other.capacity
            && NameText.folded(requester) == NameText.folded(other.name)
    }

    /// Working days for the answer, for its one extension, and for doing what was granted.
    ///
    /// The scheme of the 2017 general law, which the 2025 law keeps (20, 10 and 15 days).
    package static let answerDays = 20
    /// Working days by which that term may be made longer, once.
    package static let extensionDays = 10
    /// Working days in which what was granted is to be done.
    package static let carryOutDays = 15
}
