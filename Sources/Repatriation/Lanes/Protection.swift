/// How far the rules for children hold somebody, from least to most.
package enum Protection: Int, Comparable, Sendable, CaseIterable {
    /// Of age by a birth date, or by an officer's answer where there is none.
    case adult
    /// No birth date, and nobody has said that the person seems adult; or a year or an age by which
    /// they may be under 18: a child until somebody asks.
    case unsettled
    /// Under 18 by the birth date.
    case child
    /// Marked as a child whom nobody accompanies, or of a doubted age: the child lane's own.
    case alone

    package static func < (left: Protection, right: Protection) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// On what an act rests that makes somebody less protected, or that takes a child out of the point.
package enum LaneGround: Sendable, Equatable {
    /// The Procuraduría's decision with its folio, told by two officers (LGDNNA, art. 5; Ley de
    /// Migración, art. 112).
    case decision
    /// An officer's own mark on an adult, taken back at once, or the reception of an adult so
    /// marked.
    case slip
    /// A way out that the rules of release have allowed.
    case exit
}

extension Reception {
    /// Marked as a child or adolescent whom nobody accompanies, or of a doubted age: the child
    /// lane's.
    package var isChildAlone: Bool {
        flags?.contains(.unaccompaniedChild) == true || ageDoubtAt != nil
    }

    /// How far the rules for children hold the person on `day`.
    package func protection(on day: CivilDate) -> Protection {
        if isChildAlone { return .alone }
        if let birth { return birth.isUnder18(on: day).map { $0 ? .child : .adult } ?? .unsettled }
        // What an officer sees is not set against what the list says of a child.
        return seemsAdult && !suggested.contains(.unaccompaniedChild) ? .adult : .unsettled
    }

    /// The same as it will be when nobody of today is here any more, for a birth date that was
    /// changed: who is made eighteen of tomorrow is made an adult.
    func protectionSoon(on day: CivilDate) -> Protection {
        protection(on: CivilDate(daysSinceEpoch: day.daysSinceEpoch + ChildGuard.margin))
    }

    /// Whether the rules for children hold: under 18, marked as a child alone, or an age nobody has
    /// settled.
    package func isChild(on day: CivilDate) -> Bool { protection(on: day) > .adult }
}

/// The one guard of the child lane: asked about every fact before it stands, whoever writes it.
///
/// Anybody may make somebody more protected. Less protected is only who the Procuraduría decides
/// about, and an adult whose mark was a slip; a child leaves the point only by an exit that the
/// rules allowed.
package enum ChildGuard {
    /// Who a child alone is: only the lane writes it.
    private static let identity: Set<String> = [
        "given", "firstSurname", "secondSurname", "unidentified", "description", "sex", "birthDate",
        "birthState",
        "curp", "person", "ties", "personalAnswers", "restrictedAnswers", "alienNumber",
        "listedCountry",
    ]
    /// How many days a child stays one by a birth date that somebody changed without the
    /// Procuraduría.
    static let margin = 30
    /// What the guard reads of somebody, as the fields are called.
    package static let reads = [
        "flags", "birthDate", "personalAnswers", "ageDoubtAt", "seemsAdult", "stage", "unlocated",
        "ticket",
        "suggested",
    ]

    /// Throws `childLaneStays`, or `laneOnly`, where a fact may not stand.
    package static func check(
        _ before: Reception, _ after: Reception, writing fields: [String], as kind: EventKind,
        on ground: LaneGround?, _ context: Context
    ) throws(Refusal) {
        // What the archive removes is nobody's any more.
        guard kind != .removed else { return }
        let was = before.protection(on: context.local.day)
        guard was >= .child else { return }
        let isOlder =
            after.birth != before.birth && after.protectionSoon(on: context.local.day) < .child
        if after.protection(on: context.local.day) < was || isOlder {
            let isDecided = ground == .decision && context.confirmer != nil
            guard isDecided || ground == .slip else { throw Refusal(.childLaneStays) }
        }
        if before.isInside && !after.isInside || before.isOnTheWay && !after.isInCharge {
            // A roll call may be corrected, but whoever is alone here is not made to have never
            // come.
            let isCorrected =
                kind == .undone && (was < .alone || ground == .slip || after.isOnTheWay)
            guard ground == .exit || isCorrected else { throw Refusal(.childLaneStays) }
        }
        guard !context.isOfTheLane else { return }
        guard was < .alone || identity.isDisjoint(with: fields) else { throw Refusal(.laneOnly) }
        // Somebody saw the child, who was marked or has a number: whoever did not come is looked
        // for until the lane says what was found.
        let wasSeen = was == .alone || before.ticket != nil
        guard !wasSeen || !after.isGoneUnsought || before.isGoneUnsought else {
            throw Refusal(.laneOnly)
        }
        // Out of child protection's queue and alarm: not by whoever decides a nationality.
        guard was < .alone || !after.isTurnedAway || before.isTurnedAway else {
            throw Refusal(.laneOnly)
        }
    }
}

extension Reception {
    /// Decided not to be Mexican, and called to no desk.
    fileprivate var isTurnedAway: Bool { [.foreign, .notAccredited].contains(stage) }

    /// Inside, or sent to another point and not received there.
    fileprivate var isInCharge: Bool { isInside || isOnTheWay }

    /// Did not come, and nobody looks for them.
    fileprivate var isGoneUnsought: Bool { stage == .noShow && !isUnlocated }
}

extension Context {
    /// Whoever acts, or confirms, works in the child lane.
    fileprivate var isOfTheLane: Bool { officer.isOfTheLane || confirmer?.isOfTheLane == true }

    /// Who a child alone is, is neither told nor asked by others: not even whether what they say is
    /// so already. Throws `laneOnly`.
    func requireLane(for person: Reception) throws(Refusal) {
        guard !person.isChildAlone || isOfTheLane else { throw Refusal(.laneOnly) }
    }
}
