import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The board as each officer wants it, and what stands where nothing rings.
@Suite struct BoardOrderTests {
    private let desk: Desk

    init() throws { desk = try Desk(home: .board) }

    private var points: [String] {
        desk.text.split(separator: "\n").dropFirst(2).prefix(9).map {
            String($0.dropFirst().prefix(14)).trimmingSpaces
        }
    }

    private func rows() throws -> [BoardRow] { try desk.store.board(at: Desk.start).rows }

    @Test func thePointWithMostWaitingStandsFirstWhereThatIsWanted() throws {
        let catalogue = points
        desk.press(.function(4), .character("2"))
        let waiting = try rows().map(\.waiting)
        let sorted = try rows().enumerated().sorted {
            ($1.element.waiting, $0.offset) < ($0.element.waiting, $1.offset)
        }.map(\.element.name)
        #expect(Set(waiting).count > 1)
        #expect(points == sorted && points != catalogue)
        desk.press(.function(4), .character("1"))
        #expect(points == catalogue)
    }

    /// Each officer has their own.
    @Test func theOrderIsTheOfficersOwn() throws {
        desk.press(.function(4), .character("4"))
        let officer = desk.app.context.officer.id
        #expect(desk.app.context.boards.keys.map(\.value) == [officer.value])
        #expect(desk.app.context.boards[officer]?.order == .inside)
    }

    @Test func aColumnThatIsNotWantedIsLeftOutAndComesBack() throws {
        #expect(desk.text.contains("NNA"))
        let hidden = BoardColumns.all.filter {
            BoardColumns.canBeHidden.contains($0.name.rawValue)
        }
        let place = try #require(hidden.firstIndex { $0.name == .children })
        let letter = Array("1234567890abcdefghi")[place]
        desk.press(.function(4), .character("c"), .character(letter))
        // More than one is chosen: the menu stays until it is left.
        #expect(desk.text.contains("Columnas"))
        desk.press(.escape)
        #expect(!desk.text.split(separator: "\n")[1].contains("NNA"))
        desk.press(.function(4), .character("c"), .character(letter), .escape)
        #expect(desk.text.split(separator: "\n")[1].contains("NNA"))
    }

    /// Seconds, and how long ago that is to the eye.
    @Test(arguments: [
        (0, "<1 min"), (59, "<1 min"), (-30, "<1 min"), (60, " 1 min"), (7199, "119 min"),
        (7200, "   2 h"), (172_799, "  47 h"), (172_800, "   2 d"), (-300, "→5 min"),
    ])
    func howLongAgoIsSaidInTheLargestUnitThatSaysSomething(_ seconds: Int, _ words: String) {
        #expect(Dates.age(seconds) == words)
    }

    /// The same thing at five points leaves room for what is only at one.
    @Test func whatSeveralPointsHaveIsOneLineUntilTheCursorIsAmongThem() throws {
        let alerts = try desk.store.board(at: Desk.start).alerts.filter {
            $0.kind == .paperUndelivered
        }
        try #require(alerts.count >= AlertLine.most)
        func lines() -> Int {
            desk.text.split(separator: "\n").filter {
                $0.contains("sin entregar hace") || $0.contains("papeles por entregar:")
            }.count
        }
        #expect(desk.text.contains("\(alerts.count) puntos  papeles por entregar: "))
        #expect(lines() == 1, "\(desk.text)")
        desk.press(.tab)
        #expect(lines() >= alerts.count)
        desk.press(.tab)
        #expect(lines() == 1)
    }

    /// The hour of the first line is that of where one sits, wherever the cursor goes.
    @Test func theHourStaysThatOfWhereOneSits() throws {
        for _ in 0..<9 {
            #expect(desk.text.split(separator: "\n")[0].hasSuffix("11:00 Nogales"))
            desk.press(.down)
        }
        desk.press(.tab)
        #expect(desk.text.split(separator: "\n")[0].hasSuffix("11:00 Nogales"))
    }

    /// What the sums are of stands above them.
    @Test func theTotalIsOfThePointsThatAreShown() throws {
        let test = try TestStore()
        test.now = Desk.start
        try test.open(.nogales, desks: 1)
        _ = try test.waiting(.nogales, TestStore.person(1))
        let desk = try Desk(home: .board, folder: test.folder)
        desk.press(.function(4), .character("f"), .escape)
        let lines = desk.text.split(separator: "\n")
        #expect(lines[2].contains("Nogales") && lines[3].contains("Total"))
        #expect(!desk.text.contains("Tijuana "))
    }

    /// Nothing rings: what is on its way, then what was done.
    @Test func theLowerHalfIsNeverEmpty() throws {
        let test = try TestStore()
        test.now = Desk.start
        var announcement = Announcement()
        (announcement.mode, announcement.count) = (.bus, 40)
        announcement.expectedAt = Desk.start.adding(minutes: 50)
        try test.perform(.act(OpenShift(at: .nogales)))
        try test.perform(.act(AnnounceGroup(.nogales, announcement)))
        let desk = try Desk(home: .board, folder: test.folder)
        #expect(desk.text.contains("se espera G1 11:50, autobús, 40 personas"))
        #expect(desk.text.contains("turno abierto"))
        // Who is covered is covered here too.
        desk.press(.function(12))
        #expect(!desk.text.contains("turno abierto"))
    }

    @Test(arguments: [
        "", "muted", "order=waiting", "busy hidden=children,today", "muted order=alerts busy",
    ]) func whatIsKeptIsReadAgain(_ text: String) {
        #expect(BoardSetting(text: text).text == text)
        #expect(BoardSetting(text: BoardSetting(text: text).text) == BoardSetting(text: text))
    }

    @Test(arguments: ["order=nada", "hidden=point,inside", "hidden", "x=1 =", "order"])
    func whatIsNotUnderstoodIsAsItComes(_ text: String) {
        #expect(BoardSetting(text: text) == BoardSetting())
    }

    /// From a hundred columns the point under the cursor is told beside what rings.
    @Test(arguments: [100, 119, 120, 160]) func thePanelStandsFromAHundredColumns(_ width: Int) {
        let lines = desk.frame(width, 30).text.split(separator: "\n").joined(separator: "\n")
        #expect(lines.contains("por valorar"))
        #expect(!desk.frame(99, 30).text.contains("por valorar"))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed()).trimmed
    }
}
