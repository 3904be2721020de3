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
    private static let ways = keys.flatMap { keys in rows.map { $0 + keys } }
    /// The first of the queue is a child alone, the one below is not.
    private static let rows: [[Key]] = [[], [.down]]
    private static let keys: [[Key]] = [
        [], [.enter], [.enter, .character("s")], [.enter, .character("m")],
        [.enter, .character("e")],
        [.enter, .character("l")], [.enter, .function(4)], [.enter, .function(4), .character("r")],
        [.enter, .function(4), .character("f")], [.enter, .function(4), .character("v")],
        [.enter, .function(4), .character("i")], [.enter, .function(4), .character("h")],
        [.enter, .function(7)],
        [.function(6)],
        [.function(6), .enter], [.function(6), .enter, .character("x")],
        [.function(6), .character("i")],
        [.function(9)], [.function(9), .character("t")], [.function(9), .character("b")],
        [.function(9), .character("a")], [.function(9), .character("b"), .enter],
        [.function(9), .character("s")], [.function(9), .character("v")],
        [.function(9), .character("a"), .down, .enter], [.character("s")], [.character("l")],
        [.character("u")],
        [.function(2), .enter],
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
    }

    /// Everything that one role comes to see, each way begun from the queue anew; the way that
    /// calls somebody is last.
    private func everything(shownTo role: OfficerRole) throws -> String {
        let desk = try Desk()
        try plant(desk, role)
        desk.changed()
        let queue = desk.app
        var shown = desk.frame(200, 60).text
        for way in NeedToKnowTests.ways {
            desk.back(to: queue)
            for key in way {
                desk.press(key)
                shown += desk.frame(200, 60).text
            }
        }
        return shown.lowercased()
    }

    @Test(arguments: [OfficerRole.officer, .health, .beta, .liaison, .auditor, .administrator])
    func noScreenShowsWhatTheRoleDoesNotRead(_ role: OfficerRole) throws {
        let shown = try everything(shownTo: role)
        let reads = Permissions.classes(role)
        for (value, access) in NeedToKnowTests.planted where !reads.contains(access) {
            #expect(!shown.contains(value.lowercased()), "\(role) \(value)")
        }
        if reads.contains(.personal) { #expect(shown.contains("plantadona")) }
    }

    /// To be found at all: whoever leads is shown each of them somewhere, but for the US number,
    /// which no screen shows unless it is asked for.
    @Test func theLeadIsShownWhatIsPlanted() throws {
        let shown = try everything(shownTo: .lead)
        for value in ["plantadona", "curpplantada", "notaplantada"] {
            #expect(shown.contains(value), "\(value)")
        }
        #expect(!shown.contains("a99plantada"))
    }
}
