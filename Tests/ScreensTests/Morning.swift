import Foundation
import Repatriation
import Store
import Support
import Testing

@testable import Drill
@testable import garita

/// A practice morning that was lived once: nine points from five to ten, kept as the lines that were
/// sent, so that what screens show does not change with how practices are lived.
enum Morning {
    /// Lives it anew on a store at a path.
    static func live(at path: String) throws {
        let ten = Instant(milliseconds: 1_795_197_600_000)
        try Store.create(
            at: path,
            .init(
                lead: names[0], account: Environment.account, seed: 1,
                now: ten.adding(minutes: -360)))
        let store = try Store(path: path)
        try store.setSynchronous(false)
        var officers = [try #require(try store.allOfficers().first).id]
        try store.batch(orWrap: { $0 as any Error }) {
            for name in names.dropFirst() {
                let added = try store.perform(
                    .act(AddOfficer(name, account: nil, roles: [.officer, .opi])),
                    by: officers[0], at: ten.adding(minutes: -330))
                officers.append(Identifier(added.result["officer"]?.integer ?? 0))
            }
            for line in try lines() {
                try send(line, store, officers, from: ten.adding(minutes: -420))
            }
        }
    }

    private static let names = [
        "Rosa Ramírez Luna", "Tomás Toledo Vera", "Inés Salas Ortiz", "Beto Ibarra Soto",
        "Clara Duarte León", "Hugo Navarro Gil",
    ]

    private static func lines() throws -> [Substring] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/morning.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
    }

    private static func send(
        _ line: Substring, _ store: Store, _ officers: [Identifier<Officer>], from start: Instant
    ) throws {
        let parts = line.split(separator: " ", maxSplits: 2)
        let at = start.adding(seconds: try #require(Int(parts[0])))
        guard let officer = Int(parts[1]) else {
            let place = parts[2].split(separator: " ")
            let point = try #require(PointCode(String(place[0])))
            try store.heartbeat(point: point, desk: Int(place[1]) ?? 0, of: nil, at: at)
            return
        }
        let base = officers[0].value - 1
        let json = try #require(try JSONReader().read(String(parts[2])))
        let command = try Command(json.resolved { .int(base + (Int($0) ?? 0)) })
        _ = try store.perform(suggesting(command), by: officers[officer], at: at)
    }

    /// A list that was read from a file suggests what it remarks, which a line does not say.
    private static func suggesting(_ command: Command) -> Command {
        guard var list = command.act(AddToList.self) else { return command }
        for index in list.people.indices where list.people[index].notes != nil {
            list.people[index].suggested = [.medical]
        }
        return .act(list)
    }
}
