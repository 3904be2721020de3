import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Ways around what access and the archive promise, each tried once and closed.
@Suite struct AttackTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func phrase(_ text: String) -> Phrase { Phrase(Array(text.utf8)) }

    /// A password for somebody takes the charge of all their roles, as suspending them does.
    @Test func nobodySetsThePasswordOfWhomTheyCouldNotMake() throws {
        let lead = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(
                phrase("frase bastante larga"), of: test.lead, by: lead, at: test.now)
        }
        try test.store.setPassword(
            phrase("frase bastante larga"), of: officer, by: lead, at: test.now)
    }

    /// Whoever gave the second officer a password could be both: an hour after the first one, a day
    /// after another.
    @Test func whoGaveThePasswordIsNotConfirmedByIt() throws {
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let id = try test.add("Tomás Toledo Vera", [.officer])
        var change = OfficerChange()
        change.grants = .auditor
        let grant = Command.act(SetOfficer(id, change))
        func confirmed() throws -> Refusal.Code? {
            let act = try #require(try test.perform(grant).act)
            return test.refusal(.act(Confirm(act)), by: second)?.code
        }
        try test.store.setPassword(
            phrase("una frase primera"), of: second, by: test.lead, at: test.now)
        #expect(try confirmed() == .secondOfficer)
        test.now = test.now.adding(minutes: 61)
        try test.store.setPassword(
            phrase("otra frase puesta"), of: second, by: test.lead, at: test.now)
        test.now = test.now.adding(minutes: 120)
        #expect(try confirmed() == .secondOfficer)
        test.now = test.now.adding(minutes: 1440)
        #expect(try confirmed() == nil)
    }

    /// A clock that goes back opens nothing that has lapsed.
    @Test(arguments: [-180, -11, 11, 600])
    func aClockThatGoesBackOpensNothing(_ minutes: Int) throws {
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let id = try test.add("Tomás Toledo Vera", [.officer])
        var change = OfficerChange()
        change.grants = .auditor
        let act = try #require(try test.perform(.act(SetOfficer(id, change))).act)
        test.now = test.now.adding(minutes: minutes)
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .confirmationLapsed)
    }

    /// Failures that a fast clock left in the future lock nobody out for longer than their wait.
    @Test func failuresOfTheFutureLockNobodyOut() throws {
        test.stopClock()
        let lead = try #require(try test.store.allOfficers().first { $0.id == test.lead })
        try test.store.setPassword(
            phrase("una frase de prueba"), of: lead.id, by: lead.id, at: test.now)
        let tomorrow = test.now.adding(minutes: 1440)
        for _ in 1...4 {
            _ = try test.store.signIn(lead, phrase("otra cosa larga"), terminal: "t", at: tomorrow)
        }
        test.pass(seconds: 5)
        #expect(
            try test.store.signIn(lead, phrase("una frase de prueba"), terminal: "t", at: test.now)
                == .right)
    }

    /// However many try at once, only three are looked at before the wait.
    @Test func manyAtOnceAreNoWayAroundTheWait() throws {
        test.stopClock()
        let up = test.uptime()
        let lead = try #require(try test.store.allOfficers().first { $0.id == test.lead })
        try test.store.setPassword(
            phrase("una frase de prueba"), of: lead.id, by: lead.id, at: test.now)
        let (path, now) = (test.path, test.now)
        let guesses = (1...8).map { _ in
            Thread {
                let store = try? Store(path: path)
                store?.uptime = { up }
                _ = try? store?.signIn(
                    lead, Phrase(Array("otra cosa larga".utf8)), terminal: "t", at: now)
            }
        }
        for guess in guesses { guess.start() }
        while !guesses.allSatisfy(\.isFinished) { sched_yield() }
        #expect(
            try test.store.signIn(lead, phrase("una frase de prueba"), terminal: "u", at: test.now)
                == .refused)
        let failures = try Connection(path: test.path, mode: .read).statement(
            "SELECT failures FROM attempt WHERE key = 'o:\(lead.id.value)'"
        ).first { $0.int(0) }
        #expect(failures == 3)
    }

    /// Five wrong PINs, whatever is pressed in between, and no PIN opens until the password has.
    @Test func fivePINsAreFive() throws {
        let lead = try #require(try test.store.allOfficers().first { $0.id == test.lead })
        try test.store.setPassword(
            phrase("una frase de prueba"), of: lead.id, by: lead.id, at: test.now)
        try test.store.setPassword(phrase("482915"), .pin, of: lead.id, by: lead.id, at: test.now)
        #expect(try test.store.isPIN(phrase("482915"), of: lead, at: test.now))
        for _ in 1...5 {
            #expect(try !Store(path: test.path).isPIN(phrase("000000"), of: lead, at: test.now))
        }
        #expect(try !test.store.isPIN(phrase("482915"), of: lead, at: test.now))
        #expect(
            try test.store.signIn(lead, phrase("una frase de prueba"), terminal: "t", at: test.now)
                == .right)
        #expect(try test.store.isPIN(phrase("482915"), of: lead, at: test.now))
        var suspended = lead
        suspended.isSuspended = true
        #expect(try !test.store.isPIN(phrase("482915"), of: suspended, at: test.now))
    }

    /// A zero does not cut a password unseen, and one letter ten times is none.
    @Test(arguments: ["abcdefghij\0zzzz", "          ", "aaaaaaaaaa", "abababababab"])
    func passwordsThatAreNoneAreRefused(_ text: String) throws {
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(phrase(text), of: test.lead, by: test.lead, at: test.now)
        }
    }

    /// What nothing suggests is linked by nobody but the lead: one person's file is not given to
    /// another by a link.
    @Test func strangersAreNotLinked() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let one = try test.waiting(.nogales, TestStore.person(1))
        var other = TestStore.person(2, born: 1961)
        (other.given, other.firstSurname) = ("Ximena", "Quetzalli")
        let stranger = try test.waiting(.nogales, other)
        try test.perform(.act(ReleasePerson(stranger, Release(.ownDecision))))
        let link = Command.act(LinkPerson(one, try test.reception(stranger).person))
        #expect(test.refusal(link, by: officer)?.code == .notAlike)
        #expect(test.refusal(link, by: test.lead)?.code == nil)
    }

    /// What is held back is changed by nothing.
    @Test func whatIsHeldBackIsChangedByNothing() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
        let asked = try test.perform(
            .act(
                RequestRights(
                    id, .cancellation, Requester(name: "x", document: "x", capacity: .own))))
        let request = Identifier<RightsRequest>(try #require(asked.result["request"]?.integer))
        try test.perform(.act(AnswerRights(request, RightsResolution(.granted))))
        let other = try test.waiting(.nogales, TestStore.person(1))
        for command: Command in [
            .act(AmendPerson(id, TestStore.person(3), seemsAdult: nil)),
            .act(Receive(id, .all, tag: nil)),
            .act(UnlinkPerson(of: id)),
            .act(SaveProfile(id, [.aliases: "x"])),
            .act(Triage(id, [])),
            .act(Locate(id, found: "x")),
        ] { #expect(test.refusal(command, by: test.lead)?.code == .dataHeld) }
        let link = Command.act(LinkPerson(other, try test.reception(id).person))
        #expect(test.refusal(link, by: test.lead)?.code == .dataHeld)
    }

    /// Rights are the person's: what is granted holds for every time they were received.
    @Test func aCancellationIsOfThePerson() throws {
        var data = TestStore.person(1)
        data.curp = "SABC560626MDFLRN01"
        let first = try test.waiting(.nogales, data)
        try test.perform(.act(ReleasePerson(first, Release(.ownDecision))))
        let second = try test.waiting(.nogales, data)
        try test.perform(.act(LinkPerson(second, try test.reception(first).person)))
        func cancel() throws -> Refusal.Code? {
            let asked = try test.perform(
                .act(
                    RequestRights(
                        first, .cancellation, Requester(name: "x", document: "x", capacity: .own))))
            let request = Identifier<RightsRequest>(try #require(asked.result["request"]?.integer))
            return test.refusal(
                .act(AnswerRights(request, RightsResolution(.granted))), by: test.lead)?.code
        }
        #expect(try cancel() == .stillInside)
        try test.perform(.act(ReleasePerson(second, Release(.ownDecision))))
        #expect(try cancel() == nil)
        for id in [first, second] { #expect(try test.reception(id).blockedAt != nil) }
    }

    /// Who a child alone is cannot be found out, letter by letter, by those who do not read it; nor
    /// said by them.
    @Test func theLaneAnswersNoSearch() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        var data = TestStore.person(1, born: 2014)
        (data.given, data.firstSurname) = ("Zutanejo", "Zurita")
        let id = try test.waiting(.nogales, data, flags: [.unaccompaniedChild])
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        for text in ["zu", "zutanejo zurita", "2014-05-06"] {
            #expect(try viewer.search(text, at: nil).isEmpty)
        }
        #expect(try viewer.matches(MatchFacts(data)).isEmpty)
        let ticket = try #require(try test.reception(id).ticket)
        #expect(try viewer.search(String(ticket), at: nil).map(\.name.isOfChildAlone) == [true])
        #expect(
            test.refusal(.act(AmendPerson(id, data, seemsAdult: nil)), by: officer)?.code
                == .laneOnly)
        let adult = try test.waiting(.nogales, TestStore.person(9, born: 1980))
        #expect(
            test.refusal(.act(SetFamily(adult, [id], [.child])), by: officer)?.code == .laneOnly)
        #expect(try test.store.search("zutanejo", at: nil).map(\.id) == [id])
    }

    /// A hard link, and a log that somebody else laid out, are refused with what to do.
    @Test func filesThatOthersLaidOutAreRefused() throws {
        func refusal() -> String? {
            do throws(StoreError) {
                _ = try Store(path: test.path)
                return nil
            } catch { return error.sentence(.es) }
        }
        link(test.path, "\(test.folder)/otro.db")
        #expect(refusal()?.contains("enlace") == true)
        unlink("\(test.folder)/otro.db")
        chmod("\(test.path)-wal", 0o666)
        #expect(refusal()?.contains("g.db-wal") == true)
        chmod("\(test.path)-wal", 0o600)
        #expect(refusal() == nil)
    }
}
