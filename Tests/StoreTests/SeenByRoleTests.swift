import Foundation
import Repatriation
import Store
import Support
import Testing

/// What each role sees, and that what it may not read is in none of it.
@Suite struct SeenByRoleTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    /// A child alone is nameless to whoever may not know that the child is alone.
    @Test(arguments: [OfficerRole.beta, .liaison, .auditor])
    func aChildAloneIsNamelessToThem(_ role: OfficerRole) throws {
        var data = TestStore.person(1, born: 2014)
        (data.given, data.firstSurname) = ("PLANTADA", "PLANTADA")
        let id = try test.waiting(.nogales, data, flags: [.unaccompaniedChild])
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: role)
        let card = try #require(try viewer.card(id, now: test.now))
        let queue = try #require(try viewer.queue(at: .nogales, desk: 1, now: test.now))
        let all = "\(card)\(try viewer.roll(of: card.group.id))\(queue)"
        #expect(!all.contains("PLANTADA\"") && !all.contains("PLANTADA,"))
        #expect(queue.next == nil)
    }

    /// Who a child alone is, is the child lane's: an officer at a desk sees that there is one,
    /// child protection sees who.
    @Test(arguments: [(OfficerRole.officer, false), (.health, false), (.opi, true), (.lead, true)])
    func aChildAloneIsNamedInsideTheLane(_ role: OfficerRole, _ isNamed: Bool) throws {
        var data = TestStore.person(1, born: 2014)
        data.given = "PLANTADA"
        let id = try test.waiting(.nogales, data, flags: [.unaccompaniedChild])
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: role)
        let card = try #require(try viewer.card(id, now: test.now)).reception
        #expect((card.given == "PLANTADA") == isNamed)
        #expect((card.birthDate != nil) == isNamed)
        #expect(card.flags == [.unaccompaniedChild])
    }

    /// Reasons, alerts and children on the board are for those who attend people; who called about
    /// a bus is personal.
    @Test(arguments: OfficerRole.allCases)
    func boardsAndGroupsShowWhatTheRoleMayKnow(_ role: OfficerRole) throws {
        _ = try test.waiting(
            .nogales, TestStore.person(1, born: 2014), flags: [.unaccompaniedChild])
        var announcement = Announcement()
        (announcement.mode, announcement.calledBy, announcement.phone) = (
            .bus, "QUIENPLANTADO", "631PLANTADO"
        )
        try test.perform(.act(AnnounceGroup(.nogales, announcement)))
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: role)
        let row = try #require(try viewer.board(at: test.now).rows.first { $0.point == .nogales })
        let attends = Permissions.classes(role, isDrill: true).contains(.sensitive)
        #expect(row.children == (attends ? 1 : nil))
        // Why somebody is next tells of reserved attention: for those who know of it.
        #expect((row.next != nil) == (attends && role != .health))
        #expect(try viewer.board(at: test.now).alerts.isEmpty != attends)
        let groups = "\(try viewer.groups(at: .nogales, now: test.now))"
        #expect(
            groups.contains("PLANTADO")
                == Permissions.classes(role, isDrill: true).contains(.personal))
    }

    /// Those who read no names are not told by a search or a likeness whether somebody is here.
    @Test func whatIsHiddenAnswersNoSearch() throws {
        var data = TestStore.person(1)
        data.curp = "SABC560626MDFLRN01"
        let id = try test.waiting(.nogales, data)
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: .auditor)
        for text in ["persona", "prueba", "SABC56", "1990-05-06"] {
            #expect(try viewer.search(text, at: nil).isEmpty)
        }
        #expect(try viewer.search("1", at: nil).map(\.id) == [id])
        #expect(try viewer.matches(MatchFacts(data)).isEmpty)
    }

    /// What a role reads no longer is not read from a draft either, and what stands for it is
    /// nobody's value.
    @Test func hiddenValuesAreNeitherDraftedNorSaved() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(.nogales, TestStore.person(1))
        for (field, value) in [("contactPhone", "631"), ("aliases", "Beto")] {
            try test.store.saveDraft(
                "interview", subject: id.value, field: field, value: value, by: officer,
                at: test.now)
        }
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        #expect(try viewer.drafts(of: officer).first?.fields == ["aliases": "Beto"])
        try test.open(.nogales, desks: 1)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        let masked = Command.act(SaveProfile(id, [.contactConsent: "yes", .contactPhone: "•••"]))
        #expect(test.refusal(masked, by: test.lead)?.code == .badCharacters)
    }

    /// Whoever is not told who a child is is told nobody like it: its name would stand there.
    @Test(arguments: [(OfficerRole.officer, 0), (.opi, 1)])
    func aCardOfWhomIsNotToldNamesNobodyAlike(_ role: OfficerRole, _ count: Int) throws {
        let person = TestStore.person(1, born: 2014)
        _ = try test.waiting(.nogales, person)
        let again = try test.waiting(.tijuana, person, flags: [.unaccompaniedChild])
        let viewer = try Viewer(path: test.path, test.officer(with: role))
        #expect(try viewer.card(again, now: test.now)?.matches.count == count)
    }

    /// Planted values: what a role may not read is in none of its views, and is not taken for
    /// missing.
    @Test(arguments: OfficerRole.allCases)
    func nothingHiddenIsShown(_ role: OfficerRole) throws {
        try test.open(.nogales, desks: 1)
        var data = TestStore.person(1)
        (data.given, data.firstSurname, data.curp) = ("PLANTADA", "PLANTADA", "SABC560626MDFLRN01")
        (data.notes, data.alienNumber) = ("NOTAPLANTADA", "A99PLANTADA")
        let id = try test.waiting(.nogales, data, flags: [.medical])
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(
            .act(
                SaveProfile(
                    id,
                    [.contactConsent: "yes", .contactPhone: "631PLANTADA", .medication: "INSULINA"])
            ))
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: role)
        let classes = Permissions.classes(role, isDrill: true)
        let card = try #require(try viewer.card(id, now: test.now))
        let all = [
            "\(card)", "\(try viewer.roll(of: card.group.id))",
            "\(try viewer.queue(at: .nogales, desk: 1, now: test.now)!)",
            "\(try viewer.search("plantada", at: nil))",
            "\(String(describing: try viewer.reception(id)))",
            "\(try viewer.matches(MatchFacts(data)))",
        ].joined()
        let planted: [(String, FieldClass)] = [
            ("PLANTADA\"", .personal), ("SABC56", .personal), ("NOTAPLANTADA", .sensitive),
            ("A99PLANTADA", .restricted),
            ("631PLANTADA", .restricted), ("INSULINA", .sensitive),
        ]
        for (value, access) in planted {
            #expect(all.contains(value) == classes.contains(access), "\(role) \(value)")
        }
        #expect(card.reception.answer(.contactPhone) != nil)
        guard classes.contains(.personal) else { return }
        #expect(
            card.reception.missing(on: card.today)
                == (try test.store.card(id, now: test.now))?.reception.missing(on: card.today))
    }
}
