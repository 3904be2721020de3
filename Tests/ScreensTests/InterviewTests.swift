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

    /// A desk with somebody in interview, on the first question.
    private func interview() throws -> Desk {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        return desk
    }

    private func toledo(_ desk: Desk) throws -> Identifier<Officer> {
        let command = Command.catalogue(.addOfficer(name: "Tomás Toledo Vera", account: nil, isLead: false))
        let answer = try desk.store.perform(command, by: desk.app.context.officer.id, at: Desk.start)
        return Identifier(try #require(answer.result["officer"]?.integer))
    }

    /// Discarding is explicit, and `u` gives the draft back whole.
    @Test func aDiscardedDraftComesBack() throws {
        let desk = try interview()
        let officer = desk.app.context.officer.id
        desk.press(.character("p"), .character("s"), .escape)
        let draft = try desk.store.drafts(of: officer)
        #expect(draft.first?.fields == ["notice": "p", "understandsSpanish": "s"])
        desk.press(.character("d"))
        #expect(try desk.store.drafts(of: officer).isEmpty)
        #expect(desk.text.contains("Borrador descartado"))
        #expect(!desk.text.contains("sin guardar"))
        desk.press(.character("u"))
        #expect(desk.text.contains("Borrador descartado"))
        desk.press(.enter)
        #expect(try desk.store.drafts(of: officer).map(\.fields) == draft.map(\.fields))
        #expect(desk.text.contains("El borrador está de vuelta."))
        // A second time there is nothing to take back, and nothing to discard twice.
        desk.press(.character("d"), .character("d"))
        #expect(desk.text.contains("No hay borrador suyo."))
    }

    /// What somebody else typed and did not save is shown with a name, not overwritten, and taken over by name.
    @Test func anothersDraftIsTakenOverByName() throws {
        let desk = try interview()
        let person = try #require(desk.shownCardOrInterview)
        let me = desk.app.context.officer.id
        for key in keys("pssntx") + [.function(8)] + keys("33") + [.function(8)] + keys("n") + [.enter] {
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
        let desk = try interview()
        desk.press(.character("p"), .backTab, .backTab, .backTab)
        desk.press(.control("u"), .tab)
        #expect(desk.text.contains("se corrige, no se borra"))
        desk.press(.control("g"))
        #expect(desk.text.contains("Revise lo marcado"))
    }

    /// F8 gives what the person before answered where the two may have it in common, and never what is the person's own.
    @Test func theAnswersOfThePersonBeforeAreRepeated() throws {
        let desk = try interview()
        let script: [Key] = keys("pssntx") + [.function(8)] + keys("34") + [.function(8)] + keys("n") + [.enter]
        for key in script { desk.press(key) }
        #expect(desk.text.contains("Entrevista completa."))
        desk.press(.escape, .function(2), .enter, .character("p"))
        // Spanish, company, children, lived in, detained in, time: one key each.
        for _ in 0..<6 { desk.press(.function(8)) }
        #expect(desk.text.contains("Texas"), "\(desk.text)")
        let second = desk.text.split(separator: "\n").first { $0.contains("Tiempo en EUA") } ?? ""
        #expect(second.contains("1–5 años"), "\(desk.text)")
        desk.press(.function(10), .enter)
        #expect(desk.app.context.lastAnswers.isEmpty)
    }

    /// Who interprets is noted from the card and shown there; a companion is none where nationality is in doubt.
    @Test func anInterpreterIsNotedFromTheCard() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.noSpanish])
        func assign(_ medium: Medium) throws {
            try test.perform(
                .reception(id, .assignInterpreter(language: "tseltal", variant: "Ocosingo", medium, who: "INPI: M.")))
        }
        let doubt = Command.reception(
            id, .setNationality(.pending, nil, motive: "papeles", interpreter: nil, mexicanParent: nil))
        #expect(test.refusal(doubt)?.code == .interpreterFirst)
        try assign(.companion)
        #expect(test.refusal(doubt)?.code == .interpreterFirst)
        try assign(.phone)
        try test.perform(doubt)
        let desk = try interview()
        desk.press(.escape, .character("g"))
        desk.type("tse")
        desk.press(.tab)
        desk.type("Ocosingo")
        desk.press(.tab)
        desk.type("tINPI: M. Prueba")
        desk.press(.enter)
        #expect(desk.text.contains("tseltal (Ocosingo), teléfono, INPI: M. Prueba"), "\(desk.text)")
    }

    /// A paste that carries what cannot be kept is refused whole, at its field; a novel too.
    @Test(arguments: ["rojo \u{1B}[31m", "al revés \u{202E}x", String(repeating: "novela ", count: 2000)])
    func aHostilePasteLeavesTheFieldAsItWas(_ text: String) throws {
        let desk = try interview()
        desk.press(.character("p"), .pageDown)
        desk.type("Beto")
        desk.press(.paste(text))
        let frame = desk.frame(120, 40).text
        #expect(frame.contains("caracteres"))
        #expect(frame.contains("Beto") && !frame.contains("rojo") && !frame.contains("novela"))
    }

    /// A CURP is compared with what was typed while it is typed, and blocks nothing.
    @Test func aCURPSaysAtOnceWhereItDisagrees() throws {
        let desk = try interview()
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
        let desk = try interview()
        let person = try #require(desk.shownCardOrInterview)
        let all = [("20067", "Oaxaca de Juárez"), ("26043", "Nogales"), ("30115", "Nogales")]
        let file = "CVEGEO,NOM_MUN\n" + all.map { "\($0.0),\($0.1)\n" }.joined()
        let municipalities = try #require(Municipality.read([UInt8](file.utf8)))
        _ = try desk.store.perform(
            .catalogue(.setMunicipalities(municipalities)), by: desk.app.context.officer.id, at: Desk.start)
        desk.press(.pageDown, .tab, .tab, .tab)
        desk.type("noga")
        #expect(desk.frame(120, 40).text.contains("F4: 2"), "\(desk.frame(120, 40).text)")
        desk.press(.function(4))
        #expect(desk.text.contains("Nogales, Sonora") && desk.text.contains("Nogales, Veracruz"))
        desk.press(.down, .enter, .control("g"))
        #expect(try desk.store.card(person, now: Desk.start)?.reception.answer(.birthMunicipality) == "30115")
    }

    /// A child's adult at another point is offered with that point, and both points are told until they are together.
    @Test func aFamilySplitBetweenPointsRaisesAnAlert() throws {
        let test = try TestStore()
        var child = TestStore.person(1, born: 2015)
        var adult = TestStore.person(2, born: 1985)
        (child.firstSurname, adult.firstSurname) = ("Sántiz", "Santiz")
        let one = try test.waiting(.nogales, child)
        let two = try test.waiting(.tijuana, adult)
        let card = try #require(try test.store.card(one, now: test.now))
        #expect(card.elsewhere.map(\.id) == [two])
        let before = try test.store.board(at: test.now).alerts.filter { $0.code == "familySplit" }
        #expect(before.isEmpty)
        try test.perform(.reception(one, .setFamily([two], [.parent])))
        let alerts = try test.store.board(at: test.now).alerts.filter { $0.code == "familySplit" }
        #expect(Set(alerts.map(\.point)) == [.nogales, .tijuana])
        #expect(alerts.first { $0.point == .nogales }?.grade == .critical)
        for alert in alerts { #expect(!alert.text.es.contains("antiz") && !alert.text.es.contains("ántiz")) }
        #expect(
            test.refusal(.reception(two, .setFamily([try test.waiting(.nogales, adult)], [nil])))?.code == .otherPoint)
        try test.perform(.reception(two, .release(Release(.ownDecision))))
        #expect(try test.store.board(at: test.now).alerts.allSatisfy { $0.code != "familySplit" })
    }
}

extension Desk {
    /// The person of the interview or card on the screen.
    var shownCardOrInterview: Identifier<Reception>? {
        guard let ticket = text.firstMatch(of: /(?:ficha|Recepción ·) (\d+)/).flatMap({ Int($0.1) }) else { return nil }
        return (try? store.queue(at: .nogales, desk: 1, now: Desk.start))?.rows.first { $0.ticket == ticket }?.id
    }

    /// Opens somebody's card by a search of the ticket.
    func openCard(of person: Identifier<Reception>) {
        guard let ticket = (try? store.card(person, now: Desk.start))?.reception.ticket else { return }
        press(.escape, .escape, .function(3))
        type(String(ticket))
        press(.enter)
    }
}
