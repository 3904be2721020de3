import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

@testable import garita

/// The journal of the practice day of seed 1, to two in the afternoon, as it was kept: the same
/// day, fact by fact.
///
/// That is some thousands of facts; what is kept of each hundred is how many of each kind there are
/// and a digest of all that stands in them. Written anew with `RECORD=1`.
@Suite struct PracticeJournalTests {
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
    private static let size = 100

    /// What official tables count is kept apart: without it, and in the first form, the journal is
    /// as it was before either was written.
    @Test func thePracticeDayOfSeedOneWritesTheSameJournal() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/practica.db"
        let (plan, start) = try DemoProgram.prepare(path, seed: 1)
        let store = try Store(path: path)
        try store.setSynchronous(false)
        plan.perform = { command, officer, at in
            (try? store.perform(command, by: officer, at: at)).map { ($0.result, $0.act) }
        }
        plan.stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
        // To the afternoon: everything that a day has was done many times by then.
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in
            plan.advance(to: start.adding(minutes: 4 * 60))
        }
        try expect("practice-day.txt", facts(path, with: "class <> 'statistical'"))
        try expect(
            "practice-day-counted.txt",
            facts(path, with: "class = 'statistical'").filter { $0.contains("statistical{") })
    }

    private func expect(_ name: String, _ lines: [String]) throws {
        let golden = PracticeJournalTests.golden.appendingPathComponent(name)
        let text = digests(lines).joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: golden, encoding: .utf8)
        let first = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
            .enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let from = (first ?? 0) * PracticeJournalTests.size
        let differing = first == nil ? [] : lines.dropFirst(from).prefix(PracticeJournalTests.size)
        #expect(first == nil, "now, from fact \(from):\n\(differing.joined(separator: "\n"))")
        #expect(kept == text)
    }

    /// Every fact with its bodies, as the first form said it, but for which account of this machine
    /// leads.
    private func facts(_ path: String, with bodies: String) throws -> [String] {
        let connection = try Connection(path: path, mode: .read)
        let account = "\"account\":\(JSON.string(Environment.account).serialized)"
        let rows = try connection.statement(
            """
            SELECT j.seq, json_array(j.seq, act, at, occurredAt, "offset", day, cutDay, point, desk, officer, kind,
              min(v, 1), subject, undoes) || '|' || kind || '|' || payload, class, body
            FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq AND \(bodies) ORDER BY j.seq, class
            """
        ).all { row in
            (row.int(0), row.text(1), row.isNull(2) ? nil : (row.text(2), row.text(3)))
        }
        var form = try FirstForm()
        var lines: [Int: String] = [:]
        for (seq, head, body) in rows {
            let start = lines[seq].map { $0 + "|" } ?? head
            lines[seq] = try start + (body.map { try $0.0 + form.body($0.1) } ?? "")
        }
        return lines.sorted { $0.key < $1.key }.map {
            $0.value.replacingOccurrences(of: account, with: "\"account\":\"‹cuenta›\"")
        }
    }

    private func digests(_ lines: [String]) -> [String] {
        stride(from: 0, to: lines.count, by: PracticeJournalTests.size).map { first in
            let chunk = lines[first..<min(lines.count, first + PracticeJournalTests.size)]
            // FNV-1a, 64 bits.
            let digest = chunk.reduce(into: 0xcbf2_9ce4_8422_2325 as UInt64) { hash, line in
                for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
            let kinds = chunk.reduce(into: [String: Int]()) { $0[kind(of: $1), default: 0] += 1 }
                .sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            return
                """
                \(first + 1)–\(first + chunk.count) \(String(digest, radix: 16)) \
                \(kinds.joined(separator: ", "))
                """
        }
    }

    private func kind(of line: String) -> String {
        EventKind.allCases.map(\.rawValue).first { line.contains("|\($0)|") } ?? "?"
    }
}

/// Facts as the first form said them: of the answers of an interview, the whole bag of each class of
/// which one had changed. The journal that was kept in it is what the newer form is compared with.
private struct FirstForm {
    private let reader: JSONReader
    private var bags: [String: Answers] = [:]

    init() throws { reader = try JSONReader() }

    mutating func body(_ text: String) throws -> String {
        guard text.contains("nswers."), case .object(let entities)? = try reader.read(text) else {
            return text
        }
        var whole: [String: JSON] = [:]
        for (key, value) in entities {
            guard case .object(var fields) = value else { continue }
            for (name, answer) in fields {
                let entry = Change.Entry(name, .plain, .null)
                guard let question = entry.answer else { continue }
                fields[name] = nil
                let bag = "\(key).\(entry.column)"
                bags[bag, default: Answers()][named: question] = answer.text
                fields[entry.column] = bags[bag]?.stored.json
            }
            whole[key] = .object(fields)
        }
        return JSON.object(whole).serialized
    }
}
