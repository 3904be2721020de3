import Glibc
import Repatriation
import Store

/// One durable `callNext` beside the yardstick in the same run, and what it asks of the file.
struct CallBench {
    let path: String
    private static let rounds = 400

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let point = PointCode("NOG") else { return }
        try CallBench.prepare(store, lead.id, point, waiting: 1200)
        let perform = { (command: Command) in
            try store.perform(command, by: lead.id, at: now())
        }
        let insert = try Insert(beside: path)
        let full = try CallBench.calls(store, point, perform) { try insert.measure() }
        try store.setSynchronous(false)
        let off = try CallBench.calls(store, point, perform) {}
        try store.setSynchronous(true)
        figures += [
            Figure(name: "callNext at FULL", value: full.median, unit: "µs"),
            Figure(name: "callNext at FULL, p99", value: full.at(0.99), unit: "µs"),
            Figure(name: "callNext at OFF", value: off.median, unit: "µs"),
            Figure(name: "insert", value: insert.samples.median, unit: "µs"),
            Figure(name: "insert, p99", value: insert.samples.at(0.99), unit: "µs"),
            Figure(name: "callNext at FULL", full.median, besideInsert: insert, bar: 1.7),
        ]
        try cost(store, point, perform, &figures)
    }

    /// Each call is taken back outside of what is measured, and `between` comes after it.
    private static func calls(
        _ store: Store, _ point: PointCode, _ perform: (Command) throws -> Answer,
        _ between: () throws -> Void
    ) throws -> Samples {
        var calls = Samples()
        for _ in 0..<rounds {
            let answer = try calls.measure { try perform(.act(CallNext(at: point, 1))) }
            try between()
            try takeBack(answer, perform)
            store.tidy()
        }
        return calls
    }

    private static func takeBack(
        _ answer: Answer, _ perform: (Command) throws -> Answer
    ) throws {
        guard let id = (answer.result as? Called)?.reception else {
            throw Refusal(.unknownReception)
        }
        _ = try perform(.act(Park(id, nil, reason: nil)))
        _ = try perform(.act(Resume(id, reason: nil)))
    }

    /// Pages of the log and statements of a call, which no clock moves.
    private func cost(
        _ store: Store, _ point: PointCode, _ perform: (Command) throws -> Answer,
        _ figures: inout [Figure]
    ) throws {
        var pages: [Double] = []
        var statements = 0
        for _ in 0..<60 {
            let call = try store.costing { try perform(.act(CallNext(at: point, 1))) }
            if let written = call.pages { pages.append(Double(written)) }
            statements = max(statements, call.statements)
            try CallBench.takeBack(call.result, perform)
        }
        let sorted = pages.sorted()
        figures += [
            Figure(
                name: "pages that a callNext writes, median", value: sorted[sorted.count / 2],
                bar: 9, unit: "pages"),
            Figure(
                name: "pages that a callNext writes, most", value: sorted.last ?? 0,
                unit: "pages"),
            Figure(
                name: "statements of a callNext, begin and commit among them, most",
                value: Double(statements), bar: 8, unit: "statements"),
        ]
    }

    /// A shift, eight desks, and so many people of the list received and waiting.
    static func prepare(
        _ store: Store, _ lead: Identifier<Officer>, _ point: PointCode, waiting: Int
    ) throws {
        _ = try store.perform(.act(SetPoint(point, ["desks": .int(9)])), by: lead, at: now())
        _ = try store.perform(.act(OpenShift(at: point)), by: lead, at: now())
        for desk in 1...9 {
            _ = try store.perform(
                .act(OpenDesk(at: point, desk, attends: nil)), by: lead, at: now())
        }
        guard let group = try store.answer(GroupsOf(point).reading, for: .program, at: now()).first
        else { return }
        let flags: [Set<Flag>] = [[], [], [], [.medical], [.smallChildren], [.older]]
        let ids = try store.firstListed(in: group.id, most: waiting)
        try store.batch(orWrap: { PerformFailure.failed($0) }) { () throws(PerformFailure) in
            for (index, id) in ids.enumerated() {
                _ = try store.perform(.act(Receive(id, .all, tag: nil)), by: lead, at: now())
                _ = try store.perform(
                    .act(Triage(id, flags[index % flags.count])), by: lead, at: now())
            }
        }
    }
}
