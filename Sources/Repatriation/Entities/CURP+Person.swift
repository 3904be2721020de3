extension CURP {
    /// A part of a CURP that says something about its person.
    package enum Part: String, Sendable, CaseIterable { case names, date, sex, state, century }

    /// The parts that disagree with what was typed; what is not known disagrees with nothing.
    ///
    /// The check digit passes many slips, so that this says more than it does. A CURP that has no
    /// structure says nothing.
    package func disagreements(with person: Reception) -> [Part] {
        guard !failures.contains(.structure) else { return [] }
        let letters = Array(text)
        var parts: [Part] = []
        if !namesAgree(letters, person) { parts.append(.names) }
        if let birth = person.birth, birth.precision != .exact {
            let isPossible = birthDate.map { birth.earliest <= $0 && $0 <= birth.latest } ?? true
            if !isPossible { parts.append(.date) }
        } else if let date = person.birthDate {
            let typed =
                "\(padded(date.year % 100, 2))\(padded(date.month, 2))\(padded(date.day, 2))"
            if String(letters[4...9]) != typed {
                parts.append(.date)
            } else if letters[16].isNumber != (date.year < 2000) {
                parts.append(.century)
            }
        }
        if let sex = person.sex, sex.rawValue != String(letters[10]) { parts.append(.sex) }
        if let state = person.birthState, state.utf8.count == 2, state != String(letters[11...12]) {
            parts.append(.state)
        }
        return parts
    }

    /// Only names given in full are compared: a missing second surname may be one that was not
    /// asked for.
    private func namesAgree(_ letters: [Character], _ person: Reception) -> Bool {
        guard let given = person.given, let first = person.firstSurname else { return true }
        let expected = CURP.nameLetters(given: given, first: first, second: person.secondSurname)
        let ours = letters[0...3] + letters[13...15]
        let places = person.secondSurname == nil ? [0, 3, 4, 6] : Array(0..<7)
        let isHidden = CURP.isInconvenient(expected[0...3])
        let names = [first, person.secondSurname ?? "", given]
        return places.allSatisfy { index in
            expected[index] == ours[ours.startIndex + index]
                // A sign inside the name stands as X, where registers count it at all.
                || index > 3 && ours[ours.startIndex + index] == "X"
                    && CURP.hasSign(names[index - 4])
                || index == 1 && isHidden && ours[ours.startIndex + index] == "X"
                // Without a second surname nobody knows whether the word that hides the vowel would
                // be one of the list.
                || index == 1 && person.secondSurname == nil
        }
    }

    /// Places 1 to 4 and 14 to 16 as the names give them, before an inconvenient word is hidden.
    ///
    /// Source: Instructivo Normativo para la Asignación de la CURP. Ñ counts as X; particles before
    /// a name and the first of two given names where it is María or José are passed over; what is
    /// missing is X.
    package static func nameLetters(
        given: String, first: String, second: String?
    ) -> [Character] {
        let names = [
            word(first, isGiven: false), word(second ?? "", isGiven: false),
            word(given, isGiven: true),
        ]
        let (surname, mother, own) = (names[0], names[1], names[2])
        return [
            surname.first ?? "X", inner(surname, isVowel: true), mother.first ?? "X",
            own.first ?? "X",
            inner(surname, isVowel: false), inner(mother, isVowel: false),
            inner(own, isVowel: false),
        ]
    }

    /// Whether four letters are a word that gets an X in its second place.
    package static func isInconvenient(_ letters: some Sequence<Character>) -> Bool {
        inconvenient.contains(String(letters))
    }

    private static let particles: Set<String> = [
        "DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LOS", "LAS", "LE", "LES",
        "MAC", "MC", "VAN",
        "VON", "Y",
    ]
    private static let passedOver: Set<String> = ["MARIA", "MA", "M", "JOSE", "J"]

    /// The word whose letters count, in capitals without accents, ñ and signs as X.
    private static func word(_ name: String, isGiven: Bool) -> [Character] {
        let words = name.uppercased().split { $0 == " " || $0 == "." }.map { plain(String($0)) }
        var rest = words.drop { particles.contains(String($0)) }
        if isGiven, rest.count > 1, let head = rest.first, passedOver.contains(String(head)) {
            rest = rest.dropFirst().drop { particles.contains(String($0)) }
        }
        return rest.first ?? words.last ?? []
    }

    private static let signs: Set<Character> = ["/", "-", "'", "’"]

    private static func hasSign(_ name: String) -> Bool { name.contains { signs.contains($0) } }

    /// A sign is kept as one: it is X where a vowel is looked for, and passed over where a
    /// consonant is.
    private static func plain(_ word: String) -> [Character] {
        word.map { letter in
            if letter == "Ñ" { return "X" }
            if signs.contains(letter) { return "/" }
            return NameText.folded(String(letter)).uppercased().first ?? "X"
        }
    }

    private static func inner(_ word: [Character], isVowel: Bool) -> Character {
        let found = word.dropFirst().first {
            isVowel ? "AEIOU/".contains($0) : !"AEIOU/".contains($0)
        }
        return found == "/" ? "X" : found ?? "X"
    }

    /// The words that get an X in their second place (anexo 2 of the Instructivo).
    private static let inconvenient = Set(
        """
        BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO \
        FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI \
        KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA \
        MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO \
        TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY
        """.split(separator: " ").map(String.init))
}
