import Repatriation

extension PersonData {
    /// Becomes what another list says of the same person: accents lost, surnames swapped or
    /// dropped, one slip, day and month swapped, a spelling by ear. Most damage comes alone.
    mutating func damage(_ random: inout SeededGenerator) {
        if random.happens(600) {
            given = given.map { NameText.folded($0).uppercased() }
            firstSurname = firstSurname.map { NameText.folded($0).uppercased() }
            secondSurname = secondSurname.map { NameText.folded($0).uppercased() }
        }
        if random.happens(300), let words = given?.split(separator: " "), words.count > 1 {
            given = String(words[0])
        }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<5: secondSurname = nil
        case 5..<10 where secondSurname != nil:
            (firstSurname, secondSurname) = (secondSurname, firstSurname)
        case 10..<18: firstSurname = firstSurname.map { ListDamage.slip($0, &random) }
        case 18..<24: given = given.map { ListDamage.slip($0, &random) }
        case 24..<29:
            birthDate =
                birthDate.flatMap { CivilDate(year: $0.year, month: $0.day, day: $0.month) }
                ?? birthDate
        case 29..<40: firstSurname = firstSurname.map(ListDamage.byEar)
        case 40..<46: secondSurname = secondSurname.map(ListDamage.byEar)
        default: break
        }
    }
}

/// What happens to a name on its way from list to list.
private enum ListDamage {
    static func slip(_ word: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(word)
        guard letters.count > 4 else { return word }
        let index = Int.random(in: 1..<letters.count - 1, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters.remove(at: index)
        case 1: letters.swapAt(index, index + 1)
        default: letters.insert(letters[index], at: index)
        }
        return String(letters)
    }

    static func byEar(_ word: String) -> String {
        var text = word
        for (written, heard) in [
            ("z", "s"), ("v", "b"), ("ll", "y"), ("ge", "je"), ("gi", "ji"), ("ce", "se"),
            ("ci", "si"),
        ] {
            if text.contains(written) { return text.replacing(written, with: heard) }
        }
        if text.lowercased().hasPrefix("h") { text.removeFirst() }
        return text
    }
}
