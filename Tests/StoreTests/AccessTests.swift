import Foundation
import Repatriation
import Store
import Support
import Testing

/// Who may do what, and read what.
@Suite struct AccessTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func change(_ id: Identifier<Officer>, _ edit: (inout OfficerChange) -> Void) -> Command
    {
        var change = OfficerChange()
        edit(&change)
        return .act(SetOfficer(id, change))
    }

    /// One command of every name, of whatever subject: permission comes before the subject is
    /// looked at.
    private static let commands = commands(about: Identifier(2), of: Identifier(1))

    /// The same about one person of a group; where something else is asked for by its number, by
    /// this one.
    static func commands(
        about person: Identifier<Reception>, of group: Identifier<Group>,
        numbered number: Int? = nil
    ) -> [Command] {
        func id<E>(_ usual: Int) -> Identifier<E> { Identifier(number ?? usual) }
        let told: [any Act] = [
            HeadCount(group, .line, 1), SetNationality(person, .accredited),
            NoShow(person, .unknown, confirmedBy: nil),
            Locate(person, found: "x"), CallPerson(person, desk: 1, reason: nil),
            StartInterview(person, desk: 1),
            SetPlace(person, .yard), TakeOver(person, desk: 1),
            GiveNotice(person, version: 1, .read),
            AssignInterpreter(person, language: "tseltal", .phone, who: "x"),
            SetFamily(person, [], []),
            LinkPerson(person, id(3)), TellApart(person, id(3)),
            ReleasePerson(person, Release(.bus)),
            TickLane(person, .opi), LeaveAnyway(person, Leaving(pending: [], explainedIn: "x")),
            SaveScreening(
                person, ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)),
            SetEntry("english", "none", EntryWords()),
            AddOfficer("Otra Persona", roles: [.officer]),
            SetOfficer(id(4), OfficerChange()), NotePassword(of: id(4)), Undo(id(5)),
            Confirm(id(5)),
            RequestRights(person, .access, Requester(name: "x", document: "x", capacity: .own)),
            ExtendRights(id(6), reason: "x"), AnswerRights(id(6), RightsResolution(.granted)),
            SetArchiveSeries(code: "x", name: "x", activeYears: 1, semiActiveYears: 1),
            RemoveBlocked(dictamen: "x", people: 1),
        ]
        let names = Set(told.map { type(of: $0).name })
        let rest = Acts.all.filter { !names.contains($0.name) }.map {
            about($0.init(), person, group)
        }
        return (told + rest).map { Command(act: $0) }
    }

    private static func about(
        _ act: any Act, _ person: Identifier<Reception>, _ group: Identifier<Group>
    ) -> any Act {
        switch act {
        case var act as any ReceptionAct:
            act.reception = person
            return act
        case var act as any GroupAct:
            act.group = group
            return act
        case var act as any DeskAct:
            act.point = .nogales
            act.desk = 1
            return act
        case var act as any PointAct:
            act.point = .nogales
            return act
        default: return act
        }
    }

    @Test func everyCommandHasAName() {
        #expect(Set(AccessTests.commands.map(\.name)) == Set(CommandName.allCases))
        #expect(AccessTests.commands.count == CommandName.allCases.count)
    }

    /// The whole matrix: what a role may not do is refused as such, and what it may do is not.
    @Test(arguments: OfficerRole.allCases)
    func everyRoleDoesWhatTheTableSays(_ role: OfficerRole) {
        var officer = Officer(id: Identifier(9))
        officer.roles = [role]
        for command in AccessTests.commands {
            var code: Refusal.Code?
            do throws(Refusal) {
                try Permissions.check(command.act, by: officer, isDrill: false)
            } catch {
                code = error.code
            }
            let isAllowed = Permissions.commands(role).contains(command.name)
            #expect((code == nil) == isAllowed, "\(role) \(command.name)")
        }
        officer.isSuspended = true
        for command in AccessTests.commands {
            #expect(throws: Refusal.self) {
                try Permissions.check(command.act, by: officer, isDrill: false)
            }
        }
    }

    /// The store is where it is checked: no command of another role goes through, whoever sends it.
    @Test(arguments: [OfficerRole.health, .beta, .liaison, .auditor, .administrator])
    func theStoreRefusesWhatARoleMayNot(_ role: OfficerRole) throws {
        let id = try test.officer(with: role)
        let before = try test.store.figures().events
        for command in AccessTests.commands where !Permissions.commands(role).contains(command.name)
        {
            let code = test.refusal(command, by: id)?.code
            #expect(
                code == .notAllowed || code == .onlyLead,
                "\(command.name): \(String(describing: code))")
        }
        #expect(try test.store.figures().events == before)
    }

    /// A role taken away and a suspension hold at the next command of a connection that was already
    /// at work.
    @Test func suspensionHoldsAtOnce() throws {
        let id = try test.add("Tomás Toledo Vera", [.officer])
        let other = try Store(path: test.path)
        _ = try other.perform(.act(OpenShift(at: .nogales)), by: id, at: test.now)
        _ = try other.perform(.act(OpenDesk(at: .nogales, 1, attends: nil)), by: id, at: test.now)
        try test.perform(change(id) { $0.isSuspended = true })
        #expect(throws: PerformFailure.self) {
            try other.perform(.act(CloseDesk(at: .nogales, 1)), by: id, at: test.now)
        }
        try test.perform(change(id) { $0.isSuspended = false })
        _ = try other.perform(.act(CloseDesk(at: .nogales, 1)), by: id, at: test.now)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Auditor and administrator take two people; nobody confirms their own, nor has a say in their
    /// own case.
    @Test func gravestRolesTakeTwoPeople() throws {
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let id = try test.add("Tomás Toledo Vera", [.officer])
        let grant = change(id) { $0.grants = .auditor }
        #expect(
            test.refusal(change(test.lead) { $0.grants = .auditor }, by: test.lead)?.code
                == .secondOfficer)
        let asked = try test.perform(grant)
        let act = try #require(asked.act)
        #expect(asked.result["pending"] == "confirmation")
        #expect(try test.store.allOfficers().first { $0.id == id }?.roles == [.officer])
        #expect(test.refusal(.act(Confirm(act)), by: test.lead)?.code == .secondOfficer)
        #expect(test.refusal(.act(Confirm(act)), by: id)?.code == .onlyLead)
        try test.perform(.act(Confirm(act)), by: second)
        #expect(try test.store.allOfficers().first { $0.id == id }?.roles == [.officer, .auditor])
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .notPending)
        // What lapsed is no longer confirmed, and can be asked again.
        let administrator = change(id) { $0.grants = .administrator }
        let lapsed = try #require(try test.perform(administrator).act)
        test.now = test.now.adding(minutes: 11)
        #expect(test.refusal(.act(Confirm(lapsed)), by: second)?.code == .confirmationLapsed)
        let again = try #require(try test.perform(administrator).act)
        #expect(test.refusal(.act(Confirm(again)), by: second)?.code == nil)
        #expect(
            try test.store.allOfficers().first { $0.id == id }?.roles == [
                .officer, .auditor, .administrator,
            ])
    }

    /// A second role that is proposed waits beside the first; the same one again takes its own
    /// place.
    @Test func proposalsWaitBesideEachOther() throws {
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let id = try test.add("Tomás Toledo Vera", [.officer])
        let auditor = try #require(try test.perform(change(id) { $0.grants = .auditor }).act)
        let administrator = try #require(
            try test.perform(change(id) { $0.grants = .administrator }).act)
        test.now = test.now.adding(minutes: 1)
        let again = try #require(try test.perform(change(id) { $0.grants = .administrator }).act)
        let waiting = try test.store.pendingActs(about: id.value, now: test.now).map(\.act)
        #expect(Set(waiting) == [auditor, again])
        #expect(test.refusal(.act(Confirm(administrator)), by: second)?.code == .notPending)
        #expect(test.refusal(.act(Confirm(auditor)), by: second)?.code == nil)
        #expect(test.refusal(.act(Confirm(again)), by: second)?.code == nil)
        #expect(
            try test.store.allOfficers().first { $0.id == id }?.roles == [
                .officer, .auditor, .administrator,
            ])
    }

    /// Nobody reaches beyond their own charge, nor has a say in their own case, nor leaves a store
    /// without a keeper.
    @Test func nobodyGrantsWhatIsBeyondThem() throws {
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let id = try test.add("Tomás Toledo Vera", [.officer])
        #expect(test.refusal(change(id) { $0.grants = .lead }, by: second)?.code == .notAllowed)
        #expect(
            test.refusal(change(second) { $0.grants = .opi }, by: second)?.code == .secondOfficer)
        #expect(
            test.refusal(change(test.lead) { $0.grants = .opi }, by: test.lead)?.code
                == .secondOfficer)
        for reach in [
            change(test.lead) { $0.account = "otra" }, change(test.lead) { $0.isSuspended = true },
            change(test.lead) { $0.revokes = .administrator },
        ] { #expect(test.refusal(reach, by: second)?.code == .notAllowed) }
        for end in [
            change(test.lead) { $0.revokes = .administrator },
            change(test.lead) { $0.isSuspended = true },
            change(test.lead) { $0.account = "" },
        ] { #expect(test.refusal(end, by: test.lead)?.code == .lastAdministrator) }
        #expect(
            test.refusal(change(id) { $0.account = "nadie" }, by: test.lead)?.code == .accountTaken)
        #expect(
            test.refusal(change(id) { $0.revokes = .officer }, by: test.lead)?.code == .lastRole)
        let grave = Command.act(AddOfficer("Nueva Persona", account: nil, roles: [.auditor]))
        #expect(test.refusal(grave, by: test.lead)?.code == .secondOfficer)
    }

    /// By hand, so that a slip in the table is seen: what each role must never do, and what it
    /// reads.
    @Test(arguments: [
        (
            OfficerRole.officer, [CommandName.setPeak, .setEntry, .addOfficer],
            [FieldClass.plain, .personal, .sensitive]
        ),
        (.opi, [.setPeak, .setOfficer], [.plain, .personal, .sensitive, .restricted]),
        (
            .health, [.release, .saveProfile, .setNationality, .receive],
            [.plain, .personal, .sensitive]
        ),
        (
            .beta, [.saveProfile, .triage, .setNationality, .release, .linkPerson],
            [.plain, .personal]
        ),
        (.liaison, [.receive, .triage, .release], [.plain, .personal]),
        (.lead, [], [.plain, .statistical, .personal, .sensitive, .restricted]),
        (.trainer, [.receive, .addOfficer], [.plain]),
        (.auditor, [.receive, .undo, .setPoint], [.plain, .statistical]),
        (.administrator, [.callNext, .release, .saveProfile, .undo], [.plain]),
    ])
    func theTableIsTheOneThatWasMeant(
        _ role: OfficerRole, _ never: [CommandName], _ reads: [FieldClass]
    ) {
        #expect(Permissions.commands(role).isDisjoint(with: never))
        #expect(Permissions.classes(role) == Set(reads))
    }

    /// What somebody else did is taken back by whoever leads, and by nobody else.
    @Test func anothersActIsTakenBackByTheLead() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(.nogales, TestStore.person(1))
        let act = try #require(try test.perform(.act(Triage(id, [.medical]))).act)
        #expect(test.refusal(.act(Undo(act)), by: officer)?.code == .notAllowed)
        let own = try #require(try test.perform(.act(Triage(id, [.older])), by: officer).act)
        #expect(test.refusal(.act(Undo(own)), by: test.lead)?.code == nil)
    }

    /// A suspended officer's screen does not keep a desk alive.
    @Test func aSuspendedOfficersDeskFallsSilent() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        try test.perform(.act(OpenShift(at: .nogales)))
        try test.perform(.act(OpenDesk(at: .nogales, 1, attends: nil)), by: officer)
        try test.perform(change(officer) { $0.isSuspended = true })
        test.now = test.now.adding(minutes: 3)
        try test.store.heartbeat(point: .nogales, desk: 1, of: officer, at: test.now)
        let desk = try test.store.shift(at: .nogales, now: test.now)?.desks.first { $0.id == 1 }
        #expect(desk?.isHeard == false)
    }

    /// Only whoever is child protection, or leads, opens a desk for it.
    @Test func aDeskOfChildProtectionIsOpenedByChildProtection() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let opi = try test.add("Olga Prieto Inventada", [.opi])
        try test.perform(.act(OpenShift(at: .nogales)))
        let open = Command.act(OpenDesk(at: .nogales, 1, attends: [.opi]))
        #expect(test.refusal(open, by: officer)?.code == .notAllowed)
        #expect(test.refusal(open, by: opi)?.code == nil)
        // What the desk attended is not inherited.
        try test.perform(.act(CloseDesk(at: .nogales, 1)), by: opi)
        #expect(
            test.refusal(.act(OpenDesk(at: .nogales, 1, attends: nil)), by: officer)?.code == nil)
        let desk = try test.store.shift(at: .nogales, now: test.now)?.desks.first { $0.id == 1 }
        #expect(desk?.attends.contains(.opi) == false)
    }

    /// The manual's row of a role, read back, is what the store checks.
    @Test(arguments: OfficerRole.allCases, Language.allCases)
    func theManualsRowIsWhatTheStoreChecks(_ role: OfficerRole, _ language: Language) {
        let row = Permissions.row(role, language)
        #expect(row[0] == role.label(language))
        let reads = FieldClass.allCases.filter(Permissions.classes(role).contains)
        #expect(row[1] == reads.map { $0.label(language) }.joined(separator: ", "))
        var done: Set<CommandName> = []
        var seen: Set<Oversight> = []
        for word in row[2].components(separatedBy: ", ") where word != "–" {
            if let duty = Duty.allCases.first(where: { $0.label?(language) == word }) {
                done.formUnion(Acts.names(of: duty))
            } else if let sight = Oversight.allCases.first(where: { $0.label(language) == word }) {
                seen.insert(sight)
            } else if let name = CommandName(rawValue: word) {
                done.insert(name)
            } else {
                Issue.record("«\(word)» is no duty, no act and nothing looked at")
            }
        }
        #expect(
            done.subtracting([.notePassword])
                == Permissions.commands(role).subtracting([.notePassword]))
        #expect(seen == Set(Oversight.allCases.filter { $0.roles.contains(role) }))
    }
}
