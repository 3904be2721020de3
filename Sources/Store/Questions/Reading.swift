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
        let (answer, traces) = try connection.snapshot {
            let reader = try reader(asker)
            return try question.answer(Look(store: self, asker: asker, reader: reader, now: now))
        }
        guard case .officer(let officer) = asker else { return answer }
        for trace in traces.compactMap(noting) {
            try note(
                ReadRecord(
                    at: now, officer: officer, subject: trace.subject, what: trace.kind,
                    reason: reason, count: trace.count))
        }
        return answer
    }

    /// Through whose eyes somebody reads now. Throws `unknownOfficer`.
    private func reader(_ asker: Asker) throws -> Reader {
        guard case .officer(let id) = asker else { return asker == .program ? .program : .nobody }
        let officer: Officer? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        guard let officer else { throw Refusal(.unknownOfficer) }
        return Reader(officer, isDrill: isDrill)
    }

    /// Notes a reading, durably.
    func note(_ read: ReadRecord) throws(StoreError) {
        sit(read.officer)
        try exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
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
            }, orWrap: { $0 })
    }
}

/// One look into the store: through whose eyes, and when.
struct Look {
    let store: Store
    let asker: Asker
    let reader: Reader
    let now: Instant

    var rows: Rows { store.rows }
    var connection: Connection { store.connection }
    var journal: Journal { store.journal }
    /// Who looks; nil for the program's own work.
    var officer: Identifier<Officer>? {
        if case .officer(let id) = asker { id } else { nil }
    }

    func wrap<Result>(_ body: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
        try store.wrap(body)
    }

    func point(_ code: PointCode) throws(StoreError) -> ReceivingPoint? { try store.point(code) }

    /// The clock of a point, at the moment of the look.
    func local(at point: ReceivingPoint) throws(StoreError) -> LocalTime {
        try store.zone(point.zone).local(store.sure(now))
    }

    func short(_ officer: Identifier<Officer>?) throws(StoreError) -> String? {
        guard let officer else { return nil }
        return try store.officer(officer)?.short
    }

    /// Throws `notAllowed` unless whoever looks may; the program's own work may.
    func require(_ oversight: Oversight) throws {
        if asker == .program { return }
        guard let officer, let found: Officer = try rows.find(officer) else {
            throw Refusal(.unknownOfficer)
        }
        try oversight.check(found, isDrill: store.isDrill)
    }
}
