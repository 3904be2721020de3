import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

@Suite struct ProgramTests {
    private static let list =
        "LAST NAME,FIRST NAME,DOB,SEX\nLUNA VERA,ANA,01/31/1990,F\nPEREZ,JUAN,02/20/1985,M\n"

    /// The main job on a real terminal: a list pasted, people received, asked, called, interviewed
    /// and out.
    @Test func theMainJobOnATerminal() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        #expect(
            try program.run(["send"], input: "{\"do\":\"openShift\",\"point\":\"NOG\"}\n").code == 0
        )
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Ficha"))
        screen.type("\u{1B}[17~i\u{1B}[200~\(ProgramTests.list)\u{1B}[201~")
        #expect(screen.wait(for: "2 personas"))
        screen.type("bu\r")
        #expect(screen.wait(for: "En lista 2"))
        screen.type("tt\u{1B}\u{1B}")
        #expect(screen.wait(for: "por valorar"))
        screen.type("00\u{1B}OQ\r")
        #expect(screen.wait(for: "Entrevista"))
        screen.type("psocssntxtx=33ocn")
        #expect(screen.wait(for: "Se acredita con"))
        screen.type("a\r")
        #expect(screen.wait(for: "Entrevista completa."))
        #expect(screen.wait(for: "acta de nacimiento"))
        screen.type("i")
        #expect(screen.wait(for: "Constancia NOG-"))
        screen.type("\u{1B}[18~2\r")
        #expect(screen.wait(for: "ya no está"))
        screen.type("\u{1B}[21~")
        #expect(screen.wait(for: "Usted es"))
        screen.type("\u{1B}[21~")
        #expect(screen.waitForEnd() == 0)
        let board = try program.run(["board", "--once", "--json"])
        #expect(board.out.contains("\"receivedToday\":2"))
        #expect(try program.run(["verify"]).code == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGUSR1])
    func everySignalRestoresTheTerminal(_ signal: Int32) throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Cola"))
        kill(screen.process, signal)
        _ = screen.waitForEnd()
        #expect(screen.output.contains("\u{1B}[?1049l"))
        #expect(screen.output.contains("\u{1B}[?2004l"))
    }

    /// What another process writes shows by itself on a screen that nobody touches.
    @Test func anotherDesksWorkShowsByItself() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Ficha"))
        let announced = try program.run(
            ["send"], input: "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        ).out
        let group = try #require(announced.firstMatch(of: /"group":(\d+)/)).1
        let person = "{\"given\":\"Zoraida\",\"firstSurname\":\"Inventada\"}"
        let added = "{\"do\":\"addOffList\",\"group\":\(group),\"person\":\(person)}\n"
        #expect(try program.run(["send"], input: added).out.contains("\"ok\":true"))
        #expect(screen.wait(for: "Zoraida"))
    }

    /// A thousand random sizes from 1×1 to 300×100 in the middle of a form: it lives, and what was
    /// typed is there.
    @Test func aStormOfSizesLosesNothing() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Cola"))
        screen.type("\u{1B}[17~a\t\tTucson")
        #expect(screen.wait(for: "Tucson"))
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            screen.resize(
                rows: Int.random(in: 1...100, using: &random),
                columns: Int.random(in: 1...300, using: &random))
        }
        screen.resize(rows: 30, columns: 90)
        screen.type("XYZ\u{0C}")
        #expect(screen.wait(for: "XYZ"))
        screen.type("\u{0C}")
        kill(screen.process, SIGTERM)
        #expect(screen.waitForEnd() == 0)
        #expect(screen.output.contains("TucsonXYZ"))
    }

    @Test(arguments: ["dumb", "nada-de-eso", ""])
    func unfitTerminalsAreRefusedInOneLine(_ type: String) throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["TERM"] = type
        let screen = try program.start([])
        let status = screen.waitForEnd()
        #expect(status >> 8 == 2)
        #expect(screen.output.contains("--plain"))
        #expect(!screen.output.contains("\u{1B}"))
    }

    @Test(arguments: ["C", "es_MX.ISO-8859-1", "nada", "POSIX"])
    func typedAccentsSurviveAnyLocale(_ locale: String) throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["LANG"] = locale
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Cola"))
        screen.type("\u{1B}OR")
        #expect(screen.wait(for: "CURP"))
        screen.type("ñandú")
        #expect(screen.wait(for: "ú"))
        #expect(screen.output.contains("ñ"))
    }

    @Test func noColorMeansNoColour() throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["NO_COLOR"] = "1"
        let screen = try program.start(["board"])
        #expect(screen.wait(for: "Matamoros"))
        screen.type("jjj\r\u{1B}[15~")
        #expect(screen.wait(for: "Cola"))
        #expect(
            screen.output.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-9]|4[0-9]|9[0-7])(;[0-9]+)*m/) == nil)
    }

    @Test func withoutATerminalAStoreOrSenseItSaysSo() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        #expect(try program.run([]).code == 2)
        #expect(try program.run(["frob"]).code == 2)
        #expect(try program.run(["board", "--frob"]).code == 2)
        #expect(try program.run(["verify", "--store", "/nada/g.db"]).code == 3)
        #expect(try program.run(["init"]).code == 1)
        #expect(try program.run(["send", "--at", "2026-11-20T00:00:00Z"]).code == 1)
        #expect(try program.run(["curp", "SABC560626MDFLRN01"]).code == 0)
        #expect(try program.run(["curp", "-"], input: "SABC560626MDFLRN02\n").code == 1)
        for command in ["--help", "--version", "--paths", "man", "doctor", "themes"] {
            #expect(try program.run([command]).code == 0, "\(command)")
        }
    }

    /// Every answer stands before the next line is read, and what was answered is there after kill
    /// -9.
    @Test(arguments: 1...12)
    func answeredWorkSurvivesKill(_ round: Int) throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let (process, stdin, stdout) = program.piped(["send"])
        try process.run()
        let line = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        stdin.fileHandleForWriting.write(Data(String(repeating: line, count: 400).utf8))
        var answered = ""
        while answered.split(separator: "\n").count < round * 20 {
            let data = stdout.fileHandleForReading.availableData
            if data.isEmpty { break }
            answered += String(decoding: data, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        answered += String(
            decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let acknowledged = answered.split(separator: "\n").count {
            $0.contains("\"ok\":true") && $0.hasSuffix("}")
        }
        let verdict = try program.run(["verify", "--json"])
        #expect(verdict.code == 0)
        let groups = try program.run(["show", "journal"]).out.split(separator: "\n").count {
            $0.contains("groupAnnounced")
        }
        #expect(groups >= acknowledged)
        #expect(acknowledged > 0)
    }

    /// Eight processes call at once: eight different people, and nobody is told that the store is
    /// busy.
    @Test func eightProcessesCallEightDifferentPeople() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["catalog", "amend", "points", "NOG", "desks=8"]).code == 0)
        var lines = "{\"do\":\"openShift\",\"point\":\"NOG\"}\n"
        for desk in 1...8 { lines += "{\"do\":\"openDesk\",\"point\":\"NOG\",\"desk\":\(desk)}\n" }
        lines += "{\"do\":\"announceGroup\",\"point\":\"NOG\",\"ref\":\"g\"}\n"
        let opened = try program.run(["send"], input: lines).out
        let group = try #require(opened.firstMatch(of: /"group":(\d+)/)).1
        let people = (1...80).map {
            "{\"given\":\"P\($0)\",\"firstSurname\":\"X\",\"birthDate\":\"1990-01-01\"}"
        }
        .joined(separator: ",")
        let listed = try program.run(
            ["send"], input: "{\"do\":\"addToList\",\"group\":\(group),\"people\":[\(people)]}\n"
        ).out
        let ids = try #require(listed.firstMatch(of: /"receptions":\[([\d,]+)\]/)).1.split(
            separator: ",")
        #expect(ids.count == 80)
        let ready = ids.map {
            "{\"do\":\"receive\",\"reception\":\($0)}\n{\"do\":\"triage\",\"reception\":\($0),\"flags\":[]}\n"
        }.joined()
        #expect(try program.run(["send"], input: ready).out.contains("\"ok\":false") == false)
        let processes = (1...8).map { _ in program.piped(["send"]) }
        for (process, _, _) in processes { try process.run() }
        for (index, entry) in processes.enumerated() {
            let call = "{\"do\":\"callNext\",\"point\":\"NOG\",\"desk\":\(index + 1)}\n"
            entry.1.fileHandleForWriting.write(Data(call.utf8))
            try entry.1.fileHandleForWriting.close()
        }
        let answers = processes.map {
            String(decoding: $0.2.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        for (process, _, _) in processes { process.waitUntilExit() }
        let called = answers.compactMap { $0.firstMatch(of: /"reception":(\d+)/)?.1 }
        #expect(called.count == 8)
        #expect(Set(called).count == 8)
        #expect(answers.allSatisfy { !$0.contains("storeBusy") })
        #expect(try program.run(["verify"]).code == 0)
    }

    @Test func sendRefusesWhatItDoesNotKnowAndGoesOn() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let lines = [
            "no json", "[]", "{\"do\":\"nada\"}",
            "{\"do\":\"openShift\",\"point\":\"NOG\",\"x\":1}", "", "  ",
            "{\"do\":\"openShift\"}", "{\"do\":\"openShift\",\"point\":\"ZZZ\"}",
            "{\"do\":\"triage\",\"reception\":1,\"flags\":[\"zz\"]}",
            "{\"do\":\"addOfficer\",\"name\":\"A\\u0000B\"}",
            "{\"do\":\"addOfficer\",\"name\":\"A\\u001bB\"}",
            "{\"do\":\"openShift\",\"point\":\"NOG\",\"ref\":{\"a\":1}}",
        ].joined(separator: "\n")
        let result = try program.run(["send", "--lang", "en"], input: lines)
        #expect(result.code == 0)
        let codes = result.out.split(separator: "\n").map { line in
            line.firstMatch(of: /"refusal":"(\w+)"/).map { String($0.1) } ?? "ok"
        }
        #expect(
            codes == [
                "notJSON", "notJSON", "unknownCommand", "unknownField", "missingField",
                "unknownPoint", "unknownCode",
                "notJSON", "badCharacters", "ok",
            ])
        #expect(result.out.contains("\"ref\":{\"a\":1}"))
    }

    /// Two desks bring the same list at the same moment: one of them does.
    @Test func theSameListComesInOnceFromTwoDesks() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let path = "\(program.folder)/lista.csv"
        try ProgramTests.list.write(toFile: path, atomically: true, encoding: .utf8)
        let desks = (1...4).map { _ in program.piped(["import", "list", path, "--point", "NOG"]) }
        for (process, _, _) in desks { try process.run() }
        for (process, _, _) in desks { process.waitUntilExit() }
        #expect(desks.map(\.0.terminationStatus).sorted() == [0, 1, 1, 1])
        #expect(try program.run(["verify"]).code == 0)
    }

    @Test func aListComesInOnceAndTheReportNamesWhatDoesNot() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let path = "\(program.folder)/lista.csv"
        try (ProgramTests.list + ",,01/01/1990,M\n").write(
            toFile: path, atomically: true, encoding: .utf8)
        let dry = try program.run(["import", "list", path, "--point", "NOG", "--dry-run", "--json"])
        #expect(dry.out.contains("\"group\":null") && dry.out.contains("\"imported\":2"))
        let first = try program.run([
            "import", "list", path, "--point", "NOG", "--mode", "bus", "--json", "--remove",
        ])
        #expect(first.code == 0)
        #expect(first.out.contains("\"line\":4"))
        #expect(FileManager.default.fileExists(atPath: path))
        let second = try program.run(["import", "list", path, "--point", "NOG"])
        #expect(second.code == 1 && second.err.contains("--again"))
        #expect(try program.run(["import", "list", "-", "--point", "NOG"], input: "").code == 1)
    }

    /// Officers by the command line: roles are given and taken, the gravest wait for a second, and
    /// a reading is told. A group is found as its point calls it, and a folder in the store's place
    /// is said to be one.
    @Test func whatIsNamedAsPeopleNameItIsFound() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let announced = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        #expect(try program.run(["send"], input: announced).code == 0)
        #expect(
            try program.run(["show", "group", "g1", "--point", "NOG", "--json"]).out.contains(
                "\"name\":\"G1\""))
        #expect(try program.run(["show", "group", "G1"]).err.contains("--point"))
        #expect(try program.run(["show", "group", "G9", "--point", "NOG"]).code == 1)
        let inFolder = try program.run(["board", "--once", "--store", program.folder])
        #expect(inFolder.code == 3 && inFolder.err.contains("es una carpeta"), "\(inFolder.err)")
        let made = try program.run([
            "init", "--officer", "Rosa Ramírez Luna", "--store", program.folder,
        ])
        #expect(made.code == 3 && made.err.contains("es una carpeta"), "\(made.err)")
    }
}
