import Repatriation
import SQLite
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// What hangs on a wall says nothing of anybody, whatever stands in the store.
@Suite struct WallTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.perform(.act(SetPoint(.nogales, ["desks": .int(9)])))
        try test.open(.nogales, desks: 9, attends: Set(Attention.allCases))
    }

    private func context() throws -> Workplace {
        let points = try test.store.points()
        let zones = try points.map { ($0.code, try test.store.zone($0.zone)) }
        var context = Workplace(
            officer: Officer(id: Identifier(0)), point: .nogales, desk: 0, language: .es,
            now: test.now, zones: Dictionary(uniqueKeysWithValues: zones),
            names: Dictionary(uniqueKeysWithValues: points.map { ($0.code, $0.name) }))
        context.isDrill = false
        return context
    }

    private func shown(_ screen: some Poster, _ width: Int, _ height: Int) throws -> String {
        let context = try context()
        var app = App(context: context, home: screen)
        for effect in app.start() {
            guard case .asked(let request, .load(let query, _)) = effect,
                let query = query as? any Readable
            else { continue }
            _ = app.update(.reply(try answer(query), to: request))
        }
        return app.draw(width: width, height: height).lines.joined(separator: "\n")
    }

    private func answer(_ query: some Readable) throws -> Reply {
        .answer(Answered(query, try test.store.answer(query.reading, for: .nobody, at: test.now)))
    }

    private func called(
        _ number: Int, desk: Int, flags: Set<Flag> = []
    ) throws -> Int {
        let id = try test.waiting(.nogales, TestStore.person(number), flags: flags)
        test.now = test.now.adding(seconds: 1)
        try test.perform(.act(CallPerson(id, desk: desk, reason: "prueba")))
        return try #require(try test.reception(id).ticket)
    }

    private func room() throws -> RoomView {
        try test.store.answer(RoomOf(.nogales).reading, for: .nobody, at: test.now)
    }

    /// The room is told the last five numbers, the newest first; a number stands where it was last.
    @Test func theRoomIsToldTheLastFiveNumbers() throws {
        let tickets = try (1...7).map { try called($0, desk: $0) }
        #expect(try room().calls.map(\.tickets) == tickets.suffix(5).reversed().map { [$0] })
        #expect(try room().calls.map(\.desk) == [7, 6, 5, 4, 3])
        let text = try shown(RoomScreen(.nogales), 80, 24)
        #expect(text.contains("\(tickets[6])  →  VENTANILLA 7") && text.contains("█"))
        #expect(text.contains("\(tickets[5]) → 6") && text.contains("Nadie puede cobrarle"))
    }

    /// After a minute the newest stands among the others.
    @Test func afterAMinuteTheNewestStandsAmongTheOthers() throws {
        let ticket = try called(1, desk: 2)
        test.now = test.now.adding(seconds: RoomView.alone)
        let text = try shown(RoomScreen(.nogales), 40, 12)
        #expect(!text.contains("VENTANILLA") && text.contains("\(ticket) → 2"))
    }

    /// The number of last night is somebody else's this morning.
    @Test func anOldCallIsShownNoLonger() throws {
        _ = try called(1, desk: 2)
        test.now = test.now.adding(minutes: RoomView.minutes)
        #expect(try room().calls.isEmpty)
    }

    /// A clock that was set back leaves nobody waiting for a number that was called.
    @Test func aClockThatWasSetBackHidesNoCall() throws {
        let ticket = try called(1, desk: 2)
        test.now = test.now.adding(minutes: -45)
        #expect(try room().calls.map(\.tickets) == [[ticket]])
        #expect(try shown(RoomScreen(.nogales), 120, 40).contains("█"))
    }

    /// Counts that cannot be looked at any more are not shown as those of now.
    @Test(arguments: [(40, 12), (80, 24)]) func aWallSaysHowOldItIs(_ size: (Int, Int)) throws {
        for screen in [WallScreen(), RoomScreen(.nogales)] as [any Screen] {
            var app = App(context: try context(), home: screen)
            _ = app.update(.stale(minutes: 40))
            let text = app.draw(width: size.0, height: size.1).lines.joined(separator: "\n")
            #expect(text.contains("datos de hace 40 min"))
        }
    }

    /// Whoever must be fetched is never called aloud: not on the room's screen either.
    @Test(arguments: Flag.allCases) func whoMustBeFetchedNeverStandsInTheRoom(_ flag: Flag) throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [flag])
        test.now = test.now.adding(seconds: 1)
        try test.perform(.act(CallPerson(id, desk: 2, reason: "prueba")))
        #expect(try room().calls.isEmpty == Set([flag]).mustBeFetched)
    }

    /// A call that was taken back sends nobody to a desk.
    @Test func aCallThatWasTakenBackIsGone() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let call = try test.perform(.act(CallPerson(id, desk: 2, reason: "prueba")))
        #expect(try room().calls.count == 1)
        try test.perform(.act(Undo(try #require(call.act))))
        #expect(try room().calls.isEmpty)
    }

    /// Names, flags, reasons and remarks that were planted stand on neither, at no size.
    @Test(arguments: [(40, 12), (80, 24), (300, 80)])
    func aWallSaysNothingOfAnybody(_ size: (Int, Int)) throws {
        var person = TestStore.person(1)
        (person.given, person.firstSurname) = ("Plantada", "Quetzalli")
        for flag in Flag.allCases {
            _ = try test.waiting(.nogales, person, flags: [flag])
            person.notes = "Notaplantada"
            person.secondSurname = "Segunda\(flag.rawValue)"
        }
        for text in [
            try shown(WallScreen(), size.0, size.1),
            try shown(RoomScreen(.nogales), size.0, size.1),
        ] {
            for word in [
                "NNA", "ruta", "reserv", "víctima", "menor", "Plantada", "Quetzalli", "Segunda",
                "Nota", "prueba", "▲", "■",
            ] {
                #expect(!text.contains(word), "\(word)\n\(text)")
            }
        }
        let wall = try shown(WallScreen(), size.0, size.1)
        #expect(wall.contains("Nogales") && wall.contains("Matamoros") && wall.contains("Total"))
    }

    /// No key does anything on a wall; Ctrl-C ends it.
    @Test func noKeyDoesAnythingOnAWall() throws {
        var app = App(context: try context(), home: WallScreen())
        _ = app.start()
        let keys: [Key] = [
            .function(10), .function(9), .control("z"), .escape, .enter, .character("q"),
        ]
        for key in keys { #expect(app.update(.key(key)).isEmpty) }
        #expect(app.screens.count == 1)
        guard case .quit? = app.update(.key(.control("c"))).first else {
            Issue.record("Ctrl-C ends a wall")
            return
        }
    }
}
