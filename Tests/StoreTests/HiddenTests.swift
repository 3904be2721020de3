import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Two stores of one script that differ only in what is hidden: to whoever may not know it they are the same.
@Suite struct HiddenTests {
    /// What one of the two stores has and the other has not.
    enum Hidden: CaseIterable {
        case warrant, warrantLater, warrantLane, suggestedWarrant, reserved, form, formAtAll, referral, draft, inquiry
        case childsName

        /// The store's own numbers go on by what is hidden: only in which order they come is compared. They tell how
        /// much the whole store has worked, every point and desk together.
        var movesNumbers: Bool {
            [.warrantLater, .warrantLane, .formAtAll, .referral, .inquiry].contains(self)
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

    /// One of the two stores.
    private struct Side {
        let test: TestStore
        let adult: Identifier<Reception>
        let child: Identifier<Reception>
        let officers: [OfficerRole: Identifier<Officer>]
    }

    private func side(_ hidden: Hidden, has: Bool) throws -> Side {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        var officers: [OfficerRole: Identifier<Officer>] = [:]
        for role in OfficerRole.allCases {
            officers[role] = role == .lead ? test.lead : try test.add("Oficial \(role.rawValue)", [.officer])
        }
        let raw = try Connection(path: test.path, mode: .write)
        for (role, officer) in officers where role != .lead {
            try raw.execute("UPDATE officer SET roles = '\(role.rawValue)' WHERE id = \(officer.value)")
        }
        var data = TestStore.person(2, born: 2014)
        (data.given, data.firstSurname) = ("Yaretzi", "Nopaltzin")
        if hidden == .childsName, has { (data.given, data.firstSurname) = ("Quetzalli", "Oculta") }
        let child = try test.waiting(.nogales, data, flags: [.unaccompaniedChild])
        var person = TestStore.person(1)
        if hidden == .suggestedWarrant, has { person.suggested = [.warrant] }
        let first: Set<Flag> =
            switch hidden {
            case .warrant where has: [.warrant]
            case .reserved where has: [.reserved]
            default: []
            }
        let adult = try test.waiting(.nogales, person, flags: first)
        _ = try test.waiting(.nogales, TestStore.person(3), flags: [.medical])
        let side = Side(test: test, adult: adult, child: child, officers: officers)
        try hide(hidden, has, side)
        return side
    }

    private func hide(_ hidden: Hidden, _ has: Bool, _ side: Side) throws {
        let (test, adult) = (side.test, side.adult)
        var form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        if has { (form.indicators, form.note) = ([.ransomAsked], "dijo que le buscan") }
        switch hidden {
        case .warrantLater where has: try test.perform(.reception(adult, .triage([.warrant])))
        case .warrantLane where has: try test.perform(.reception(adult, .tickLane(.named, TickWords())))
        case .form: try test.perform(.reception(adult, .screen(form)))
        case .formAtAll where has: try test.perform(.reception(adult, .screen(form)), by: side.officers[.opi])
        case .referral where has:
            try test.perform(.care(.refer(adult, ReferralRequest(.trafficking, basis: .law))))
        case .draft where has:
            try test.store.saveDraft(
                "interview", subject: side.child.value, field: "aliases", value: "Beto",
                by: try #require(side.officers[.opi]), at: test.now)
        case .inquiry where has:
            let made = InquiryMade(visitor: "Quien Pregunta", asksFor: "Yaretzi Nopaltzin")
            try test.perform(.inquiry(.record(.nogales, made)), by: side.officers[.opi])
        default: break
        }
    }

    /// Everything that one role is shown, and, where it acts, what it is answered and shown after, as text.
    private func told(_ side: Side, to role: OfficerRole, _ hidden: Hidden, acts: Bool) throws -> [String] {
        let officer = try #require(side.officers[role])
        let viewer = try Store(path: side.test.path)
        viewer.reader = officer
        var said = try seen(viewer, side)
        if acts { said += try answers(side, by: officer) + seen(viewer, side) }
        guard hidden.movesNumbers else { return said }
        var numbers: [Substring: String] = [:]
        return said.map { line in
            line.replacing(#/\d{14,}/#) { found in
                let known = numbers[found.output] ?? "#\(numbers.count)"
                numbers[found.output] = known
                return known
            }
        }
    }

    private func seen(_ viewer: Store, _ side: Side) throws -> [String] {
        let now = side.test.now
        var said: [String] = []
        for id in [side.adult, side.child] {
            let card = try #require(try viewer.card(id, now: now, for: viewer.reader))
            said += ([card.reception] + card.family + card.companions + card.adults).map(text)
            said.append("\(card.lanes) \(card.leavesWithout.map(\.rawValue).sorted()) \(card.asked)")
            said.append("\(String(describing: card.othersDraft)) \(String(describing: card.pending))")
            said.append("\(card.matches.map(\.name)) \(try viewer.lanes(of: id, now: now).map { "\($0.lanes)" } ?? "")")
            let care = try #require(try viewer.care(of: id, now: now))
            said.append("\(care.suggestions.map(\.kind)) \(care.referrals)")
            said += try viewer.roll(of: card.group.id).map { text($0.reception) }
            try viewer.history(of: id.value) { said.append(line($0)) }
        }
        try viewer.history { said.append(line($0)) }
        let queue = try #require(try viewer.queue(at: .nogales, desk: 1, now: now))
        said.append("\(String(describing: queue.next)) \(queue.waiting) \(queue.inside)")
        said += queue.rows.map { row in
            "\(row.id.value) \(row.ticket) \(row.name) \(row.priority) \(row.tier) \(row.target) \(row.stage) "
                + "\(row.isFetched) \(row.isProtected) \((row.flags ?? []).map(\.rawValue).sorted())"
        }
        said.append(try viewer.board(at: now).json(.es).serialized)
        said.append("\(try viewer.referrals(at: .nogales, now: now)) \(try viewer.tray(at: .nogales).count)")
        said += try viewer.followUps(at: .nogales, now: now).map { "\($0.id) \(text($0.person))" }
        for words in ["prueba", "yaretzi", "quetzalli", "1", "2", "3", "2014-05-06"] {
            said += try viewer.search(words, at: nil).map { "\(words): \($0)" }
        }
        said += try viewer.matches(MatchFacts(TestStore.person(2, born: 2014))).map(\.name)
        return said
    }

    private func text(_ person: Reception) -> String {
        Reception.fields.map { "\($0.name) \($0.get(person).json.serialized)" }.joined(separator: " ")
    }

    private func line(_ entry: JournalEntry) -> String {
        let fields = entry.event.changes.map { "\($0.kind):\($0.id) \($0.entries.map(\.field))" }
        return "\(String(describing: entry.seq)) \(entry.act) \(entry.at) \(entry.event.kind) \(fields)"
    }

    /// What an officer of that role is answered, refusals too.
    private func answers(_ side: Side, by officer: Identifier<Officer>) throws -> [String] {
        var release = Release(.ownDecision)
        release.destination = "OC"
        let commands: [Command] = [
            .reception(side.adult, .triage([.older])), .reception(side.child, .takeOver(desk: 1)),
            .reception(side.adult, .tickLane(.authorityCame, TickWords())),
            .reception(side.child, .amendPerson(TestStore.person(9, born: 2014), seemsAdult: nil)),
            .reception(side.adult, .release(release)), .reception(side.child, .release(Release(.relative))),
        ]
        return commands.map { command in
            do throws(PerformFailure) {
                let answer = try side.test.perform(command, by: officer)
                return JSON.object(answer.members).serialized + "\(answer.events.map { "\($0.kind) \($0.subject)" })"
            } catch {
                guard case .refused(let refusal) = error else { return "\(error)" }
                return refusal.sentence(.es) + JSON.object(refusal.details).serialized
            }
        }
    }

    /// Neither presence, kind, count, order nor hour tells of what a role may not know.
    @Test(arguments: Hidden.allCases)
    func whatIsHiddenIsToldByNothing(_ hidden: Hidden) throws {
        let (one, other) = (try side(hidden, has: true), try side(hidden, has: false))
        // The lead knows: the two differ, or nothing was hidden at all.
        #expect(try told(one, to: .lead, hidden, acts: false) != told(other, to: .lead, hidden, acts: false))
        // Those who only look are shown the same stores; one who acts has two of their own.
        let acting = hidden.roles.first { Permissions.commands($0).contains(.triage) }
        for role in hidden.roles {
            let with = try told(
                role == acting ? try side(hidden, has: true) : one, to: role, hidden, acts: role == acting)
            let without = try told(
                role == acting ? try side(hidden, has: false) : other, to: role, hidden, acts: role == acting)
            #expect(with.count == without.count, "\(hidden) \(role)")
            for (one, other) in zip(with, without) where one != other {
                Issue.record("\(hidden) \(role): \(one)\n    without: \(other)")
                break
            }
        }
    }

    /// A mark that somebody does not know of is not taken away by what they answer.
    @Test func aMarkThatIsNotKnownStays() throws {
        let side = try side(.warrant, has: true)
        try side.test.perform(.reception(side.adult, .triage([.older])), by: side.officers[.officer])
        #expect(try side.test.reception(side.adult).flags == [.older, .warrant])
        try side.test.perform(.reception(side.adult, .triage([.older])))
        #expect(try side.test.reception(side.adult).flags == [.older])
    }

    /// A child of doubted age is named no more than one alone: by no search, likeness, answer or report of a list.
    @Test func aDoubtedChildIsNamedToTheLaneAlone() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        var data = TestStore.person(1, born: 2005)
        data.curp = "SABC560626MDFLRN01"
        let id = try test.waiting(.nogales, data)
        try test.perform(.reception(id, .correctAge(AgeCorrection(nil, source: .said))))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let viewer = try Store(path: test.path)
        for (reader, isNamed) in [(officer, false), (test.lead, true)] {
            viewer.reader = reader
            #expect(try viewer.search("prueba", at: nil).isEmpty != isNamed)
            #expect(try viewer.matches(MatchFacts(data)).isEmpty != isNamed)
            let group = try #require(try viewer.reception(id)).group
            let added = try test.perform(.group(.addOffList(group, TestStore.person(1, born: 2005))), by: reader)
            #expect(added.result["similar"]?.elements?.contains(.int(id.value)) == isNamed)
        }
    }
}
