import Drill
import Glibc
import Repatriation
import Store

/// Finding people again: search per key, likeness per person, and how well it tells on a labelled
/// set.
struct LikenessBench {
    let path: String
    let rows: Int

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        var population = LikenessBench.population()
        let known = (0..<min(rows, 20_000)).map { _ in population.next() }
        try search(store, known, &figures)
        try labelled(store, known, &figures)
        try saves(store, &figures)
    }

    /// The people of the store, from the first on.
    static func population(_ seed: Int = 11) -> LabelledPeople {
        LabelledPeople(names: Assets.text("demo-data/names.txt") ?? "", seed: seed)
    }

    private func search(_ store: Store, _ known: [PersonData], _ figures: inout [Figure]) throws {
        var keys = Samples()
        for person in known.prefix(150) {
            let text = "\(person.firstSurname ?? "") \(person.given ?? "")"
            for length in 1...min(14, text.count) {
                _ = try keys.measure {
                    try store.answer(
                        .search(String(text.prefix(length)), at: nil), for: .program, at: now())
                }
            }
        }
        figures.append(
            Figure(name: "search per key, median", value: keys.median / 1000, bar: 0.8, unit: "ms"))
        figures.append(
            Figure(name: "search per key, p99", value: keys.at(0.99) / 1000, bar: 8, unit: "ms"))
    }

    /// Twenty thousand newcomers, a fifth of whom came before under a name or date that was damaged
    /// on the way.
    private func labelled(_ store: Store, _ known: [PersonData], _ figures: inout [Figure]) throws {
        var damaging = LabelledPeople(names: Assets.text("demo-data/names.txt") ?? "", seed: 12)
        var lookups = Samples()
        var (right, wrong, found, offered, returning) = (0, 0, 0, 0, 0)
        for index in 0..<20_000 {
            let earlier = index % 5 == 0 ? known[index % known.count] : nil
            let person = earlier.map { damaging.again($0) } ?? damaging.next()
            let facts = MatchFacts(person)
            let candidates = try lookups.measure {
                try store.answer(.matches(facts), for: .program, at: now())
            }
            if let earlier {
                returning += 1
                let isThere = candidates.contains { LikenessBench.isSame($0, earlier) }
                found += isThere ? 1 : 0
            } else if !candidates.isEmpty {
                offered += 1
            }
            for candidate in candidates where candidate.grade == .same {
                if earlier.map({ LikenessBench.isSame(candidate, $0) }) == true {
                    right += 1
                } else {
                    wrong += 1
                }
            }
        }
        let newcomers = 20_000 - returning
        figures += [
            Figure(
                name: "likeness of one person, median", value: lookups.median / 1000, bar: 0.5,
                unit: "ms"),
            Figure(
                name: "likeness of one person, p99", value: lookups.at(0.99) / 1000, bar: 2,
                unit: "ms"),
            share("«misma persona» that is", right, right + wrong, bar: 0.995),
            share("those who came before, told as «misma persona»", right, returning, bar: 0.90),
            share("those who came before, offered at all", found, returning, bar: 0.99),
            Figure(
                name: "false offers per 50 who never came",
                value: Double(offered) * 50 / Double(newcomers), bar: 1,
                unit: "offers"),
        ]
    }

    private func share(_ name: String, _ part: Int, _ whole: Int, bar: Double) -> Figure {
        Figure(
            name: name, value: Double(part) / Double(max(1, whole)), bar: bar, unit: "of 1",
            isFloor: true)
    }

    /// The label: the very person, by names and date as they were first given.
    private static func isSame(_ candidate: MatchCandidate, _ person: PersonData) -> Bool {
        candidate.birth?.day == person.birthDate
            && candidate.name.name?.listed == person.name.listed
    }

    /// One durable command after another on that store: the worst of them.
    private func saves(_ store: Store, _ figures: inout [Figure]) throws {
        guard let lead = try store.allOfficers().first, let point = PointCode("NOG") else { return }
        var saves = Samples()
        for count in 0..<(rows >= 1_000_000 ? 20_000 : 2000) {
            let command = Command.act(HeadCount(at: point, .room, count))
            _ = try saves.measure { try store.perform(command, by: lead.id, at: now()) }
        }
        figures.append(
            Figure(
                name: "worst of \(saves.count) durable saves", value: saves.worst / 1000, bar: 100,
                unit: "ms"))
    }
}
