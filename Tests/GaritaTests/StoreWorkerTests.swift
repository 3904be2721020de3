import Glibc
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// What the store's thread tells the screen.
@Suite struct StoreWorkerTests {
    private let test: TestStore
    private let wake = makeEventDescriptor(blocks: true)
    private let worker: StoreWorker

    init() throws {
        test = try TestStore()
        let clock = Clock.standing(at: test.now)
        worker = StoreWorker(
            store: try Store(path: test.path), officer: test.lead, clock: clock, wake: wake)
        worker.start()
    }

    /// Everything that was told until the answer to a question asked now.
    private func told() -> [StoreWorker.Answer] {
        worker.add(.effect(.load(SignersHere(), holds: true)))
        var answers: [StoreWorker.Answer] = []
        while true {
            var count: UInt64 = 0
            guard read(wake, &count, 8) == 8 else { return answers }
            answers += worker.takeAnswers()
            let isOver = answers.contains {
                if case .reply(let reply, _) = $0 {
                    reply.answer(to: SignersHere()) != nil
                } else {
                    false
                }
            }
            if isOver { return answers }
        }
    }

    private func changes() -> Int { told().count { if case .changed = $0 { true } else { false } } }

    /// One's own act brings its screen anew by its answer, and not once more as if another desk had
    /// written.
    @Test func ownActIsNoNewsAndAnothersIs() throws {
        defer {
            worker.finish()
            close(wake)
        }
        worker.add(.checkChanges)
        #expect(changes() == 0)
        worker.add(.effect(.perform(.act(OpenShift(at: .nogales)))))
        worker.add(.checkChanges)
        #expect(changes() == 0)
        try test.perform(.act(OpenShift(at: .tijuana)))
        worker.add(.checkChanges)
        #expect(changes() == 1)
        // Another desk wrote in between: what it wrote was not seen by the own act's answer.
        try test.perform(.act(OpenDesk(at: .tijuana, 1, attends: nil)))
        worker.add(.effect(.perform(.act(OpenDesk(at: .nogales, 1, attends: nil)))))
        worker.add(.checkChanges)
        #expect(changes() == 1)
    }

    /// A list brought in opens its roll call: what it wrote is no news of another desk either.
    @Test func aListBroughtInIsNoNews() throws {
        defer {
            worker.finish()
            close(wake)
        }
        worker.add(.checkChanges)
        #expect(changes() == 0)
        var options = ListOptions()
        options.mode = Mode.allCases.first
        options.authority = Authority.allCases.first
        let list = "Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\nVera;Eva;24/04/1990\n"
        worker.add(.effect(.readList(text: list, .nogales, bring: true, into: nil, options)))
        worker.add(.checkChanges)
        let told = told()
        let groups = told.compactMap { answer -> Identifier<Group>? in
            if case .reply(.list(let outcome), _) = answer { outcome.group } else { nil }
        }
        #expect(groups.count == 1)
        #expect(!told.contains { if case .changed = $0 { true } else { false } })
    }
}
