/// What tells people apart, ready for comparing: names without accents, particles or fillers, birth, sex, state, CURP.
package struct MatchFacts: Sendable, Equatable {
    /// Surnames as single words, in their order; particles are left out, a hyphen makes two.
    package let surnames: [String]
    /// Given names as single words; `maría`, `josé` and their short forms only where nothing else is given.
    package let given: [String]
    package let birthDate: CivilDate?
    package let sex: Sex?
    package let birthState: String?
    /// Only one that is valid by itself.
    package let curp: String?
    /// How the names sound, in the same order.
    let surnameSounds: [String]
    let givenSounds: [String]

    /// Facts of a person as given.
    package init(
        given: String?, firstSurname: String?, secondSurname: String?, birthDate: CivilDate?, sex: Sex?,
        birthState: String?, curp: String?
    ) {
        surnames = [firstSurname, secondSurname].compactMap { $0 }.flatMap(MatchFacts.surnameWords)
        self.given = MatchFacts.givenWords(given ?? "")
        self.birthDate = birthDate
        self.sex = sex
        self.birthState = birthState
        self.curp = curp.map(CURP.init).flatMap { $0.isValid ? $0.text : nil }
        surnameSounds = surnames.map(SoundKey.of)
        givenSounds = self.given.map(SoundKey.of)
    }

    /// Facts of somebody on a list or in a form.
    package init(_ person: PersonData) {
        self.init(
            given: person.given, firstSurname: person.firstSurname, secondSurname: person.secondSurname,
            birthDate: person.birthDate, sex: person.sex, birthState: person.birthState, curp: person.curp)
    }

    /// Facts of a reception.
    package init(_ person: Reception) {
        self.init(
            given: person.given, firstSurname: person.firstSurname, secondSurname: person.secondSurname,
            birthDate: person.birthDate, sex: person.sex, birthState: person.birthState, curp: person.curp)
    }

    private static let particles: Set<String> = [
        "de", "del", "la", "las", "los", "el", "y", "da", "das", "do", "dos", "di", "van", "von", "mac", "mc", "san",
        "santa",
    ]
    private static let fillers: Set<String> = [
        "maria", "ma", "m", "jose", "j", "de", "del", "la", "las", "los", "el", "y",
    ]

    private static func surnameWords(_ surname: String) -> [String] {
        let words = NameText.folded(surname).split(separator: " ").map(String.init)
        let kept = words.filter { !particles.contains($0) }
        return kept.isEmpty ? words : kept
    }

    private static func givenWords(_ given: String) -> [String] {
        let words = NameText.folded(given).split(separator: " ").map(String.init)
        let kept = words.filter { !fillers.contains($0) }
        return kept.isEmpty ? words : kept
    }

    /// The keys under which somebody like this can be found: at most a handful, whatever the damage.
    ///
    /// A birth date with day and month in either order beside each surname's sound and the given name's; and the
    /// names alone, for a date that was mistyped. Nobody is found by a name and nothing else: the score sees to that.
    package var blockingKeys: [Int] {
        var keys: Set<Int> = []
        if let birthDate {
            let (low, high) = (min(birthDate.day, birthDate.month), max(birthDate.day, birthDate.month))
            let date = "\(birthDate.year)/\(low)/\(high)"
            for sound in surnameSounds.prefix(4) { keys.insert(MatchFacts.hash("s\(date)\(sound)")) }
            if let sound = givenSounds.first { keys.insert(MatchFacts.hash("g\(date)\(sound)")) }
        }
        if surnameSounds.count > 1, let sound = givenSounds.first {
            keys.insert(MatchFacts.hash("n\(surnameSounds.sorted().joined(separator: "/"))/\(sound)"))
        }
        if let curp { keys.insert(MatchFacts.hash("c\(curp)")) }
        return keys.sorted()
    }

    /// FNV-1a of 64 bits, kept to 62: it recognises, it does not prove.
    private static func hash(_ text: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash ^= UInt64(byte)
            hash = hash &* 0x100_0000_01B3
        }
        return Int(hash & 0x3FFF_FFFF_FFFF_FFFF)
    }
}
