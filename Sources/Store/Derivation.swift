import Repatriation
import SQLite

/// What follows from receptions and referrals, as sums: counts, keys, places and words to be found
/// by.
///
/// `Fold` keeps the same change by change; here it is made of how each row is in the end.
struct Derivation {
    private let key: DigestKey
    private let words: NameWords
    private(set) var sums = TableSums()

    /// What it reads of a reception.
    static let fields = Array(
        Set(Rows.countedFields + Rows.searchNames + ["personalAnswers"])
    ).sorted()
    private static let slice = ReceptionSlice(fields)

    init(_ key: DigestKey) throws(SQLiteError) {
        self.key = key
        words = try NameWords(key)
    }

    /// What follows from every reception and referral of a database.
    static func all(in connection: Connection, _ key: DigestKey) throws(SQLiteError) -> TableSums {
        var derivation = try Derivation(key)
        let people = try connection.statement("SELECT id, \(slice.columns()) FROM reception")
        defer { people.reset() }
        while try people.step() {
            try derivation.add(slice.read(people, id: people.exactInt(0), from: 1))
        }
        for referral in try Rows(connection).all(Referral.self, "state IN ('sent', 'accepted')") {
            derivation.add(referral)
        }
        return try derivation.finished()
    }

    /// Adds what follows from a reception, or takes it away.
    mutating func add(_ person: Reception, times: Int = 1) throws(SQLiteError) {
        for cell in cells(of: person) { add(cell, times) }
        for tally in tallies(of: person) {
            for period in tally.periods {
                add(
                    TableSums.tally, times, .int(tally.facet.rawValue), .int(period),
                    .text(tally.point.text), .text(tally.key))
            }
        }
        for key in person.keptKeys {
            add("block", times, .int(key), .int(person.id.value))
        }
        for field in ProfileField.places {
            guard let name = person.personalAnswers[field], Fold.isPlace(name) else { continue }
            add("place", times, .text(field.rawValue), .text(name))
        }
        let text = person.searchText
        if !text.isEmpty { try words.add(text, of: person.id.value, times: times) }
    }

    /// Adds what follows from a referral, or takes it away.
    mutating func add(_ referral: Referral, times: Int = 1) {
        for cell in cells(of: referral) { add(cell, times) }
    }

    /// The sums of all that was added.
    mutating func finished() throws(SQLiteError) -> TableSums {
        sums[TableSums.names] = try words.sum()
        return sums
    }

    private mutating func add(_ cell: Cell, _ times: Int) {
        add(
            "cell", times, .text(cell.scope), .int(cell.measure.rawValue),
            .text(cell.day?.text ?? ""))
    }

    private mutating func add(_ table: String, _ times: Int, _ values: Value...) {
        var digest = RowDigest(key)
        for value in values { digest.add(value) }
        sums.add(digest.value, to: table, times: times)
    }
}

/// The words under which names are found, as the index of names takes them apart: by an index of
/// its own kind in memory, some names at a time.
final class NameWords {
    private let key: DigestKey
    private let index: Connection
    private var waiting: [(text: String, id: Int)] = []
    private var times = 1
    private var total: UInt64 = 0
    private static let most = 2000

    init(_ key: DigestKey) throws(SQLiteError) {
        self.key = key
        index = try Connection(path: ":memory:", mode: .create)
        try index.execute(
            """
            CREATE VIRTUAL TABLE names USING fts5(
              name, content='', detail=none, tokenize="unicode61 remove_diacritics 2");
            CREATE VIRTUAL TABLE words USING fts5vocab(names, instance);
            """)
    }

    /// Adds the words of one, or takes them away.
    func add(_ text: String, of id: Int, times: Int) throws(SQLiteError) {
        if times != self.times || waiting.count >= NameWords.most { try take() }
        self.times = times
        waiting.append((text, id))
    }

    /// The sum of all that was added.
    func sum() throws(SQLiteError) -> UInt64 {
        try take()
        return total
    }

    private func take() throws(SQLiteError) {
        guard !waiting.isEmpty else { return }
        defer { waiting.removeAll(keepingCapacity: true) }
        try index.execute("BEGIN")
        let insert = try index.statement("INSERT INTO names (rowid, name) VALUES (?,?)")
        for (text, id) in waiting {
            insert.reset()
            try insert.bind(id).bind(text).run()
        }
        let rows = try index.statement("SELECT term, doc FROM words")
        while try rows.step() {
            var digest = RowDigest(key)
            digest.add(rows, 0..<2)
            total = total &+ digest.value &* UInt64(truncatingIfNeeded: times)
        }
        try index.execute("INSERT INTO names(names) VALUES('delete-all'); COMMIT")
    }
}
