import Repatriation
import Store
import Support

/// What tables come to when every person is looked at once more.
struct CountedByHand {
    private let people: [Reception]
    private let served: Served

    init(
        _ people: [Reception], _ period: ReportPeriod, _ codes: [PointCode],
        _ served: Served
    ) {
        self.served = served
        self.people = people.filter { person in
            guard let at = person.receivedAt else { return false }
            // Neither point changes its clock in these weeks.
            let hours = person.point == .nogales ? 7 : 8
            let day = LocalTime(secondsSinceEpoch: at.seconds - hours * 3600).day
            return (period.from...period.to).contains(day)
                && (codes.isEmpty || codes.contains(person.point))
        }
    }

    private func whom(_ kind: ReportKind) -> [Reception] {
        people.filter { person in
            switch kind {
            case .foreign: person.nationality == .foreign
            case .notAccredited: person.nationality == .notAccredited
            case .undecided: person.nationality == nil || person.nationality == .pending
            case .r4, .r5:
                person.nationality == .accredited && person.counted.ages?.isChild == true
            default: person.nationality == .accredited
            }
        }
    }

    func total(_ kind: ReportKind) -> Int { rows(kind).values.reduce(0, +) }

    /// How many stand in each line that has any.
    func rows(_ kind: ReportKind) -> [String: Int] {
        let lines =
            switch kind {
            case .help: whom(kind).flatMap { helped($0).given.union(helped($0).declined) }
            case .helpByPoint: whom(kind).flatMap { helped($0).given }
            case .referrals: whom(kind).flatMap { sent($0) }
            case .claims: whom(kind).flatMap { missed($0) }
            default: whom(kind).map { line(of: $0, kind) }
            }
        return Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// What somebody was given, and what they only declined.
    private func helped(_ person: Reception) -> (given: Set<String>, declined: Set<String>) {
        let help = served.help.filter { $0.reception == person.id && $0.retractedAt == nil }
        let given = Set(help.filter { !$0.isDeclined }.map(\.helpKind.rawValue))
        return (given, Set(help.filter(\.isDeclined).map(\.helpKind.rawValue)).subtracting(given))
    }

    private func sent(_ person: Reception) -> Set<String> {
        let hidden: Set<ReferralKind> = [
            .trafficking, .kidnapping, .victims, .womensRefuge, .authority,
        ]
        let nobodySent: Set<ReferralState> = [.refusedByPerson, .refusedByProvider, .withdrawn]
        let sent = served.referrals.filter { one in
            one.reception == person.id && one.retractedAt == nil
                && !hidden.contains(one.referralKind) && !nobodySent.contains(one.state)
        }
        return Set(sent.map(\.referralKind.rawValue))
    }

    private func missed(_ person: Reception) -> Set<String> {
        Set(served.claims.filter { $0.reception == person.id }.flatMap(\.missing).map(\.rawValue))
    }

    private func support(_ person: Reception) -> String {
        let (given, declined) = helped(person)
        if !given.isEmpty { return "given" }
        if !declined.isEmpty { return "declined" }
        return person.formVersion == nil ? "notAsked" : "none"
    }

    private func line(of person: Reception, _ kind: ReportKind) -> String {
        switch kind {
        case .r1, .r12, .foreign, .notAccredited, .undecided:
            (person.counted.mode == .flight ? "air." : "") + person.point.text
        case .r5: person.point.text
        case .r2, .r4: person.birthState ?? "notAsked"
        case .r3, .persons: person.point == .none ? "" : "all"
        case .crossing: person.answer(.crossingStretch) ?? "notAsked"
        case .r6:
            switch person.counted.mode {
            case .flight?: "air." + person.point.text
            case .notStated?, nil: "notAsked"
            case let mode?: mode.rawValue
            }
        case .r7, .hours: person.counted.authority?.rawValue ?? "notAsked"
        case .r8: person.answer(.detentionState) ?? "notAsked"
        case .r9: person.answer(.stay) ?? "notAsked"
        case .r10: support(person)
        case .help, .helpByPoint, .referrals, .claims: ""
        case .r11: person.counted.repeatClass?.rawValue ?? "notAsked"
        }
    }

    /// The same of a table.
    func rows(of table: ReportTable) -> [String: Int] {
        let lines = (table.rows + [table.notAsked]).filter { $0.total > 0 }.map { row in
            let air = row.item.section == "air" ? "air." : ""
            return ([.r3, .persons].contains(table.kind) ? "all" : air + row.item.key, row.total)
        }
        return Dictionary(lines, uniquingKeysWith: +)
    }
}

/// What was done for people, as it was written down.
struct Served {
    var help: [Help] = []
    var referrals: [Referral] = []
    var claims: [PropertyClaim] = []
}

extension Store {
    func served() throws -> Served {
        func all<Kind: Entity>() throws -> [Kind] {
            var found: [Int: Kind] = [:]
            try history { entry in
                for change in entry.event.changes where change.kind == Kind.kind {
                    var one = found[change.id] ?? Kind(id: Identifier(change.id))
                    if one.apply(change) { found[change.id] = one }
                }
            }
            return Array(found.values)
        }
        return Served(help: try all(), referrals: try all(), claims: try all())
    }
}
