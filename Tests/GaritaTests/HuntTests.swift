import Foundation
import Repatriation
import Screens
import Store
import Support
import Testing

@testable import garita

private let folder = "../shared/data/hunt"
private let isThere = FileManager.default.fileExists(atPath: folder)

/// Small inputs from practice, each with its right value. They stand outside the project; without
/// them these tests say so and are skipped. Lists and catalogues have theirs beside the reader.
@Suite(.enabled(if: isThere, "the folder of reported inputs is not here"))
struct HuntTests {
    private func json(_ name: String) throws -> JSON {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/hunt-\(name)"))
        return try #require(try JSONReader().read(String(decoding: bytes, as: UTF8.self)))
    }

    private func text(_ json: JSON?) throws -> String { try #require(json?.text) }

    private func person(_ json: JSON?) throws -> PersonData {
        var person = PersonData()
        (person.given, person.firstSurname) = (
            try text(json?["given"]), try text(json?["firstSurname"])
        )
        person.sex = json?["sex"]?.text.flatMap(Sex.init)
        person.birthDate = json?["birthDate"]?.text.flatMap { CivilDate(text: $0) }
        person.birthState = json?["birthState"]?.text
        return person
    }

    @Test func aYearThatMayBeSeventeenIsHeldLikeAnUnknownAge() throws {
        let case32 = try json("32-year-only-maybe-minor.json")
        let now = try #require(Instant(text: "2026-11-28T18:00:00.000Z"))
        for (saved, isHeld) in [(case32["saveProfile"], true), (case32["control"], false)] {
            let test = try TestStore(now: now)
            try test.open(.nogales, desks: 1)
            let id = try test.waiting(.nogales, person(case32["person"]))
            try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
            try test.perform(.act(StartInterview(id, desk: 1)))
            var answers = completeAnswers
            answers[.sex] = "M"
            answers[.pregnant] = "no"
            answers[.nursing] = "no"
            (answers[.travelCondition], answers[.companionKinship]) = ("accompanied", "parent")
            answers[.birthDate] = try text(saved?["birthDate"])
            answers[.birthPrecision] = try text(saved?["birthPrecision"])
            try test.perform(.act(SaveProfile(id, answers)))
            let refused = test.refusal(.act(ReleasePerson(id, Release(.ownMeans))))
            #expect(refused?.code == (isHeld ? .ageNotSettled : nil))
            #expect(try test.reception(id).birth?.shown.es.contains("01/07") == false)
        }
    }

    @Test func aSlashInTheSurnameStandsAsX() throws {
        for row in try #require(try json("37-curp-sign-in-second-place.json")["cases"]?.elements) {
            var person = Reception(id: Identifier(1))
            (person.given, person.firstSurname) = (try text(row["given"]), try text(row["first"]))
            person.secondSurname = try text(row["second"])
            person.sex = row["sex"]?.text.flatMap(Sex.init)
            person.birthDate = CivilDate(text: try text(row["birth"]))
            person.birthState = try text(row["state"])
            #expect(CURP(try text(row["curp"])).disagreements(with: person).isEmpty)
        }
    }

    @Test func everyPointHasItsOwnHour() throws {
        let test = try TestStore()
        var compared = 0
        for row in try #require(try json("39-zones.json")["rows"]?.elements) {
            let at = try #require(Instant(text: try text(row["at"])))
            for seed in try test.store.points(inUse: false) {
                guard let expected = row[seed.code.text]?.text else { continue }
                compared += 1
                let zone = try test.store.zone(seed.zone)
                #expect(zone.local(at).clock == expected, "\(seed.code) \(at)")
            }
        }
        #expect(compared >= 9)
    }

    /// A machine that starts in the year 2000, with facts of 2026 in its store.
    @Test func aDeadClockIsAskedForTheTime() throws {
        _ = try json("41-dead-clock.json")
        let test = try TestStore(seed: nil)
        let id = try test.waiting(.nogales, TestStore.person(1))
        test.now = try #require(Instant(text: "2000-01-01T00:00:10.000Z"))
        let group = try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        #expect(group.isClockInDoubt)
        test.now = TestStore.morning.adding(minutes: 5)
        let queue = try test.store.queue(at: .nogales, desk: 0, now: test.now)
        let row = try #require(queue?.rows.first { $0.id == id })
        #expect(try #require(row.enteredAt) == TestStore.morning)
        #expect(
            try test.store.board(at: test.now).rows.allSatisfy { ($0.longestWait ?? 0) < 86_400 })
    }

    @Test(arguments: PrinterEncoding.allCases.filter { $0 != .utf8 })
    func aReceiptHasNoQuestionMarkInAName(_ encoding: PrinterEncoding) throws {
        let case42 = try json("42-receipt-letters.json")
        let printer = try Printer {
            [
                "GARITA_PRINTER": "true", "GARITA_PAPER": "t32",
                "GARITA_PRINTER_ENCODING": encoding.rawValue,
                "GARITA_PRINTER_START": "1b7413", "GARITA_PRINTER_CUT": "1d5600",
            ][$0]
        }
        let (bytes, replaced) = printer.bytes(of: try text(case42["name"]))
        #expect(replaced > 0)
        #expect(bytes.starts(with: [0x1B, 0x74, 0x13]))
        let paper = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(paper.hasPrefix("O'HARA-LUKASZ\n") && paper.contains("cambia letras"))
        #expect(bytes.suffix(7) == [10, 10, 10, 10, 0x1D, 0x56, 0])
    }

    @Test func wordsThatAreSyntaxElsewhereAreNames() throws {
        let case43 = try json("43-search-text.json")
        let test = try TestStore()
        let people = try #require(case43["people"]?.elements).map { listed in
            let parts = try text(listed).split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let surnames = parts[0].split(separator: " ").map(String.init)
            var person = PersonData()
            (person.given, person.firstSurname) = (parts[1], surnames[0])
            person.secondSurname = surnames.count > 1 ? surnames[1] : nil
            return person
        }
        _ = try test.group(.nogales, people: people)
        guard case .object(let finds)? = case43["finds"] else {
            throw StoreError.missing(path: "finds")
        }
        for (words, count) in finds {
            #expect(
                try test.store.search(words, at: nil, within: 60_000).count == count.integer,
                "\(words)")
        }
        for words in try #require(case43["never an error"]?.elements).compactMap(\.text) {
            _ = try test.store.search(words, at: nil, within: 60_000)
        }
    }

    @Test func majorityBeginsAtLocalMidnight() throws {
        for row in try #require(try json("48-majority-at-midnight.json")["rows"]?.elements) {
            let test = try TestStore(now: try #require(Instant(text: try text(row["at"]))))
            var person = TestStore.person(1)
            person.birthDate = CivilDate(text: try text(row["birthDate"]))
            let point = try #require(PointCode(try text(row["point"])))
            let id = try test.waiting(point, person)
            #expect(
                JSON.bool(try #require(try test.store.card(id, now: test.now)).isChild)
                    == row["child"], "\(row)")
        }
    }

    /// Each line is refused by itself, and the one after it is still read.
    @Test func crookedLinesAreRefusedOneByOne() throws {
        let lines = try String(contentsOfFile: "\(folder)/hunt-50-json-lines.txt", encoding: .utf8)
        let home = try TestStore.makeFolder()
        defer { TestStore.remove(home) }
        let program = Program(home)
        _ = try program.run(["init", "--officer", "Rosa Ramírez Luna", "--drill", "--seed", "1"])
        let good = #"{"do":"announceGroup","point":"NOG"}"#
        let sent = lines.split(separator: "\n").map(String.init)
        let answers = try program.run(["send"], input: sent.map { "\($0)\n\(good)\n" }.joined()).out
            .split(separator: "\n").map { try #require(try JSONReader().read(String($0))) }
        #expect(answers.count == 2 * sent.count)
        for (index, answer) in answers.enumerated() {
            #expect(answer["ok"] == .bool(index % 2 == 1), "\(sent[index / 2].prefix(60))")
        }
    }
}
