import Foundation
import Glibc
import Repatriation
import SQLite
import Store
import Support
import Testing

/// What goes wrong around a program that stays open all night.
@Suite struct HardshipTests {
    private static let opening = """
        {"do":"openShift","point":"NOG"}
        {"do":"announceGroup","point":"NOG"}

        """

    /// Somebody else holds the file: the screen says so, draws itself anew, and does what was typed
    /// once it can.
    @Test func theScreenLivesWhileTheStoreIsHeld() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        let lock = open("\(program.folder)/g.db.lock", O_RDWR | O_CLOEXEC)
        #expect(flock(lock, LOCK_EX) == 0)
        screen.type("\u{1B}[20~tt")
        #expect(screen.wait(for: "Esperando el archivo"))
        // It is alive: another size is drawn at once.
        screen.forget()
        screen.resize(rows: 30, columns: 100)
        #expect(screen.wait(for: "Esperando el archivo"))
        #expect(flock(lock, LOCK_UN) == 0)
        close(lock)
        #expect(screen.wait(for: "Revisión de apertura"))
    }

    /// No room on the disk: the command is refused in a sentence, the process lives, and nothing is
    /// half written.
    @Test func aFullDiskRefusesAndLosesNothing() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["send"], input: HardshipTests.opening).code == 0)
        let small = Process()
        small.executableURL = URL(fileURLWithPath: "/bin/bash")
        // The limit of a file's size stands for a disk without room: the log cannot grow beyond it.
        small.arguments = ["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" send", Program.path]
        small.environment = program.environment
        let (input, output) = (Pipe(), Pipe())
        (small.standardInput, small.standardOutput) = (input, output)
        try small.run()
        input.fileHandleForWriting.write(
            Data(String(repeating: HardshipTests.opening, count: 30).utf8))
        try input.fileHandleForWriting.close()
        let said = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        small.waitUntilExit()
        #expect(small.terminationReason == .exit)
        #expect(
            said.contains("\"ok\":false") && said.contains("No hay espacio en disco"), "\(said)")
        // What was answered is there, and nothing else.
        let answered = said.matches(of: /"group":\d+/).count
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        #expect(
            try Store(path: "\(program.folder)/g.db").groups(at: .nogales, now: now).count == 1
                + answered)
        #expect(try program.run(["verify"]).code == 0)
    }

    /// A new store is whole or is not there: no room at any point of its making leaves a damaged
    /// file behind.
    @Test(arguments: [16, 100, 300, 420, 460, 480, 520, 700, 2000])
    func aNewStoreIsWholeOrIsNotThere(_ blocks: Int) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        let small = Process()
        small.executableURL = URL(fileURLWithPath: "/bin/bash")
        let script =
            "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" init --officer 'Rosa Ramírez Luna'"
        small.arguments = ["-c", script, Program.path]
        small.environment = program.environment
        (small.standardOutput, small.standardError) = (Pipe(), Pipe())
        try small.run()
        small.waitUntilExit()
        let isMade = FileManager.default.fileExists(atPath: "\(folder)/g.db")
        #expect(isMade == (small.terminationStatus == 0))
        if isMade { #expect(try program.run(["verify"]).code == 0) }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.contains(".new-")
        }
        #expect(left.isEmpty)
    }

    /// Killed in the middle of an interview: the same officer is offered it first thing, with what
    /// was typed.
    @Test func anInterviewThatWasKilledIsOfferedAgain() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let opened = try program.run(
            ["send"], input: HardshipTests.opening + #"{"do":"openDesk","point":"NOG","desk":1}"#)
        let group = try #require(opened.out.firstMatch(of: /"group":(\d+)/)).1
        let person = #"{"given":"Ana","firstSurname":"Inventada","birthDate":"1990-01-02"}"#
        let added = try program.run(
            ["send"], input: #"{"do":"addOffList","group":\#(group),"person":\#(person)}"#
        ).out
        let id = try #require(added.firstMatch(of: /"reception":(\d+)/)).1
        let called = """
            {"do":"triage","reception":\(id),"flags":[]}
            {"do":"callNext","point":"NOG","desk":1}

            """
        #expect(try !program.run(["send"], input: called).out.contains("\"ok\":false"))
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Inventada"))
        screen.type("\r")
        #expect(screen.wait(for: "Aviso de privacidad"))
        screen.type("p")
        #expect(screen.wait(for: "leído"))
        let store = try Store(path: "\(program.folder)/g.db")
        let officer = try store.allOfficers()[0].id
        // Within 250 ms it is on the disk; the watch says when.
        let watch = try #require(ChangeWatch(path: store.path))
        while try store.drafts(of: officer).isEmpty {
            var descriptor = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
            try #require(poll(&descriptor, 1, 10_000) == 1)
            _ = watch.drain()
        }
        kill(screen.process, SIGKILL)
        _ = screen.waitForEnd()
        let again = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(again.wait(for: "entrevista a medias"))
        again.type("d")
        #expect(again.wait(for: "leído"))
        #expect(try program.run(["verify"]).code == 0)
    }

    /// Somebody cuts a file that is mapped: the terminal is given back, and why is said on it.
    @Test(arguments: [("es", "Alguien cambió el archivo"), ("en", "Somebody changed the store")])
    func aFileCutUnderAScreenEndsItWithASentence(_ language: String, _ words: String) throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        // Practice makes no copies, which would give the file its length again.
        #expect(try program.run(["init", "--drill", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let screen = try program.start(["desk", "--point", "NOG", "--lang", language])
        #expect(screen.wait(for: "Nogales"))
        screen.type("\u{1B}[20~t")
        #expect(screen.wait(for: language == "es" ? "cerrada" : "closed"))
        #expect(truncate("\(program.folder)/g.db.lock", 0) == 0)
        // Opens a desk.
        screen.type("\r")
        try #require(screen.wait(for: words), "\(screen.output.suffix(300))")
        #expect(screen.waitForEnd() >> 8 == 3)
        let end = screen.output.components(separatedBy: "\u{1B}[?1049l")
        #expect(end.count == 2 && end.last?.contains(words) == true, "\(screen.output.suffix(300))")
    }

    /// A newer program has migrated the file under an open screen: it ends with a sentence, the
    /// terminal restored.
    @Test func aMigratedFileEndsTheScreenWithASentence() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        try Connection(path: "\(program.folder)/g.db", mode: .write).execute(
            "PRAGMA user_version = 99")
        let status = screen.waitForEnd()
        #expect(status >> 8 == 3)
        #expect(screen.output.contains("versión más nueva"))
        #expect(screen.output.contains("\u{1B}[?1049l"))
    }
}
