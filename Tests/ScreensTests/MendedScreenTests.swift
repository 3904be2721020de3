import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// Defects that were found on the screens in use, each with the test that would have.
@Suite struct MendedScreenTests {
    @Test func aRefusedFormKeepsEveryWord() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("a"))
        desk.type("Pérez")
        // A birth date of the future is refused by the rules; nothing that was typed is lost.
        desk.press(.tab, .tab)
        desk.type("Ana")
        desk.press(.tab, .tab)
        desk.type("01/01/2027")
        desk.press(.control("g"))
        #expect(desk.text.contains("futura"))
        #expect(desk.text.contains("Pérez") && desk.text.contains("Ana"))
    }

    @Test func zeroNeverWipesAnAnswer() throws {
        let desk = try Desk()
        let events = try desk.store.figures().events
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows)
        #expect(rows.contains { !$0.priority.isEmpty })
        desk.press(.character("0"))
        #expect(desk.text.contains("Ya se preguntó"))
        #expect(try desk.store.figures().events == events)
    }

    @Test func aFailureStaysWhenKeysWereTypedBehindIt() throws {
        let desk = try Desk(home: .queue(1))
        desk.press(.function(2), .function(2), .down)
        desk.isHolding = true
        desk.type(.function(2))
        desk.type(.down)
        desk.type(.up)
        desk.release()
        #expect(desk.text.contains("Ya viene la"))
    }

    /// Two refusals of keys typed ahead: neither wipes the other, and Ctrl-N reads on.
    @Test func warningsOfKeysTypedAheadAreAllRead() throws {
        let desk = try Desk(home: .queue(1))
        desk.press(.function(2))
        desk.isHolding = true
        for key in [Key.function(2), .character("r")] { desk.type(key) }
        desk.release()
        #expect(desk.text.contains("Ya viene la") && desk.text.contains("2 avisos, Ctrl-N"))
        desk.press(.control("n"))
        #expect(!desk.text.contains("Ya viene la") && !desk.text.contains("avisos"))
    }

    /// Another desk's change is bold for two seconds and plain afterwards.
    @Test func aChangeIsBoldForTwoSeconds() throws {
        let desk = try Desk(home: .board)
        func bold() -> Int { desk.frame().cells.count { $0.style.isBold } }
        #expect(bold() == 0)
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 0, now: Desk.start)?.rows)
        let called = try #require(rows.first { $0.stage == .inInterview })
        let command = Command.act(Park(called.id, nil, reason: nil))
        _ = try desk.store.perform(command, by: desk.app.context.officer.id, at: Desk.start)
        desk.changed()
        #expect(bold() > 0)
        desk.later(seconds: 60)
        #expect(bold() == 0)
    }

    @Test func dataThatCannotBeLookedAtSaysItsAge() throws {
        let desk = try Desk(home: .board)
        desk.stale(minutes: 3)
        #expect(desk.text.contains("datos de hace 3 min"))
        desk.stale(minutes: nil)
        #expect(!desk.text.contains("datos de hace"))
    }

    /// Before the list: the question stands above the roll call of the group at the line.
    @Test func healthComesBeforeTheList() throws {
        let desk = try Desk()
        desk.press(.function(9), .character("s"))
        #expect(desk.text.contains("No hay grupo por recibir"))
        let announced = Command.act(AnnounceGroup(.nogales, Announcement()))
        _ = try desk.store.perform(announced, by: desk.app.context.officer.id, at: Desk.start)
        desk.press(.function(9), .character("s"))
        #expect(desk.text.contains("médico, medicina, agua") && desk.text.contains("Pase de lista"))
    }

    /// Asked again, what was answered before is still marked.
    @Test func askingAgainForgetsNothing() throws {
        let desk = try Desk()
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows)
        let medical = try #require(
            rows.firstIndex { $0.flags == [.medical] && $0.stage == .waiting })
        for _ in 0..<medical { desk.press(.down) }
        desk.press(.character("s"), .character("n"), .enter)
        let flags = try desk.store.card(rows[medical].id, now: Desk.start)?.reception.flags
        #expect(flags == [.medical, .noSpanish])
    }

    @Test func whoIsRefusedADeskDoesNotSitAtIt() throws {
        let desk = try Desk(home: .signIn)
        let other = try #require(
            try desk.store.allOfficers().first { $0.id != desk.app.context.officer.id })
        _ = try? desk.store.perform(.act(OpenShift(at: .tijuana)), by: other.id, at: Desk.start)
        _ = try? desk.store.perform(.act(CloseDesk(at: .tijuana, 1)), by: other.id, at: Desk.start)
        let opened = Command.act(OpenDesk(at: .tijuana, 1, attends: nil))
        _ = try? desk.store.perform(opened, by: other.id, at: Desk.start)
        try desk.store.heartbeat(point: .tijuana, desk: 1, of: nil, at: Desk.start)
        desk.press(.home, .enter, .character("1"), .enter)
        #expect(desk.app.context.desk == 0)
        #expect(desk.text.contains("la atiende otra persona"))
    }

    /// Covered, nobody's name, date, route or reason stands on any screen of a person.
    @Test func coveringCoversForms() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        desk.type("p")
        #expect(desk.text.contains("10/06/1998"))
        desk.press(.function(12))
        #expect(!desk.text.contains("10/06/1998") && !desk.text.contains("Manzanares"))
    }

    /// Two of a group become a family in a few keys, and the card says so.
    @Test func aFamilyIsJoinedFromTheCard() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .escape)
        let card = try #require(desk.shownCard)
        let other = try #require(
            card.companions.first { $0.flags?.contains(.unaccompaniedChild) != true })
        let alone = card.companions.filter { $0.flags?.contains(.unaccompaniedChild) == true }
        desk.press(.function(4), .character("f"), .function(4))
        // A child alone is named to child protection only.
        #expect(
            !alone.isEmpty
                && alone.allSatisfy { child in
                    !desk.text.contains(child.shownName.name?.listed ?? "?")
                })
        desk.press(.enter, .enter)
        desk.type("n")
        desk.press(.control("g"))
        let family = try #require(try desk.store.card(card.reception.id, now: Desk.start)?.family)
        #expect(family.map(\.id) == [other.id], "\(desk.text)")
    }

    /// A list's capitals are proposed with their accents; one key takes them, and nothing changes
    /// without it.
    @Test(arguments: ["s", "n"])
    func aNameIsProposedAndNeverAppliedByItself(_ key: String) throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .escape)
        let id = try #require(desk.shownCard?.reception.id)
        var name = PersonData()
        (name.given, name.firstSurname, name.secondSurname) = ("MARIA", "MUNOZ", "PENA")
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(AmendPerson(id, name, seemsAdult: nil)), by: officer, at: Desk.start)
        desk.changed()
        desk.press(.enter)
        desk.type("p")
        #expect(desk.text.contains("¿Muñoz Peña, María?"))
        desk.type(key)
        desk.press(.control("g"))
        let person = try #require(try desk.store.card(id, now: Desk.start)?.reception)
        #expect(person.firstSurname == (key == "s" ? "Muñoz" : "MUNOZ"))
    }

    /// Somebody who came before is offered with why; «no es la misma» is remembered, and nothing is
    /// linked by itself.
    @Test func whoCameBeforeIsComparedAndToldApart() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .escape)
        let card = try #require(desk.shownCard)
        var again = PersonData()
        (again.given, again.firstSurname) = (card.reception.given, card.reception.firstSurname)
        (again.secondSurname, again.birthDate) = (
            card.reception.secondSurname, card.reception.birthDate
        )
        let officer = desk.app.context.officer.id
        let announced = try desk.store.perform(
            .act(AnnounceGroup(.tijuana, Announcement())), by: officer, at: Desk.start)
        let group = Identifier<Group>(try #require(announced.result["group"]?.integer))
        _ = try desk.store.perform(.act(AddOffList(group, again)), by: officer, at: Desk.start)
        desk.changed()
        #expect(desk.text.contains("misma persona: 1"))
        desk.press(.function(4), .character("v"))
        #expect(desk.text.contains("TIJ") && desk.text.contains("misma fecha, mismos apellidos"))
        desk.press(.character("m"))
        #expect(desk.text.contains("ya está adentro"))
        desk.press(.character("n"))
        #expect(desk.text.contains("Nadie parecido."))
        #expect(
            try desk.store.card(card.reception.id, now: Desk.start)?.reception.person
                == card.reception.person)
    }

    @Test func aHabitualEnterDoesNotSkipAField() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("a"), .tab, .tab, .tab)
        desk.type("m")
        desk.press(.enter)
        desk.type("03/04/1990")
        #expect(desk.text.contains("36 años"))
    }

    @Test func theQueueIsNotLeftByOneEscapeTooMany() throws {
        let desk = try Desk()
        desk.press(.escape, .escape)
        #expect(desk.text.contains("Cola"))
        #expect(desk.text.contains("F10"))
        desk.press(.function(10))
        #expect(desk.text.contains("Usted es"))
    }

    /// The most urgent row stays in sight, and never in the place of whoever the keys fall on.
    @Test func theMostUrgentRowNeverHidesTheCursor() throws {
        let desk = try Desk()
        desk.press(.function(2), .character("a"), .character("1"), .character("."))
        for _ in 0..<15 {
            #expect(desk.frame(80, 12).text.contains("▌"), "\(desk.frame(80, 12).text)")
            desk.press(.up)
        }
    }

    @Test func coveringWaitsForNothing() throws {
        let desk = try Desk()
        desk.isHolding = true
        desk.type(.function(2))
        desk.type(.function(12))
        #expect(desk.text.contains("•••••"))
        desk.release()
    }

    @Test func undoSaysWhatItTakesBackAndEscapeKeepsIt() throws {
        let desk = try Desk()
        desk.press(.function(2), .character("u"))
        #expect(desk.text.contains("llamada a la ventanilla 1"))
        desk.press(.escape, .character("u"))
        #expect(desk.text.contains("llamada a la ventanilla 1"))
        desk.press(.enter)
        #expect(desk.text.contains("Deshecho: "))
    }

    /// A hand that knows the key of the bus does not choose another way out for a child.
    @Test func aWayOutHasOneKeyWhoeverItIsFor() throws {
        let desk = try Desk()
        desk.press(.enter, .function(7))
        #expect(
            desk.text.contains("6   DIF") && desk.text.contains("b   fallecimiento"), "\(desk.text)"
        )
        desk.press(.character("2"))
        #expect(
            desk.text.contains("Salida ·") && desk.text.contains("no hace nada aquí"),
            "\(desk.text)")
        desk.press(.escape, .escape, .down, .enter, .function(7))
        #expect(
            desk.text.contains("6   DIF") && desk.text.contains("b   fallecimiento"), "\(desk.text)"
        )
    }

    /// What will be refused is said before anything is typed or chosen for it.
    @Test func whatCannotBeDoneIsSaidBeforeItIsFilledIn() throws {
        let desk = try Desk()
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .waiting
            })
        for _ in 0..<60 where desk.currentLine?.contains(" \(row.ticket) ") == false {
            desk.press(.down)
        }
        desk.press(.character("a"))
        #expect(
            desk.text.contains("Cola ·") && desk.text.contains("Se aparta a quien ya fue llamada"),
            "\(desk.text)")
        try desk.openRoll(of: 3)
        desk.press(.character("e"))
        #expect(desk.text.contains("Primero se recibe"), "\(desk.text)")
    }
}
