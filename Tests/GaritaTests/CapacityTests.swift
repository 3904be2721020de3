import Foundation
import Repatriation
import Store
import Support
import Testing

/// Places with eight desks at once.
@Suite struct CapacityTests {
    /// Eight processes send forty people to a shelter with seven places: seven get one, nobody
    /// more, none is lost.
    @Test func placesAreNeverOverdrawn() throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let store = try Store(path: "\(program.folder)/g.db")
        let lead = try store.allOfficers()[0].id
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        func perform(_ command: Command) throws -> Answer {
            try store.perform(command, by: lead, at: now)
        }
        let shelter = try #require(
            try store.providers(at: .nogales).first { $0.serves == [.shelter] })
        var words = ProviderWords()
        words.places = 7
        _ = try perform(.act(SetProvider(at: .nogales, shelter.id, words)))
        let group =
            try perform(.act(AnnounceGroup(.nogales, Announcement()))).result["group"]?.integer ?? 0
        let people = (1...40).map { TestStore.person($0) }
        let listed =
            try perform(.act(AddToList(Identifier(group), people))).result["receptions"]?.elements
            ?? []
        let lines = listed.compactMap(\.integer).map {
            "{\"do\":\"refer\",\"reception\":\($0),\"kind\":\"shelter\",\"provider\":\(shelter.id.value),\"basis\":\"consent\",\"consent\":true}\n"
        }
        let desks = try (0..<8).map { desk in
            let (process, input, output) = program.piped(["send"])
            try process.run()
            let own = stride(from: desk, to: lines.count, by: 8).map { lines[$0] }.joined()
            try input.fileHandleForWriting.write(contentsOf: Data(own.utf8))
            try input.fileHandleForWriting.close()
            return (process, output)
        }
        var said = ""
        for (process, output) in desks {
            said += String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
        }
        let answers = said.split(separator: "\n")
        #expect(answers.count == 40)
        #expect(answers.count { $0.contains("\"ok\":true") } == 7)
        #expect(answers.count { $0.contains("\"refusal\":\"noPlace\"") } == 33)
        let after = try #require(try store.providers(at: .nogales).first { $0.id == shelter.id })
        #expect(after.held == 7 && after.free == 0)
        #expect(try store.referrals(at: .nogales, now: now).count == 7)
        #expect(try store.verify(quick: false) == .holds(events: try store.figures().events))
    }
}
