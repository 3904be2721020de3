import Foundation
import Repatriation
import SQLite
import Screens
import Store
import Support
import Testing

@testable import garita

/// The trace of a reading is written before anybody sees: where it cannot be, nothing is shown.
@Suite struct TraceTests {
    private let test: TestStore
    private let program: Program
    private let id: Identifier<Reception>

    init() throws {
        test = try TestStore()
        program = Program(test.folder)
        var data = TestStore.person(1)
        (data.given, data.firstSurname, data.curp) = ("Quetzalli", "Plantada", "SABC560626MDFLRN01")
        try test.open(.nogales, desks: 1)
        id = try test.waiting(.nogales, data)
    }

    /// From now on no trace can be written, as on a full disk.
    private func stopTraces() throws {
        try Connection(path: test.path, mode: .write).execute(
            "CREATE TRIGGER no_room BEFORE INSERT ON reads BEGIN SELECT RAISE(ABORT, 'full'); END")
    }

    private func commands() throws -> [[String]] {
        let group = try test.reception(id).group.value
        let list = "\(test.folder)/lista.csv"
        try "LAST NAME,FIRST NAME,DOB,SEX\nPLANTADA,QUETZALLI,05/06/1990,M\n".write(
            toFile: list, atomically: true, encoding: .utf8)
        return [
            ["show", "reception", "\(id.value)"], ["show", "group", "\(group)"], ["search", "-"],
            ["match", list, "--date-order", "mdy"],
            ["sheet", "\(group)"], ["person", "export", "\(id.value)"],
            ["backup", "\(test.folder)/copia.db"],
            ["import", "list", list, "--point", "NOG", "--dry-run", "--date-order", "mdy"],
        ]
    }

    @Test func withoutATraceNoCommandShowsAnybody() throws {
        let commands = try commands()
        try stopTraces()
        for words in commands {
            let (out, err, code) = try program.run(words, input: "quetzalli\n")
            #expect(code != 0 && out.isEmpty, "\(words): \(out)")
            #expect(
                !err.localizedCaseInsensitiveContains("quetzalli") || words[0] == "search",
                "\(words): \(err)")
        }
        #expect(access("\(test.folder)/copia.db", F_OK) != 0)
        #expect(try test.store.reads().isEmpty)
    }

    /// The same commands, with room for the trace, show what they are for, and each leaves one.
    @Test func withATraceEachIsShown() throws {
        for words in try commands() {
            let before = try test.store.reads().count
            let (out, err, _) = try program.run(words, input: "quetzalli\n")
            #expect(!out.isEmpty, "\(words): \(err)")
            #expect(try test.store.reads().count == before + 1, "\(words)")
        }
    }

    /// That somebody of a list is inside already tells that they are here: a dry run is a look.
    @Test func whoIsFoundInsideByAListLeavesATrace() throws {
        let list = "\(test.folder)/clave.csv"
        try
            "LAST NAME,FIRST NAME,DOB,SEX,CURP\nPLANTADA,QUETZALLI,05/06/1990,M,SABC560626MDFLRN01\n"
            .write(toFile: list, atomically: true, encoding: .utf8)
        let (out, _, _) = try program.run([
            "import", "list", list, "--point", "NOG", "--dry-run", "--date-order", "mdy",
        ])
        #expect(out.contains("ya está adentro"), "\(out)")
        #expect(try test.store.reads().map(\.what) == ["match"])
    }

    /// A search that goes on to somebody else is another look; the same people again are not.
    @Test func whoIsFoundBesidesLeavesATraceOfTheirOwn() throws {
        var other = TestStore.person(2)
        (other.given, other.firstSurname) = ("Xóchitl", "Ajena")
        _ = try test.waiting(.nogales, other)
        var runner = EffectRunner(store: test.store, officer: test.lead, clock: .real)
        for text in ["plant", "planta", "ajena", "plantada"] {
            _ = runner.run(.load(SearchFor(text, at: .nogales), holds: true))
        }
        #expect(try test.store.reads().map(\.what) == ["search", "search"])
    }

    /// Who is offered as family from another point is a look at them, once.
    @Test func whoIsOfferedAsFamilyElsewhereLeavesATrace() throws {
        let child = try test.waiting(.nogales, TestStore.person(3, born: 2015))
        _ = try test.waiting(.tijuana, TestStore.person(4, born: 1985))
        var runner = EffectRunner(store: test.store, officer: test.lead, clock: .real)
        for _ in 1...2 {
            let asked = RelativesOf(child)
            let reply = runner.run(.load(asked, holds: true)).first
            #expect(reply?.answer(to: asked)?.adults.count == 1)
        }
        #expect(try test.store.reads().map(\.what) == ["match"])
    }

    /// On a screen too: a card, a roll, a search and the book of children are not answered.
    @Test func withoutATraceNoScreenIsAnswered() throws {
        let group = try test.reception(id).group
        var runner = EffectRunner(store: test.store, officer: test.lead, clock: .real)
        func isShown(_ effect: Effect) -> Bool {
            runner.run(effect).contains { reply in
                if case .sealed = reply.answer(to: CardOf(id)) { return false }
                if case .answer = reply { return true }
                return false
            }
        }
        let effects: [Effect] = [
            .open(id, nil), .load(RollOf(group), holds: true),
            .load(SearchFor("quetzalli", at: .nogales), holds: true),
            .load(ChildBookOf(.nogales, .open), holds: true),
        ]
        // A card that was not opened is sealed, whatever asks for it.
        #expect(!isShown(.load(CardOf(id), holds: true)))
        try stopTraces()
        for effect in effects { #expect(!isShown(effect), "\(effect)") }
        try Connection(path: test.path, mode: .write).execute("DROP TRIGGER no_room")
        for effect in effects { #expect(isShown(effect), "\(effect)") }
        let count = try test.store.reads().count
        #expect(count == effects.count)
        // While it is open it is one reading; once it was left, another.
        #expect(
            isShown(.load(CardOf(id), holds: false)) && isShown(.load(RollOf(group), holds: false)))
        #expect(try test.store.reads().count == count)
        _ = runner.run(.left(CardOf(id)))
        #expect(!isShown(.load(CardOf(id), holds: false)))
    }
}
