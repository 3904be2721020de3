import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What happened, as the screen of the journal lists it.
@Suite struct JournalLineTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    private func lines(
        _ text: String = "", for officer: Identifier<Officer>? = nil
    ) throws -> [JournalLine] {
        try Viewer(path: test.path, officer ?? test.lead).ask(JournalOf(text).reading)
    }

    /// The list says of each act what its facts say one by one, to everybody.
    @Test(arguments: OfficerRole.allCases, [5, 6])
    func everybodyIsToldTheActsWhoseFactsTheyMayRead(_ role: OfficerRole, _ seed: Int) throws {
        let officer = try test.officer(with: role)
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        try walk.run(steps: 90)
        var facts: [Int: [Event]] = [:]
        try Viewer(path: test.path, officer).history {
            facts[$0.act.value, default: []].append($0.event)
        }
        let lines = try lines(for: officer)
        let newest = facts.sorted { $0.key > $1.key }.prefix(lines.count)
        #expect(lines.count > 20 && lines.map(\.id) == newest.map(\.key))
        #expect(lines.count == min(facts.count, 200))
        for (line, known) in zip(lines, newest) {
            #expect(line.events.first == known.value.first)
            #expect(known.value.starts(with: line.events))
        }
    }

    @Test func whatHappenedIsFoundByPlaceOfficerFactAndPerson() throws {
        let other = try test.add("Íñigo Toledo Vera", [.officer])
        let one = try test.waiting(.nogales, TestStore.person(1))
        let two = try test.waiting(.nogales, TestStore.person(2))
        try test.perform(.act(OpenShift(at: .tijuana)))
        try test.perform(.act(SetPlace(one, .yard, with: nil)), by: other)
        let ticket = try #require(try test.reception(two).ticket)
        #expect(try lines("TIJ").map { $0.events.map(\.kind) } == [[.shiftOpened]])
        #expect(try lines("inigo").compactMap(\.events.first?.kind) == [.placed])
        #expect(try lines("inigo tij").isEmpty && lines("nadie").isEmpty)
        #expect(
            try lines("recibida").allSatisfy { $0.events.contains { $0.kind == .received } })
        #expect(try lines("recibida").count == 2)
        let about = try lines(String(ticket))
        let subject = JournalLine.Subject.person(two, ticket: ticket, number: 1)
        #expect(!about.isEmpty && about.allSatisfy { $0.subject == subject })
        #expect(try lines(String(two.value)) == about)
        #expect(try lines("G1").contains { $0.events.contains { $0.kind == .groupAnnounced } })
    }

    /// The store's thread stood still for as long as the journal is, four times a second.
    @Test(arguments: ["", "NOG"]) func aLongJournalIsNotReadFromItsFirstRow(
        _ text: String
    ) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        func act(_ count: Int) throws {
            for number in 0..<count {
                let place: Place = number % 2 == 0 ? .yard : .dining
                try test.perform(.act(SetPlace(id, place, with: nil)))
            }
        }
        func steps() throws -> Int {
            let viewer = try Viewer(path: test.path, test.lead)
            var steps = 0
            _ = try viewer.viewed.connection.interrupting(
                when: {
                    steps += 1
                    return false
                }, every: 100
            ) { () throws(SQLiteError) in
                // What it throws is told by what it answers.
                _ = try? viewer.ask(JournalOf(text).reading)
            }
            return steps
        }
        try act(220)
        let few = try steps()
        try act(440)
        let many = try steps()
        #expect(many < few * 5 / 4, "\(few) \(many)")
    }

    /// Who is hidden takes nobody's place: a list that is cut shows as many to everybody.
    @Test func whoIsHiddenTakesNobodysPlace() throws {
        let liaison = try test.officer(with: .liaison)
        let id = try test.waiting(.nogales, TestStore.person(1))
        for number in 0..<230 {
            try test.perform(
                .act(HeadCount(at: .nogales, .room, number)))
            try test.perform(.act(Triage(id, number % 2 == 0 ? [.warrant] : [])))
        }
        #expect(try lines(for: liaison).count == 200 && lines().count == 200)
    }

    /// What of an act somebody may not read is not told by the screen that takes it back either.
    @Test(arguments: OfficerRole.allCases) func takingBackTellsWhatTheJournalTells(
        _ role: OfficerRole
    ) throws {
        let officer = try test.officer(with: role)
        var walk = RandomWalk(seed: 9, test: test, stores: [test.store])
        try walk.run(steps: 60)
        var facts: [Int: [Event]] = [:]
        let viewer = try Viewer(path: test.path, officer)
        try viewer.history { facts[$0.act.value, default: []].append($0.event) }
        for act in try lines().map(\.act) {
            let told = try viewer.ask(ActToUndo(act).reading, at: test.now)
            #expect(told?.events ?? [] == facts[act.value] ?? [])
            for event in told?.obstacle?.events ?? [] {
                #expect(facts.values.contains { $0.contains(event) })
            }
        }
    }

    /// A list of many is one line, and how many they are.
    @Test func aListIsOneLine() throws {
        _ = try test.group(.nogales, people: (0..<30).map { TestStore.person($0) })
        let line = try #require(try lines("lista").first)
        #expect(line.count == 30 && line.events.first?.kind == .listed)
    }

    /// What was taken back is said to be; by its line it can be, within its time and by whom it may.
    @Test func anActIsTakenBackByItsLine() throws {
        let other = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(SetPlace(id, .yard, with: nil)))
        let line = try #require(try lines().first)
        func told(_ officer: Identifier<Officer>) throws -> OwnAct? {
            try Viewer(path: test.path, officer)
                .ask(ActToUndo(line.act).reading, at: test.now)
        }
        let own = try #require(try told(test.lead))
        #expect(own.refusal == nil && own.person?.id == id)
        #expect(own.events.map(\.kind) == [.placed])
        #expect(try told(other)?.refusal != nil)
        try test.perform(.act(Undo(line.act)))
        #expect(try lines().first { $0.act == line.act }?.isUndone == true)
        let unknown = try Viewer(path: test.path, test.lead).ask(
            ActToUndo(Identifier(7)).reading)
        #expect(unknown == nil)
    }
}
