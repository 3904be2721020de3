import Repatriation
import SQLite
import Store
import Support
import Testing

/// What one of two stores has and the other has not.
enum Hidden: CaseIterable {
    case warrant, warrantLater, warrantLane, suggestedWarrant, reserved, form, formAtAll, referral,
        heldPlace, followUp
    case draft, inquiry, childsName

    /// The store's own numbers go on by what is hidden: only in which order they come is compared.
    /// They tell how much the whole store has worked, every point and desk together.
    var movesNumbers: Bool {
        [.warrantLater, .warrantLane, .formAtAll, .referral, .heldPlace, .followUp, .inquiry]
            .contains(self)
    }

    /// The roles that may not know of it.
    var roles: [OfficerRole] {
        switch self {
        case .warrant, .warrantLater, .warrantLane, .suggestedWarrant:
            [.officer, .opi, .health, .beta, .liaison, .auditor, .administrator]
        case .reserved: [.health, .beta, .liaison, .auditor, .administrator]
        default: [.officer, .health, .beta, .liaison, .auditor, .administrator]
        }
    }
}

/// One of two stores of one script that differ only in what is hidden.
struct Twin {
    let test: TestStore
    let adult: Identifier<Reception>
    let child: Identifier<Reception>
    let officers: [OfficerRole: Identifier<Officer>]
    /// The numbers of what is hidden, which the other store has not given to anything.
    private(set) var hidden: Set<Int> = []

    init(_ hidden: Hidden, has: Bool) throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        officers = try Twin.officers(of: test)
        var data = TestStore.person(2, born: 2014)
        (data.given, data.firstSurname) = ("Yaretzi", "Nopaltzin")
        if hidden == .childsName, has { (data.given, data.firstSurname) = ("Quetzalli", "Oculta") }
        child = try test.waiting(.nogales, data, flags: [.unaccompaniedChild])
        var person = TestStore.person(1)
        if hidden == .suggestedWarrant, has {
            (person.suggested, person.notes) = ([.warrant], "Special Handling: WARRANT / ESCORT")
        }
        let first: Set<Flag> =
            switch hidden {
            case .warrant where has: [.warrant]
            case .reserved where has: [.reserved]
            default: []
            }
        adult = try test.waiting(.nogales, person, flags: first)
        _ = try test.waiting(.nogales, TestStore.person(3), flags: [.medical])
        if hidden == .followUp {
            try test.perform(.act(CallPerson(adult, desk: 1, reason: "prueba")))
            try test.perform(.act(StartInterview(adult, desk: 1)))
            let reached: [ProfileField: String] = [
                .contactConsent: "yes", .contactPhone: "6310000000",
            ]
            try test.perform(.act(SaveProfile(adult, reached)))
        }
        let known = try test.store.newestEvent()
        try hide(hidden, has)
        guard has, hidden.movesNumbers else { return }
        var made: Set<Int> = []
        try test.store.history { entry in
            guard entry.seq ?? 0 > known else { return }
            made.formUnion(entry.event.changes.map(\.id) + [entry.act.value])
        }
        let providers = try test.store.providers(at: .nogales).map(\.id.value)
        self.hidden = made.subtracting([adult.value, child.value] + providers)
    }

    /// Somebody of each role alone; the lead is the store's own.
    static func officers(of test: TestStore) throws -> [OfficerRole: Identifier<Officer>] {
        var officers: [OfficerRole: Identifier<Officer>] = [:]
        for role in OfficerRole.allCases {
            officers[role] =
                role == .lead ? test.lead : try test.add("Oficial \(role.rawValue)", [.officer])
        }
        let raw = try Connection(path: test.path, mode: .write)
        for (role, officer) in officers where role != .lead {
            try raw.execute(
                "UPDATE officer SET roles = '\(role.rawValue)' WHERE id = \(officer.value)")
        }
        return officers
    }

    private func hide(_ hidden: Hidden, _ has: Bool) throws {
        var form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        if has { (form.indicators, form.note) = ([.ransomAsked], "dijo que le buscan") }
        if hidden == .form { try test.perform(.act(SaveScreening(adult, form))) }
        guard has else { return }
        switch hidden {
        case .warrantLater: try test.perform(.act(Triage(adult, [.warrant])))
        case .warrantLane: try test.perform(.act(TickLane(adult, .named, TickWords())))
        case .formAtAll: try test.perform(.act(SaveScreening(adult, form)), by: officers[.opi])
        case .referral: try refer(ReferralRequest(.trafficking, basis: .law))
        case .heldPlace:
            let serves = try test.store.providers(at: .nogales).first {
                $0.serves.contains(.trafficking)
            }
            let provider = try #require(serves)
            try refer(ReferralRequest(.trafficking, provider: provider.id, basis: .law))
        case .followUp:
            let referral = try refer(ReferralRequest(.trafficking, basis: .law))
            try test.perform(.act(AskFollowUp(after: adult, days: 7, about: referral)))
        case .draft:
            try test.store.saveDraft(
                "interview", subject: child.value, field: "aliases", value: "Beto",
                by: try #require(officers[.opi]), at: test.now)
        case .inquiry:
            let made = RecordInquiry(
                at: .nogales, visitor: "Quien Pregunta", asksFor: "Yaretzi Nopaltzin")
            try test.perform(.act(made), by: officers[.opi])
        default: break
        }
    }

    @discardableResult
    private func refer(_ request: ReferralRequest) throws -> Identifier<Referral> {
        let answer = try test.perform(.act(Refer(adult, request)))
        return Identifier(try #require(answer.result["referral"]?.integer))
    }

    /// All that a reader is shown, as text: everything that a screen could draw, drawn or not.
    func seen(by viewer: Viewer) throws -> [String] {
        let now = test.now
        var said: [String] = []
        for id in [adult, child] {
            let card = try #require(try viewer.card(id, now: now))
            said += [Dump.text(card), Dump.text(try viewer.lanes(of: id, now: now) as Any)]
            said.append(Dump.text(try viewer.care(of: id, now: now) as Any))
            said += try viewer.roll(of: card.group.id).map(Dump.text)
            try viewer.history(of: id.value) { said.append(line($0)) }
            said.append(Dump.text(try viewer.adultsElsewhere(for: id, now: now)))
        }
        try viewer.history { said.append(line($0)) }
        said.append(Dump.text(try viewer.queue(at: .nogales, desk: 1, now: now) as Any))
        said.append(try viewer.board(at: now).json(.es).serialized)
        said.append(Dump.text(try viewer.board(at: now).alerts))
        said += try viewer.referrals(at: .nogales, now: now).map(Dump.text)
        said += try viewer.followUps(at: .nogales, now: now).map(Dump.text)
        said +=
            try viewer.tray(at: .nogales).map(Dump.text)
            + viewer.providers(at: .nogales).map(Dump.text)
        said += try viewer.groups(at: .nogales, now: now).map(Dump.text)
        said.append(Dump.text(try viewer.storeRoom(at: .nogales)))
        said.append(Dump.text(try viewer.shift(at: .nogales, now: now) as Any))
        for words in ["prueba", "yaretzi", "quetzalli", "1", "2", "3", "2014-05-06"] {
            said += try viewer.search(words, at: nil).map { "\(words): \(Dump.text($0))" }
        }
        let list = TestStore.person(2, born: 2014)
        said +=
            try viewer.matches(MatchFacts(list)).map(Dump.text)
            + viewer.alike(list, own: nil).map(Dump.text)
        return said
    }

    private func line(_ entry: JournalEntry) -> String {
        let fields = entry.event.changes.map { "\($0.kind):\($0.id) \($0.entries.map(\.field))" }
        return
            """
            \(String(describing: entry.seq)) \(entry.act) \(entry.at) \(entry.event.kind) \
            \(fields)
            """
    }
}

/// A value with all that it holds; sets and dictionaries in one order.
enum Dump {
    static func text(_ value: Any) -> String {
        // The catalogues are everybody's, and long.
        if value is FormLists { return "" }
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map { child in
            (child.label.map { "\($0): " } ?? "") + text(child.value)
        }
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { text($0.value) } ?? "nil"
        case .set, .dictionary: return "{\(parts.sorted().joined(separator: ", "))}"
        case .collection: return "[\(parts.joined(separator: ", "))]"
        default: return parts.isEmpty ? "\(value)" : "(\(parts.joined(separator: ", ")))"
        }
    }
}

/// The numbers that a store gives.
enum Numbers {
    /// Each by when it comes first, and those of what is hidden by that they are.
    static func inOrder(_ lines: [String], besides hidden: Set<Int> = []) -> [String] {
        var numbers: [Substring: String] = [:]
        return lines.map { line in
            // A folio is made of such a number.
            line.replacing(#/\d{14,}|[A-Z]{3}-\d\d-\w{3}-\d{6}-\d/#) { found in
                if Int(found.output).map(hidden.contains) == true { return "hidden" }
                let known = numbers[found.output] ?? "#\(numbers.count)"
                numbers[found.output] = known
                return known
            }
        }
    }
}
