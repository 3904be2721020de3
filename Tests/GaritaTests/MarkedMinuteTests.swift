import Drill
import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// Back to a marked minute: a good player lives what comes before, and the trainee goes on.
@Suite struct MarkedMinuteTests {
    private struct Run {
        let rehearsal: Rehearsal
        let seated: Identifier<Officer>
        let facts: [Fact]
        let notes: [PracticeNote]
        let digest: String
        let from: Instant
    }

    /// To the end, with nobody at the keyboard from the scenario's marked minute on.
    private func left(_ name: String, at moment: Int, steps: Int = 1) throws -> Run {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let zone = try ZonesOfPoints().zone(of: scenario.point)
        let start = zone.instant(of: scenario.day, at: scenario.starts)
        let from = start.adding(seconds: scenario.moments[moment].at)
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/p.db", seed: nil, player: nil,
            from: from)
        for step in 1...steps {
            let now = start.adding(seconds: scenario.length * step / steps)
            try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
                lived.advance(to: now)
            }
        }
        let facts = try lived.store.practiceFacts(after: 0).entries.map(Fact.init)
        let run = Run(
            rehearsal: lived.rehearsal, seated: try #require(lived.seated.first), facts: facts,
            notes: try lived.store.practiceNotes(), digest: try lived.store.practiceDigest(),
            from: from)
        return run
    }

    @Test(arguments: [("tio", 1), ("lista", 2), ("edad", 1), ("corte", 2)])
    func theTraineesWorkIsNobodysFromThere(_ name: String, _ moment: Int) throws {
        let run = try left(name, at: moment)
        let own = run.facts.filter { $0.officer == run.seated }
        #expect(own.contains { $0.at < run.from }, "the player sat at the trainee's desk")
        #expect(own.allSatisfy { $0.at < run.from }, "and left it")
        #expect(run.notes.contains { $0.kind == .works && $0.at == run.from })
        // What was over is neither won nor missed: whatever is missed fell due later.
        let reached = run.rehearsal.reached
        #expect(reached.flatMap(\.missed).allSatisfy { $0.deadline >= run.from })
        #expect(
            reached.map(\.possible).reduce(0, +) < run.rehearsal.scenario.possible,
            "something was over")
    }

    /// By 23:41 the bus is received, and the man at the door is the trainee's.
    @Test func theBusIsReceivedAndTheUncleIsTheTrainees() throws {
        let run = try left("tio", at: 1)
        let received = run.facts.filter { $0.event.kind == .received && $0.at < run.from }
        #expect(received.count == 12)
        #expect(run.rehearsal.reached.map(\.points).reduce(0, +) == 0)
        #expect(run.rehearsal.reached.flatMap(\.missed).contains { $0.inject.id == "el-tio" })
    }

    /// In the middle of a roll call the rest of the bus stays to be called.
    @Test func whatThePlayerBeganTheTraineeEnds() throws {
        let (scenario, text) = try ScenarioFiles.scenario("tio")
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let zone = try ZonesOfPoints().zone(of: scenario.point)
        let start = zone.instant(of: scenario.day, at: scenario.starts)
        let comes = try #require(scenario.groups.first).comes
        let from = start.adding(seconds: comes + 150)
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/p.db", seed: nil, player: nil,
            from: from)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
            lived.advance(to: lived.rehearsal.end)
        }
        let facts = try lived.store.practiceFacts(after: 0).entries.map(Fact.init)
        let received = facts.count { $0.event.kind == .received }
        #expect((1..<12).contains(received), "\(received)")
        #expect(!facts.contains { $0.event.kind == .groupBalanced })
    }

    @Test func theSameMinuteIsTheSameEveryTime() throws {
        #expect(try left("tio", at: 1).digest == left("tio", at: 1, steps: 61).digest)
    }

    @Test func whatWasBeforeStaysBesideIt() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        for number in 1...2 {
            try Store.create(
                at: path, .init(lead: "Rosa", account: "x", seed: number, now: TestStore.morning))
            #expect(try EarlierRun.keep(path) == "\(path).\(number)")
            #expect(access(path, F_OK) != 0)
        }
        // Each opens as it was, and no other name leads to it.
        for number in 1...2 { #expect(try Store(path: "\(path).\(number)").isDrill) }
    }

    @Test func whatSomebodyHasOpenIsNotTakenAway() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        try Store.create(at: path, .init(lead: "Rosa", account: "x", seed: 1, now: .earliest))
        let store = try Store(path: path)
        try withExtendedLifetime(store) {
            _ = try store.practiceNotes()
            #expect(throws: StoreError.self) { try EarlierRun.keep(path) }
            #expect(access(path, F_OK) == 0 && access(path + ".1", F_OK) != 0)
        }
    }

    /// What a program that was killed leaves beside it is nobody who has it open.
    @Test func aLogThatWasLeftIsTakenInAndKept() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        try Store.create(at: path, .init(lead: "Rosa", account: "x", seed: 1, now: .earliest))
        do {
            let store = try Store(path: path)
            try store.note(PracticeNote(.remark, "Ana", "en el registro", at: .earliest))
            // As it lies there when the power goes.
            for ending in ["", "-wal"] {
                let bytes = try #require(StoreFiles.read(path + ending))
                try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/q.db" + ending))
                chmod("\(folder)/q.db" + ending, 0o600)
            }
        }
        #expect(access("\(folder)/q.db-wal", F_OK) == 0)
        #expect(try EarlierRun.keep("\(folder)/q.db") == "\(folder)/q.db.1")
        #expect(access("\(folder)/q.db", F_OK) != 0)
        #expect(access("\(folder)/q.db-wal", F_OK) != 0)
        let notes = try Store(path: "\(folder)/q.db.1").practiceNotes()
        #expect(notes.contains { $0.text == "en el registro" }, "nothing of it is lost")
    }

    /// Neither people's store nor any other file ever loses its name to a practice.
    @Test func whatIsNoPracticeStaysAsItIs() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        try Store.create(at: "\(folder)/real.db", .init(lead: "Rosa", account: "x", now: .earliest))
        try "carta".write(toFile: "\(folder)/carta.db", atomically: true, encoding: .utf8)
        chmod("\(folder)/carta.db", 0o600)
        for path in ["\(folder)/real.db", "\(folder)/carta.db"] {
            let before = StoreFiles.read(path)
            #expect {
                try EarlierRun.keep(path)
            } throws: { error in
                if case StoreError.notPractice = error { true } else { false }
            }
            #expect(StoreFiles.read(path) == before && access(path + ".1", F_OK) != 0)
        }
    }

    /// The terminal stays: it is left once, at the end.
    @Test func theTerminalStaysWhileTheMinuteIsLivedAnew() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let screen = try Program(folder).start(
            ["demo", "--scenario", "tio", "--from", "23:41", "--keep", "\(folder)/k.db"])
        #expect(screen.wait(for: "R. Ramírez"))
        screen.type("\u{1B}[20~z")
        #expect(screen.wait(for: "El hombre en la puerta"))
        screen.type("1")
        #expect(screen.wait(for: "k.db.1"))
        #expect(!screen.output.contains("\u{1B}[?1049l"), "it went through the shell")
        #expect(access("\(folder)/k.db.1", F_OK) == 0)
        screen.type("\u{1B}[21~\u{1B}[21~")
        #expect(screen.waitForEnd() == 0)
        #expect(screen.output.contains("\u{1B}[?1049l"))
    }

    /// Again and again, also while what comes before is still being lived.
    @Test func aThrowAwayPracticeGoesBackAsOftenAsOneLikes() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let screen = try Program(folder).show(
            ["demo", "--scenario", "tio"], rows: 24, columns: 80)
        #expect(screen.wait { screen.has("R. Ramírez") })
        for (key, hour) in [("2", "23:41"), ("1", "23:10"), ("2", "23:41")] {
            screen.type("\u{1B}[20~z" + key)
            #expect(screen.wait { screen.has("Cola") && screen.has(hour) }, "\(screen.text)")
        }
        screen.type("\u{1B}[20~z2\u{1B}[20~z1")
        #expect(screen.wait { screen.has("Cola") && screen.has("23:10") })
        screen.type("\u{1B}[21~\u{1B}[21~")
        #expect(screen.waitForEnd() == 0)
    }
}
