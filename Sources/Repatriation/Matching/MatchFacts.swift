/// What tells people apart, ready for comparing: names without accents, particles or fillers,
/// birth, sex, state, CURP.
package struct MatchFacts: Sendable, Equatable {
    /// Surnames as single words, in their order; particles are left out, a hyphen makes two.
    package let surnames: [String]
    /// Given names as single words; `maría`, `josé` and their short forms only where nothing else
    /// is given.
    package let given: [String]
    /// When born, as far as it is known.
    package let birth: Birth?
    /// As in the official record; nil when it is not known.
    package let sex: Sex?
    /// State of birth, RENAPO's two letters; nil when it is not known.
    package let birthState: String?
    /// Only one that is valid by itself.
    package let curp: String?
    /// How the names sound, in the same order.
    let surnameSounds: [String]
    let givenSounds: [String]

    /// Facts of a person as given.
    package init(
        given: String?, firstSurname: String?, secondSurname: String?, birth: Birth?, sex: Sex?,
        birthState: String?, curp: String?
    ) {
        surnames = [firstSurname, secondSurname].compactMap { $0 }.flatMap(MatchFacts.surnameWords)
        self.given = MatchFacts.givenWords(given ?? "")
        self.birth = birth
        self.sex = sex
        // «No sabe» is no state that two people share.
        self.birthState = birthState?.utf8.count == 2 ? birthState : nil
        self.curp = curp.map(CURP.init).flatMap { $0.isValid ? $0.text : nil }
        surnameSounds = surnames.map(SoundKey.of)
        givenSounds = self.given.map(SoundKey.of)
    }

    /// Facts of somebody on a list or in a form.
    package init(_ person: PersonData) {
        self.init(
            given: person.given, firstSurname: person.firstSurname,
            secondSurname: person.secondSurname,
            birth: person.birthDate.map { Birth($0, person.birthPrecision ?? .exact) },
            sex: person.sex,
            birthState: person.birthState, curp: person.curp)
    }

    /// Facts of a reception.
    package init(_ person: Reception) {
        self.init(
            given: person.given, firstSurname: person.firstSurname,
            secondSurname: person.secondSurname,
            birth: person.birth, sex: person.sex, birthState: person.birthState, curp: person.curp)
    }

    private static let particles: Set<String> = [
        "de", "del", "la", "las", "los", "el", "y", "da", "das", "do", "dos", "di", "van", "von",
        "mac", "mc", "san",
        "santa",
    ]
    private static let fillers: Set<String> = [
        "maria", "ma", "m", "jose", "j", "de", "del", "la", "las", "los", "el", "y",
    ]

    private static func surnameWords(_ surname: String) -> [String] {
        let words = NameText.folded(surname).utf8.split(separator: 0x20).map {
            String(Substring($0))
        }
        let kept = words.filter { !particles.contains($0) }
        return kept.isEmpty ? words : kept
    }

    private static func givenWords(_ given: String) -> [String] {
        let words = NameText.folded(given).utf8.split(separator: 0x20).map { String(Substring($0)) }
        let kept = words.filter { !fillers.contains($0) }
        return kept.isEmpty ? words : kept
    }

    /// The keys under which somebody like this can be found: at most a handful, whatever the
    /// damage.
    ///
    /// A birth date with day and month in either order beside each surname's sound and the given
    /// name's; and the names alone, for a date that was mistyped. Nobody is found by a name and
    /// nothing else: the score sees to that.
    package var blockingKeys: [Int] {
        var keys: [Int] = []
        func add(_ key: Fingerprint) { if !keys.contains(key.value) { keys.append(key.value) } }
        if let birthDate = birth?.day {
            var date = Fingerprint(kind: "d")
            date.add(birthDate.year)
            date.add(min(birthDate.day, birthDate.month))
            date.add(max(birthDate.day, birthDate.month))
            for sound in surnameSounds.prefix(4) { add(date.adding("s", sound)) }
            if let sound = givenSounds.first { add(date.adding("g", sound)) }
        }
        if surnameSounds.count > 1, let sound = givenSounds.first {
            var names = Fingerprint(kind: "n")
            for surname in surnameSounds.sorted() { names = names.adding("s", surname) }
            add(names.adding("g", sound))
        }
        if let curp { add(Fingerprint(kind: "c").adding("c", curp)) }
        return keys
    }

    /// Every key that is kept of somebody: those, and the one of the birth date alone, by which a
    /// day is searched for.
    package var keptKeys: [Int] {
        (birth.map { [MatchFacts.key(of: $0.day)] } ?? []) + blockingKeys
    }

    /// The key of whoever was born on a day: below zero, where no fingerprint is.
    package static func key(of day: CivilDate) -> Int {
        -(day.year * 10_000 + day.month * 100 + day.day)
    }
}

/// FNV-1a of 64 bits, kept to 62: it recognises, it does not prove.
package struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of a word that says what it is about, or that is all there is.
    package init(kind: String) { add(kind) }

    /// The number.
    package var value: Int { Int(hash & 0x3FFF_FFFF_FFFF_FFFF) }

    mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

    mutating func add(_ number: Int) {
        add(UInt8(truncatingIfNeeded: number))
        add(UInt8(truncatingIfNeeded: number >> 8))
    }

    /// With a word of some kind, apart from what went before.
    func adding(_ kind: String, _ word: String) -> Fingerprint {
        var longer = self
        longer.add(UInt8(0))
        longer.add(kind)
        longer.add(word)
        return longer
    }

    private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
