import Repatriation
import Store

/// What a screen asks the store, through an officer's eyes.
struct ReadBench {
    let path: String
    private static let rounds = 60

    func run(_ figures: inout [Figure]) throws {
        guard let point = PointCode("NOG"), let other = PointCode("PDN") else { return }
        try ImportBench.bring(Array(ImportBench.list(1350, seed: 14).utf8), at: other, to: path)
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first,
            let today = try group(store, point), let long = try group(store, other)
        else { return }
        func answer<Answer>(_ question: Reading<Answer>) throws -> Answer {
            try store.answer(question, for: .officer(lead.id), at: now()) { _ in nil }
        }
        let people = try answer(.roll(of: today))?.rows.map(\.id) ?? []
        func time(
            _ name: String, bar: Double, _ ask: (Int) throws -> Void,
            before: (Int) throws -> Void = { _ in }
        ) throws {
            var samples = Samples()
            for round in 0..<ReadBench.rounds {
                try before(round)
                try samples.measure { try ask(round) }
            }
            figures.append(
                Figure(name: name, value: samples.median / 1000, bar: bar, unit: "ms"))
        }
        let beside = try Store(path: path)
        try time("board again after a commit", bar: 1) { _ in
            _ = try answer(BoardNow().reading)
        } before: {
            _ = try beside.perform(.act(HeadCount(at: point, .room, $0)), by: lead.id, at: now())
        }
        try time("card", bar: 1) {
            _ = try answer(CardOf(people[$0 * 7 % people.count]).reading)
        }
        try time("queue", bar: 2) { _ in _ = try answer(QueueOf(point, desk: 1).reading) }
        try time("tray", bar: 1) { _ in _ = try answer(TrayOf(point).reading) }
        try time("follow-ups", bar: 1) { _ in _ = try answer(FollowUpsOf(point).reading) }
        try time("roll call of 1350", bar: 4) { _ in _ = try answer(RollOf(long).reading) }
    }

    private func group(_ store: Store, _ point: PointCode) throws -> Identifier<Group>? {
        try store.answer(GroupsOf(point).reading, for: .program, at: now()).first?.id
    }
}
