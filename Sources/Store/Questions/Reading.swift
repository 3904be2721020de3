import Repatriation
import SQLite

/// What may be asked of what is kept about people: who may ask at all, how it is answered through
/// one reader's eyes, and which traces that leaves.
package struct Reading<Answer> {
    private let oversight: Oversight?
    private let find: (Look) throws -> Answer
    private let traces: (Answer) -> [Trace]

    init(
        _ oversight: Oversight? = nil, traces: @escaping (Answer) -> [Trace] = { _ in [] },
        _ find: @escaping (Look) throws -> Answer
    ) {
        self.oversight = oversight
        self.find = find
        self.traces = traces
    }

    fileprivate func answer(_ look: Look) throws -> (Answer, [Trace]) {
        if let oversight { try look.require(oversight) }
        let answer = try find(look)
        return (answer, traces(answer))
    }
}

/// A screen's question with how it is answered; beside its reading in a file of its own.
package protocol Readable: Query {
    /// Its answer, with the traces that seeing it leaves.
    var reading: Reading<Answer> { get }
    /// What is told instead while it was not opened; nil where nothing has to be.
    var unopened: Reading<Answer>? { get }
}

extension Readable {
    package var unopened: Reading<Answer>? { nil }
}

/// What was asked about is not there, or not any more.
package struct Gone: Error {}

/// What is there. Throws `Gone` where nothing is.
func there<Found>(_ found: Found?) throws -> Found {
    guard let found else { throw Gone() }
    return found
}

extension Trace {
    /// A look at some people; none where there is nobody.
    static func at(_ people: some Collection<Int>, _ kind: ReadKind) -> [Trace] {
        people.isEmpty ? [] : [Trace(kind, count: people.count, people: people)]
    }

    /// That so many of a list are known here; none where nobody is.
    static func match(of count: Int) -> [Trace] {
        count == 0 ? [] : [Trace(.match, count: count)]
    }
}

extension Store {
    /// The one door to what is kept about people: who asks is always said, and what they may not
    /// know is left out. What leaves a trace is given out once the trace is written, durably; where
    /// it cannot be, nothing is.
    ///
    /// `noting` may leave a trace out, or narrow it, where the same was shown before. Throws what
    /// `StoreError` says, `unknownOfficer`, and `notAllowed` where the question is not for
    /// everybody.
    package func answer<Answer>(
        _ question: Reading<Answer>, for asker: Asker, at now: Instant,
        why reason: ReadReason? = nil, noting: (Trace) -> Trace? = { $0 }
    ) throws -> Answer {
        if let moved { throw moved }
        let (answer, traces): (Answer, [Trace])
        do {
            (answer, traces) = try connection.snapshot {
                try question.answer(Look(self, asker, officer: who(asker), now: now))
            }
        } catch let error as SQLiteError { throw StoreError(error, path: path) }
        guard case .officer(let officer) = asker else { return answer }
        for trace in traces.compactMap(noting) {
            try note(
                ReadRecord(
                    at: now, officer: officer, subject: trace.subject, what: trace.kind,
                    reason: reason, count: trace.count))
        }
        return answer
    }

    /// Who asks, as they are now. Throws `unknownOfficer`.
    private func who(_ asker: Asker) throws -> Officer? {
        guard case .officer(let id) = asker else { return nil }
        guard let officer: Officer = try rows.find(id) else { throw Refusal(.unknownOfficer) }
        return officer
    }

    /// Notes a reading, durably.
    func note(_ read: ReadRecord) throws(StoreError) {
        sit(read.officer)
        try keep { () throws(SQLiteError) in
            try connection.statement(
                """
                INSERT INTO reads (at, officer, subject, what, reason, n) VALUES \
                (?,?,?,?,?,?)
                """
            ).bind(read.at.milliseconds).bind(read.officer.value).bind(read.subject).bind(
                read.what
            )
            .bind(read.reason?.rawValue).bind(read.count).run()
        }
    }
}

/// One look into the store: through whose eyes, and when. What fails below is the door's to say.
struct Look {
    let store: Store
    let reader: Reader
    let now: Instant
    /// What official sums were at moments that it has asked about.
    let earlier = EarlierStates()
    private let who: Officer?

    fileprivate init(_ store: Store, _ asker: Asker, officer: Officer?, now: Instant) {
        self.store = store
        self.now = now
        who = officer
        let eyes: Reader = asker == .program ? .program : .nobody
        reader = officer.map { Reader($0, isDrill: store.isDrill) } ?? eyes
    }

    /// A look of the rules, through the eyes of whoever acts.
    init(_ store: Store, _ reader: Reader, now: Instant) {
        self.store = store
        self.reader = reader
        self.now = now
        who = nil
    }

    var rows: Rows { store.rows }
    var connection: Connection { store.connection }
    var journal: Journal { store.journal }
    /// Who looks; nil for the program's own work.
    var officer: Identifier<Officer>? { who?.id }

    func point(_ code: PointCode) throws -> ReceivingPoint? { try store.point(code) }

    /// The clock of a point, at the moment of the look.
    func local(at point: ReceivingPoint) throws -> LocalTime {
        try store.zone(point.zone).local(store.sure(now))
    }

    func short(_ officer: Identifier<Officer>?) throws -> String? {
        try officer.flatMap { try store.officer($0)?.short }
    }

    /// Throws `notAllowed` unless whoever looks may; the program's own work may.
    fileprivate func require(_ oversight: Oversight) throws {
        if reader == .program { return }
        guard let who else { throw Refusal(.unknownOfficer) }
        try oversight.check(who, isDrill: store.isDrill)
    }
}
