import Foundation
import Glibc
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Defects that were found in use, each with the test that would have.
@Suite struct MendedTests {
    @Test func whatAnotherDeskChangedIsSeenByTheNextCommand() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let other = try Store(path: test.path)
        _ = try other.perform(.act(CloseShift(at: .nogales)), by: test.lead, at: test.now)
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .shiftClosed)
        _ = try other.perform(.act(OpenShift(at: .nogales)), by: test.lead, at: test.now)
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .deskClosed)
    }

    @Test func whatARefusedBatchChangedIsNotBelieved() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        #expect(throws: PerformFailure.self) {
            try test.store.batch(orWrap: { PerformFailure.failed($0) }) {
                () throws(PerformFailure) in
                try test.perform(.act(CloseDesk(at: .nogales, 1)))
                throw PerformFailure.failed(.busy(nil))
            }
        }
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .noOneWaiting)
    }

    /// Who is no parent receives no child: nobody without a name, in the child lane, or hardly
    /// older.
    @Test(arguments: ["unnamed", "lane", "young", "named"])
    func aChildLeavesWithNobodyWhoCannotBeAParent(_ who: String) throws {
        let test = try TestStore()
        var adult = TestStore.person(2, born: who == "young" ? 2005 : 1985)
        if who == "unnamed" {
            (adult.given, adult.firstSurname, adult.isUnidentified) = (nil, nil, true)
        }
        if who == "unnamed" { adult.description = "hombre" }
        let (_, ids) = try test.group(.nogales, people: [TestStore.person(1, born: 2012), adult])
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(Triage(ids[0], [.smallChildren])))
        if who == "lane" { try test.perform(.act(Triage(ids[1], [.unaccompaniedChild]))) }
        let motive = SetNationality(ids[0], .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(motive))
        var release = Release(.relative)
        (release.receiver.parent, release.receiver.name) =
            who == "unnamed" ? (nil, "-") : (ids[1], nil)
        let refusal = test.refusal(.act(ReleasePerson(ids[0], release)))
        #expect(who == "named" ? refusal == nil : refusal?.code == .childLeavesOnlyTo)
    }

    /// One line a cause, and the count grows: nobody is left out because another came first.
    @Test func alertsCountEverybody() throws {
        let test = try TestStore()
        for number in 1...3 {
            let child = TestStore.person(number, born: 2012)
            _ = try test.waiting(.nogales, child, flags: [.unaccompaniedChild])
        }
        let foreign = try test.waiting(.nogales, TestStore.person(9))
        let decided = SetNationality(foreign, .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(decided))
        let alerts = try test.store.board(at: test.now).alerts
        #expect(alerts.first { $0.code == "childWaiting" }?.text(.es).contains("y 2 más") == true)
        #expect(alerts.first { $0.code == "notMexican" }?.grade == .critical)
        try test.perform(.act(ReleasePerson(foreign, Release(.authority))))
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "notMexican" })
    }

    @Test func undoDoesNotOpenTheChildLane() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2012))
        let act = try #require(try test.perform(.act(Triage(id, [.unaccompaniedChild]))).act)
        #expect(test.refusal(.act(Undo(act)))?.code == .childLaneStays)
    }

    @Test func aDotIsNoReceiver() throws {
        let test = try TestStore()
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: 2012), flags: [.unaccompaniedChild])
        var release = Release(.dif)
        (release.receiver.institution, release.receiver.name, release.receiver.credential) = (
            ".", ".", "."
        )
        let motive = SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(motive))
        #expect(test.refusal(.act(ReleasePerson(id, release)))?.code == .childLeavesOnlyTo)
    }

    /// A clock that was ahead and is right again holds nobody.
    @Test func aClockThatWasAheadHoldsNobody() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        let right = test.now
        try test.perform(.act(CallNext(at: .nogales, 1)))
        test.now = right.adding(minutes: 525_600)
        try test.perform(.act(NotPresent(id, reason: nil)))
        let pending = SetNationality(
            id, .pending, nil, motive: "m", interpreter: nil, mexicanParent: nil)
        try test.perform(.act(pending))
        test.now = right.adding(minutes: 10)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        #expect(test.refusal(.act(ReleasePerson(id, Release(.ownDecision)))) == nil)
    }

    @Test func aLinkLeadsToTheSameStore() throws {
        let test = try TestStore()
        let link = "\(test.folder)/enlace.db"
        #expect(symlink(test.path, link) == 0)
        let other = try Store(path: link)
        #expect(other.path == StoreFilesPath.real(test.path))
        _ = try other.perform(.act(OpenShift(at: .nogales)), by: test.lead, at: test.now)
        #expect(test.refusal(.act(OpenDesk(at: .nogales, 1, attends: nil))) == nil)
    }

    @Test func aStoreWithTwoNamesIsRefused() throws {
        let test = try TestStore()
        #expect(link(test.path, "\(test.folder)/otro.db") == 0)
        #expect(throws: StoreError.self) { try Store(path: test.path) }
    }

    /// What is taken away under a working desk is noticed before the answer, and afterwards nothing
    /// is answered.
    @Test(arguments: ["g.db", "g.db-wal"])
    func aStoreThatWasTakenAwayAnswersNothing(_ name: String) throws {
        let test = try TestStore()
        let desk = try Store(path: test.path)
        _ = try desk.perform(.act(OpenShift(at: .nogales)), by: test.lead, at: test.now)
        #expect(rename("\(test.folder)/\(name)", "\(test.folder)/lejos") == 0)
        for _ in 0..<2 {
            #expect(throws: PerformFailure.self) {
                try desk.perform(
                    .act(OpenDesk(at: .nogales, 1, attends: nil)), by: test.lead, at: test.now)
            }
        }
    }

    @Test func undoNeverTakesSomebodyOutOfABalancedGroup() throws {
        let test = try TestStore()
        let (group, ids) = try test.group(
            .nogales, people: [TestStore.person(1), TestStore.person(2)])
        let act = try #require(try test.perform(.act(Receive(ids[0], .all, tag: nil))).act)
        try test.perform(.act(Receive(ids[1], .all, tag: nil)))
        try test.perform(.act(HeadCount(group, .line, 2, reason: nil)))
        try test.perform(.act(BalanceGroup(group, reason: nil)))
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
    }

    @Test func countsAndPeopleThatChangeUnbalanceAGroup() throws {
        let test = try TestStore()
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        try test.perform(.act(Receive(ids[0], .all, tag: nil)))
        try test.perform(.act(HeadCount(group, .line, 3, reason: "contaron al chofer")))
        try test.perform(.act(BalanceGroup(group, reason: nil)))
        try test.perform(.act(AddOffList(group, TestStore.person(2))))
        #expect(try test.store.group(group)?.group.stage == .arrived)
        // The reason was given for other counts: it is asked for again.
        #expect(test.refusal(.act(BalanceGroup(group, reason: nil)))?.code == .groupDoesNotBalance)
    }

    @Test(arguments: [Exit.authority, .hospital, .ownDecision])
    func aParentWhoLeftIsNoReceiver(_ how: Exit) throws {
        let test = try TestStore()
        let (_, ids) = try test.group(
            .nogales, people: [TestStore.person(1, born: 2015), TestStore.person(2, born: 1980)])
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(Triage(ids[0], [.smallChildren])))
        try test.perform(
            .act(SetNationality(ids[0], .foreign, nil, motive: "m", mexicanParent: false)))
        try test.perform(.act(ReleasePerson(ids[1], Release(how))))
        var release = Release(.relative)
        release.receiver.parent = ids[1]
        #expect(test.refusal(.act(ReleasePerson(ids[0], release)))?.code == .childLeavesOnlyTo)
    }

    @Test func theChildLaneIsNotLeftByAnAnswer() throws {
        let test = try TestStore()
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: 1998), flags: [.unaccompaniedChild])
        #expect(test.refusal(.act(Triage(id, [])))?.code == .childLaneStays)
        #expect(test.refusal(.act(Triage(id, [.unaccompaniedChild, .medical]))) == nil)
    }

    @Test func undoingANationalityGivesTheCallBack() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        let before = try test.reception(id)
        let foreign = SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false)
        let act = try #require(try test.perform(.act(foreign)).act)
        try test.perform(.act(Undo(act)))
        #expect(try test.reception(id) == before)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
        let again = try #require(try test.perform(.act(foreign)).act)
        _ = try test.waiting(.nogales, TestStore.person(2))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        let other = try #require(
            try test.store.queue(at: .nogales, desk: 1, now: test.now)?.rows.first {
                $0.stage == .called
            })
        try test.perform(.act(StartInterview(other.id, desk: 1)))
        #expect(test.refusal(.act(Undo(again)))?.code == .somethingDependsOnIt)
    }

    @Test func aClockThatStepsBackDoesNotKeepADeadDeskAlive() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        try Store.create(
            at: "\(folder)/g.db", .init(lead: "Ana Paz", account: nil, now: TestStore.morning))
        let store = try Store(path: "\(folder)/g.db")
        let lead = try store.allOfficers()[0].id
        func perform(_ command: Command, _ minutes: Int) throws -> Answer {
            try store.perform(command, by: lead, at: TestStore.morning.adding(minutes: minutes))
        }
        _ = try perform(.act(OpenShift(at: .nogales)), 300)
        for desk in [1, 2] {
            _ = try perform(.act(OpenDesk(at: .nogales, desk, attends: nil)), 300)
        }
        let group = try #require(
            try perform(.act(AnnounceGroup(.nogales, Announcement())), 300).result["group"]?.integer
        )
        let added = try perform(.act(AddOffList(Identifier(group), TestStore.person(1))), 300)
        let id = Identifier<Reception>(try #require(added.result["reception"]?.integer))
        _ = try perform(.act(Triage(id, [])), 300)
        _ = try perform(.act(CallNext(at: .nogales, 1)), 300)
        _ = try perform(.act(TakeOver(id, desk: 2)), 0)
        #expect(try store.card(id, now: TestStore.morning)?.reception.desk == 2)
    }

    /// A foreign log left behind is never replayed onto a restored store, and what is set aside
    /// keeps its own.
    @Test func restoreLosesNothingOfWhatItReplaces() throws {
        let test = try TestStore()
        let copy = "\(test.folder)/respaldo.db"
        try test.store.backup(to: copy)
        let target = "\(test.folder)/viejo.db"
        try Store.restore(copy, to: target, force: false)
        for ending in ["-wal", "-shm"] {
            try Data(repeating: 7, count: 9000).write(to: URL(fileURLWithPath: target + ending))
        }
        try Store.restore(copy, to: target, force: true)
        #expect(access(target + "-wal", F_OK) != 0)
        #expect(
            StoreFiles.names(in: test.folder).contains {
                $0.hasPrefix("viejo.db.replaced-") && $0.hasSuffix("-wal")
            })
        #expect(
            try Store(path: target).verify(quick: false)
                == .holds(events: try test.store.figures().events))
    }

    @Test func aFileOfAnotherProgramIsNotTouched() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/ajeno.db"
        let connection = try Connection(path: path, mode: .create)
        try connection.execute("CREATE TABLE ajena (a)")
        chmod(path, 0o600)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.self) { try Store(path: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
}

private enum StoreFilesPath {
    static func real(_ path: String) -> String {
        guard let own = realpath(path, nil) else { return path }
        defer { free(own) }
        return String(cString: own)
    }
}

/// One act after the other, the last first.
@Suite struct UndoneInOrderTests {
    @Test func whatWasTakenBackStandsInNobodysWay() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let before = try test.reception(id).place
        let acts = try [Place.roomA, .washroom].map { place in
            try #require(try test.perform(.act(SetPlace(id, place, with: nil))).act)
        }
        #expect(test.refusal(.act(Undo(acts[0])))?.code == .somethingDependsOnIt)
        for act in acts.reversed() { try test.perform(.act(Undo(act))) }
        #expect(try test.reception(id).place == before)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }
}
