import Repatriation
import SQLite
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// Every screen, as each role sees it, searched for values that were planted in everybody's record.
@Suite struct NeedToKnowTests {
    /// Keys that open everything that there is on the way from a desk's queue, and leave it again.
    private static let ways = rows.flatMap { row in keys.map { row + $0 } }
    /// The first of the queue is a child alone, the one below is not.
    private static let rows: [[Key]] = [[], [.down]]
    private static let keys: [[Key]] = [
        [], [.enter], [.enter, .character("s")], [.enter, .character("m")], [.enter, .character("e")],
        [.enter, .character("l")], [.enter, .function(4)], [.enter, .function(4), .character("r")],
        [.enter, .function(4), .character("f")], [.enter, .function(4), .character("v")],
        [.enter, .function(4), .character("i")], [.enter, .function(4), .character("h")], [.enter, .function(7)],
        [.function(2), .enter], [.function(6)],
        [.function(6), .enter], [.function(6), .enter, .character("x")], [.function(6), .character("i")],
        [.function(9)], [.function(9), .character("t")], [.function(9), .character("b")],
        [.function(9), .character("s")], [.function(9), .character("v")],
        [.function(9), .character("b"), .down, .enter], [.character("s")], [.character("l")], [.character("u")],
    ]

    private static let planted: [(value: String, access: FieldClass)] = [
        ("Plantadona", .personal), ("CURPPLANTADA", .personal), ("Notaplantada", .sensitive),
        ("A99plantada", .restricted), ("631plantada", .restricted), ("Ninaplantada", .restricted),
    ]

    private func plant(_ desk: Desk, _ role: OfficerRole) throws {
        let raw = try Connection(path: desk.path, mode: .write)
        try raw.execute(
            """
            UPDATE reception SET given = 'Plantadona', firstSurname = 'Plantadona', secondSurname = NULL,
              notes = 'Notaplantada', curp = 'CURPPLANTADA';
            UPDATE reception SET given = 'Ninaplantada', firstSurname = 'Ninaplantada', curp = NULL
              WHERE flags LIKE '%unaccompaniedChild%';
            INSERT OR REPLACE INTO reception_restricted
              SELECT id, 'A99plantada', '{"contactPhone":"631plantada"}' FROM reception;
            UPDATE officer SET roles = '\(role.rawValue)', lead = 0 WHERE id = \(desk.app.context.officer.id.value)
            """)
        desk.store.reader = desk.app.context.officer.id
    }

    @Test(arguments: [OfficerRole.officer, .health, .beta, .liaison, .auditor, .administrator])
    func noScreenShowsWhatTheRoleDoesNotRead(_ role: OfficerRole) throws {
        var shown = ""
        for way in NeedToKnowTests.ways {
            let desk = try Desk()
            try plant(desk, role)
            desk.changed()
            for key in way {
                desk.press(key)
                shown += desk.frame(200, 60).text
            }
            shown += desk.frame(200, 60).text
        }
        let reads = Permissions.classes(role)
        for (value, access) in NeedToKnowTests.planted where !reads.contains(access) {
            #expect(!shown.lowercased().contains(value.lowercased()), "\(role) \(value)")
        }
        if reads.contains(.personal) { #expect(shown.contains("Plantadona")) }
    }

    /// To be found at all: whoever leads is shown each of them somewhere, but for the US number, which no screen shows
    /// unless it is asked for.
    @Test func theLeadIsShownWhatIsPlanted() throws {
        var shown = ""
        for way in NeedToKnowTests.ways {
            let desk = try Desk()
            try plant(desk, .lead)
            desk.changed()
            for key in way { desk.press(key) }
            shown += desk.frame(200, 60).text
        }
        for value in ["Plantadona", "CURPPLANTADA", "Notaplantada"] { #expect(shown.contains(value), "\(value)") }
        #expect(!shown.contains("A99plantada"))
    }
}
