import Repatriation

/// What of a long list is asked and made before the queue, where no other desk waits for it.
struct Foreseen {
    /// The journal's last row then.
    let seq: Int
    private let people: [PersonData]
    /// Who was inside already.
    private let inside: Set<Int>
    private let each: [ListedAhead]

    init(seq: Int, people: [PersonData], inside: Set<Int>, each: [ListedAhead]) {
        self.seq = seq
        self.people = people
        self.inside = inside
        self.each = each
    }

    /// What was made of each; nil where it was made of others.
    func each(of asked: [PersonData]) -> [ListedAhead]? { asked == people ? each : nil }

    /// What was made of those whom an act puts on a list; nil where it was made of others.
    func each(of act: any Act) -> [ListedAhead]? {
        (act as? AddToList).flatMap { each(of: $0.people) }
    }

    /// Who has to be asked about in the queue: who was inside, and who has a number that facts
    /// since have changed.
    func open(_ changed: (Int) throws(StoreError) -> Set<String>) throws(StoreError) -> [Int] {
        let numbers = try changed(seq)
        guard !numbers.isEmpty else { return inside.sorted() }
        return each.indices.filter {
            inside.contains($0) || each[$0].facts.curp.map(numbers.contains) == true
        }
    }
}

/// What follows from the words of a list about somebody, by whatever numbers they and their group
/// are known in the end.
struct ListedAhead {
    let facts: MatchFacts
    /// The keys under which they are found.
    let keys: [Int]
    /// What the journal's bodies say, but for whom.
    private let bodies: [Journal.Body]

    init(_ person: PersonData) {
        facts = MatchFacts(person)
        keys = facts.keptKeys
        let blank = Reception(id: Identifier(0))
        var listed = blank
        listed.take(person)
        let opening = ListedAhead.opening(0).utf8.count
        bodies = Journal.bodies(of: Event(.listed, blank, listed)).map {
            Journal.Body(access: $0.access, text: String($0.text.dropFirst(opening)))
        }
    }

    /// The bodies of the event that puts them on a list; nil where it says more than that.
    func bodies(of event: Event) -> [Journal.Body]? {
        guard event.kind == .listed, event.changes.count == 1 else { return nil }
        let opening = ListedAhead.opening(event.subject)
        return bodies.map { Journal.Body(access: $0.access, text: opening + $0.text) }
    }

    private static func opening(_ id: Int) -> String {
        "{\"" + Journal.key(.reception, id) + "\":"
    }
}
