import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Two officers as the built program knows them: one by the account that runs it, the other by a
/// password.
@Suite struct IdentityProgramTests {
    private let program: Program

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        for (name, roles) in [
            ("Ana Paz Prueba", "officer,lead"), ("Beto Sol Prueba", "officer,lead"),
        ] {
            #expect(try program.run(["officer", "add", name, "--roles", roles]).code == 0)
            let first = try program.run(
                ["officer", "password", name, "--password-fd", "0"], input: "frase primera\n")
            #expect(first.code == 0, "\(first.err)")
            let own = try program.run(
                ["officer", "password", "--as", name, "--password-fd", "0"],
                input: "frase primera\n\(IdentityProgramTests.password)\n")
            #expect(own.code == 0, "\(own.err)")
        }
    }

    private static let password = "una frase propia"

    /// The answers to lines of `send`, as the account or with a password.
    private func send(_ officer: String, _ lines: String, password: Bool) throws -> [[String: Any]]
    {
        let given = password ? ["--password-fd", "0"] : []
        let input = (password ? IdentityProgramTests.password + "\n" : "") + lines + "\n"
        let (out, err, _) = try program.run(["send", "--as", officer] + given, input: input)
        let answers = out.split(separator: "\n").map { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
        }
        try #require(!answers.isEmpty, "\(err)")
        return answers
    }

    /// Somebody received, whose age is corrected across eighteen: the act that waits.
    private func asked(by officer: String, password: Bool) throws -> Int {
        let group = try #require(
            try send(
                "Rosa Ramírez Luna",
                #"{"do":"announceGroup","point":"NOG","mode":"bus","authority":"ICE","count":1}"#,
                password: false)[0][
                    "group"] as? Int)
        let person =
            #"{"given":"Persona","firstSurname":"Inventada","sex":"H","birthDate":"1990-05-06"}"#
        let listed = try send(
            "Rosa Ramírez Luna", #"{"do":"addToList","group":\#(group),"people":[\#(person)]}"#,
            password: false)[0]
        let id = try #require((listed["receptions"] as? [Int])?.first)
        let received = try send(
            "Rosa Ramírez Luna", #"{"do":"receive","reception":\#(id)}"#, password: false)[0]
        #expect(received["ok"] as? Bool == true)
        let line =
            #"{"do":"correctAge","reception":\#(id),"birthDate":"2012-01-01","source":"said"}"#
        let answer = try send(officer, line, password: password)[0]
        #expect(answer["pending"] as? String == "confirmation", "\(answer)")
        return try #require(answer["act"] as? Int)
    }

    private func confirm(_ act: Int, _ officer: String, password: Bool) throws -> String? {
        let answer = try send(officer, #"{"do":"confirm","act":\#(act)}"#, password: password)[0]
        return answer["ok"] as? Bool == true ? nil : answer["refusal"] as? String
    }

    /// The account that runs this is bound to somebody else.
    private func bind(to name: String) throws {
        let raw = try Connection(path: "\(program.folder)/g.db", mode: .write)
        try raw.execute(
            """
            UPDATE officer SET account = NULL;
            UPDATE officer SET account = '\(NSUserName())' WHERE name = '\(name)';
            """)
    }

    /// Everything but the hour of the newest fact is two days older.
    private func age() throws {
        let raw = try Connection(path: "\(program.folder)/g.db", mode: .write)
        try raw.execute(
            """
            DROP TRIGGER journal_kept_update; UPDATE journal SET at = at - 172800000;
            UPDATE meta SET created = created - 172800000; UPDATE credential SET at = at - 172800000;
            """)
    }

    /// A new store's first lead is not confirmed by whom they added; those confirm each other.
    @Test func whoWasAddedConfirmsNothingOfTheFirstLead() throws {
        defer { TestStore.remove(program.folder) }
        let leads = try asked(by: "Rosa Ramírez Luna", password: false)
        #expect(try confirm(leads, "Ana Paz Prueba", password: true) == "secondOfficer")
        let others = try asked(by: "Ana Paz Prueba", password: true)
        #expect(try confirm(others, "Rosa Ramírez Luna", password: false) == "secondOfficer")
        #expect(try confirm(others, "Beto Sol Prueba", password: true) == nil)
    }

    /// Whoever has the account alone is one: at the same counter, bound now to one and now to
    /// another, nobody is two.
    @Test func theAccountCountsForOneOfTheTwo() throws {
        defer { TestStore.remove(program.folder) }
        try age()
        let act = try asked(by: "Rosa Ramírez Luna", password: false)
        try bind(to: "Ana Paz Prueba")
        #expect(try confirm(act, "Ana Paz Prueba", password: false) == "passwordWanted")
        #expect(try confirm(act, "Ana Paz Prueba", password: true) == nil)
        try bind(to: "Rosa Ramírez Luna")
        let proven = try asked(by: "Beto Sol Prueba", password: true)
        #expect(try confirm(proven, "Rosa Ramírez Luna", password: false) == nil)
    }

    /// A password of one's own is replaced by two, who are told so.
    @Test func anOwnPasswordIsResetByTwo() throws {
        defer { TestStore.remove(program.folder) }
        try age()
        let words = ["officer", "password", "Beto Sol Prueba", "--password-fd", "0"]
        let first = try program.run(words, input: "la frase de Rosa\n")
        #expect(first.code == 0 && first.out.contains("otra persona repita la orden"))
        #expect(try program.run(["officer", "list"]).out.contains("por confirmar contraseña"))
        let own = try asked(by: "Beto Sol Prueba", password: true)
        #expect(own > 0)
        let second = try program.run(
            words + ["--as", "Ana Paz Prueba"],
            input: "\(IdentityProgramTests.password)\nla frase de Ana\n")
        #expect(
            second.code == 0 && second.out.contains("Contraseña puesta"),
            "\(second.out)\(second.err)")
        let refused = try program.run(
            ["send", "--as", "Beto Sol Prueba", "--password-fd", "0"],
            input: "\(IdentityProgramTests.password)\n")
        #expect(refused.code == 1)
    }

    /// A moment of another age is none.
    @Test(arguments: ["1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    func aMomentOfAnotherAgeIsNone(_ text: String) throws {
        let drill = Program(try TestStore.makeFolder())
        defer { TestStore.remove(drill.folder) }
        #expect(
            try drill.run(["init", "--officer", "Rosa Ramírez Luna", "--drill", "--seed", "1"]).code
                == 0)
        for words in [
            ["send", "--as", "Rosa Ramírez Luna", "--at", text], ["board", "--once", "--at", text],
        ] {
            let (_, err, code) = try drill.run(words)
            #expect(code == 2 && err.contains("1900"), "\(words): \(err)")
        }
    }
}
