import Repatriation
import SQLite
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// Typing in what stands on a sheet, by the keys.
@Suite struct LateEntryScreenTests {
    private let test: TestStore
    private let desk: Desk
    private let people: [Identifier<Reception>]

    /// An hour after the sheets were printed, with a list of three that nobody has called.
    init() throws {
        let test = try TestStore()
        self.test = test
        test.now = Desk.start.adding(minutes: -90)
        try test.open(.nogales, desks: 1)
        try test.perform(.act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        people = try test.group(.nogales, people: (1...3).map { TestStore.person($0) }).1
        desk = try Desk(home: .board, folder: test.folder)
    }

    private func open(_ hour: String) {
        desk.press(.function(9), .character("c"), .enter)
        desk.type(hour)
        desk.press(.control("g"))
    }

    private func occurred(_ id: Identifier<Reception>) throws -> Int? {
        try Connection(path: test.path, mode: .read).statement(
            "SELECT occurredAt FROM journal WHERE subject = ? ORDER BY seq DESC LIMIT 1"
        ).bind(id.value).first { $0.optionalInt(0) } ?? nil
    }

    /// What is done on the roll call meanwhile happened at the hour of the sheet, and says so.
    @Test func whatIsTickedMeanwhileHappenedAtTheHourOfTheSheet() throws {
        open("1010")
        #expect(desk.text.contains("Se captura NOG-26-") && desk.text.contains("◷ 10:10"))
        desk.press(.escape, .function(6), .enter, .character("t"))
        let then = Desk.start.adding(minutes: -50)
        #expect(try test.reception(people[0]).receivedAt == then)
        #expect(try occurred(people[0]) == then.milliseconds)
        desk.press(.escape, .escape, .function(9), .character("b"))
        #expect(desk.text.contains("◷ 10:10 recibida"))
        // Ended, the next is of now. The first Esc empties what narrows the journal.
        desk.press(.escape, .escape, .function(9), .character("c"), .character("z"))
        #expect(!desk.text.contains("◷"))
        desk.press(.escape, .function(6), .enter, .character("t"))
        #expect(try test.reception(people[1]).receivedAt == Desk.start)
        #expect(try occurred(people[1]) == nil)
    }

    /// Calls are of now, whatever sheet is open.
    @Test func openingADeskMeanwhileIsOfNow() throws {
        open("1010")
        desk.press(.escape, .function(9), .character("t"), .enter)
        #expect(!desk.text.contains("no se captura"))
        let desks = try test.store.shift(at: .nogales, now: Desk.start)?.desks
        #expect(desks?.first?.state == .open)
    }

    /// Whoever signs out leaves the sheet: the one who comes works in the present.
    @Test func signingOutEndsTheSheet() throws {
        open("1010")
        #expect(desk.app.context.paper != nil)
        desk.press(.function(10))
        #expect(desk.app.context.paper == nil)
    }

    @Test(arguments: ["25", "1080", "diez"]) func anHourThatIsNoneIsMarked(_ hour: String) {
        open(hour)
        #expect(desk.app.context.paper == nil && desk.text.contains("!"))
    }

    /// A roll call that was done on paper: only its exceptions are typed.
    @Test func theSheetOfARollCallIsTypedByItsExceptions() throws {
        desk.press(.function(6), .enter, .character("r"))
        desk.type("2x3")
        #expect(desk.text.contains("2 no se sabe"))
        desk.press(.enter, .character("t"))
        desk.type("3")
        desk.press(.control("g"))
        #expect(desk.text.contains("En la sala contó 3 y según la hoja son 2"))
        #expect(try test.reception(people[0]).stage == .listed)
        desk.press(.backspace)
        desk.type("2")
        desk.press(.control("g"))
        #expect(desk.text.contains("recibidas 2, no llegaron 1"))
        #expect(try test.reception(people[1]).isUnlocated)
    }
}

extension LateEntryScreenTests {
    /// A count that does not agree is typed anew where it stands, not in the last field.
    @Test func aRefusedCountIsTypedAnewInItsOwnField() throws {
        open("1010")
        desk.press(.escape, .function(6), .enter, .character("r"))
        desk.press(.enter, .character("t"))
        desk.type("2")
        desk.press(.control("g"))
        #expect(try test.reception(people[0]).receivedAt == nil, "\(desk.text)")
        desk.type("3")
        desk.press(.control("g"))
        #expect(try test.reception(people[2]).receivedAt != nil, "\(desk.text)")
        // All three go back by one key, which says so.
        desk.press(.character("u"))
        #expect(desk.text.contains("y 2 más"), "\(desk.text)")
    }
}
