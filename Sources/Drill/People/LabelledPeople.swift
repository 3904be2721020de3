import Repatriation

/// Invented people by the hundred thousand, and the same ones as another list would give them,
/// damaged as lists do.
///
/// Bench and tests measure with it how well somebody is known again. Common names are as common as
/// real ones are: the n-th of a table is drawn in proportion to (n + 3)^-0.78.
package struct LabelledPeople {
    private let surnames: Weighted
    private let given: [Sex: Weighted]
    private var random: SeededGenerator

    /// Names as in `demo-data/names.txt`; the tables are lengthened with invented surnames to
    /// `surnames`.
    package init(names text: String, seed: Int, surnames count: Int = 4000) {
        let lists = InventedPeople.lists(text)
        let known = lists["surnames"] ?? []
        surnames = Weighted(known + LabelledPeople.inventedSurnames(max(0, count - known.count)))
        given = [.man: Weighted(lists["men"] ?? []), .woman: Weighted(lists["women"] ?? [])]
        random = SeededGenerator(seed: seed)
    }

    /// The next person.
    package mutating func next() -> PersonData {
        var person = PersonData()
        let sex: Sex = random.happens(120) ? .woman : .man
        person.sex = sex
        let names = given[sex] ?? surnames
        person.given = names.draw(&random)
        if random.happens(450) { person.given = "\(person.given ?? "") \(names.draw(&random))" }
        person.firstSurname = surnames.draw(&random)
        if !random.happens(40) { person.secondSurname = surnames.draw(&random) }
        person.birthDate = CivilDate(daysSinceEpoch: Int.random(in: -5000...13_500, using: &random))
        return person
    }

    /// The same person on another list.
    package mutating func again(_ person: PersonData) -> PersonData {
        var again = person
        again.damage(&random)
        return again
    }

    private static func inventedSurnames(_ count: Int) -> [String] {
        let starts = [
            "Bal", "Cor", "Den", "Es", "Fal", "Gam", "Her", "Il", "Jar", "Lan", "Mon", "Nar", "Or",
            "Pal", "Quin",
            "Ran", "Sal", "Tor", "Ur", "Vil",
        ]
        let middles = [
            "ba", "ce", "da", "fe", "go", "la", "men", "ni", "pa", "que", "ra", "se", "ta", "va",
            "zo", "ri",
        ]
        let ends = [
            "da", "les", "ez", "go", "les", "mo", "na", "rra", "res", "s", "ta", "va", "yo", "zar",
            "nte",
        ]
        return (0..<count).map { index in
            starts[index % 20] + middles[index / 20 % 16] + ends[index / 320 % 15]
                + (index >= 4800 ? "i" : "")
        }
    }
}

/// Words drawn by their place in the table.
private struct Weighted {
    private let words: [String]
    private let sums: [Int]

    init(_ words: [String]) {
        self.words = words
        var sum = 0
        sums = words.indices.map { index in
            sum += Int(1_000_000 / Weighted.power(index + 3))
            return sum
        }
    }

    /// n^0.78 by square roots alone: n^(1/2) · n^(1/4) · n^(1/32).
    private static func power(_ number: Int) -> Double {
        let half = Double(number).squareRoot()
        let quarter = half.squareRoot()
        return half * quarter * quarter.squareRoot().squareRoot().squareRoot()
    }

    func draw(_ random: inout SeededGenerator) -> String {
        let value = Int.random(in: 0..<max(1, sums.last ?? 1), using: &random)
        return words.isEmpty ? "" : words[sums.firstPlace { $0 > value }]
    }
}
