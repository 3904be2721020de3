/// How alike two people are, as a sum of integer weights (Fellegi and Sunter, 1969).
///
/// Each field is compared at a level; the level's weight is ten times the binary logarithm of how
/// much commoner it is between records of one person than between records of two. The test that
/// estimates them from labelled pairs says by how much these may differ. A score offers, it never
/// refuses.
package struct MatchScore: Sendable, Equatable {
    /// What a score says.
    package enum Grade: String, Sendable { case same, possible }

    /// How the surnames agree.
    package enum Surnames: Int, Sendable, CaseIterable {
        case equal = 115, swapped = 95, sound = 105, oneMissing = 45, slip = 90, oneDiffers = -30,
            different = -80, unknown = 0

        /// The weight of the level.
        package var weight: Int { rawValue }
    }

    /// How the given names agree.
    package enum Given: Int, Sendable, CaseIterable {
        case equal = 60, part = 35, sound = 55, slip = 50, different = -60, unknown = 0

        /// The weight of the level.
        package var weight: Int { rawValue }
    }

    /// How the birth dates agree.
    package enum Birth: Int, Sendable, CaseIterable {
        case equal = 140, swapped = 100, oneDigit = 55, sameYear = 50, different = -90, unknown = 0

        /// The weight of the level. One in some thirty people of a reception is born in a given
        /// year.
        package var weight: Int { rawValue }
    }

    /// The level at which the surnames agree.
    package let surnames: Surnames
    /// The level at which the given names agree.
    package let given: Given
    /// The level at which the birth dates agree.
    package let birth: Birth
    /// Nil when either is not known.
    package let isSameSex: Bool?
    /// Whether they were born in the same one; nil when either is not known.
    package let isSameState: Bool?
    /// Whether both have the same valid one; nil when either has none.
    package let isSameCURP: Bool?

    /// Compares two people. O(length of the names).
    package init(_ left: MatchFacts, _ right: MatchFacts) {
        surnames = MatchScore.surnames(left, right)
        given = MatchScore.given(left, right)
        birth = MatchScore.birth(left.birth, right.birth)
        isSameSex = MatchScore.same(left.sex, right.sex)
        isSameState = MatchScore.same(left.birthState, right.birthState)
        isSameCURP = MatchScore.same(left.curp, right.curp)
    }

    /// The sum of the weights.
    package var points: Int {
        surnames.weight + given.weight + birth.weight + MatchScore.weight(isSameSex, 10, -40)
            + MatchScore.weight(isSameState, 40, -25) + MatchScore.weight(isSameCURP, 200, -100)
    }

    /// From here on one person, and from here on perhaps.
    package static let sameFrom = 250
    /// Points from which on it is perhaps one person.
    package static let possibleFrom = 172

    /// What the score says; nil for nothing. Names alone never offer anybody.
    package var grade: Grade? {
        let hasMoreThanNames =
            isSameCURP == true || [.equal, .swapped, .oneDigit, .sameYear].contains(birth)
        guard hasMoreThanNames, points >= MatchScore.possibleFrom else { return nil }
        return points >= MatchScore.sameFrom ? .same : .possible
    }

    /// One person beyond doubt: the same valid CURP with names and date that agree.
    package var isCertain: Bool {
        isSameCURP == true && birth == .equal
            && [.equal, .swapped, .sound, .oneMissing, .slip].contains(surnames)
            && given != .different
    }

    private static func weight(_ isSame: Bool?, _ yes: Int, _ no: Int) -> Int {
        isSame.map { $0 ? yes : no } ?? 0
    }

    private static func same<Kind: Equatable>(_ left: Kind?, _ right: Kind?) -> Bool? {
        guard let left, let right else { return nil }
        return left == right
    }

    private static func surnames(_ left: MatchFacts, _ right: MatchFacts) -> Surnames {
        let (a, b) = (left.surnames, right.surnames)
        if a.isEmpty || b.isEmpty { return .unknown }
        if a == b { return a.count > 1 ? .equal : .oneMissing }
        let (shorter, longer) = a.count <= b.count ? (left, right) : (right, left)
        if a.count == b.count, Set(a) == Set(b) { return .swapped }
        let pairs = agreements(shorter, longer)
        if a.count != b.count || a.count == 1 {
            return pairs.slips + pairs.sounds > 0 ? .oneMissing : .different
        }
        if pairs.sounds == a.count { return .sound }
        if pairs.sounds + pairs.slips == a.count { return .slip }
        return pairs.sounds + pairs.slips > 0 ? .oneDiffers : .different
    }

    /// How many of the shorter's surnames have one in the longer that sounds the same, or is a slip
    /// away.
    private static func agreements(_ shorter: MatchFacts, _ longer: MatchFacts) -> (
        sounds: Int, slips: Int
    ) {
        var (sounds, slips) = (0, 0)
        var free = Array(longer.surnames.indices)
        for index in shorter.surnames.indices {
            if let found = free.first(where: {
                longer.surnameSounds[$0] == shorter.surnameSounds[index]
            }) {
                sounds += 1
                free.removeAll { $0 == found }
            } else if let found = free.first(where: {
                isSlip(longer.surnames[$0], shorter.surnames[index])
            }) {
                slips += 1
                free.removeAll { $0 == found }
            }
        }
        return (sounds, slips)
    }

    private static func given(_ left: MatchFacts, _ right: MatchFacts) -> Given {
        let (a, b) = (left.given, right.given)
        if a.isEmpty || b.isEmpty { return .unknown }
        if a == b { return .equal }
        if Set(a) == Set(b) { return .equal }
        if !Set(a).isDisjoint(with: b) { return .part }
        if !Set(left.givenSounds).isDisjoint(with: right.givenSounds) { return .sound }
        return a.contains { one in b.contains { isSlip(one, $0) } } ? .slip : .different
    }

    private static func birth(_ left: Repatriation.Birth?, _ right: Repatriation.Birth?) -> Birth {
        guard let left, let right else { return .unknown }
        guard left.precision == .exact, right.precision == .exact else {
            return roughly(left, right)
        }
        return birth(left.day, right.day)
    }

    /// By what is known of both: a year may be one off where it was told as an age.
    private static func roughly(_ left: Repatriation.Birth, _ right: Repatriation.Birth) -> Birth {
        if left.earliest <= right.latest, right.earliest <= left.latest { return .sameYear }
        return abs(left.day.year - right.day.year) <= 2 ? .unknown : .different
    }

    private static func birth(_ left: CivilDate, _ right: CivilDate) -> Birth {
        if left == right { return .equal }
        if left.year == right.year, left.day == right.month, left.month == right.day {
            return .swapped
        }
        let differing = zip(left.text.utf8, right.text.utf8).count { $0 != $1 }
        return differing == 1 ? .oneDigit : .different
    }

    /// One letter put in, left out, changed, or two that changed places, in words long enough for
    /// it to be a slip.
    static func isSlip(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1 else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count != b.count { return start + end >= min(a.count, b.count) }
        if start + end >= a.count - 1 { return true }
        return start + end == a.count - 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }
}
