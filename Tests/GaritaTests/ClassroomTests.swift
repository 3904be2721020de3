import Drill
import Glibc
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// A class that is going on: who meets whom on its socket, and what never reaches another.
@Suite struct ClassroomTests {
    /// The first answer that is wanted.
    private func answer(
        on line: ClassLine, after send: [JSON], _ isWanted: @escaping (JSON) -> Bool
    ) -> JSON? {
        for one in send { line.send(one) }
        var found: JSON?
        line.read { heard in
            guard found == nil, isWanted(heard) else { return }
            found = heard
            line.hangUp()
        }
        return found
    }

    @Test func eachSitsAtTheirOwnStoreByTheirOwnName() throws {
        try ClassHarness.withClass { classroom, folder in
            var seats: [ClassWords.Seat] = []
            for name in ["Ana López", "beto-ruiz.db"] {
                let heard = answer(
                    on: try ClassLine.open(folder), after: [["hello": .string(name)]]
                ) { $0["seat"] != nil }
                seats.append(try #require(heard.flatMap(ClassWords.Seat.init)))
            }
            #expect(seats.map(\.path) == ["ana-lopez", "beto-ruiz"].map { "\(folder)/\($0).db" })
            for (seat, name) in zip(seats, ["Ana López", "Beto Ruiz"]) {
                let officer = try Store(path: seat.path).officer(Identifier(seat.officer))
                #expect(officer?.name == name && officer?.account == nil)
            }
            let nobody = answer(
                on: try ClassLine.open(folder), after: [["hello": .string("Nadie")]]
            ) { $0["no"] != nil }
            #expect(nobody?["no"]?.text == "nobody")
        }
    }

    @Test func whoeverSitsElsewhereIsNotDisplaced() throws {
        try ClassHarness.withClass { classroom, folder in
            let ana = try ClassLine.open(folder)
            ana.send(["hello": .string("Ana López")])
            #expect(ClassHarness.comes { classroom.state.rows[0].isJoined })
            let again = answer(
                on: try ClassLine.open(folder), after: [["hello": .string("Ana López")]]
            ) { $0["no"] != nil }
            #expect(again?["no"]?.text == "taken")
            // Whose terminal dies comes again.
            ana.hangUp()
            #expect(ClassHarness.comes { !classroom.state.rows[0].isJoined })
            let back = answer(
                on: try ClassLine.open(folder), after: [["hello": .string("Ana López")]]
            ) { $0["seat"] != nil }
            #expect(back != nil)
        }
    }

    /// Nobody asks for a boy of whom nobody has heard.
    @Test(arguments: [("tio", "el-tio"), ("entrega", "la-noche")])
    func nothingHappensToWhoeverIsNotThere(_ name: String, _ inject: String) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/p.db", seed: nil, player: nil)
        let start = lived.rehearsal.start
        #expect(lived.take(.inject(inject), at: start) == .tooEarly)
        #expect(try lived.store.practiceNotes().allSatisfy { $0.kind != .told })
        let told = try #require(scenario.injects.first { $0.id == inject })
        guard case .at(let seconds) = told.cue else { return }
        lived.advance(to: start.adding(seconds: seconds - 1))
        #expect(lived.take(.inject(inject), at: start.adding(seconds: seconds - 1)) == .told)
        // What was to come by itself does not come a second time.
        lived.advance(to: start.adding(seconds: seconds + 60))
        #expect(
            try lived.store.practiceNotes().count { $0.kind == .told && $0.name == inject } == 1)
        #expect(lived.take(.inject(inject), at: lived.rehearsal.end) == .none)
    }

    /// What the scenario leaves to the trainer happens only by hand.
    @Test func whatIsNotActiveHappensByHandAlone() throws {
        let (_, shipped) = try ScenarioFiles.scenario("tio")
        let text = shipped.replacing("id: \"el-tio\",", with: "id: \"el-tio\", activo: false,")
        guard case .whole(let scenario) = ScenarioReader.read(text) else {
            Issue.record("no scenario")
            return
        }
        #expect(scenario.choices.filter(\.isByHand).map(\.id) == ["el-tio"])
        for isByHand in [false, true] {
            let folder = try TestStore.makeFolder()
            defer { TestStore.remove(folder) }
            let lived = try LivedScenario(
                scenario, text: text, at: "\(folder)/p.db", seed: nil, player: nil)
            let now = lived.rehearsal.start.adding(minutes: 60)
            lived.advance(to: now)
            if isByHand { #expect(lived.take(.inject("el-tio"), at: now) == .told) }
            lived.advance(to: lived.rehearsal.end)
            let told = try lived.store.practiceNotes().filter { $0.kind == .told }
            #expect(told.contains { $0.name == "el-tio" && $0.at == now } == isByHand)
            #expect(lived.rehearsal.score.told["el-tio"] == (isByHand ? now : nil))
        }
    }

    /// An inject, a message and a note to one are nowhere in another's store.
    @Test func whatIsForOneReachesNobodyElse() throws {
        let late = ClassHarness.text.replacing("velocidad: 1", with: "desde: \"23:41\"")
        try ClassHarness.withClass(late) { classroom, folder in
            classroom.obey(.inject(.one(0), "llega-el-dif"))
            #expect(classroom.said() == "Ana López: «llega-el-dif» ocurre ahora.")
            classroom.obey(.inject(.one(0), "llega-el-dif"))
            #expect(classroom.said().contains("ya ocurrió"))
            classroom.obey(.message(.one(0), "Sólo para Ana"))
            classroom.obey(.note(.one(0), "Ana escucha"))
            // What is asked is done in order: this comes after all of it.
            classroom.obey(.inject(.one(0), "no-hay"))
            #expect(classroom.says("terminó"))
            let ana = try Store(path: "\(folder)/ana-lopez.db").practiceNotes()
            let beto = try Store(path: "\(folder)/beto-ruiz.db").practiceNotes()
            #expect(ana.contains { $0.kind == .told && $0.name == "llega-el-dif" })
            #expect(ana.contains { $0.kind == .message && $0.text == "Sólo para Ana" })
            #expect(ana.contains { $0.kind == .remark && $0.text == "Ana escucha" })
            #expect(beto.allSatisfy { $0.name != "llega-el-dif" })
            #expect(beto.allSatisfy { $0.kind != .message && $0.kind != .remark })
            let told = answer(
                on: try ClassLine.open(folder), after: [["hello": .string("Beto Ruiz")]]
            ) { $0["told"] != nil }
            let heard = try #require(told.flatMap { ClassWords.told(from: $0) })
            #expect(heard.allSatisfy { !$0.isSaid && $0.id != "llega-el-dif" })
        }
    }

    /// In the order of the list, from when each worked; the trainer's notes are in the debrief.
    @Test func whatWasReachedIsWrittenForEach() throws {
        let late = ClassHarness.text.replacing("velocidad: 1", with: "desde: \"23:41\"")
            .replacing("\"Ana López\", \"Beto Ruiz\"", with: "\"Zoila Paz\", \"=Beto\"")
        try ClassHarness.withClass(late) { classroom, folder in
            classroom.obey(.note(.one(0), "Zoila escucha"))
            classroom.obey(.inject(.one(0), "no-hay"))
            #expect(classroom.says("terminó"))
            for name in ["resultados", "resultados-2"] {
                classroom.obey(.results)
                #expect(classroom.said().contains("\(name).csv"))
                let bytes = try #require(StoreFiles.read("\(folder)/\(name).csv"))
                let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
                #expect(rows.count == 3)
                #expect(rows[1].hasPrefix("Zoila Paz,16,23:41,"))
                #expect(rows[2].hasPrefix("'=Beto,16,23:41,"), "no spreadsheet takes it for more")
                #expect(access("\(folder)/\(name).html", F_OK) == 0)
            }
            let zoila = DebriefBook(
                try DrillRecord("\(folder)/zoila-paz.db"), after: [], .es
            ).book.text()
            #expect(zoila.contains("Se trabajó desde las 23:41"))
            #expect(zoila.contains("Zoila Paz: Zoila escucha"))
            #expect(zoila.contains("Zoila Paz, ventanilla 1"))
            let beto = DebriefBook(
                try DrillRecord("\(folder)/beto.db"), after: [], .es
            ).book.text()
            #expect(!beto.contains("escucha"))
        }
    }

    /// Of whoever has a lane nothing is counted, however fast it went.
    @Test func keysAreCountedOnlyWhereNoLaneIsOpen() {
        #expect(ClassResults.perPerson([:], leaving: []) == "–")
        #expect(ClassResults.perPerson([1: 30, 2: 41], leaving: []) == "35.5")
        #expect(ClassResults.perPerson([1: 30, 2: 41], leaving: [2, 3]) == "30.0")
        #expect(ClassResults.perPerson([1: 30], leaving: [1]) == "–")
    }

    /// Whatever comes over one line, another goes on, and so does the class.
    @Test(arguments: [
        "{", "\u{0}\u{1}\u{1B}[2J", "[]", "null", "{\"hello\":7}", "{\"frame\":{\"w\":1e9}}",
        "{\"at\":{\"screen\":7}}", "{\"left\":\"x\"}", String(repeating: "[", count: 5000),
        "{\"hello\":\"" + String(repeating: "x", count: ClassLine.longest * 2) + "\"}",
    ])
    func aHostileLineEndsOnlyItself(_ hostile: String) throws {
        try ClassHarness.withClass { classroom, folder in
            let beto = try ClassLine.open(folder)
            beto.send(["hello": .string("Beto Ruiz")])
            #expect(ClassHarness.comes { classroom.state.rows[1].isJoined })
            let raw = try ClassSocket.make()
            defer { close(raw) }
            let path = ClassSocket.path(in: folder)
            let connected = try ClassSocket.at(path) { connect(raw, $0, $1) }
            #expect(connected == 0)
            var bytes = Array((hostile + "\n{\"ask\":\"names\"}\n").utf8)[...]
            while !bytes.isEmpty {
                let sent = bytes.withUnsafeBytes {
                    Glibc.send(raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { break }
                bytes = bytes.dropFirst(sent)
            }
            // A line that is too long is the end of it; after any other it is heard again.
            var byte: UInt8 = 0
            let isAnswered = recv(raw, &byte, 1, 0) == 1
            #expect(isAnswered == (hostile.utf8.count <= ClassLine.longest))
            #expect(classroom.state.rows[1].isJoined)
            beto.send(["at": ["screen": "Cola", "field": "Estado"]])
            #expect(ClassHarness.comes { classroom.state.rows[1].field == "Estado" })
        }
    }

    @Test func aFolderOfOthersIsRefused() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let shared = "\(folder)/grupo"
        mkdir(shared, 0o700)
        chmod(shared, 0o750)
        #expect(throws: UsageError.self) { try ClassSocket(in: shared) }
        #expect(throws: UsageError.self) { try ClassLine.open(shared) }
        chmod(shared, 0o700)
        if geteuid() == 0 {
            chown(shared, 12_345, 12_345)
            #expect(throws: UsageError.self) { try ClassSocket(in: shared) }
            #expect(throws: UsageError.self) { try ClassLine.open(shared) }
            chown(shared, 0, 0)
        }
        // Nor one that only leads to it.
        symlink(shared, "\(folder)/otra")
        #expect(throws: UsageError.self) { try ClassSocket(in: "\(folder)/otra") }
        let open = try ClassSocket(in: shared)
        #expect(throws: UsageError.self, "a class is going on there") {
            try ClassSocket(in: shared)
        }
        open.close()
        #expect(throws: UsageError.self) { try ClassLine.open(shared) }
        try ClassSocket(in: shared).close()
    }

    /// Nobody works: the same class is the same facts, for every trainee and every time.
    @Test func theSameClassIsTheSameForEverybody() throws {
        let (scenario, text) = try ScenarioFiles.scenario("tio")
        func digest(_ people: [String]) throws -> String {
            let folder = try TestStore.makeFolder()
            defer { TestStore.remove(folder) }
            let lived = try LivedScenario(
                scenario, text: text, at: "\(folder)/p.db", seed: 7, player: nil,
                trainees: people)
            try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
                lived.advance(to: lived.rehearsal.end)
            }
            return try lived.store.practiceDigest()
        }
        let ana = try digest(["Ana López"])
        let (beto, again) = try (digest(["Beto Ruiz"]), digest(["Ana López"]))
        #expect(ana == beto && ana == again)
        #expect(try digest(["Ana", "Beto"]) == digest(["Ana", "Beto"]))
    }

    @Test func severalDesksOfOneStoreAreSeatsOfTheirOwn() throws {
        let together = ClassHarness.text.replacing("cada-quien", with: "un-archivo")
        try ClassHarness.withClass(together) { classroom, folder in
            let seats = [0, 1].compactMap { classroom.room(of: $0).seat(of: $0) }
            #expect(Set(seats.map(\.path)) == ["\(folder)/clase.db"])
            #expect(Set(seats.map(\.desk)).count == 2 && Set(seats.map(\.officer)).count == 2)
            #expect(classroom.state.isOneStore)
            classroom.obey(.pause(.one(0)))
            #expect(classroom.state.rows.map(\.isPaused) == [true, true], "it has one clock")
        }
    }

    @Test func theClockOfOneIsNotTheOthers() throws {
        try ClassHarness.withClass { classroom, _ in
            classroom.obey(.pause(.one(0)))
            #expect(classroom.state.rows.map(\.isPaused) == [true, false])
            // Where one goes on all are held; then all go on.
            classroom.obey(.pause(.all))
            #expect(classroom.state.rows.map(\.isPaused) == [true, true])
            classroom.obey(.pause(.all))
            #expect(classroom.state.rows.map(\.isPaused) == [false, false])
            classroom.obey(.faster(.one(1)))
            #expect(classroom.state.rows.map(\.speed) == [1, 2])
        }
    }

    /// One goes back and the other does not; what was worked stays.
    @Test func oneGoesBackAlone() throws {
        try ClassHarness.withClass { classroom, folder in
            let moments = classroom.files.scenario.moments
            classroom.obey(.back(.one(0), 1))
            #expect(classroom.said().contains("de nuevo"))
            #expect(access("\(folder)/ana-lopez.db.1", F_OK) == 0)
            #expect(access("\(folder)/beto-ruiz.db.1", F_OK) != 0)
            let day = try #require(classroom.rooms[0].running?.day)
            day.clock.wait()
            #expect(day.clock.end == classroom.start.adding(seconds: moments[1].at))
            #expect(classroom.rooms[1].running?.number == 1)
        }
    }

    /// A terminal that does not let the store go keeps it: nothing is taken from under it.
    @Test func aTerminalThatDoesNotAnswerHoldsItsStore() throws {
        try ClassHarness.withClass(patience: 1) { classroom, folder in
            let ana = try ClassLine.open(folder)
            ana.send(["hello": .string("Ana López")])
            #expect(ClassHarness.comes { classroom.state.rows[0].isJoined })
            classroom.obey(.back(.one(0), 1))
            #expect(classroom.said().contains("no contesta"))
            #expect(access("\(folder)/ana-lopez.db.1", F_OK) != 0)
            #expect(classroom.rooms[0].running?.number == 1)
            // Once it has gone, nothing is in the way.
            ana.hangUp()
            #expect(ClassHarness.comes { !classroom.state.rows[0].isJoined })
            #expect(
                ClassHarness.comes {
                    classroom.obey(.back(.one(0), 1))
                    return classroom.said().contains("de nuevo")
                })
            #expect(access("\(folder)/ana-lopez.db.1", F_OK) == 0)
        }
    }

    @Test func aScreenComesAsItWas() throws {
        var frame = Frame(width: 80, height: 24)
        frame.put("Añil 漢字 ", row: 0, column: 0, Style(.title, bold: true))
        frame.put("x", row: 23, column: 79, Style(.late))
        frame.put("todo", row: 5, column: 10, Style(.fieldFocus))
        frame.cursor = (5, 14)
        frame.isCursorVisible = true
        let came = try #require(FrameText.frame(FrameText.json(frame)))
        #expect(came == frame)
        let text = FrameText.json(frame).serialized
        #expect(try JSONReader().read(text) == FrameText.json(frame))
    }

    /// What is no screen is none; what would speak to the terminal is not kept.
    @Test func aHostileScreenIsNone() {
        func json(_ width: Int, _ run: JSON) -> JSON {
            [
                "w": .int(width), "h": .int(1), "cursor": [.int(0), .int(0), .bool(true)],
                "rows": [run],
            ]
        }
        #expect(FrameText.frame(json(1_000_000, [])) == nil)
        #expect(FrameText.frame(json(-1, [])) == nil)
        #expect(FrameText.frame(json(80, [.int(999), "x"])) == nil)
        #expect(FrameText.frame(json(80, [.int(-1), "x"])) == nil)
        #expect(FrameText.frame(json(80, ["x"])) == nil)
        let escape = FrameText.frame(json(80, [.int(0), "a\u{1B}[2Jb\u{7}\u{9B}"]))
        #expect(escape?.text == "a[2Jb\n")
    }
}
