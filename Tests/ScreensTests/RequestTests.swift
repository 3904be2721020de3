import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// An answer goes back to the one who asked.
@Suite struct RequestTests {
    /// A screen that keeps what it was told.
    private struct Probe: Screen {
        let name: String
        var heard = 0
        var procedure: Procedure? { nil }

        func title(_ context: Workplace) -> String { name }
        func draw(on frame: inout Frame, _ context: Workplace) {}
        mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
            heard += 1
            return []
        }

        /// «1» asks and goes on; «2» asks and is left; «3» acts.
        static let table: KeyTable<Self> = [
            .key(.character("1"), "", "") { _ in
                [.effect(.load(BoardNow(), holds: false)), .push(Probe(name: "later"))]
            },
            .key(.character("2"), "", "") { _ in [.effect(.load(BoardNow(), holds: false)), .pop] },
            .key(.character("3"), "", "") { _ in [.perform(RequestTests.act)] },
        ]
    }

    private static let act = Command.act(OpenShift(at: .nogales))
    private static let words = Bilingual("No se pudo.", "That failed.")

    private var context: Workplace {
        Workplace(
            officer: Officer(id: Identifier(1)), point: .nogales, desk: 1, language: .es,
            now: Desk.start, zones: [:], names: [:])
    }

    private func probes(_ app: App) -> [String: Int] {
        let all = app.screens.compactMap { $0 as? Probe }.map { ($0.name, $0.heard) }
        return Dictionary(all, uniquingKeysWith: +)
    }

    private func asked(_ app: inout App, _ letter: Character) throws -> Request {
        let effects = app.update(.key(.character(letter)))
        return try #require(effects.compactMap(\.request).first)
    }

    /// What was opened after it was asked, or asked something else, hears nothing of it.
    @Test func onlyWhoAskedAndWhatOpenedItHears() throws {
        var app = App(context: context, home: Probe(name: "list"), over: Probe(name: "form"))
        let request = try asked(&app, "1")
        _ = app.update(.reply(.failed(Self.words), to: request))
        #expect(probes(app) == ["list": 1, "form": 1, "later": 0])
    }

    /// A screen that has gone loses nothing: what the officer must know is said.
    @Test func whatIsAnsweredToNobodyIsSaidAllTheSame() throws {
        var app = App(context: context, home: Probe(name: "list"), over: Probe(name: "form"))
        let request = try asked(&app, "2")
        _ = app.update(.key(.character("1")))
        let refusal = Refusal(.shiftClosed)
        _ = app.update(.reply(.refused(Self.act, refusal), to: request))
        #expect(probes(app) == ["list": 1, "later": 0])
        #expect(app.messages.map(\.text.es) == [refusal.sentence(.es)])
    }

    /// What nobody asked for is nobody's answer, and is said.
    @Test func whatIsToldByItselfIsNoScreensAnswer() {
        var app = App(context: context, home: Probe(name: "list"))
        _ = app.update(.reply(.failed(Self.words), to: nil))
        #expect(probes(app) == ["list": 0])
        #expect(app.messages.map(\.text) == [Self.words])
    }

    /// Keys wait for the first answer to what holds them, and for no other's.
    @Test func keysWaitForTheirOwnAnswer() throws {
        var app = App(context: context, home: Probe(name: "list"))
        let first = try asked(&app, "3")
        #expect(app.update(.key(.character("3"))).isEmpty && !app.isIdle)
        _ = app.update(.reply(.failed(Self.words), to: nil))
        #expect(!app.isIdle)
        // Nothing of a file that takes long is there yet, and keys go on.
        let second = app.update(.reply(.underWay, to: first)).compactMap(\.request)
        #expect(second.count == 1)
        _ = app.update(.reply(.failed(Self.words), to: first))
        #expect(!app.isIdle)
        for request in second { _ = app.update(.reply(.failed(Self.words), to: request)) }
        #expect(app.isIdle)
    }

    /// What could not be looked up is no failure of what is being saved: the form closes once that
    /// is done, and stays where that itself could not be.
    @Test func anothersFailureEndsNoSaving() throws {
        var form = FormScreen(
            Bilingual("Prueba", "Test"), of: "x", [FormField("a", "A", "A", value: "v")]
        ) { _ in [.perform(RequestTests.act)] }
        func take(_ reply: Reply) -> Bool {
            form.take(reply, context).contains { if case .pop = $0 { true } else { false } }
        }
        let done = Reply.done(Self.act, act: nil, result: [String: JSON](), about: nil)
        _ = form.press(.control("g"), context)
        #expect(!take(.failed(Self.words)) && take(done))
        _ = form.press(.control("g"), context)
        #expect(!take(.notDone(Self.act, Self.words)) && !take(done))
    }

    /// One own act, by the keys before it and those that do it.
    private static let acts: [(name: String, before: [Key], act: [Key])] = [
        ("de la lista", [], [.character("t")]),
        ("de un menú", [.character("x")], [.character("2")]),
        (
            "de un formulario", [.character("a"), .paste("Ana"), .enter, .paste("Luna")],
            [.control("g")]
        ),
        ("deshacer", [.character("t"), .character("u")], [.enter]),
    ]

    /// By its answer, or by the screen that comes back: not by both, nor once more as the news of
    /// another desk.
    @Test(arguments: acts.indices) func oneOwnActAsksForItsScreenOnce(way: Int) throws {
        let (name, before, act) = RequestTests.acts[way]
        let desk = try Desk()
        try desk.openRoll(of: 3)
        for key in before { desk.press(key) }
        let (loads, events) = (desk.loads, try desk.store.figures().events)
        for key in act { desk.press(key) }
        #expect(try desk.store.figures().events > events, "\(name)\n\(desk.text)")
        #expect(desk.app.screens.last is RollCallScreen, "\(name)\n\(desk.text)")
        #expect(desk.loads == loads + 1, "\(name)")
    }
}
