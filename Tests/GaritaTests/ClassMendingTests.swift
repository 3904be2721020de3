import Drill
import Foundation
import Glibc
import Repatriation
import Screens
import Store
import Support
import Synchronization
import Terminal
import Testing

@testable import garita

/// A class where something goes wrong: nothing is said that is not so, and nobody is left alone.
@Suite struct ClassMendingTests {
    private static let together = ClassHarness.text.replacing("cada-quien", with: "un-archivo")

    private func join(
        _ name: String, _ classroom: Classroom, _ folder: String
    ) throws -> ClassLine {
        let place = try #require(classroom.files.plan.people.firstIndex(of: name))
        let line = try ClassLine.open(folder)
        line.send(["hello": .string(name)])
        #expect(ClassHarness.comes { classroom.state.rows[place].isJoined })
        return line
    }

    /// Two ends of one line.
    private func pair() throws -> (ClassLine, ClassLine) {
        var ends: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        return (ClassLine(ends[0]), ClassLine(ends[1]))
    }

    /// The store that is being put aside is nobody's seat.
    @Test func whoeverJoinsWhileTheirRoomGoesBackGetsTheNewStore() throws {
        try ClassHarness.withClass { classroom, folder in
            let room = classroom.rooms[0]
            #expect(room.take())
            let ana = try join("Ana López", classroom, folder)
            try room.goBack(to: classroom.start)
            room.free()
            classroom.seat(0)
            var seat: ClassWords.Seat?
            ana.read { heard in
                guard seat == nil, let came = ClassWords.Seat(heard) else { return }
                seat = came
                ana.hangUp()
            }
            #expect(seat?.run == 2)
        }
    }

    @Test func aSeatAtAnotherStoreLeavesTheOneBefore() throws {
        let (here, there) = try pair()
        let wake = makeEventDescriptor(blocks: false)
        defer { close(wake) }
        let day = JoinedDay(here, .es, wake: wake)
        day.start()
        func seat(_ run: Int) -> JSON {
            ClassWords.Seat(
                path: "/x", officer: 1, point: "NOG", desk: 1, run: run, title: ""
            ).json
        }
        there.send(seat(1))
        #expect(day.nextSeat()?.run == 1)
        #expect(!day.isLeft)
        there.send(seat(2))
        #expect(ClassHarness.comes { day.isLeft })
        #expect(day.nextSeat()?.run == 2)
        #expect(!day.isLeft)
        there.hangUp()
        day.end()
    }

    /// What another program has open is not ended for nothing.
    @Test func whatAnotherProgramHoldsIsLivedOn() throws {
        try ClassHarness.withClass { classroom, folder in
            let other = Process()
            other.executableURL = URL(fileURLWithPath: "/bin/sh")
            other.arguments = [
                "-c", "exec 3<\"$0\"; echo; read line", "\(folder)/ana-lopez.db.open",
            ]
            let (keys, ready) = (Pipe(), Pipe())
            (other.standardInput, other.standardOutput) = (keys, ready)
            try other.run()
            _ = ready.fileHandleForReading.readData(ofLength: 1)
            classroom.obey(.back(.one(0), 1))
            #expect(classroom.says("Otros programas usan el archivo: \(other.processIdentifier)"))
            let running = try #require(classroom.rooms[0].running)
            #expect(running.number == 1 && !running.day.hasLeft)
            #expect(!classroom.state.rows[0].isStopped)
            #expect(access("\(folder)/ana-lopez.db.1", F_OK) != 0)
            try keys.fileHandleForWriting.close()
            other.waitUntilExit()
        }
    }

    /// Whoever trains and whoever works both read that it stands still, until it goes back at last.
    @Test func whatCannotGoBackStandsStillAndSaysSo() throws {
        try ClassHarness.withClass { classroom, folder in
            var store: Store? = try Store(path: "\(folder)/ana-lopez.db")
            _ = try store?.practiceNotes()
            classroom.obey(.back(.one(0), 1))
            #expect(ClassHarness.comes { classroom.state.rows[0].isStopped })
            #expect(classroom.says("Ana López: "))
            let told = try #require(classroom.rooms[0].running).day.state.told
            #expect(told.contains { $0.isSaid && $0.synopsis.contains("se detuvo") })
            #expect(!classroom.state.rows[1].isStopped)
            store = nil
            classroom.obey(.back(.one(0), 1))
            #expect(classroom.says("de nuevo"))
            #expect(!classroom.state.rows[0].isStopped)
        }
    }

    /// A note is kept when it is said to be, also where the practice ends meanwhile.
    @Test func aNoteIsSaidToBeKeptOnceItIs() throws {
        try ClassHarness.withClass { classroom, folder in
            let day = try #require(classroom.rooms[0].running?.day)
            classroom.obey(.note(.one(0), "la última"))
            day.end(within: 10)
            #expect(classroom.says("Nota guardada."))
            let notes = try Store(path: "\(folder)/ana-lopez.db").practiceNotes()
            #expect(notes.contains { $0.kind == .remark && $0.text == "la última" })
            for order in [TrainerOrder.note(.all, "tarde"), .message(.all, "tarde")] {
                classroom.obey(order)
                #expect(classroom.says("Ana López: "), "of one it is not")
            }
            classroom.obey(.inject(.one(0), "el-tio"))
            #expect(classroom.says("terminó"))
            let later = try Store(path: "\(folder)/ana-lopez.db").practiceNotes()
            #expect(later == notes)
        }
    }

    @Test func whoeverDoesNotAnswerIsNamed() throws {
        try ClassHarness.withClass(ClassMendingTests.together, patience: 1) { classroom, folder in
            let beto = try join("Beto Ruiz", classroom, folder)
            // The seat is theirs before they are asked to leave it.
            #expect(ClassHarness.comes { classroom.presences.withLock { $0[1].given } == 1 })
            classroom.obey(.back(.all, 1))
            var said: [String] = []
            #expect(
                ClassHarness.comes {
                    said += classroom.takeSaid().map(\.es)
                    return !said.isEmpty
                })
            #expect(said.contains { $0.hasPrefix("Beto Ruiz: ") } && !"\(said)".contains("Ana"))
            beto.hangUp()
        }
    }

    /// Only the newest counts for whoever does not read; nobody waits, and nothing is cut.
    @Test func aLineThatNobodyReadsHoldsNobodyUpAndGoesOn() throws {
        let (here, there) = try pair()
        let long = JSON.string(String(repeating: "x", count: 20_000))
        for number in 1...500 {
            #expect(here.show(["frame": [.int(number), long]], as: .frame))
        }
        here.send(["at": "last"])
        let numbers = Mutex<[Int]>([])
        there.read { heard in
            if let number = heard["frame"]?.elements?.first?.integer {
                numbers.withLock { $0.append(number) }
                if number == 500 { there.hangUp() }
            }
        }
        let came = numbers.withLock { $0 }
        #expect(came.last == 500 && came.count < 500)
        #expect(came == came.sorted())
        here.hangUp()
    }

    /// What comes while nobody looks is not shown at the next look.
    @Test func aScreenIsKeptOnlyWhileItIsLookedAt() throws {
        try ClassHarness.withClass { classroom, folder in
            let ana = try join("Ana López", classroom, folder)
            func send(_ field: String) {
                let frame = Frame(width: 80, height: 24)
                ana.send(["frame": FrameText.json(frame)])
                ana.send(["at": ["screen": "Cola", "field": .string(field)]])
                #expect(ClassHarness.comes { classroom.state.rows[0].field == field })
            }
            send("uno")
            classroom.obey(.watch(0))
            #expect(classroom.frame == nil)
            send("dos")
            #expect(classroom.frame != nil)
            classroom.obey(.watch(nil))
            send("tres")
            classroom.obey(.watch(0))
            #expect(classroom.frame == nil)
            ana.hangUp()
        }
    }
}
