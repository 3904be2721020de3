import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// What fresh eyes missed at the screens of whoever leads a shift.
@Suite struct LeadScreenTests {
    private func act(_ act: some Act, at desk: Desk) throws -> any Outcome {
        try desk.store.perform(.act(act), by: desk.app.context.officer.id, at: Desk.start).result
    }

    private func waiting(_ desk: Desk) throws -> QueueRow {
        try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows
                .first { $0.stage == .waiting && $0.priority == "general" })
    }

    private func goTo(_ row: QueueRow, _ desk: Desk) {
        for _ in 0..<60 where desk.currentLine?.contains(" \(row.ticket) ") == false {
            desk.press(.down)
        }
    }

    private func top(_ desk: Desk) -> Substring { desk.text.prefix { $0 != "\n" } }

    /// The card of somebody sent would be another point's.
    @Test func whoeverIsSentFromTheirCardLeavesTheCardAndIsOnTheWay() throws {
        let desk = try Desk()
        let row = try waiting(desk)
        goTo(row, desk)
        desk.press(.enter, .function(4), .character("t"))
        desk.type("a")
        desk.type("SON-1")
        desk.press(.control("g"))
        let sent = try #require(try desk.store.reception(row.id))
        #expect(sent.isOnTheWay, "\(desk.text)")
        #expect(top(desk).contains("Cola") && top(desk).contains("Nogales"), "\(desk.text)")
        #expect(sent.stageWords.es == "en camino")
        // What it was is told of with the number that they had, and where to.
        desk.press(.character("u"))
        #expect(desk.text.contains("Deshacer: ficha \(row.ticket)"), "\(desk.text)")
        #expect(desk.text.contains("enviada a \(sent.point.text)"), "\(desk.text)")
    }

    /// A step of a lane is somebody's, a list a group's.
    @Test func undoSaysWhoseStepOrListItWas() throws {
        let desk = try Desk()
        let row = try waiting(desk)
        _ = try act(Triage(row.id, [.medical]), at: desk)
        var words = TickWords()
        words.who = "Dra. Inventada"
        _ = try act(TickLane(row.id, .seen, words), at: desk)
        desk.press(.character("u"))
        #expect(desk.text.contains("ficha \(row.ticket)"), "\(desk.text)")
        desk.press(.escape)
        let group = (try act(AnnounceGroup(.nogales, Announcement()), at: desk) as? Announced)
        let id = try #require(group?.group)
        _ = try act(ShareGroup(id, with: "DIF inventado", basis: "oficio 3", [.name]), at: desk)
        desk.press(.character("u"))
        #expect(desk.text.contains("\(group?.name ?? "?"): lista compartida con DIF inventado"))
        #expect(desk.text.contains("Los datos ya salieron"), "\(desk.text)")
    }

    /// Nothing is taken back where nothing is done.
    @Test func nothingIsUndoneInThePast() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("h"), .enter, .character("u"))
        #expect(top(desk).contains("histórico") && desk.text.contains("no hace nada aquí"))
        desk.press(.function(1))
        #expect(!desk.text.contains("deshacer"), "\(desk.text)")
    }

    /// What is asked for and not yet shown is not in the heading.
    @Test func theHeadingOfThePastGoesWithItsRows() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("h"), .enter)
        #expect(top(desk).contains("10:00"))
        desk.isHolding = true
        desk.press(.left)
        #expect(top(desk).contains("10:00"), "\(desk.text)")
        desk.release()
        #expect(top(desk).contains("09:00"), "\(desk.text)")
    }

    @Test func anEmptyDayIsOneSentence() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("d"), .backTab)
        #expect(desk.text.contains("Ese día nadie llegó, esperó ni salió."), "\(desk.text)")
        #expect(!desk.text.contains("Llegan"))
    }

    @Test func thePriorityThatSomebodyHasIsToldOnceBesideTheirName() throws {
        let desk = try Desk()
        let row = try waiting(desk)
        goTo(row, desk)
        desk.press(.character("5"))
        #expect(desk.text.contains("Hoy tiene: general, meta \(row.target) min."), "\(desk.text)")
        #expect(desk.text.ranges(of: "icha \(row.ticket)").count == 1)
        desk.press(.character("2"))
        #expect(desk.text.contains("lo dijo después"), "\(desk.text)")
    }

    @Test func waterIsCountedBesideTheLastCount() throws {
        let desk = try Desk()
        desk.press(.function(9), .character("t"), .character("a"))
        #expect(desk.text.contains("Nadie la ha contado."), "\(desk.text)")
        desk.type("460")
        desk.press(.enter, .character("a"))
        #expect(desk.text.contains("Último conteo: 460 L, vie 20 nov 11:00"), "\(desk.text)")
    }

    @Test func anOpeningCheckGoesOnFromTheLast() throws {
        let desk = try Desk()
        var found = ShiftFindings()
        found[.water] = .no
        found[remark: .water] = "garrafones vacíos"
        found[.printer] = .yes
        _ = try act(CheckShift(at: .nogales, found), at: desk)
        desk.press(.function(9), .character("t"), .character("r"))
        let lines = desk.text.split(separator: "\n")
        let kits = try #require(lines.firstIndex { $0.contains("Kits") })
        let water = try #require(lines.firstIndex { $0.contains("Agua") })
        #expect(kits < water, "\(desk.text)")
        desk.type("s")
        desk.press(.control("g"), .control("g"))
        found[.kits] = .yes
        let view = try desk.store.ask(HandOverOf(.nogales).reading, at: Desk.start)
        #expect(view.check?.found == found, "\(desk.text)")
    }

    /// To whom a list goes is chosen among the point's institutions; anybody else is typed.
    @Test func aListGoesToAnInstitutionOfThePointAndSaysOfHowManyItTells() throws {
        let desk = try Desk()
        desk.press(.function(6), .character("s"))
        let note = desk.frame(120, 40).text
        #expect(note.contains("Van datos de ") && note.contains("No se deshace"))
        let names = try desk.store.answer(
            ProvidersNear(.nogales).reading, for: .program, at: Desk.start
        ).filter(\.institution.isAuthority).map(\.name)
        let name = try #require(names.first { desk.text.contains($0) }, "\(desk.text)")
        #expect(note.contains("otra"))
        desk.press(.character("a"))
        #expect(desk.frame(120, 40).text.contains("A \(names[0])."), "\(name)")
        desk.press(.escape, .character("s"), .character("o"))
        #expect(desk.text.contains("A qué autoridad"), "\(desk.text)")
    }

    /// Every key of a screen is in its footer, or counted there and listed by the palette.
    @Test(arguments: [(80, 24), (40, 12), (120, 40)])
    func whatHasNoRoomInTheFooterIsCountedThere(_ width: Int, _ height: Int) throws {
        let desk = try Desk()
        let screen = try #require(desk.app.screens.last)
        let all = screen.bindings.count
        let footer = desk.frame(width, height).text.split(separator: "\n").last.map(String.init)
        let told = try #require(footer?.firstMatch(of: /: y (\d+) más/).flatMap { Int($0.1) })
        #expect(told > 0 && told < all, "\(footer ?? "")")
        desk.press(.character(":"))
        let palette = desk.frame(120, 60).text
        for binding in screen.bindings { #expect(palette.contains(binding.label.es)) }
    }
}
