/// Mexican names as they are written, for lists that come in capitals without accents.
///
/// Proposals only: an officer takes one or leaves the name as it came. What the list said stays in
/// the journal, and people are found and compared without accents, so that either spelling finds
/// them.
package enum ProperNames {
    /// The person's names with the accents that they usually have, at most four ways: a word that
    /// is a name both with and without (Montano, Montaño) is proposed in both. None where the name
    /// was written with care.
    package static func proposals(_ person: Reception) -> [PersonData] {
        let all = [person.given, person.firstSurname, person.secondSurname].compactMap { $0 }
        let isFromList = all.allSatisfy {
            $0 == $0.uppercased() && $0.utf8.allSatisfy { $0 < 0x80 }
        }
        guard person.given != nil || person.firstSurname != nil, isFromList else { return [] }
        let words = all.flatMap { $0.split(separator: " ").map { NameText.folded(String($0)) } }
        var choices: [Set<String>] = [[]]
        for word in Set(words.filter { ambiguous[$0] != nil }).sorted().prefix(2) {
            choices += choices.map { $0.union([word]) }
        }
        return choices.map { accented in
            var data = PersonData()
            data.given = person.given.map { written($0, accented) }
            data.firstSurname = person.firstSurname.map { written($0, accented) }
            data.secondSurname = person.secondSurname.map { written($0, accented) }
            return data
        }
    }

    /// One field: each word as it is written, particles small unless they come first.
    private static func written(_ text: String, _ accented: Set<String>) -> String {
        let words = text.split(separator: " ").enumerated().map { index, word -> String in
            let folded = NameText.folded(String(word))
            if index > 0, particles.contains(folded) { return folded }
            let known = accented.contains(folded) ? ambiguous[folded] : table[folded]
            return known ?? capitalised(folded, String(word))
        }
        return words.joined(separator: " ")
    }

    /// `O'HARA` and `PEREZ-LUNA` keep their signs.
    private static func capitalised(_ folded: String, _ word: String) -> String {
        var isFirst = true
        return String(
            word.map { letter -> Character in
                defer { isFirst = !letter.isLetter }
                return isFirst ? letter : Character(letter.lowercased())
            })
    }

    private static let particles: Set<String> = ["de", "del", "la", "las", "los", "el", "y"]
}
