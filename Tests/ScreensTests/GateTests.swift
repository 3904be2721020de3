import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

/// Signing in, out and as somebody else, by keys.
@Suite struct GateTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private var lead: Identifier<Officer> { desk.app.context.officer.id }

    private func set(
        _ text: String, of id: Identifier<Officer>, by actor: Identifier<Officer>? = nil
    ) throws {
        try desk.store.setPassword(
            Phrase(Array(text.utf8)), of: id, by: actor ?? id, at: Desk.start)
    }

    /// Somebody else with a password of their own.
    private func colleague(_ name: String = "Olga Prieto Inventada", first: Bool = false) throws
        -> Identifier<Officer>
    {
        let added = try desk.store.perform(
            .act(AddOfficer(name, account: nil, roles: [.officer, .opi])), by: lead, at: Desk.start)
        let id = Identifier<Officer>(try #require(added.result["officer"]?.integer))
        try set("la frase de Olga", of: id, by: first ? lead : id)
        return id
    }

    private func type(_ text: String) {
        desk.type(text)
        desk.press(.enter)
    }

    /// F10, Tab, a figure and the password: another officer sits at the same desk, with nothing of
    /// the one before.
    @Test func anotherOfficerSitsDownInThreeKeys() throws {
        let olga = try colleague()
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.press(.function(2))
        desk.press(.function(10))
        #expect(desk.text.contains("Entrada de"))
        // The desk that held somebody fell silent.
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.desk == 1
            })
        #expect(row.isOrphan)
        desk.press(.tab)
        #expect(desk.text.contains("1  O. Prieto"))
        desk.press(.character("1"))
        type("no es la frase")
        #expect(desk.text.contains("No abre con eso"))
        type("la frase de Olga")
        #expect(desk.app.context.officer.id == olga)
        #expect(desk.text.contains("O. Prieto"))
        // What the desk still holds is taken over by name, so the desk itself is not hers yet.
        #expect(desk.text.contains("Vent. 1") == false)
    }

    /// What was there before somebody signed in is neither asked of the store nor shown once they
    /// have.
    @Test func whoSignsInIsShownNothingOfBefore() throws {
        try set("la frase de la jefa", of: lead)
        let officer = try #require(try desk.store.officer(lead))
        desk.beginsSignedOut()
        let asked = desk.loads
        desk.changed()
        #expect(desk.loads == asked)
        desk.isHolding = true
        type("la frase de la jefa")
        desk.answerGate(.opened(officer, hasPassword: true))
        #expect(
            !desk.text.contains("Contraseña") && !desk.text.contains("no está abierta"),
            "\(desk.text)")
        #expect(!desk.text.contains("En espera"), "\(desk.text)")
        desk.release()
        #expect(desk.text.contains("Vent. 1") && desk.text.contains("En espera"), "\(desk.text)")
    }

    @Test func anotherOfficerGetsAFreeDeskAtOnce() throws {
        let olga = try colleague()
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.press(.function(10), .tab, .character("1"))
        type("la frase de Olga")
        #expect(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.desk?.officer == olga)
        #expect(desk.frame(120, 40).text.contains("Vent. 1 · O. Prieto"))
        // What the one before did is not hers to take back.
        desk.type("u")
        #expect(desk.text.contains("No hay nada suyo que deshacer"))
    }

    /// Keys typed while the password is looked at are not lost, and fall on the screen that opens.
    @Test func keysTypedAheadWaitForTheAnswer() throws {
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.press(.function(10))
        desk.type("la frase de la jefa")
        desk.isHolding = true
        desk.press(.enter)
        desk.press(.character("t"))
        desk.release()
        #expect(desk.text.contains("Tablero"))
    }

    @Test func aFirstPasswordIsChangedBeforeAnythingOpens() throws {
        let olga = try colleague(first: true)
        desk.press(.function(10), .character("o"))
        desk.type("Prieto")
        desk.press(.enter)
        type("la frase de Olga")
        #expect(desk.text.contains("la puso otra persona"))
        type("la frase de Olga")
        type("la frase de Olga")
        #expect(desk.text.contains("Tiene que ser otra"))
        type("una frase propia")
        type("una frase distinta")
        #expect(desk.text.contains("No son iguales"))
        type("una frase propia")
        type("una frase propia")
        #expect(desk.app.context.officer.id == olga)
        let phrase = Phrase(Array("una frase propia".utf8))
        let person = try desk.store.officer(olga)
        #expect(try desk.store.signIn(person, phrase, terminal: "x", at: Desk.start) == .right)
    }

    /// Choosing somebody else is given up without leaving anybody out who was in.
    @Test func givingUpGoesBackToWhoWasThere() throws {
        _ = try colleague()
        desk.press(.function(10), .character("o"), .escape)
        #expect(desk.text.contains("Usted es"))
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.press(.enter, .character("1"), .enter, .function(10), .tab, .escape)
        #expect(desk.text.contains("Entrada de"))
    }

    /// A child whose exit was asked for at this screen and waits for a second officer.
    private func pendingExit() throws -> Identifier<Reception> {
        var child = PersonData()
        (child.given, child.firstSurname, child.birthDate) = (
            "Niña", "Inventada", CivilDate(text: "2013-02-03")
        )
        func perform(_ command: Command) throws -> Answer {
            try desk.store.perform(command, by: lead, at: Desk.start)
        }
        let group =
            try perform(.act(AnnounceGroup(.nogales, Announcement()))).result["group"]?.integer ?? 0
        let listed = try perform(.act(AddToList(Identifier(group), [child])))
        let id = Identifier<Reception>(
            try #require(listed.result["receptions"]?.elements?.first?.integer))
        _ = try perform(.act(Receive(id, .all, tag: nil)))
        _ = try perform(
            .act(SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false)))
        var words = TickWords()
        _ = try perform(.act(TickLane(id, .opi, words)))
        (words.medium, words.who) = (.phone, "Guardia inventada")
        _ = try perform(.act(TickLane(id, .procuraduria, words)))
        _ = try perform(.act(TickLane(id, .dif, words)))
        let acta = try perform(.act(TickLane(id, .acta, TickWords()))).result["paper"]?.integer
        _ = try perform(.act(DeliverPaper(Identifier(try #require(acta)), .signed)))
        desk.press(.function(3))
        desk.type("Inventada Niña")
        desk.press(.enter)
        desk.press(.function(7), .character("6"))
        for text in ["DIF Sonora", "Persona Inventada", "4417", "AB-1"] {
            desk.type(text)
            desk.press(.enter)
        }
        desk.press(.control("g"))
        return id
    }

    /// A child's exit is confirmed at the same screen by another officer; the first one stays
    /// signed in.
    @Test func theSecondOfficerConfirmsAtTheSameScreen() throws {
        _ = try colleague()
        let id = try pendingExit()
        #expect(desk.text.contains("la pidió"))
        #expect(desk.text.contains("Falta que otra persona la confirme"))
        // Whoever confirms sees what would happen.
        #expect(desk.text.contains("Persona Inventada") && desk.text.contains("4417"))
        desk.press(.character("k"))
        #expect(desk.text.contains("DIF") && desk.text.contains("4417"), "\(desk.text)")
        #expect(
            desk.text.contains("¿Quién confirma?")
                && !desk.text.contains(desk.app.context.officer.short + "\n"))
        desk.type("Prieto")
        desk.press(.enter)
        type("la frase de Olga")
        #expect(desk.app.context.officer.id == lead)
        #expect(try desk.store.reception(id)?.stage == .released)
        #expect(!desk.text.contains("¿Quién confirma?"))
    }

    /// At one's own screen too: whom and with whom stands there before one's name does.
    @Test func whoConfirmsAtTheirOwnScreenSeesWhatFirst() throws {
        let olga = try colleague()
        let id = try pendingExit()
        var release = Release(.dif)
        (release.receiver.institution, release.receiver.name) = ("DIF Sonora", "Otra Inventada")
        (release.receiver.credential, release.receiver.plate) = ("5528", "AB-2")
        let ask = Command.act(ReleasePerson(id, release))
        _ = try desk.store.perform(ask, by: olga, proven: .password, at: Desk.start)
        desk.changed()
        desk.press(.character("k"))
        #expect(desk.text.contains("5528") && desk.text.contains("Otra Inventada"), "\(desk.text)")
        #expect(try desk.store.reception(id)?.stage != .released)
        desk.press(.enter)
        #expect(try desk.store.reception(id)?.stage != .released, "nothing is chosen by Enter")
        desk.press(.character("k"))
        #expect(try desk.store.reception(id)?.stage == .released, "\(desk.text)")
    }

    /// A question for a second officer that was left open is no way back in after the pause.
    @Test func aGateThatIsLeftOpenIsLockedToo() throws {
        _ = try colleague()
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        _ = try pendingExit()
        desk.press(.character("k"))
        #expect(desk.text.contains("¿Quién confirma?"))
        desk.later(seconds: 60 * 8 * 10)
        #expect(desk.text.contains("Pantalla cerrada"))
        desk.press(.escape)
        #expect(desk.text.contains("Pantalla cerrada"))
        type("la frase de la jefa")
        #expect(!desk.text.contains("Pantalla cerrada"))
    }

    /// A file that is held while somebody signs in is told on the gate, which takes the next try.
    @Test func aGateThatCouldNotBeAnsweredAsksAgain() throws {
        _ = try colleague()
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.later(seconds: 60 * 8 * 10)
        desk.isHolding = true
        type("la frase de la jefa")
        desk.answerGate(.failed(Bilingual("El archivo está ocupado.", "The store is busy.")))
        #expect(desk.text.contains("El archivo está ocupado."))
        desk.isHolding = false
        type("la frase de la jefa")
        #expect(!desk.text.contains("Pantalla cerrada"))
    }

    /// The cover and the lock count by a clock that nobody sets.
    @Test func aClockThatIsSetNeitherOpensNorClosesAScreen() throws {
        try set("la frase de la jefa", of: lead)
        desk.signedInWithPassword()
        desk.setClock(by: 20 * 3600, passing: 5)
        #expect(!desk.app.context.isCovered && !desk.text.contains("Pantalla cerrada"))
        desk.setClock(by: -30 * 3600, passing: App.secondsToCover)
        #expect(desk.app.context.isCovered && !desk.text.contains("Pantalla cerrada"))
        desk.setClock(by: -3600, passing: desk.app.context.secondsToLock)
        #expect(desk.text.contains("Pantalla cerrada"))
    }

    /// A clock behind the newest fact is asked about where the shift is, and in every answer; the
    /// lead confirms by a key.
    @Test func theLeadConfirmsTheHour() throws {
        let later = Desk.start.adding(minutes: 1440)
        _ = try desk.store.perform(
            .act(SetPeak(at: .nogales, reason: "prueba")), by: lead, at: later)
        desk.press(.function(9), .character("t"))
        #expect(desk.text.contains("El reloj dice") && desk.text.contains("lo último anotado"))
        // Before the first fact is written, and after each that is.
        desk.press(.character("n"), .character("v"))
        #expect(desk.text.contains("¿Es la hora correcta?"), "\(desk.text)")
        desk.press(.character("h"), .character("s"))
        #expect(desk.text.contains("La hora queda confirmada"))
        #expect(!desk.text.contains("El reloj dice"))
    }

    @Test func theLeadSetsAfterHowLongScreensClose() throws {
        desk.press(.function(9), .character("t"), .character("m"))
        desk.press(.control("u"), .backspace)
        desk.type("12")
        desk.press(.enter)
        #expect(try desk.store.point(.nogales)?.lockMinutes == 12)
        #expect(desk.app.context.secondsToLock == 720)
    }
}
