import Glibc
import Support
import Testing

/// A class on real terminals: the console, and trainees who join it.
@Suite struct ClassTerminalTests {
    private let folder: String
    private let program: Program
    private let file: String

    init() throws {
        folder = try TestStore.makeFolder()
        program = Program(folder)
        file = try ClassFileTests.write(
            """
            {
              titulo: "Clase de prueba", escenario: "tio", carpeta: "grupo",
              personas: ["Ana López", "Beto Ruiz"],
            }
            """, in: folder)
    }

    private func show(_ arguments: String...) throws -> ShownScreen {
        try program.show(["demo"] + arguments, rows: 24, columns: 80)
    }

    private func console() throws -> ShownScreen {
        let console = try show("--class", file)
        #expect(console.wait { console.has("Toda la clase") && console.has("Beto") })
        return console
    }

    /// The line of somebody on the console.
    private func line(_ name: String, _ console: ShownScreen) -> String {
        console.lines.first { $0.contains(name) } ?? ""
    }

    @Test func theTrainerSpeaksLooksAndGoesBackForOne() throws {
        defer { TestStore.remove(folder) }
        let console = try console()
        #expect(line("Ana", console).contains("no ha entrado"))
        let ana = try show("--join", file)
        #expect(ana.wait { ana.has("¿Quién es usted?") && ana.has("Beto Ruiz") })
        ana.type("\r")
        #expect(ana.wait { ana.has("Cola") && ana.has("A. López") })
        let beto = try show("--join", "\(folder)/grupo/beto-ruiz.db")
        #expect(beto.wait { beto.has("B. Ruiz") })
        #expect(console.wait { console.has("2 de 2") && line("Ana", console).contains("Cola") })

        console.type("jmMire la lista\r")
        #expect(ana.wait { ana.has("Instructora: Mire la lista") })
        console.type("\r")
        #expect(ana.wait { ana.has("la instructora mira") })
        #expect(console.wait { console.has("A. López") && console.has("Mira la pantalla de Ana") })
        #expect(!beto.has("instructora"))
        console.type("\u{1B}")
        #expect(ana.wait { !ana.has("la instructora mira") })

        console.type("v2")
        #expect(ana.wait { ana.has("23:41") && ana.has("Sigue la") })
        #expect(console.wait { line("Ana", console).contains("23:41") })
        #expect(!line("Beto", console).contains("23:41") && !beto.has("23:41"))
        #expect(access("\(folder)/grupo/ana-lopez.db.1", F_OK) == 0)

        console.type("e")
        #expect(console.wait { console.has("resultados.csv") })
        console.type("\u{1B}[21~\u{1B}[21~")
        #expect(console.waitForEnd() == 0)
        #expect(ana.waitForEnd() == 0 && beto.waitForEnd() == 0)
        #expect(access("\(folder)/grupo/clase.sock", F_OK) != 0)
    }

    /// A terminal that dies loses nothing: whoever joins again goes on where they were.
    @Test func whoeverLosesTheirTerminalComesAgain() throws {
        defer { TestStore.remove(folder) }
        let console = try console()
        do {
            let ana = try show("--join", file, "--name", "Ana López")
            #expect(ana.wait { ana.has("A. López") })
            #expect(console.wait { console.has("1 de 2") })
        }
        #expect(console.wait { console.has("0 de 2") })
        let again = try show("--join", file, "--name", "Ana López")
        #expect(again.wait { again.has("A. López") && again.has("Cola") })
        let other = try program.run(["demo", "--join", file, "--name", "Ana López"])
        #expect(other.code == 2, "a pipe is no terminal")
        console.type("\u{1B}[21~\u{1B}[21~")
        #expect(console.waitForEnd() == 0)
    }

    /// A trainee's terminal ends with the console, whichever way that ended.
    @Test func withoutAConsoleNobodyWorksOn() throws {
        defer { TestStore.remove(folder) }
        let console = try program.start(["demo", "--class", file])
        #expect(console.wait(for: "Toda la clase"))
        let ana = try show("--join", file, "--name", "Ana López")
        #expect(ana.wait { ana.has("A. López") })
        kill(console.process, SIGKILL)
        _ = console.waitForEnd()
        #expect(ana.waitForEnd() == 0)
    }

    /// The power goes, and the class begins anew: what was worked stays beside it.
    @Test func aClassBeginsAgainAfterItsConsoleWasKilled() throws {
        defer { TestStore.remove(folder) }
        let console = try program.start(["demo", "--class", file])
        #expect(console.wait(for: "Toda la clase"))
        kill(console.process, SIGKILL)
        _ = console.waitForEnd()
        #expect(access("\(folder)/grupo/ana-lopez.db-wal", F_OK) == 0, "its log is left")
        let again = try self.console()
        #expect(again.wait { again.has("quedaron junto a los nuevos") })
        #expect(access("\(folder)/grupo/ana-lopez.db.1", F_OK) == 0)
        again.type("\u{1B}[21~\u{1B}[21~")
        #expect(again.waitForEnd() == 0)
    }

    /// Nothing that was asked for is passed over in silence.
    @Test(arguments: [
        ["--class", "x", "--seed", "7"], ["--class", "x", "--speed", "2"],
        ["--class", "x", "--from", "08:00"], ["--class", "x", "--keep", "y"],
        ["--class", "x", "--scenario", "tio"], ["--class", "x", "--point", "NOG"],
        ["--class", "x", "--lead"], ["--class", "x", "--join", "y"],
        ["--join", "x", "--seed", "7"], ["--join", "x", "--lead"], ["--tour", "--class", "x"],
        ["--tour", "--seed", "7"], ["--name", "Ana"], ["--class", "x", "--name", "Ana"],
    ])
    func whatContradictsAClassIsRefused(_ options: [String]) throws {
        defer { TestStore.remove(folder) }
        let done = try program.run(["demo"] + options)
        #expect(done.code == 2)
        #expect(done.err.contains(": sin --") || done.err.contains("va con --join"), "\(done.err)")
    }

    @Test func withoutAClassThereIsNothingToJoin() throws {
        defer { TestStore.remove(folder) }
        let screen = try program.start(["demo", "--join", file, "--name", "Ana López"])
        #expect(screen.waitForEnd() != 0)
        #expect(screen.output.contains("carpeta") || screen.output.contains("no ha empezado"))
    }
}
