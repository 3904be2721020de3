import Repatriation
import SQLite
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// A machine whose clock was left behind by a power cut asks for the hour before the first write.
@Suite struct HourTests {
    private let test: TestStore
    private let desk: Desk
    private let people: [Identifier<Reception>]
    /// The journal's last row before anything is done here.
    private let last: Int

    /// The newest fact is two hours later than what the desk's clock shows.
    init() throws {
        let test = try TestStore()
        self.test = test
        test.now = Desk.start.adding(minutes: 120)
        try test.open(.nogales, desks: 1)
        people = try test.group(.nogales, people: (1...3).map { TestStore.person($0) }).1
        last = try test.store.newestEvent()
        desk = try Desk(home: .board, folder: test.folder)
        desk.press(.function(6), .enter)
    }

    private func kinds() throws -> [String] {
        try Connection(path: test.path, mode: .read)
            .statement("SELECT kind FROM journal WHERE seq > ? ORDER BY seq").bind(last).all {
                $0.text(0)
            }
    }

    @Test func nothingIsWrittenBeforeSomebodyHasLookedAtAnotherClock() throws {
        desk.press(.character("t"))
        #expect(desk.text.contains("¿Qué hora es?") && desk.text.contains("11:00"), "\(desk.text)")
        #expect(desk.text.contains("13:00"))
        #expect(try kinds().isEmpty)
        // Enter alone is no answer, and «no» writes nothing.
        desk.press(.enter, .character("n"))
        #expect(desk.text.contains("No se anotó"))
        #expect(try kinds().isEmpty && test.reception(people[0]).receivedAt == nil)
        desk.press(.character("t"), .escape)
        #expect(try kinds().isEmpty)
    }

    @Test func whoGoesOnWithoutAnotherClockMarksTheHourToBeVerified() throws {
        desk.press(.character("t"), .character("v"))
        #expect(try kinds() == ["hourLeftToVerify", "received"])
        #expect(desk.text.contains("por verificar"), "\(desk.text)")
        // Asked once, not at each act.
        desk.press(.character("t"))
        #expect(try kinds() == ["hourLeftToVerify", "received", "received"])
        #expect(
            try test.store.board(at: Desk.start).alerts.contains { $0.code == "clockInDoubt" })
    }

    @Test func aLeadWhoHasLookedConfirmsTheHour() throws {
        desk.press(.character("t"), .character("s"))
        #expect(try kinds() == ["clockConfirmed", "received"])
        #expect(!desk.text.contains("por verificar"))
        #expect(
            try !test.store.board(at: Desk.start).alerts.contains { $0.code == "clockInDoubt" })
    }

    /// A list that is brought in is written too.
    @Test func aPastedListWaitsForTheHour() throws {
        desk.press(.escape, .character("i"))
        desk.type(.paste("Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\n"))
        desk.press(.character("b"), .character("i"), .enter)
        #expect(desk.text.contains("¿Qué hora es?"), "\(desk.text)")
        #expect(try kinds().isEmpty)
        desk.press(.character("v"))
        #expect(try kinds().contains("listed"), "\(desk.text)")
    }

    /// The question says the hour as it is when it is answered.
    @Test func theQuestionGoesAlongWithTheClock() throws {
        desk.press(.character("t"))
        #expect(desk.text.contains("sí: 11:00"), "\(desk.text)")
        desk.later(seconds: 300)
        #expect(desk.text.contains("sí: 11:05") && !desk.text.contains("dice 11:00"))
    }

    /// Nobody vouches in the shift for an hour that they have not seen.
    @Test func theShiftShowsTheHourBeforeItIsConfirmed() throws {
        desk.press(.escape, .escape, .function(9), .character("t"), .character("h"))
        #expect(desk.text.contains("¿Es correcta la hora?"), "\(desk.text)")
        #expect(desk.text.contains("sí: 11:00"))
        desk.press(.enter)
        #expect(try kinds().isEmpty)
        desk.later(seconds: 120)
        #expect(desk.text.contains("sí: 11:02"))
    }

    /// Once somebody vouched for the hour elsewhere, the mark goes without anything being written.
    @Test func theMarkOfAnHourInDoubtGoesWithTheDoubt() throws {
        desk.press(.character("t"), .character("v"))
        #expect(desk.text.contains("por verificar"), "\(desk.text)")
        desk.later(seconds: 120)
        #expect(desk.text.contains("por verificar"))
        let lead = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(ConfirmClock(at: .nogales)), by: lead, at: Desk.start)
        desk.later(seconds: 120)
        #expect(!desk.text.contains("por verificar"), "\(desk.text)")
    }
}
