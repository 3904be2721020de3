import Glibc
import Repatriation
import Store

/// One durable `callNext` beside the bare rows that it writes, on the same store in the same run.
struct CallBench {
    let path: String
    private static let rounds = 400

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let point = PointCode("NOG") else { return }
        try CallBench.prepare(store, lead.id, point, waiting: 1200)
        for isFull in [true, false] {
            try store.setSynchronous(isFull)
            var raw = try BareCall(path: path, isFull: isFull)
            var call = Samples()
            var bare = Samples()
            for _ in 0..<CallBench.rounds {
                let answer = try call.measure {
                    try store.perform(.act(CallNext(at: point, 1)), by: lead.id, at: now())
                }
                guard let id = (answer.result as? Called)?.reception else {
                    throw StoreError.missing(path: path)
                }
                _ = try store.perform(.act(Park(id, nil, reason: nil)), by: lead.id, at: now())
                _ = try store.perform(.act(Resume(id, reason: nil)), by: lead.id, at: now())
                store.tidy()
                try bare.measure { try raw.write(reception: id.value) }
                try raw.takeBack(reception: id.value)
            }
            let mode = isFull ? "FULL" : "OFF"
            figures.append(
                Figure(name: "callNext at \(mode)", value: call.median, bar: nil, unit: "µs"))
            figures.append(
                Figure(name: "its bare rows at \(mode)", value: bare.median, bar: nil, unit: "µs"))
            figures.append(
                Figure(
                    name: "callNext beside its bare rows at \(mode)",
                    value: call.median / bare.median,
                    bar: isFull ? 1.25 : 1.6, unit: "×"))
            figures.append(
                Figure(
                    name: "the same, p99", value: call.at(0.99) / bare.at(0.99), bar: 2, unit: "×"))
        }
        try store.setSynchronous(true)
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
