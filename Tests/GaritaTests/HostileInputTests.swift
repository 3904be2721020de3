import Foundation
import Repatriation
import Store
import Support
import Testing

/// What nobody should type, pasted and sent all the same: refused in a sentence, or kept exactly as given.
@Suite struct HostileInputTests {
    private static let kept = [
        "Robert'); DROP TABLE reception;--", "%s%n%x%@", "O'Hara-Pérez", "D´Angelo", "李小龍", "Ñuu Savi",
        "\"comillas\" \\n",
        "{\"do\":\"release\"}", "-", "NULL", "🇲🇽 José", "a b",
    ]
    private static let refused: [(text: String, code: String)] = [
        ("rojo \u{1B}[31m", "badCharacters"), ("nulo \u{0} dentro", "notJSON"),
        ("al revés \u{202E}oicnerefA", "badCharacters"), ("marca \u{200F}", "badCharacters"),
        ("campana \u{7}", "badCharacters"), (String(repeating: "Ñ", count: 10_000), "tooLong"),
        (String(repeating: "Capítulo primero. ", count: 5_000), "tooLong"),
    ]

    private func line(_ members: [String: JSON]) -> String { JSON.object(members).serialized + "\n" }

    private func answers(_ out: String) throws -> [[String: Any]] {
        try out.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func everyTextIsKeptWholeOrRefused() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let opening = "{\"do\":\"openShift\",\"point\":\"NOG\"}\n{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        let group = try #require(try answers(program.run(["send"], input: opening).out).last?["group"] as? Int)
        let texts = HostileInputTests.kept + HostileInputTests.refused.map(\.text)
        let input = texts.map { text in
            line([
                "do": "addOffList", "group": .int(group),
                "person": ["given": .string(text), "firstSurname": "Inventada"],
            ])
        }.joined()
        let said = try answers(program.run(["send"], input: input).out)
        #expect(said.count == texts.count)
        let store = try Store(path: "\(folder)/g.db")
        for (text, answer) in zip(HostileInputTests.kept, said) {
            let id = try #require(answer["reception"] as? Int, "\(text)")
            let card = try #require(try store.card(Identifier(id), now: TestStore.morning))
            #expect(card.reception.given == text)
        }
        for (wrong, answer) in zip(HostileInputTests.refused, said.dropFirst(HostileInputTests.kept.count)) {
            #expect(answer["refusal"] as? String == wrong.code)
            #expect((answer["message"] as? String)?.contains(wrong.text.prefix(20)) == false)
        }
        #expect(try program.run(["verify"]).code == 0)
    }

    /// Accents that come apart are kept composed, and nothing else of the name is touched.
    @Test func combiningAccentsAreKeptComposed() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        person.given = try CommandReader.clean("Jose\u{301} A\u{301}ngel", "given")
        let id = try test.waiting(.nogales, person)
        let given = try #require(try test.reception(id).given)
        #expect(Array(given.unicodeScalars) == Array("José Ángel".unicodeScalars))
    }

    @Test(arguments: [
        ("2000-02-29", nil), ("1990-02-29", "invalidValue"), ("1900-02-29", "invalidValue"),
        ("2096-02-29", "futureBirthDate"), ("1890-01-01", "futureBirthDate"), ("mañana", "invalidValue"),
    ])
    func birthDatesAreDaysThatCanBe(_ text: String, _ code: String?) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        _ = try program.run(["init", "--officer", "Rosa Ramírez Luna"])
        let opening = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        let group = try #require(try answers(program.run(["send"], input: opening).out).last?["group"] as? Int)
        let person: JSON = ["given": "Ana", "firstSurname": "Inventada", "birthDate": .string(text)]
        let input = line(["do": "addOffList", "group": .int(group), "person": person])
        let answer = try #require(try answers(program.run(["send"], input: input).out).first)
        #expect(answer["refusal"] as? String == code)
    }
}
