import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Names of points, desks, officers, institutions and catalogue entries are cleaned like names of
/// people, by whatever way they come in.
@Suite struct EnteredNamesTests {
    private static let hostile = [
        "rojo \u{1B}[31m", "al revés \u{202E}oicnerefA", "nada\u{200B}visto", "campana\u{7}",
        "dos\u{0085}renglones",
        "•••", "marca\u{2066}", "privada \u{E000}",
    ]

    private let program: Program

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
    }

    /// Every entrance that takes a name from the command line or a file; `TEXT` is the name.
    private static let entrances: [[String]] = [
        ["officer", "add", "TEXT"], ["officer", "add", "Ana Inventada", "--account", "TEXT"],
        ["officer", "bind", "Rosa Ramírez Luna", "TEXT"],
        ["catalog", "amend", "points", "NOG", "name=TEXT"],
        ["catalog", "amend", "points", "NOG", "port=TEXT"],
        ["catalog", "amend", "points", "NOG", "counterpart=TEXT"],
        ["catalog", "amend", "points", "NOG", "municipality=TEXT"],
        ["catalog", "amend", "languages", "nueva", "es=TEXT"],
        ["catalog", "amend", "languages", "nueva", "es=nueva", "en=TEXT"],
        ["catalog", "amend", "telefonos", "911", "es=TEXT"],
        ["retention", "series", "S1", "TEXT", "--active", "1", "--semi-active", "1"],
        ["init", "--store", "FOLDER/otro.db", "--officer", "TEXT"],
    ]

    @Test(arguments: entrances)
    func aHostileNameIsRefusedInASentence(_ words: [String]) throws {
        defer { TestStore.remove(program.folder) }
        for text in EnteredNamesTests.hostile {
            let given = words.map {
                $0.replacingOccurrences(of: "TEXT", with: text).replacingOccurrences(
                    of: "FOLDER", with: program.folder)
            }
            let (out, err, code) = try program.run(given)
            #expect(code == 1 && out.isEmpty, "\(words) \(code) \(out)")
            #expect(err.contains("caracteres de control"), "\(words) \(err)")
            #expect(!err.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test func aFileOfDaysAndALineOfInstitutionsAreReadTheSameWay() throws {
        defer { TestStore.remove(program.folder) }
        let file = "\(program.folder)/dias"
        for text in EnteredNamesTests.hostile where !text.contains("\u{0085}") {
            try "2026-11-02 Día de Muertos\n2026-11-03 \(text)\n".write(
                toFile: file, atomically: true, encoding: .utf8)
            let (_, err, code) = try program.run(["catalog", "import", "inhabiles", file])
            #expect(code == 1 && err.contains("caracteres de control"), "\(err)")
            let words: JSON = [
                "do": "setProvider", "point": "NOG", "name": .string(text), "kinds": ["health"],
            ]
            #expect(
                try program.run(["send"], input: words.serialized + "\n").out.contains(
                    "badCharacters"))
        }
        #expect(try program.run(["catalog", "list", "inhabiles"]).out.isEmpty)
    }

    /// What only folds to the same is kept as people's names are: spaces trimmed, accents composed.
    @Test func aGoodNameIsKeptTrimmed() throws {
        defer { TestStore.remove(program.folder) }
        #expect(
            try program.run(["catalog", "amend", "points", "NOG", "name=  Nogales   Norte "]).code
                == 0)
        #expect(try program.run(["catalog", "amend", "points", "NOG", "name= "]).code == 1)
        #expect(try Store(path: "\(program.folder)/g.db").point(.nogales)?.name == "Nogales Norte")
        #expect(try program.run(["verify"]).code == 0)
    }

    /// The net below every entrance: a fact with such a text is not written.
    @Test func noFactHoldsAHiddenMark() throws {
        defer { TestStore.remove(program.folder) }
        for text in EnteredNamesTests.hostile + ["a\nb", "a\tb"] {
            let change = Change(kind: .point, id: 1, entries: [.init("name", .plain, .text(text))])
            let event = Event(.pointSet, subject: 1, changes: [change])
            #expect(throws: Refusal(.badCharacters, ["field": "name"])) { try event.checkTexts() }
        }
        for text in ["Ñandú", "🇲🇽 José", "{\"a\":\"b\"}", ""] {
            let change = Change(kind: .point, id: 1, entries: [.init("name", .plain, .text(text))])
            try Event(.pointSet, subject: 1, changes: [change]).checkTexts()
        }
    }
}
