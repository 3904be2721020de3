import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Kill -9 while somebody types, over and over.
@Suite struct KillTests {
    private let folder: String
    private let program: Program
    private let person: Identifier<Reception>

    init() throws {
        folder = try TestStore.makeFolder()
        program = Program(folder)
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let store = try Store(path: "\(folder)/g.db")
        let lead = try store.allOfficers()[0].id
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        func perform(_ command: Command) throws -> any Outcome {
            try store.perform(command, by: lead, at: now).result
        }
        _ = try perform(.act(OpenShift(at: .nogales)))
        _ = try perform(.act(OpenDesk(at: .nogales, 1, attends: nil)))
        let group = try #require(
            try perform(.act(AnnounceGroup(.nogales, Announcement())))["group"]?.integer)
        let added = try perform(.act(AddOffList(Identifier(group), TestStore.person(1))))
        person = Identifier(try #require(added["reception"]?.integer))
        _ = try perform(.act(Triage(person, [])))
        _ = try perform(.act(CallNext(at: .nogales, 1)))
        _ = try perform(.act(StartInterview(person, desk: 1)))
        try store.saveDraft(
            "interview", subject: person.value, field: "aliases", value: "x", by: lead, at: now)
    }

    /// Waits until the store has this draft; the watch says when to look.
    private func wait(
        for value: String, in field: String, _ store: Store, _ lead: Identifier<Officer>
    ) throws {
        let watch = try #require(ChangeWatch(path: store.path))
        while try store.drafts(of: lead).first?.fields[field] != value {
            var descriptor = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
            try #require(poll(&descriptor, 1, 10_000) == 1)
            _ = watch.drain()
        }
    }

    /// Two hundred times: what was typed before the last field is there, of the last a beginning,
    /// the store whole, and the next start offers it.
    @Test func twoHundredKillsLoseAtMostTheLastField() throws {
        defer { TestStore.remove(folder) }
        var random = SeededSource(state: 20_261_121)
        let store = try Store(path: "\(folder)/g.db")
        let lead = try store.allOfficers()[0].id
        for round in 0..<200 {
            let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
            try #require(screen.wait(for: "entrevista a medias"))
            let words = (0..<2).map { _ in
                String(
                    (0..<Int.random(in: 1...12, using: &random)).map { _ in
                        "abcdeñz ".randomElement(using: &random) ?? "a"
                    }
                )
                .trimmingCharacters(in: .whitespaces) + "q"
            }
            // The first field is whole before the second is begun; the kill falls anywhere in the
            // second.
            screen.type("d\u{1B}[6~\u{15}\(words[0])")
            try wait(for: words[0], in: "aliases", store, lead)
            let before = try store.drafts(of: lead).first?.fields["genderIdentity"] ?? ""
            screen.type(
                "\t\u{15}\(words[1].prefix(Int.random(in: 0...words[1].count, using: &random)))")
            kill(screen.process, SIGKILL)
            _ = screen.waitForEnd()
            let kept = try #require(try store.drafts(of: lead).first).fields
            #expect(kept["aliases"] == words[0], "round \(round)")
            let last = kept["genderIdentity"] ?? ""
            #expect(
                last == before || words[1].hasPrefix(last),
                "round \(round): «\(last)» of «\(words[1])»")
        }
        #expect(try store.verify(quick: false) == .holds(events: try store.figures().events))
        #expect(
            try store.card(person, now: Instant(milliseconds: 0))?.reception.stage == .inInterview)
    }
}

private struct SeededSource: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
