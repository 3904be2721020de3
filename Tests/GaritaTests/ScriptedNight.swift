import Foundation
import Repatriation
import Store
import Support
import Testing

/// A night typed at one terminal, the journal beside it: every key says what it is meant to write,
/// and nothing else is.
final class ScriptedNight {
    /// A fact that a key is meant to write: its kind, and whose it is by the number of the list;
    /// nil is nobody's.
    struct Written: Equatable {
        let kind: EventKind
        var number: Int?

        init(_ kind: EventKind, _ number: Int? = nil) { (self.kind, self.number) = (kind, number) }
    }

    /// The number that stands here for whoever is on no list.
    static let offList = 0

    let program: Program
    let store: Store
    private(set) var screen: ShownScreen
    private(set) var people: [Int: Identifier<Reception>] = [:]
    private var journal: [JournalEntry] = []
    /// How many keys by mistake were taken back.
    private(set) var slips = 0

    init(_ program: Program, password: String) throws {
        self.program = program
        store = try Store(path: "\(program.folder)/g.db")
        let lead = try store.allOfficers()[0].id
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        try store.setPassword(Phrase(Array(password.utf8)), of: lead, by: lead, at: now)
        screen = try ScriptedNight.open(program)
        journal = try read()
    }

    /// The desk is opened anew, as on the next morning.
    func startAgain() throws { screen = try ScriptedNight.open(program) }

    private static func open(_ program: Program) throws -> ShownScreen {
        try program.show(["desk", "--point", "NOG", "--desk", "1"], rows: 40, columns: 120)
    }

    // MARK: Keys

    /// Types, waits for what the screen answers, and compares what the journal has more than
    /// before.
    func press(_ keys: String, shows words: String, writes: [Written] = [], at line: Int = #line)
        throws
    {
        try press(keys, until: { self.screen.has(words) }, writes: writes, at: line)
    }

    /// Types, waits until the screen is as wanted, and compares what the journal has more than
    /// before.
    func press(
        _ keys: String, until isWanted: () -> Bool, writes: [Written] = [], at line: Int = #line
    ) throws {
        let wasSo = isWanted()
        try #require(!wasSo, "line \(line): it was so before\n\(screen.text)")
        screen.type(keys)
        let isSo = screen.wait(until: isWanted)
        try #require(isSo, "line \(line)\n\(screen.text)")
        try check(writes, after: keys, line)
    }

    /// Waits for words on the screen.
    func wait(for words: String, _ line: Int = #line) throws {
        let came = screen.wait { self.screen.has(words) }
        try #require(came, "line \(line): «\(words)» did not come\n\(screen.text)")
    }

    private func check(_ writes: [Written], after keys: String, _ line: Int) throws {
        let before = journal.count
        journal = try read()
        findPeople()
        let written = journal.dropFirst(before).map(named)
        try #require(
            written == writes, "line \(line): after «\(keys.debugDescription)»\n\(screen.text)")
    }

    /// A key by mistake, then `u` and Enter: the journal has both, and everything about the person
    /// is as before.
    ///
    /// A number once given stays the person's, also where the reception is taken back, and so does
    /// that they were counted otherwise for a while.
    func slip(
        _ keys: String, shows words: String, undo told: String, writes kinds: [EventKind],
        of number: Int,
        at line: Int = #line
    ) throws {
        slips += 1
        let before = try facts(number)
        let length = journal.count
        try press(keys, shows: words, writes: kinds.map { Written($0, number) }, at: line)
        let slipped = try #require(journal.dropFirst(length).first).act
        try press("u", shows: "Deshacer: ", at: line)
        try wait(for: told, line)
        try press(
            "\r", shows: "Deshecho: ", writes: kinds.map { _ in Written(.undone, number) }, at: line
        )
        try wait(for: told, line)
        #expect(
            journal.suffix(kinds.count).allSatisfy { $0.event.undoes == slipped }, "line \(line)")
        let after = try facts(number)
        let kept: Set<String> = ["ticket", "ticketDay", "recountedAt", "dateMovedAt"]
        let changed = after.keys.filter { after[$0] != before[$0] && !kept.contains($0) }
        #expect(changed.isEmpty, "line \(line): \(changed.sorted())")
    }

    /// `u` offers to take the last act back, and Esc leaves it as it is.
    func mayUndo(_ told: String, at line: Int = #line) throws {
        try press("u", shows: "Deshacer: ", at: line)
        try wait(for: told, line)
        try press("\u{1B}", until: { !self.screen.has("Deshacer: ") }, at: line)
    }

    /// `u` says of the last act that it is not to be taken back, and takes nothing else back.
    func cannotUndo(_ told: String, at line: Int = #line) throws {
        try press("u", shows: "Lo último suyo: ", at: line)
        try wait(for: told, line)
        try press("\u{1B}", until: { !self.screen.has("Lo último suyo: ") }, at: line)
    }

    /// Puts the cursor of the queue on somebody, from the top of the list down.
    func select(_ words: String, at line: Int = #line) throws {
        screen.type("g")
        var isThere = screen.wait { self.screen.lines[3].contains("▌") }
        while isThere, !screen.selected.lowercased().contains(words.lowercased()) {
            let seen = screen.selected
            screen.type("j")
            isThere = screen.wait { ![seen, ""].contains(self.screen.selected) }
        }
        try #require(isThere, "line \(line): nobody is «\(words)»\n\(screen.text)")
    }

    // MARK: What was written

    private func read() throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        try store.history { entries.append($0) }
        return entries
    }

    private func findPeople() {
        for entry in journal where [.listed, .received].contains(entry.event.kind) {
            let id = Identifier<Reception>(entry.event.subject)
            guard !people.values.contains(id), let person = try? store.reception(id) else {
                continue
            }
            people[person.listNumber ?? ScriptedNight.offList] = id
        }
    }

    private func named(_ entry: JournalEntry) -> Written {
        let number = people.first { $0.value.value == entry.event.subject }?.key
        return Written(entry.event.kind, number)
    }

    func reception(_ number: Int) throws -> Reception {
        let id = try #require(people[number])
        return try #require(try store.reception(id))
    }

    private func facts(_ number: Int) throws -> [String: Value] {
        let person = try reception(number)
        return Reception.fieldsByName.mapValues { $0.get(person) }
    }

    /// The kinds of the whole journal with how often each stands there.
    var kinds: [EventKind: Int] {
        Dictionary(journal.map { ($0.event.kind, 1) }, uniquingKeysWith: +)
    }
}
