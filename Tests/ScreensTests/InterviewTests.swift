import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The interview as an officer types it.
@Suite struct InterviewTests {
    private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

    private func toledo(_ desk: Desk) throws -> Identifier<Officer> {
        let command = Command.act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer]))
        let answer = try desk.store.perform(
            command, by: desk.app.context.officer.id, at: Desk.start)
        return Identifier(try #require(answer.result["officer"]?.integer))
    }

    /// Discarding is explicit, and `u` gives the draft back whole.
    @Test func aDiscardedDraftComesBack() throws {
        let desk = try Desk.interviewing()
        let officer = desk.app.context.officer.id
        desk.press(.character("p"), .character("s"), .escape)
        let draft = try desk.store.drafts(of: officer)
        #expect(draft.first?.fields == ["notice": "read", "understandsSpanish": "yes"])
        desk.press(.function(4), .character("d"))
        #expect(try desk.store.drafts(of: officer).isEmpty)
        #expect(desk.text.contains("Borrador descartado"))
        #expect(!desk.text.contains("sin guardar"))
        desk.press(.character("u"))
        #expect(desk.text.contains("Devolver: lo escrito en «entrevista», ficha"), "\(desk.text)")
        desk.press(.enter)
        #expect(try desk.store.drafts(of: officer).map(\.fields) == draft.map(\.fields))
        #expect(desk.text.contains("El borrador está de vuelta."))
        // A second time there is nothing to take back, and nothing to discard twice.
        desk.press(.function(4), .character("d"), .function(4), .character("d"))
        #expect(desk.text.contains("No hay borrador suyo."))
    }

    /// What somebody else typed and did not save is shown with a name, not overwritten, and taken
    /// over by name.
    @Test func anothersDraftIsTakenOverByName() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let me = desk.app.context.officer.id
        for key in keys("pssntx") + [.function(8), .character("=")] + keys("33") + [.function(8)]
            + keys("n") + [.enter]
        {
            desk.press(key)
        }
        #expect(try desk.store.card(person, now: Desk.start)?.reception.stage == .registered)
        let other = try toledo(desk)
        try desk.store.saveDraft(
            "interview", subject: person.value, field: "aliases", value: "Beto", by: other,
            at: Desk.start.adding(minutes: -1))
        desk.press(.escape)
        desk.openCard(of: person)
        #expect(desk.text.contains("T. Toledo"))
        desk.press(.enter)
        #expect(desk.text.contains("T. Toledo dejó respuestas sin guardar"))
        desk.press(.character("w"))
        #expect(desk.text.contains("Otra persona escribe ahora"))
        try desk.store.saveDraft(
            "interview", subject: person.value, field: "aliases", value: "Beto", by: other,
            at: Desk.start.adding(minutes: -3))
        desk.press(.character("w"))
        #expect(try desk.store.drafts(of: me).first?.fields == ["aliases": "Beto"])
        #expect(try desk.store.drafts(of: other).isEmpty)
        #expect(try desk.store.card(person, now: Desk.start)?.reception.takenFrom == other)
        desk.press(.enter, .pageDown)
        #expect(desk.text.contains("Beto"))
    }

    /// Emptying what is only corrected is said, at the field, and blocks only at save.
    @Test func sexAndBirthDateAreNotEmptied() throws {
        let desk = try Desk.interviewing()
        desk.press(.character("p"), .backTab, .backTab, .backTab)
        desk.press(.control("u"), .tab)
        #expect(desk.text.contains("se corrige, no se borra"))
        desk.press(.control("g"))
        #expect(desk.text.contains("Revise lo marcado"))
    }

    /// F8 gives what the person before answered where the two may have it in common, and never what
    /// is the person's own.
    @Test func theAnswersOfThePersonBeforeAreRepeated() throws {
        let desk = try Desk.interviewing()
        let script: [Key] =
            keys("pssntx") + [.function(8), .character("=")] + keys("34") + [.function(8)]
            + keys("n") + [.enter]
        for key in script { desk.press(key) }
        #expect(desk.text.contains("Entrevista completa."))
        desk.press(.escape, .function(2), .enter, .character("p"))
        // Spanish and children are the person's own; company, lived in, detained in and time are
        // repeated.
        desk.press(.function(8))
        #expect(desk.frame().cursor.row == 7)
        for key in keys("s") + [.function(8)] + keys("n") + [
            .function(8), .function(8), .character("="), .function(8),
        ] {
            desk.press(key)
        }
        func line(_ label: String) -> Substring {
            desk.text.split(separator: "\n").first { $0.contains(label) } ?? ""
        }
        #expect(
            line("Vivía en").contains("Texas") && line("Tiempo en EUA").contains("1–5 años"),
            "\(desk.text)")
        #expect(Set(desk.app.context.lastAnswers.keys).isSubset(of: ProfileField.repeatable))
        desk.press(.function(10), .enter)
        #expect(desk.app.context.lastAnswers.isEmpty)
    }

    /// Who interprets is noted from the card and shown there.
    @Test func anInterpreterIsNotedFromTheCard() throws {
        let desk = try Desk.interviewing()
        desk.press(.escape, .function(4), .character("i"))
        desk.type("tse")
        desk.press(.tab)
        desk.type("Ocosingo")
        desk.press(.tab)
        desk.type("tINPI: M. Prueba")
        desk.press(.enter)
        #expect(desk.text.contains("tseltal (Ocosingo), teléfono, INPI: M. Prueba"), "\(desk.text)")
    }

    /// A paste that carries what cannot be kept is refused whole, at its field; a novel too.
    @Test(arguments: [
        "rojo \u{1B}[31m", "al revés \u{202E}x", String(repeating: "novela ", count: 2000),
    ])
    func aHostilePasteLeavesTheFieldAsItWas(_ text: String) throws {
        let desk = try Desk.interviewing()
        desk.press(.character("p"), .pageDown)
        desk.type("Beto")
        desk.press(.paste(text))
        let frame = desk.frame(120, 40).text
        #expect(frame.contains("caracteres"))
        #expect(frame.contains("Beto") && !frame.contains("rojo") && !frame.contains("novela"))
    }

    /// A CURP is compared with what was typed while it is typed, and blocks nothing.
    @Test func aCURPSaysAtOnceWhereItDisagrees() throws {
        let desk = try Desk.interviewing()
        desk.press(.character("p"), .pageDown, .tab, .tab, .tab, .tab)
        desk.type("SABC560626MDFLRN02")
        #expect(desk.frame(120, 40).text.contains("no válida: dígito verificador"))
        desk.press(.backspace)
        desk.type("1")
        #expect(desk.frame(120, 40).text.contains("no coincide:"))
        desk.press(.tab)
        #expect(!desk.text.contains("no se entiende"))
    }

    /// Somebody received before shows while a person off the list is typed, with the reason.
    @Test func likenessShowsWhileTyping() throws {
        let desk = try Desk()
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                !$0.isProtected && $0.age != nil
            })
        let known = try #require(try desk.store.card(row.id, now: Desk.start)?.reception)
        desk.press(.function(6), .enter, .character("a"))
        desk.type(known.firstSurname ?? "")
        desk.press(.tab)
        desk.type(known.secondSurname ?? "")
        desk.press(.tab)
        desk.type(known.given ?? "")
        #expect(!desk.text.contains("misma persona") && !desk.text.contains("posible"))
        desk.press(.tab, .tab)
        desk.type(known.birthDate?.shown ?? "")
        #expect(desk.text.contains("misma fecha"), "\(desk.text)")
    }

    /// Places are offered while typing, and one chosen from the list is kept by its key.
    @Test func aMunicipalityIsChosenFromTheList() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let all = [("20067", "Oaxaca de Juárez"), ("26043", "Nogales"), ("30115", "Nogales")]
        let file = "CVEGEO,NOM_MUN\n" + all.map { "\($0.0),\($0.1)\n" }.joined()
        let municipalities = try MunicipalityFile([UInt8](file.utf8)).all
        _ = try desk.store.perform(
            .act(SetMunicipalities(municipalities)), by: desk.app.context.officer.id, at: Desk.start
        )
        desk.press(.pageDown, .tab, .tab, .tab)
        desk.type("noga")
        #expect(desk.frame(120, 40).text.contains("F4: 2"), "\(desk.frame(120, 40).text)")
        desk.press(.function(4))
        #expect(desk.text.contains("Nogales, Sonora") && desk.text.contains("Nogales, Veracruz"))
        desk.press(.down, .enter, .control("g"))
        #expect(
            try desk.store.card(person, now: Desk.start)?.reception.answer(.birthMunicipality)
                == "30115")
    }

    /// A child's adult at another point is offered with that point, covered with the screen, and
    /// joined.
    @Test func aFamilyIsJoinedAcrossPoints() throws {
        let desk = try Desk()
        let officer = desk.app.context.officer.id
        func add(_ point: PointCode, _ born: Int, _ name: String) throws -> Identifier<Reception> {
            let group = try desk.store.perform(
                .act(AnnounceGroup(point, Announcement())), by: officer, at: Desk.start)
            var person = TestStore.person(1, born: born)
            (person.given, person.firstSurname) = (name, "Quetzalli")
            let added = try desk.store.perform(
                .act(AddOffList(Identifier(group.result["group"]?.integer ?? 0), person)),
                by: officer,
                at: Desk.start)
            return Identifier(added.result["reception"]?.integer ?? 0)
        }
        let child = try add(.nogales, 2015, "Niña")
        let adult = try add(.tijuana, 1985, "Madre")
        desk.openCard(of: child)
        desk.press(.function(4), .character("f"), .function(4))
        #expect(desk.text.contains("TIJ") && desk.text.contains("Quetzalli, Madre"), "\(desk.text)")
        desk.press(.function(12))
        #expect(!desk.text.contains("Quetzalli"))
        desk.press(.function(12), .end, .enter, .tab)
        desk.type("p")
        desk.press(.enter)
        #expect(
            try desk.store.card(child, now: Desk.start)?.family.map(\.id) == [adult], "\(desk.text)"
        )
    }

    /// A letter that chooses nothing is said at once, and the right one takes its place.
    @Test func anImpossibleLetterIsSaidAtOnce() throws {
        let desk = try Desk.interviewing()
        desk.press(.character("p"))
        desk.type("z")
        #expect(desk.text.contains("no se entiende"))
        desk.press(.backspace)
        desk.type("n")
        #expect(desk.text.contains("Necesita intérprete"))
        desk.press(.backTab)
        desk.type("s")
        #expect(
            desk.text.split(separator: "\n").first { $0.contains("Entiende bien") }?.contains("sí")
                == true)
    }

    /// What the record had and was emptied is emptied again after the program ended.
    @Test func anAnswerTakenBackWhileTypingStaysTakenBack() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(SaveProfile(person, [.aliases: "albañil"])), by: officer, at: Desk.start)
        desk.press(.escape, .escape)
        desk.openCard(of: person)
        desk.press(.enter, .pageDown)
        #expect(desk.text.contains("albañil"))
        desk.press(.control("u"))
        #expect(try desk.store.drafts(of: officer).first?.fields["aliases"] == "")
        let again = try #require(try desk.store.card(person, now: Desk.start))
        var screen = InterviewScreen(again).resuming(["aliases": ""])
        let steps = screen.press(.control("g"), desk.app.context) ?? []
        let saved = steps.compactMap { step -> [ProfileField: String]? in
            if case .effect(.perform(let command)) = step {
                command.act(SaveProfile.self)?.answers
            } else {
                nil
            }
        }
        #expect(saved.first?[.aliases] == "")
    }

    /// A child alone at a desk without child protection: nothing opens that names them.
    @Test(arguments: [
        [Key.enter], [.character("e")], [.function(4), .character("f")],
        [.function(4), .character("v")],
    ])
    func nothingOpensThatNamesAChildAlone(_ keys: [Key]) throws {
        let desk = try Desk()
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.isProtected
            })
        let child = try #require(try desk.store.reception(row.id))
        desk.openCard(of: row.id)
        for key in keys { desk.press(key) }
        #expect(desk.text.contains("La atiende la OPI."), "\(desk.text)")
        #expect(!desk.text.contains(child.firstSurname ?? "?"))
    }
}

extension Desk {
    /// A desk with somebody in interview, on the first question.
    static func interviewing() throws -> Desk {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        return desk
    }

    /// Whether the cursor stands on a field.
    func isOn(_ label: String) -> Bool {
        let frame = frame()
        let line = String(frame.row(frame.cursor.row).map(\.character))
        return line.contains(label)
    }

    /// The person of the interview or card on the screen.
    var shownCardOrInterview: Identifier<Reception>? {
        guard let ticket = text.firstMatch(of: /(?:ficha|Recepción ·) (\d+)/).flatMap({ Int($0.1) })
        else { return nil }
        return (try? store.queue(at: .nogales, desk: 1, now: Desk.start))?.rows.first {
            $0.ticket == ticket
        }?.id
    }

    /// Opens somebody's card by a search of the ticket.
    func openCard(of person: Identifier<Reception>) {
        guard let ticket = (try? store.card(person, now: Desk.start))?.reception.ticket else {
            return
        }
        press(.escape, .escape, .function(3))
        type(String(ticket))
        press(.enter)
    }
}
