import Glibc
import Support
import Terminal

@testable import garita

/// What tests of a class begin with, and how they wait.
enum ClassHarness {
    /// Two who practise the scenario of the man who says he is an uncle, a store each.
    static let text = """
        {
          escenario: "tio", carpeta: "clase",
          personas: ["Ana López", "Beto Ruiz"], forma: "cada-quien", velocidad: 1,
        }
        """

    /// With a class that stands still at its start; `work` is over before its folder goes.
    static func withClass(
        _ text: String = text, patience: Int = 50, _ work: (Classroom, String) throws -> Void
    ) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let files = try ClassFiles(ClassFileTests.write(text, in: folder))
        let classroom = try Classroom(
            files, .es, wake: makeEventDescriptor(blocks: false), patience: patience)
        defer {
            classroom.end()
            close(classroom.wake)
        }
        for room in classroom.rooms { room.running?.day.clock.wait() }
        try work(classroom, files.folder)
    }

    /// Whether something comes to be, within ten seconds.
    static func comes(_ isThere: () throws -> Bool) rethrows -> Bool {
        let end = monotonic() + 10_000_000_000
        while try !isThere() {
            guard monotonic() < end else { return false }
            sched_yield()
        }
        return true
    }
}

extension Classroom {
    /// Waits until the trainer was told words, whatever else was said before.
    func says(_ words: String) -> Bool {
        ClassHarness.comes { takeSaid().contains { $0.es.contains(words) } }
    }

    /// Waits until the trainer was told something; nothing after ten seconds.
    func said() -> String {
        var said: [String] = []
        _ = ClassHarness.comes {
            said = takeSaid().map(\.es)
            return !said.isEmpty
        }
        return said.joined(separator: "\n")
    }
}
