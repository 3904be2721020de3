/// Through whose eyes something is read: the classes of fields they read, and the protected paths
/// they know of.
package struct Reader: Sendable, Equatable {
    /// Who looks; nil for the program's own work, and for papers that are made for somebody
    /// outside.
    package let officer: Identifier<Officer>?
    /// The classes of fields that they read.
    package let classes: Set<FieldClass>
    /// The paths that they know of: of any other they cannot tell whether somebody is in it.
    package let lanes: Set<Lane>

    /// The program's own work, which shows nobody anything.
    package static let program = Reader(
        officer: nil, classes: Set(FieldClass.allCases), lanes: Set(Lane.allCases))

    /// Whoever is no officer here reads codes and times.
    package static let nobody = Reader(officer: nil, classes: [.plain], lanes: [])

    init(officer: Identifier<Officer>?, classes: Set<FieldClass>, lanes: Set<Lane>) {
        (self.officer, self.classes, self.lanes) = (officer, classes, lanes)
    }

    /// As an officer's roles allow now; whoever is suspended reads codes and times.
    package init(_ officer: Officer, isDrill: Bool) {
        let roles = officer.isSuspended ? [] : officer.effectiveRoles
        let teaches = roles.contains(.trainer) && isDrill
        self.init(
            officer: officer.id, classes: Permissions.classes(roles, isDrill: isDrill),
            lanes: Set(Lane.allCases.filter { teaches || !roles.isDisjoint(with: $0.roles) }))
    }

    /// The same, where nobody is to be named.
    package var withoutNames: Reader {
        Reader(officer: officer, classes: classes.subtracting([.personal]), lanes: lanes)
    }

    /// Whether fields of a class stand for them.
    package func reads(_ access: FieldClass) -> Bool { classes.contains(access) }
    /// Whether they know who is in a path.
    package func knows(_ lane: Lane) -> Bool { lanes.contains(lane) }
    /// Nothing at all is kept from them.
    package var knowsEverything: Bool {
        classes.count == FieldClass.allCases.count && lanes.count == Lane.allCases.count
    }

    /// What the first questions may have found that they do not know of.
    package var unknownFlags: Set<Flag> {
        var unknown: Set<Flag> = []
        if !knows(.warrant) { unknown.insert(.warrant) }
        if !knows(.reserved) { unknown.insert(.reserved) }
        return unknown
    }

    /// Remarks without those that say what they do not know of; nil where none is left.
    package func told(_ remarks: String?) -> String? {
        guard let remarks, !unknownFlags.isDisjoint(with: suggestions(remarks)) else {
            return remarks
        }
        let left = remarks.split(separator: "; ").map(String.init)
            .filter { unknownFlags.isDisjoint(with: suggestions($0)) }
        return left.isEmpty ? nil : left.joined(separator: "; ")
    }

    /// Why somebody is called before others tells of reserved attention: class, tier and target go
    /// together.
    package var knowsPriorities: Bool { reads(.sensitive) && knows(.reserved) }
}

extension Context {
    /// Through whose eyes what is answered will be read: whoever teaches acts in practice as those
    /// of the lane do.
    package var reader: Reader { Reader(officer, isDrill: false) }
}

/// Something of which only some know that it is there at all: others can tell it by no list, count,
/// fact or gap.
package protocol Guarded: Entity {
    /// Whether somebody may know that it is there.
    func isKnown(to reader: Reader) -> Bool
    /// The referral that it is about; whoever may not know of that may not know of this either.
    var about: Identifier<Referral>? { get }
}

extension Guarded {
    package var about: Identifier<Referral>? { nil }
}

extension Array where Element: Guarded {
    /// Those that somebody may know of.
    package func known(to reader: Reader) -> [Element] { filter { $0.isKnown(to: reader) } }
}

extension Referral: Guarded {
    package func isKnown(to reader: Reader) -> Bool { referralKind.isKnown(to: reader) }
}

extension ReferralKind {
    /// Whether somebody may know that a person was referred for this.
    package func isKnown(to reader: Reader) -> Bool {
        guard isProtected else { return true }
        return reader.reads(.restricted) && (self != .authority || reader.knows(.warrant))
    }
}

extension LaneTick: Guarded {
    package func isKnown(to reader: Reader) -> Bool {
        reader.reads(.sensitive) && reader.knows(step.lane)
    }
}

/// That an alarm was marked tells that it rang: for those who know of every path.
extension AlarmMark: Guarded {
    package func isKnown(to reader: Reader) -> Bool { reader.reads(.restricted) }
}

extension Screening: Guarded {
    package func isKnown(to reader: Reader) -> Bool { reader.reads(.restricted) }
}

extension Provider {
    /// As somebody may see it. Places that are kept tell of people on their way: where those may be
    /// sent for what the reader may not know of, neither how many there are nor how many are kept
    /// is theirs.
    package func visible(to reader: Reader) -> Provider {
        guard !mayKeepUnknown(to: reader) else {
            var shown = self
            (shown.places, shown.held) = (nil, 0)
            return shown
        }
        return self
    }

    /// Whether a place may be kept for somebody of whom the reader may not know that they were
    /// referred.
    func mayKeepUnknown(to reader: Reader) -> Bool { serves.contains { !$0.isKnown(to: reader) } }
}

extension Inquiry: Guarded {
    package func isKnown(to reader: Reader) -> Bool { reader.reads(.restricted) }
}

extension FollowUp: Guarded {
    package var about: Identifier<Referral>? { referral }

    /// Whoever left with nothing open but what they do not know of is not on the list for them.
    package func isKnown(to reader: Reader) -> Bool {
        cause != .leftPending || explainedIn != nil
            || pending.contains { $0.isLane && $0.isKnown(to: reader) }
    }
}

extension Pending {
    /// Whether somebody may know that a person leaves without it.
    package func isKnown(to reader: Reader) -> Bool {
        guard isProtected else { return true }
        return reader.reads(.restricted) && reader.knows(self == .warrant ? .warrant : .reserved)
    }
}
