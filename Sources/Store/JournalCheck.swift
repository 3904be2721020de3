import Repatriation
import SQLite

/// What must hold of the journal's rows one after the other, whatever they say.
struct JournalCheck {
    /// The numbers that an origin's rows have.
    private struct Span {
        var least = Int.max
        var greatest = 0
        var count = 0
    }
    private struct Run: Equatable {
        let act: Int
        let at: Int
        let origin: Int
        let officer: Int
    }

    /// The number of the last row before these.
    let start: Int
    private let officers: Set<Int>
    private var spans: [Int: Span] = [:]
    private var run: Run?
    private(set) var rows = 0
    /// Rows of a later program.
    private(set) var later = 0
    /// How many acts there are, where the rows of each stand together.
    private(set) var acts = 0
    private(set) var areRowsWhole = true
    private(set) var areActsWhole = true
    private(set) var areOthersKnown = true
    /// What they add up to; nil where nobody keeps it.
    private(set) var sums: JournalSums?
    private let proof: Proof?
    /// The rows through the last that was proven are what they were then.
    private(set) var isAsProven: Bool

    init(
        _ connection: Connection, after start: Int, addingTo sums: JournalSums? = nil,
        against proof: Proof? = nil
    ) throws(SQLiteError) {
        self.start = start
        self.sums = sums
        self.proof = proof
        isAsProven = proof == nil
        officers = Set(try connection.statement("SELECT id FROM officer").all { $0.exactInt(0) })
    }

    /// Looks at the row where a cursor stands.
    mutating func look(
        at cursor: JournalCursor, isLater: Bool, _ reader: JSONReader
    ) throws(SQLiteError) {
        let row = cursor.row
        rows += 1
        sums?.add(cursor)
        if let proof, row.exactInt(0) == proof.seq {
            isAsProven = sums?.shares == proof.journal.shares && (0...rows).contains(proof.later)
        }
        if row.exactInt(0) != start + rows || !isPlausible(row) { areRowsWhole = false }
        if isLater {
            later += 1
            if try !reader.isJSON(row.text(16)) { areRowsWhole = false }
        }
        let origin = row.exactInt(1)
        let number = row.exactInt(2)
        var span = spans[origin] ?? Span()
        span.count += 1
        span.least = min(span.least, number)
        span.greatest = max(span.greatest, number)
        spans[origin] = span
        look(at: row, of: origin)
    }

    /// A time, an offset, a kind and a version that some program gives.
    private func isPlausible(_ row: Statement) -> Bool {
        let isKind = row.withBytes(12) { kind in
            !kind.isEmpty && kind.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
        }
        return isKind && (1...999).contains(row.exactInt(13))
            && (Instant.earliest.milliseconds...Instant.latest.milliseconds)
                .contains(row.exactInt(4))
            && (-86_400...86_400).contains(row.exactInt(6))
            // What happened is never of a later hour than when it was learned.
            && (row.isNull(5)
                || (Instant.earliest.milliseconds...row.exactInt(4)).contains(row.exactInt(5)))
    }

    /// The rows of an act stand together, of one moment and officer; what they name is there.
    private mutating func look(at row: Statement, of origin: Int) {
        let now = Run(
            act: row.exactInt(3), at: row.exactInt(4), origin: origin, officer: row.exactInt(11))
        if run?.act != now.act { acts += 1 } else if run != now { areActsWhole = false }
        run = now
        let bits = IdentifierSource.counterBits + 24
        if !officers.contains(now.officer) || !(0...1 << bits).contains(row.exactInt(14))
            || !(0...999).contains(row.exactInt(10))
        {
            areOthersKnown = false
        }
    }

    /// The rows of each origin are those after what it had before.
    func areOriginsWhole(_ connection: Connection) throws(SQLiteError) -> Bool {
        for (origin, span) in spans {
            let before =
                start == 0
                ? 0
                : try connection.statement(
                    """
                    SELECT oseq FROM journal WHERE origin = ? AND seq <= ?
                    ORDER BY oseq DESC LIMIT 1
                    """
                ).bind(origin).bind(start).first { $0.exactInt(0) } ?? 0
            guard span.least == before + 1, span.greatest - before == span.count else {
                return false
            }
        }
        return true
    }
}

/// Numbers in their order out of several statements that each give theirs in order.
struct MergedNumbers {
    private var sources: [(statement: Statement, number: Int)] = []

    /// Whether a number stands in two of them, or twice in one. O(numbers), none kept.
    static func areDouble(_ sql: [String], _ connection: Connection) throws(SQLiteError) -> Bool {
        var merged = MergedNumbers()
        for text in sql {
            let statement = try connection.statement(text)
            if try statement.step() { merged.insert((statement, statement.exactInt(0))) }
        }
        defer { for source in merged.sources { source.statement.reset() } }
        var last: Int?
        while let (statement, number) = merged.sources.popLast() {
            if number == last { return true }
            last = number
            if try statement.step() { merged.insert((statement, statement.exactInt(0))) }
        }
        return false
    }

    /// The least stands last.
    private mutating func insert(_ source: (statement: Statement, number: Int)) {
        var place = sources.count
        while place > 0, sources[place - 1].number < source.number { place -= 1 }
        sources.insert(source, at: place)
    }
}
