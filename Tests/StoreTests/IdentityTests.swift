import Repatriation
import Store
import Support
import Testing

/// Two officers are two human beings: who confirms is not who asked under another name.
@Suite struct IdentityTests {
    /// A store in earnest, a month after it began.
    private let test: TestStore
    /// Officers whose identities are a month old.
    private let second, third: Identifier<Officer>

    init() throws {
        test = try TestStore(seed: nil)
        second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        third = try test.add("Tercera Persona Prueba", [.officer])
        test.pass(minutes: 1440 * 30)
    }

    private func phrase(_ text: String) -> Phrase { Phrase(Array(text.utf8)) }

    private func perform(
        _ command: Command, by officer: Identifier<Officer>, _ proof: IdentityProof = .password
    ) throws(PerformFailure) -> Answer {
        try test.store.perform(command, by: officer, proven: proof, at: test.now)
    }

    private func refusal(
        _ command: Command, by officer: Identifier<Officer>, _ proof: IdentityProof = .password
    ) -> Refusal.Code? {
        do throws(PerformFailure) { _ = try perform(command, by: officer, proof) } catch {
            if case .refused(let refusal) = error { return refusal.code }
            return .storeBusy
        }
        return nil
    }

    private func add(_ name: String, _ roles: Set<OfficerRole>, by lead: Identifier<Officer>) throws
        -> Identifier<Officer>
    {
        let command = Command.act(AddOfficer(name, account: nil, roles: roles))
        return Identifier(try perform(command, by: lead).result["officer"]?.integer ?? 0)
    }

    private func change(_ id: Identifier<Officer>, _ edit: (inout OfficerChange) -> Void) -> Command
    {
        var change = OfficerChange()
        edit(&change)
        return .act(SetOfficer(id, change))
    }

    /// What confirming a grant that one asked for gives another.
    private func confirmed(
        asking first: Identifier<Officer>, _ proof: IdentityProof = .password,
        confirming other: Identifier<Officer>,
        _ otherProof: IdentityProof = .password
    ) throws -> Refusal.Code? {
        let grant = change(third) { $0.grants = .auditor }
        let act = try #require(try perform(grant, by: first, proof).act)
        let code = refusal(.act(Confirm(act)), by: other, otherProof)
        // Taken away again, so that it can be asked for again.
        if code == nil { _ = try perform(change(third) { $0.revokes = .auditor }, by: test.lead) }
        return code
    }

    /// The account that runs the program counts for one of the two only.
    @Test(arguments: [IdentityProof.account, .password], [IdentityProof.account, .password])
    func oneOfTheTwoGivesAPassword(_ first: IdentityProof, _ other: IdentityProof) throws {
        let isEnough = first == .password || other == .password
        #expect(
            try confirmed(asking: test.lead, first, confirming: second, other)
                == (isEnough ? nil : .passwordWanted))
    }

    /// Whoever was added in the last day may be who added them, whichever of the two asks.
    @Test func whoWasAddedConfirmsNothingOfWhoAddedThem() throws {
        let lead = try add("Persona Nueva Prueba", [.officer, .lead, .opi], by: test.lead)
        #expect(try confirmed(asking: test.lead, confirming: lead) == .secondOfficer)
        let waiting = try #require(try perform(handOver(), by: second).act)
        #expect(refusal(.act(Confirm(waiting)), by: lead) == nil)
        test.pass(minutes: 1439)
        #expect(try confirmed(asking: test.lead, confirming: lead) == .secondOfficer)
        test.pass(minutes: 2)
        #expect(try confirmed(asking: test.lead, confirming: lead) == nil)
    }

    /// One human being with one account: two of their own making, or one made by the other they
    /// made.
    @Test func nobodyIsTwoThroughThoseTheyAdded() throws {
        let one = try add("Una Hecha Prueba", [.officer, .lead], by: test.lead)
        let other = try add("Otra Hecha Prueba", [.officer, .lead], by: test.lead)
        let grandchild = try add("Nieta Hecha Prueba", [.officer], by: one)
        func areTwo(_ left: Identifier<Officer>, _ right: Identifier<Officer>) throws -> Bool {
            let release = try handOver()
            let act = try #require(try perform(release, by: left).act)
            let code = refusal(.act(Confirm(act)), by: right)
            #expect(code == nil || code == .secondOfficer)
            return code == nil
        }
        #expect(try !areTwo(one, other))
        #expect(try !areTwo(test.lead, grandchild))
        #expect(try !areTwo(grandchild, test.lead))
        #expect(try areTwo(second, grandchild))
    }

    /// A child whose hand-over waits for nothing but a second officer.
    private func handOver() throws -> Command {
        let child = try test.waiting(
            .nogales, TestStore.person(1, born: 2011), flags: [.unaccompaniedChild])
        try test.prepareHandOver(child)
        try test.perform(
            .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
        var release = Release(.dif)
        (
            release.receiver.institution, release.receiver.name, release.receiver.credential,
            release.receiver.plate
        ) = (
            "DIF", "Persona Inventada", "4", "A"
        )
        return .act(ReleasePerson(child, release))
    }

    /// The word of child protection that opens the family's exit is another human being's: one whom
    /// the lead has just added lets nobody's child go, neither for the lead nor by themselves.
    @Test func anOPIJustAddedIsNoOtherWord() throws {
        let opi = try add("Opinión Nueva Prueba", [.officer, .opi], by: test.lead)
        let people = [TestStore.person(1, born: 2015), TestStore.person(2, born: 1985)]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(Triage(ids[0], [.smallChildren])))
        try test.perform(
            .act(SetNationality(ids[0], .foreign, nil, motive: "m", mexicanParent: false)))
        try test.perform(.act(SetFamily(ids[0], [ids[1]], [.parent])))
        var words = TickWords()
        words.note = "actas y respuestas iguales"
        _ = try perform(.act(TickLane(ids[0], .family, words)), by: opi)
        var release = Release(.relative)
        release.receiver.parent = ids[1]
        let leave = Command.act(ReleasePerson(ids[0], release))
        let leads = try perform(leave, by: test.lead)
        #expect(leads.result["pending"] == "confirmation")
        #expect(refusal(.act(Confirm(try #require(leads.act))), by: opi) == .secondOfficer)
        let own = try perform(leave, by: opi)
        #expect(own.result["pending"] == "confirmation")
        #expect(refusal(.act(Confirm(try #require(own.act))), by: test.lead) == .secondOfficer)
        #expect(refusal(.act(Confirm(try #require(own.act))), by: third) == nil)
        #expect(try test.reception(ids[0]).exit == .relative)
    }

    /// Whoever sets the password of another may be both for a day; the one they gave has to be
    /// changed besides.
    @Test func whoSetAPasswordIsNotConfirmedByIt() throws {
        try test.store.setPassword(
            phrase("una frase primera"), of: second, by: test.lead, at: test.now)
        try test.store.setPassword(
            phrase("una frase propia"), of: second, by: second, proven: .password, at: test.now)
        #expect(try confirmed(asking: test.lead, confirming: second) == .secondOfficer)
        test.pass(minutes: 1441)
        #expect(try confirmed(asking: test.lead, confirming: second) == nil)
    }

    /// A password that its officer chose is replaced by them, or by two.
    @Test func anothersOwnPasswordIsResetByTwo() throws {
        try test.store.setPassword(phrase("una frase propia"), of: third, by: third, at: test.now)
        func reset(_ text: String, by officer: Identifier<Officer>) throws -> Bool {
            try test.store.setPassword(
                phrase(text), of: third, by: officer, proven: .password, at: test.now)
        }
        #expect(try !reset("la frase de la jefa", by: test.lead))
        #expect(try !reset("la frase de la jefa", by: test.lead))
        let officer = try #require(try test.store.officer(named: "Tercera Persona Prueba"))
        func opens(_ text: String) throws -> SignIn {
            try test.store.signIn(officer, phrase(text), terminal: "t", at: test.now)
        }
        #expect(try opens("una frase propia") == .right)
        // Not by confirming the act: the password comes with who confirms.
        let waiting = try #require(try test.store.pendingAct(about: third.value, now: test.now))
        #expect(refusal(.act(Confirm(waiting.act)), by: second) == .notPending)
        #expect(try reset("la frase de la otra", by: second))
        #expect(try opens("una frase propia") == .refused)
        #expect(try opens("la frase de la otra") == .mustChange)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Binding the account of somebody who has an identity takes two, or their own password.
    @Test func anIdentityInForceIsBoundByTwo() throws {
        func bind(_ account: String) -> Command { change(third) { $0.account = account } }
        func account() throws -> String? {
            try test.store.allOfficers().first { $0.id == third }?.account
        }
        // Whoever has none yet is given one; until the day is over it is confirmed by nobody who
        // gave it.
        _ = try perform(bind("primera"), by: test.lead)
        #expect(try account() == "primera")
        _ = try perform(bind("corregida"), by: test.lead)
        #expect(try account() == "corregida")
        test.pass(minutes: 1441)
        let asked = try perform(bind("de-la-jefa"), by: test.lead)
        #expect(asked.result["pending"] == "confirmation")
        #expect(try account() == "corregida")
        let act = try #require(asked.act)
        #expect(refusal(.act(Confirm(act)), by: test.lead) == .secondOfficer)
        #expect(refusal(.act(Confirm(act)), by: third, .account) == .passwordWanted)
        #expect(refusal(.act(Confirm(act)), by: third) == nil)
        #expect(try account() == "de-la-jefa")
        // Whoever bound it and whoever was bound are not two for a day.
        let release = try handOver()
        let waiting = try #require(try perform(release, by: test.lead).act)
        #expect(refusal(.act(Confirm(waiting)), by: third) == .secondOfficer)
        #expect(refusal(.act(Confirm(waiting)), by: second) == nil)
        // A lead binds their own account with their password alone.
        let own = change(test.lead) { $0.account = "otra-cuenta" }
        #expect(try perform(own, by: test.lead, .account).result["pending"] == "confirmation")
        #expect(try perform(own, by: test.lead).result["pending"] == nil)
    }

    /// A password that was set where nothing but the account was known says no more than the
    /// account for a day.
    @Test func aPasswordOfTheAccountIsNoMoreThanTheAccount() throws {
        try test.store.setPassword(phrase("una frase propia"), of: second, by: second, at: test.now)
        #expect(try confirmed(asking: test.lead, .account, confirming: second) == .passwordWanted)
        #expect(try confirmed(asking: test.lead, confirming: second) == nil)
        test.pass(minutes: 1441)
        #expect(try confirmed(asking: test.lead, .account, confirming: second) == nil)
    }

    /// One's own password is replaced by who knows it, and a PIN is set by who knows the password.
    @Test func onesOwnIsReplacedByWhoKnowsIt() throws {
        try test.store.setPassword(phrase("una frase propia"), of: third, by: third, at: test.now)
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(
                phrase("otra frase propia"), of: third, by: third, at: test.now)
        }
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(phrase("482915"), .pin, of: third, by: third, at: test.now)
        }
        try test.store.setPassword(
            phrase("482915"), .pin, of: third, by: third, proven: .password, at: test.now)
        #expect(try test.store.hasPIN(third))
    }

    /// On a store's first day everybody comes of its first lead: those may confirm each other, and
    /// nothing of that lead's.
    @Test func aStoreBeginsWithItsFirstLead() throws {
        let fresh = try TestStore(seed: nil)
        let one = try fresh.add("Una Primera Prueba", [.officer, .lead])
        let other = try fresh.add("Otra Primera Prueba", [.officer, .lead])
        func confirmed(_ left: Identifier<Officer>, _ right: Identifier<Officer>) throws -> Refusal
            .Code?
        {
            let grant = Command.act(
                CorrectAge(try fresh.waiting(.nogales, TestStore.person(1)), Self.younger))
            let act = try #require(
                try fresh.store.perform(grant, by: left, proven: .password, at: fresh.now).act)
            do throws(PerformFailure) {
                _ = try fresh.store.perform(
                    .act(Confirm(act)), by: right, proven: .password, at: fresh.now)
            } catch {
                if case .refused(let refusal) = error { return refusal.code }
                return .storeBusy
            }
            return nil
        }
        #expect(try confirmed(one, other) == nil)
        #expect(try confirmed(fresh.lead, other) == .secondOfficer)
        #expect(try confirmed(other, fresh.lead) == .secondOfficer)
    }

    private static let younger = AgeCorrection(
        CivilDate(year: 2012, month: 1, day: 1), source: .said)

    /// Every pair of four officers of whom each may have given the next an identity: never two
    /// where one human being could be both.
    @Test func whoComesOfOneIsOne() {
        let all = (1...4).map { Identifier<Officer>($0) }
        for links in 0..<64 {
            var lineage = Lineage()
            var edges: [(from: Int, to: Int)] = []
            var bit = 0
            for from in 0..<4 {
                for to in from + 1..<4 {
                    if links & 1 << bit != 0 { edges.append((from, to)) }
                    bit += 1
                }
            }
            for edge in edges { lineage.note(all[edge.to], from: [all[edge.from]]) }
            for one in 0..<4 {
                for other in one + 1..<4 {
                    // Whoever reaches both by gifts could be both.
                    let reach = (0..<4).map { reached(from: $0, edges) }
                    let isOne = reach.contains { $0.contains(one) && $0.contains(other) }
                    #expect(lineage.areTwo(all[one], all[other]) == !isOne)
                    #expect(lineage.areTwo(all[other], all[one]) == !isOne)
                }
            }
        }
    }

    private func reached(from start: Int, _ edges: [(from: Int, to: Int)]) -> Set<Int> {
        var found: Set = [start]
        while let edge = edges.first(where: { found.contains($0.from) && !found.contains($0.to) }) {
            found.insert(edge.to)
        }
        return found
    }

    /// In practice nobody proves anything, and whoever is added counts at once.
    @Test func practiceAsksForNoPassword() throws {
        let drill = try TestStore()
        let second = try drill.add("Otra Jefa Prueba", [.officer, .lead])
        let third = try drill.add("Tomás Toledo Vera", [.officer])
        let act = try #require(try drill.perform(change(third) { $0.grants = .auditor }).act)
        try drill.perform(.act(Confirm(act)), by: second)
    }
}
