/// One person with what a desk needs around them, which is opened before it is shown.
package struct CardOf: PersonQuery {
    package typealias Answer = CardAnswer
    package let reception: Identifier<Reception>
    package init(_ reception: Identifier<Reception>) { self.reception = reception }
    package var leavesTrace: Bool { true }
}

/// What is told of whoever's card is asked for.
package enum CardAnswer: Sendable {
    /// With what whoever asks typed about them and did not save, by field.
    case open(Card, draft: [String: String])
    /// It was not opened yet: where the person is, by which it is seen whether it is to be said
    /// why.
    case sealed(PointCode, Stage)
}

/// One person, with nothing around them.
package struct PersonOf: PersonQuery {
    package typealias Answer = Reception
    package let reception: Identifier<Reception>
    package init(_ reception: Identifier<Reception>) { self.reception = reception }
}

/// Adults who may be a child's, and how many more there are.
package typealias Relatives = (adults: [Reception], more: Int)

/// Adults at other points who may be a child's, for the family form.
package struct RelativesOf: PersonQuery {
    package typealias Answer = Relatives
    package let reception: Identifier<Reception>
    package init(_ reception: Identifier<Reception>) { self.reception = reception }
}

/// One person with what a desk needs around them.
package struct Card: Sendable, Equatable {
    /// The person, as the reader may see them.
    package var reception: Reception
    /// The one the person came with.
    package var group: Group
    /// The day on the point's calendar.
    package var today: CivilDate
    /// The point's wall clock.
    package var local: LocalTime
    /// Zone name of the point.
    package var zone: String
    /// Adults received with the same group.
    package var adults: [Reception]

    /// A person with the adults of the group and nothing else around them yet.
    package init(
        reception: Reception, group: Group, today: CivilDate, local: LocalTime, zone: String,
        adults: [Reception]
    ) {
        self.reception = reception
        self.group = group
        self.today = today
        self.local = local
        self.zone = zone
        self.adults = adults
    }

    /// Everybody received with the same group who is here.
    package var companions: [Reception] = []
    /// The others of the person's family.
    package var family: [Reception] = []
    /// People received before who may be this one, the likeliest first.
    package var matches: [MatchCandidate] = []
    /// Earlier receptions of this person, as far as they are linked.
    package var earlier = 0
    /// Whose desk holds the person.
    package var holder: String?
    /// What about the person waits for a second officer.
    package var pending: PendingNote?
    /// Who asked for the exit, and who confirmed it, where that took two.
    package var confirmers: [String] = []
    /// Somebody asks for the person at the gate: since when, and what to answer; nothing of who.
    package var asked: [AskedNote] = []
    /// Where the person stands in their lanes, as the reader may see it.
    package var lanes = LaneState.none
    /// The certificate that stands; nil where none was issued.
    package var certificatePaper: Identifier<Paper>?
    /// Where the person was sent, as the reader may know it.
    package var referrals: [ReferralLine] = []
    /// The point is outside its general hours now.
    package var isOutOfHours = false
    /// What the person would leave without.
    package var leavesWithout: Set<Pending> = []
    /// The point's form is down to nine answers.
    package var isPeak = false
    /// Who else has typed about the person and not saved, and when by the point's clock.
    package var othersDraft: DraftNote?
    /// The interview's lists as they stand here.
    package var lists = FormLists.shipped

    /// The same, leaving in a certain way: who goes to a hospital has the doctor they were referred
    /// to.
    package func leavesWithout(by how: Exit) -> Set<Pending> {
        let open = referrals.filter(\.state.isOpen).compactMap(\.kind).filter {
            !how.leadsTo.contains($0)
        }
        return lanes.pending(
            of: reception, isAskedFor: !asked.isEmpty, referredFor: open, on: today)
    }

    /// Under 18 by the birth date.
    package var isMinor: Bool { (reception.age(on: today) ?? 99) < 18 }
    /// Whether the rules for children hold.
    package var isChild: Bool { reception.isChild(on: today) }
}

/// That somebody asks for a person at the gate; nothing of who.
package struct AskedNote: Sendable, Equatable {
    /// What is open at the gate.
    package let inquiry: Identifier<Inquiry>
    /// Since when, by the point's clock.
    package let at: LocalTime

    /// An open inquiry.
    package init(inquiry: Identifier<Inquiry>, at: LocalTime) {
        (self.inquiry, self.at) = (inquiry, at)
    }
}

/// A command about a person that waits for a second officer.
package struct PendingNote: Sendable, Equatable {
    /// The act to be confirmed.
    package let act: Identifier<any Act>
    /// Who gave the command.
    package let officer: Identifier<Officer>
    /// `R. Ramírez`.
    package let name: String
    /// When, by the point's clock.
    package let at: LocalTime
    /// What would happen: how they leave, and with whom.
    package let how: Exit?
    /// Institution, name, credential and plate, as far as they were given and may be read.
    package let receiver: [String]
    /// The parent of the same group with whom a child would leave.
    package let parent: Identifier<Reception>?

    /// Who asked was known by the system's account alone: whoever confirms gives a password.
    package var needsPassword = false

    /// The age that would stand, and on what it rests; nil where it is an exit that waits.
    package let age: AgeCorrection?

    /// A note about a command that waits; without `release` or `age` nothing of it is said.
    package init(
        act: Identifier<any Act>, officer: Identifier<Officer>, name: String, at: LocalTime,
        release: Release?,
        age: AgeCorrection? = nil
    ) {
        self.age = age
        how = release?.how
        let given = release?.receiver
        receiver = [given?.institution, given?.name, given?.credential, given?.plate].compactMap {
            $0
        }
        parent = given?.parent
        self.act = act
        self.officer = officer
        self.name = name
        self.at = at
    }
}

/// Somebody's unsaved answers, as a screen says it.
package struct DraftNote: Sendable, Equatable {
    /// Who typed them.
    package let name: String
    /// When, by the point's clock.
    package let at: LocalTime

    /// A note about unsaved answers.
    package init(name: String, at: LocalTime) {
        self.name = name
        self.at = at
    }
}
