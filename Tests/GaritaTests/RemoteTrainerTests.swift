import Glibc
import Repatriation
import Screens
import Store
import Support
import Testing

@testable import garita

/// A trainer at a second terminal of a practice that one person works at.
@Suite struct RemoteTrainerTests {
    @Test func howItStandsComesAsItWas() throws {
        var row = ClassState.Row(name: "Ana López", now: TestStore.morning)
        (row.isJoined, row.isPaused, row.isLiving, row.isOver) = (true, false, true, false)
        (row.speed, row.screen, row.field, row.since) = (30, "Entrevista", "Estado", 61)
        (row.oldestWait, row.refusals, row.missed) = (1_080, 2, 1)
        (row.points, row.possible) = (12, 30)
        var state = ClassState(
            title: "«El tío»", rows: [row],
            injects: [.init(id: "a", words: "b\"\n", isByHand: true)],
            moments: [.init(title: "c", at: TestStore.morning)], isOneStore: true)
        state.isElsewhere = true
        let text = ClassWords.json(state, at: .nogales).serialized
        let read = try JSONReader().read(text) ?? .null
        let came = try #require(ClassWords.state(from: read))
        #expect(came.state == state && came.point == .nogales)
    }

    /// Another would stand in the place of a row that is left out.
    @Test func aStateWithARowThatIsNoneIsNone() throws {
        let rows = ["Ana", "Beto"].map { ClassState.Row(name: $0, now: TestStore.morning) }
        let state = ClassState(title: "x", rows: rows, injects: [], moments: [], isOneStore: true)
        let text = ClassWords.json(state, at: .nogales).serialized
        #expect(ClassWords.state(from: try JSONReader().read(text) ?? .null) != nil)
        let broken = text.replacing("\"name\":\"Ana\"", with: "\"name\":7")
        #expect(broken != text)
        #expect(ClassWords.state(from: try JSONReader().read(broken) ?? .null) == nil)
    }

    @Test(arguments: [
        TrainerOrder.pause(.all), .faster(.all), .slower(.all), .inject(.all, "el-tio"),
        .message(.all, "Mire «esto»"), .note(.all, "Bien"), .back(.all, 1), .watch(0), .watch(nil),
    ])
    func anOrderComesAsItWas(_ order: TrainerOrder) throws {
        let json = try #require(ClassWords.json(order))
        #expect(ClassWords.order(from: json) == order)
    }

    @Test(arguments: [
        "{}", "{\"order\":[]}", "{\"order\":[\"x\",\"\",0]}", "{\"order\":[\"back\",\"\",-1]}",
        "{\"order\":[\"message\",\"\",0]}", "{\"order\":[\"message\",\"\\u001b[2J\",0]}",
        "{\"order\":7}", "{\"order\":[\"pause\",7,0]}",
    ])
    func whatIsNoOrderIsNone(_ text: String) throws {
        let json = try JSONReader().read(text) ?? .null
        #expect(json != .null)
        #expect(ClassWords.order(from: json) == nil)
    }

    /// The trainer speaks, looks, goes back, and leaves; the practice goes on.
    @Test func theTrainerTakesPartFromAnotherTerminal() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        let path = "\(folder)/k.db"
        let desk = try program.show(
            ["demo", "--scenario", "tio", "--keep", path], rows: 24, columns: 80)
        #expect(desk.wait { desk.has("R. Ramírez") })
        let console = try program.show(["demo", "--join", path], rows: 24, columns: 80)
        #expect(console.wait { console.has("Rosa Ramírez") && console.has("Cola") })
        console.type("jmMire la lista\r")
        #expect(desk.wait { desk.has("Instructora: Mire la lista") })
        console.type("\r")
        #expect(desk.wait { desk.has("la instructora mira") })
        #expect(console.wait { console.has("No hay personas en espera") })
        console.type("\u{1B}")
        #expect(desk.wait { !desk.has("la instructora mira") })
        console.type("v2")
        #expect(desk.wait { desk.has("23:41") && desk.has("Sigue la") })
        #expect(access("\(path).1", F_OK) == 0)
        console.type("\u{1B}[21~\u{1B}[21~")
        #expect(console.waitForEnd() == 0)
        desk.type("\u{1B}[21~\u{1B}[21~")
        #expect(desk.waitForEnd() == 0)
        #expect(access(TrainerHost.folder(of: path), F_OK) != 0)
    }
}
