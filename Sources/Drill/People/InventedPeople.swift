import Repatriation

/// Draws invented people in the mix of 2025: 85.8 % men, 9.2 % women, 5 % under 18 (UPMRIP), of
/// these four in five adolescents and most of them alone. Nobody in particular.
package struct InventedPeople: Sendable {
    /// The surnames of those whose families speak a language of their own, and where from.
    struct Speakers: Sendable {
        let language: String
        let states: Set<String>
        let surnames: [String]
    }

    private let men, women, surnames, states: [String]
    let speakers: [Speakers]
    /// Names of the invented officers.
    package let officers: [String]

    /// Reads `names.txt`: `kind: word word …`, `_` for a space inside a name; `language CODE STATE …:`
    /// are the surnames of those who speak it.
    package init(text: String) {
        let lists = InventedPeople.lists(text)
        men = lists["men"] ?? ["Juan"]
        women = lists["women"] ?? ["Juana"]
        surnames = lists["surnames"] ?? ["Prueba"]
        states = lists["states"] ?? ["OC"]
        officers = lists["officers"] ?? []
        speakers = lists.keys.sorted().compactMap { key in
            let words = key.split(separator: " ").map(String.init)
            guard words.count > 2, words[0] == "language", let names = lists[key] else {
                return nil
            }
            return Speakers(
                language: words[1], states: Set(words.dropFirst(2)), surnames: names)
        }
    }

    /// The words of each kind.
    static func lists(_ text: String) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            lists[String(parts[0])] = parts[1].split(separator: " ").map {
                $0.split(separator: "_").joined(separator: " ")
            }
        }
        return lists
    }

    /// An adult, or an adolescent alone: one person as a list gives them, born before `day`.
    package func draw(_ random: inout SeededGenerator, on day: CivilDate) -> PersonData {
        let isMinor = random.happens(50)
        let isWoman = random.happens(isMinor ? 350 : 97)
        return person(
            isWoman ? .woman : .man, years: isMinor ? 12...17 : nil, &random, on: day)
    }

    /// Those who come together: one person, or an adult with children of theirs.
    package func party(_ random: inout SeededGenerator, on day: CivilDate) -> [PersonData] {
        let kind = Int.random(in: 0..<1000, using: &random)
        if kind < 32 { return [person(sex(350, &random), years: 12...17, &random, on: day)] }
        if kind == 32 { return [person(sex(450, &random), years: 8...11, &random, on: day)] }
        guard kind < 47 else {
            return [person(sex(87, &random), years: nil, &random, on: day)]
        }
        let adult = person(sex(700, &random), years: 24...44, &random, on: day)
        let count = random.happens(300) ? 2 : 1
        // Nobody is a mother or a father before eighteen here.
        let most = (adult.birthDate?.age(on: day) ?? 30) - 18
        let children = (0..<count).map { _ -> PersonData in
            let isSmall = random.happens(450) || most < 12
            let years = isSmall ? 1...min(11, most) : 12...min(17, most)
            var child = person(sex(480, &random), years: years, &random, on: day)
            child.secondSurname = adult.firstSurname
            if adult.sex == .man { child.firstSurname = adult.firstSurname }
            child.birthState = adult.birthState
            child.curp = nil
            return child
        }
        return [adult] + children
    }

    /// An officer's full name.
    package func officer(_ random: inout SeededGenerator) -> String {
        let given = random.happens(500) ? pick(women, &random) : pick(men, &random)
        return "\(given) \(pick(surnames, &random)) \(pick(surnames, &random))"
    }

    /// The tag of a bag, as US custody writes it.
    func tag(_ random: inout SeededGenerator) -> String? {
        guard random.happens(900) else { return nil }
        return "I77-\(padded(Int.random(in: 10_000...99_999, using: &random), 5))"
    }

    private func sex(_ women: Int, _ random: inout SeededGenerator) -> Sex {
        random.happens(women) ? .woman : .man
    }

    private func pick(_ words: [String], _ random: inout SeededGenerator) -> String {
        words[Int.random(in: 0..<words.count, using: &random)]
    }

    private func person(
        _ sex: Sex, years: ClosedRange<Int>?, _ random: inout SeededGenerator, on day: CivilDate
    ) -> PersonData {
        var person = PersonData()
        let given = sex == .woman ? women : men
        person.given = pick(given, &random)
        if random.happens(330) { person.given = (person.given ?? "") + " " + pick(given, &random) }
        let state = pick(states, &random)
        person.birthState = state
        // About one in sixteen of those returned speaks an indigenous language (EMIF Norte).
        let own = speakers.filter { $0.states.contains(state) }
        let isSpeaker = random.happens(160) && !own.isEmpty
        let family = isSpeaker ? own[Int.random(in: 0..<own.count, using: &random)].surnames : nil
        person.firstSurname = pick(family ?? surnames, &random)
        if !random.happens(60) { person.secondSurname = pick(family ?? surnames, &random) }
        person.sex = sex
        person.birthDate = birth(years, &random, on: day)
        person.tag = tag(&random)
        if random.happens(150) { person.curp = CURP.invented(for: person) }
        if random.happens(100) {
            person.notes = "MEDICATION"
            person.suggested = [.medical]
        }
        return person
    }

    private func birth(
        _ years: ClosedRange<Int>?, _ random: inout SeededGenerator, on day: CivilDate
    ) -> CivilDate {
        let adult =
            18
            + min(Int.random(in: 0...24, using: &random), Int.random(in: 0...52, using: &random))
        let age = years.map { Int.random(in: $0, using: &random) } ?? adult
        return CivilDate(
            daysSinceEpoch: day.daysSinceEpoch - age * 365 - age / 4
                - Int.random(in: 1...300, using: &random))
    }
}
