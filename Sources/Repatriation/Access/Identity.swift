/// Where the identities of officers come from, as far as it is recent: who gave whom an account, a
/// name or a password.
///
/// **Two officers are two human beings.** The whole rule stands here:
/// - Being known by the system's account counts for one of the two; the other gives a password
///   (``objection(to:and:)``, which confirmations and the word about a child's family ask). A
///   password that somebody set on the strength of the account alone counts no more than that
///   account for a day.
/// - An identity that somebody else gave in the last day (added, account bound, name changed,
///   password set) may be that somebody: the two are not two, whichever of them asks and whichever
///   confirms, nor are two whom the same one gave theirs, nor through as many as there are in
///   between. On a store's first day everybody comes of its first lead: then only whoever gave and
///   whoever was given are not two.
/// - An identity in force is replaced by its own officer with their password, or by two
///   (``OfficerCase/givesAlone()``); whoever has none yet is given one by one alone, and the day
///   above holds.
/// - In practice nobody proves anything, and whoever is added counts at once: classes begin so.
package struct Lineage: Sendable, Equatable {
    /// How long an identity is its giver's too, in minutes.
    package static let minutes = 1440

    private var givers: [Identifier<Officer>: Set<Identifier<Officer>>] = [:]
    private let isFirstDay: Bool

    /// Nobody gave anybody anything lately.
    package init(isFirstDay: Bool = false) { self.isFirstDay = isFirstDay }

    /// Notes who gave an officer an identity.
    package mutating func note(
        _ officer: Identifier<Officer>, from givers: Set<Identifier<Officer>>
    ) {
        self.givers[officer, default: []].formUnion(givers)
    }

    /// Who gave an officer an identity, without those who gave it to them.
    package func givers(of officer: Identifier<Officer>) -> Set<Identifier<Officer>> {
        givers[officer] ?? []
    }

    /// The officer and everybody whom they may be.
    package func origins(of officer: Identifier<Officer>) -> Set<Identifier<Officer>> {
        var found: Set = [officer]
        var open = [officer]
        while let next = open.popLast() {
            for giver in givers(of: next) where found.insert(giver).inserted { open.append(giver) }
        }
        return found
    }

    /// Whether two officers are two human beings, as far as anybody can tell.
    package func areTwo(_ one: Identifier<Officer>, _ other: Identifier<Officer>) -> Bool {
        let (left, right) = (origins(of: one), origins(of: other))
        return isFirstDay
            ? !left.contains(other) && !right.contains(one) : left.isDisjoint(with: right)
    }

    /// Why two officers do not stand for two human beings; nil where they do: `secondOfficer` for
    /// those who may be one, `passwordWanted` where neither has given a password.
    func objection(to one: Word, and other: Word) -> Refusal.Code? {
        guard one.officer != other.officer, areTwo(one.officer, other.officer) else {
            return .secondOfficer
        }
        return one.proof.isOwn || other.proof.isOwn ? nil : .passwordWanted
    }

    /// What an officer says, and how they had shown who they are.
    struct Word {
        let officer: Identifier<Officer>
        let proof: IdentityProof

        init(_ officer: Identifier<Officer>, _ proof: IdentityProof) {
            (self.officer, self.proof) = (officer, proof)
        }
    }
}

extension Event {
    /// The kinds that may give an identity.
    package static let identityKinds: [EventKind] = [.officerAdded, .officerSet, .passwordSet]

    /// Who gave the officer that it is about an identity by it: whoever did it, and who asked for
    /// it; nobody for one's own.
    package func identityGivers(_ actor: Identifier<Officer>, isPractice: Bool) -> Set<
        Identifier<Officer>
    > {
        switch kind {
        case .passwordSet: break
        case .officerAdded: if isPractice { return [] }
        case .officerSet: if !changes.contains(where: \.givesAnIdentity) { return [] }
        default: return []
        }
        let asked = changes.filter { $0.kind == .pendingAct }.flatMap(\.entries).compactMap {
            entry in
            entry.field == "askedBy" ? Identifier<Officer>(stored: entry.value) : nil
        }
        return Set(asked + [actor]).subtracting([Identifier(subject)])
    }
}

extension Change {
    /// A name or an account by which somebody signs in.
    fileprivate var givesAnIdentity: Bool {
        kind == .officer
            && entries.contains { ["name", "account"].contains($0.field) && $0.value != .null }
    }
}
