import Foundation
import Repatriation
import Store
import Support
import Synchronization
import Testing

/// Nobody is lost between lists, and nothing that an officer tries ends without a way on.
@Suite struct NoDeadEndTests {
    /// Somebody in a stage, at an open point where desk 1 attends whoever is called.
    private static func scene(_ stage: Stage) throws -> (
        test: TestStore, id: Identifier<Reception>, group: Identifier<Group>
    ) {
        let test = try TestStore()
        try test.open(.nogales, desks: 2, attends: Set(Attention.allCases))
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        let id = ids[0]
        for act in steps(to: stage, id) { try test.perform(.act(act)) }
        guard try test.reception(id).stage == stage else {
            throw StoreError.missing(path: stage.rawValue)
        }
        return (test, id, group)
    }

    private static func steps(to stage: Stage, _ id: Identifier<Reception>) -> [any Act] {
        let received: [any Act] = [Receive(id, .all)]
        let waiting = received + [Triage(id, [])]
        let called = waiting + [CallPerson(id, desk: 1, reason: "prueba")]
        let begun = called + [StartInterview(id, desk: 1)]
        func away(_ nationality: Nationality) -> any Act {
            SetNationality(id, nationality, motive: "motivo", mexicanParent: false)
        }
        return switch stage {
        case .listed: []
        case .noShow: [NoShow(id, .notDelivered, confirmedBy: nil)]
        case .received: received
        case .waiting: waiting
        case .called: called
        case .inInterview: begun
        case .parked: begun + [Park(id, .washroom, reason: nil)]
        case .registered, .inSupport: begun + [SaveProfile(id, completeAnswers)]
        case .foreign: received + [away(.foreign)]
        case .notAccredited: received + [away(.notAccredited)]
        case .released: waiting + [ReleasePerson(id, Release(.ownDecision))]
        }
    }

    private static let stages = Stage.allCases.filter { $0 != .inSupport }

    /// Says what to do: a known code, with every detail of its sentence filled in.
    private func expectWords(_ refusal: Refusal, _ told: String) {
        let sentences = [refusal.sentence.es, refusal.sentence.en]
        #expect(sentences.allSatisfy { !$0.contains("{") && $0.count > 10 }, "\(told): \(refusal)")
        #expect(!sentences.contains("No se puede."), "\(told): \(refusal)")
    }

    /// Rejected twice, it was stuck; a move was dead where the person was not queued.
    ///
    /// Every act in every stage is done or says why; done twice it is a no-op, done again or
    /// refused; and after it the person stands in one list as before.
    @Test(arguments: stages)
    func everyActTwiceInEveryStageWorksOrSaysWhy(_ stage: Stage) throws {
        var (test, id, group) = try NoDeadEndTests.scene(stage)
        let count = AccessTests.commands(about: id, of: group).count
        for index in 0..<count {
            let command = AccessTests.commands(about: id, of: group)[index]
            let told = "\(command.name) \(stage)"
            let events = try test.store.figures().events
            for _ in 1...2 {
                if let refusal = test.refusal(command) { expectWords(refusal, told) }
                try expectOneList(test, [group], told)
            }
            guard try test.store.figures().events != events else { continue }
            (test, id, group) = try NoDeadEndTests.scene(stage)
        }
    }

    /// Everybody open is in exactly one list: listed in a roll, or inside in the queue of their
    /// point by one stage; nobody else is.
    private func expectOneList(
        _ test: TestStore, _ groups: [Identifier<Group>], _ told: String
    ) throws {
        let rows = try test.store.queue(at: .nogales, desk: 1, now: test.now)?.rows ?? []
        let queued = rows.map(\.id)
        #expect(Set(queued).count == queued.count, "twice in the queue: \(told)")
        var inside: Set<Identifier<Reception>> = []
        for group in groups {
            for row in try test.store.roll(of: group) {
                let person = row.reception
                let isListed = person.stage == .listed || person.stage == .noShow
                #expect(isListed || person.isInside || person.stage == .released, "\(told)")
                if person.isInside { inside.insert(person.id) }
                if let queueRow = rows.first(where: { $0.id == person.id }) {
                    #expect(queueRow.stage == person.stage, "\(told)")
                }
                // Whoever is with a desk is with one that is there.
                if person.stage == .inInterview { #expect(person.desk != nil, "\(told)") }
                if [.waiting, .parked, .received].contains(person.stage) {
                    #expect(person.desk == nil && person.call == nil, "\(told)")
                }
            }
        }
        #expect(inside == Set(queued), "\(told)")
    }

    /// A record vanished from every list.
    @Test(arguments: 1...4)
    func everybodyOpenStandsInExactlyOneList(_ seed: Int) throws {
        let test = try TestStore()
        var walk = RandomWalk(seed: seed &+ 40, test: test, stores: [test.store])
        var step = 0
        try walk.run(steps: 180) {
            step += 1
            guard step % 6 == 0 else { return }
            let groups = try test.store.groups(at: .nogales, now: test.now).map(\.id)
            try expectOneList(test, groups, "step \(step)")
        }
        #expect(walk.done > 40)
    }

    /// Added twice from another room it failed without a word: two desks and two points receive
    /// one person in one instant, one row, and the other is told who has them.
    @Test(arguments: [PointCode.nogales, .tijuana])
    func onePersonIsReceivedOnceByTwoInOneInstant(_ second: PointCode) throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        (person.given, person.firstSurname, person.secondSurname) = (
            "Concepción", "Salgado", "Briseño"
        )
        (person.birthDate, person.curp) = (
            CivilDate(year: 1956, month: 6, day: 26), "SABC560626MDFLRN01"
        )
        let groups = try [PointCode.nogales, second].map {
            try test.group($0, people: [TestStore.person(2)]).0
        }
        let (path, lead, now, one) = (test.path, test.lead, test.now, person)
        let codes = Mutex<[Refusal?]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            var refusal: Refusal?
            do throws(PerformFailure) {
                guard let store = try? Store(path: path) else { return }
                _ = try store.perform(.act(AddOffList(groups[index], one)), by: lead, at: now)
            } catch {
                if case .refused(let found) = error { refusal = found }
            }
            codes.withLock { $0.append(refusal) }
        }
        let refusals = codes.withLock { $0 }.compactMap { $0 }
        #expect(refusals.map(\.code) == [.personIsInside])
        let refusal = try #require(refusals.first)
        #expect(!refusal.sentence.es.contains("{") && refusal.details["since"] != nil)
        let rows = try groups.flatMap { try test.store.roll(of: $0) }
        #expect(rows.count { $0.reception.isInside } == 1)
    }

    /// One of a list, ticked at two desks in one instant: one number.
    @Test func oneOfAListIsReceivedOnceByTwoDesksInOneInstant() throws {
        let test = try TestStore()
        let (group, ids) = try test.group(.nogales, people: (1...12).map { TestStore.person($0) })
        let (path, lead, now) = (test.path, test.lead, test.now)
        let given = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            guard let store = try? Store(path: path) else { return }
            for id in ids {
                let answer = try? store.perform(.act(Receive(id, .all)), by: lead, at: now)
                let ticket = answer?.result["ticket"]?.integer ?? 0
                given.withLock { $0.append(ticket) }
            }
        }
        #expect(given.withLock { $0 }.sorted() == (1...12).flatMap { [$0, $0] })
        #expect(try test.store.group(group)?.counts.received == 12)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A number began again at 1: over midnight, two desks and a restored copy, none comes twice
    /// in a point's day.
    @Test func noNumberComesTwiceInAPointsDay() throws {
        let test = try TestStore(now: TestStore.morning.adding(minutes: 12 * 60))
        let (_, ids) = try test.group(.nogales, people: (1...40).map { TestStore.person($0) })
        var store = try Store(path: test.path)
        var second = try Store(path: test.path)
        var copy = ""
        for (index, id) in ids.enumerated() {
            test.now = test.now.adding(minutes: 23)
            _ = try (index % 2 == 0 ? store : second)
                .perform(.act(Receive(id, .all)), by: test.lead, at: test.now)
            if index % 3 == 0 {
                _ = try store.perform(
                    .act(ReleasePerson(id, Release(.ownDecision))), by: test.lead, at: test.now)
            }
            guard index == 20 else { continue }
            try store.backup(to: "\(test.folder)/copia.db")
            copy = "\(test.folder)/otra.db"
            try Store.restore("\(test.folder)/copia.db", to: copy, force: false)
            store = try Store(path: copy)
            second = try Store(path: copy)
        }
        var numbers: Set<[Int]> = []
        for id in ids {
            let person = try #require(try store.reception(id))
            let day = try #require(person.ticketDay)
            let isNew = numbers.insert([day.daysSinceEpoch, person.ticket ?? 0]).inserted
            #expect(isNew, "\(day) \(person.ticket ?? 0)")
        }
        #expect(numbers.count == ids.count)
    }

    /// «Already in this queue» said nothing: who has the person, and where they are, is said.
    @Test func whoIsCalledTwiceIsSaidToBeWithWhom() throws {
        let (test, id, _) = try NoDeadEndTests.scene(.called)
        let refusal = try #require(
            test.refusal(.act(CallPerson(id, desk: 2, reason: "prueba"))))
        #expect(refusal.code == .notAtThisDesk && refusal.sentence.es.contains("ventanilla 1"))
        let other = try test.waiting(.nogales, TestStore.person(2))
        let busy = try #require(test.refusal(.act(CallPerson(other, desk: 1, reason: "prueba"))))
        #expect(busy.code == .alreadyCalled && busy.sentence.es.contains("1"))
    }

    /// After submitting the person was back in the queue, seen from another desk.
    @Test func aFinishedInterviewDoesNotComeBackAtAnotherDesk() throws {
        let (test, id, _) = try NoDeadEndTests.scene(.inInterview)
        let other = try Store(path: test.path)
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let rows = try other.queue(at: .nogales, desk: 2, now: test.now)?.rows
        #expect(rows?.map(\.stage) == [.registered])
        let next = #expect(throws: PerformFailure.self) {
            try other.perform(.act(CallNext(at: .nogales, 2)), by: test.lead, at: test.now)
        }
        guard case .refused(let refusal)? = next else { return }
        #expect(refusal.code == .noOneWaiting)
    }

    /// A no-show left a live number; whoever comes after all has a place by rule.
    @Test func whoDidNotComeIsOnNoWallAndInNoCall() throws {
        let (test, id, _) = try NoDeadEndTests.scene(.noShow)
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .noOneWaiting)
        #expect(try test.store.queue(at: .nogales, desk: 1, now: test.now)?.rows.isEmpty == true)
        try test.perform(.act(Receive(id, .all)))
        try test.perform(.act(Triage(id, [])))
        #expect(try test.perform(.act(CallNext(at: .nogales, 1))).act != nil)
    }

    /// «Move back to waiting»: undo of a call gives back the place and the hour of entry.
    @Test func undoOfACallGivesBackThePlaceInTheQueue() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let ids = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        let before = try test.store.queue(at: .nogales, desk: 1, now: test.now)?.rows
        test.pass(minutes: 4)
        let act = try #require(try test.perform(.act(CallNext(at: .nogales, 1))).act)
        try test.perform(.act(Undo(act)))
        let after = try test.store.queue(at: .nogales, desk: 1, now: test.now)?.rows
        #expect(after?.map(\.id) == ids && after?.map(\.enteredAt) == before?.map(\.enteredAt))
        #expect(try test.perform(.act(CallNext(at: .nogales, 1))).result["ticket"] == 1)
    }
}
