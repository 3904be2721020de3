/// Surnames of several words.
enum Surnames {
    static let particles: Set<String> = [
        "de", "del", "la", "las", "los", "el", "y", "da", "das", "do", "dos", "di", "du", "van",
        "von", "der", "den",
        "mac", "mc", "san", "santa", "santo",
    ]

    /// Surnames that are one although a particle stands in the middle. Source: frequency lists of
    /// INEGI and RENAPO.
    private static let compounds: [[String]] = [
        "montes de oca", "monte de oca", "ponce de leon", "ladron de guevara", "diaz de leon",
        "martin del campo",
        "espinosa de los monteros", "espinoza de los monteros", "fernandez de cordova",
        "fernandez de cordoba",
        "fernandez de cevallos", "fernandez de lara", "lopez de lara", "lopez de nava",
        "ruiz de esparza",
        "ruiz de chavez", "ruiz de velasco", "velez de guevara", "hurtado de mendoza",
        "sanchez de tagle",
        "cabeza de vaca", "martinez de castro", "gonzalez de cossio", "garcia de alba",
        "ortiz de zarate",
        "ortiz de montellano", "saenz de miera", "alvarez del castillo", "diez de sollano",
        "gil de leyva",
        "bravo de la parra", "ortiz de pinedo", "nunez de caceres", "alonso de la torre",
        "perez de tagle",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The last word of the surname that begins at `start`.
    static func end(_ words: [String], from start: Int) -> Int {
        let rest = words[start...]
        if let compound = compounds.first(where: { rest.starts(with: $0) }) {
            return start + compound.count - 1
        }
        return words[start...].firstIndex { !particles.contains($0) } ?? words.count - 1
    }

    static func words(_ text: String) -> (shown: [String], folded: [String]) {
        let shown = text.split(separator: " ").map(String.init).filter {
            !NameText.folded($0).isEmpty
        }
        return (shown, shown.map(NameText.folded))
    }

    /// Each surname or given name with its particles.
    static func groups(_ text: String) -> [String] {
        let (shown, folded) = words(text)
        var groups: [String] = []
        var start = 0
        while start < folded.count {
            let end = end(folded, from: start)
            groups.append(shown[start...end].joined(separator: " "))
            start = end + 1
        }
        return groups
    }
}
