/// An age as lists tell it in words: alone in a cell, or somewhere in remarks.
enum ToldAge {
    /// Whole years of a cell that says an age and nothing else: «17», «17 YRS», «17 años de edad»,
    /// «18 MONTHS», «3m».
    ///
    /// A number with a sign is nobody's age.
    static func years(_ text: String) -> Int? {
        guard !isSigned(text) else { return nil }
        var words = ToldAge.words(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)[...]
        while let first = words.first, before.contains(first) { words = words.dropFirst() }
        guard let number = words.popFirst().flatMap({ Int($0) }), (0...150).contains(number) else {
            return nil
        }
        var age = number
        // «17M» may be a man of seventeen; of a few months there is no doubt.
        let parts = words.first.flatMap { $0 == "m" && number < 12 ? 12 : smallUnits[$0] }
        if let parts {
            age = number / parts
            words = words.dropFirst()
        }
        let isAlone = words.allSatisfy { units.contains($0) || after.contains($0) }
        return isAlone && (0...120).contains(age) ? age : nil
    }

    /// `-4`, `+4`, «AGE −4»: a sign at a number, and nothing that it joins to it.
    static func isSigned(_ text: String) -> Bool {
        guard
            text.utf8.contains(where: {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 > 127
            })
        else {
            return false
        }
        let letters = Array(text)
        return letters.indices.dropLast().contains { index in
            "-+−–".contains(letters[index]) && letters[index + 1].isNumber
                && (index == 0 || !letters[index - 1].isLetter && !letters[index - 1].isNumber)
        }
    }

    /// The age of a child that remarks tell of the person; nil where they tell none, or how long
    /// something lasted.
    static func child(_ remarks: String) -> Int? {
        let words = words(remarks)
        for (index, word) in words.enumerated() {
            guard let number = Int(word) ?? spelled[word], (0..<18).contains(number) else {
                continue
            }
            let front = Array(words[max(0, index - 6)..<index])
            if isOfAnother(front) { continue }
            if let age = age(number, front, Array(words[(index + 1)...].prefix(4))) { return age }
        }
        return nil
    }

    private static func age(_ number: Int, _ front: [String], _ next: [String]) -> Int? {
        if let unit = next.first, let parts = smallUnits[unit] {
            // «8 MONTHS OLD» is somebody's age, «16 MONTHS» how long something lasted.
            return isSaidOfAge(next.dropFirst()) ? number / parts : nil
        }
        if let unit = next.first, units.contains(unit) {
            let rest = next.dropFirst()
            if isSaidOfAge(rest) { return number }
            let isSpan =
                rest.first.map(spans.contains) ?? false || rest.starts(with: ["y", "medio"])
            return isSpan || front.contains(where: lasting.contains) ? nil : number
        }
        let last = front.last { !fillers.contains($0) }
        if let last, strong.contains(last) {
            return next.first.map(counted.contains) == true ? nil : number
        }
        guard let last, weak.contains(last) else { return nil }
        return next.first.map(joining.contains) ?? true ? number : nil
    }

    /// «old», «de edad», «y/o».
    private static func isSaidOfAge(_ rest: ArraySlice<String>) -> Bool {
        [["old"], ["de", "edad"], ["of", "age"], ["o"], ["cumplidos"]].contains {
            rest.starts(with: $0)
        }
    }

    /// «HIJO DE 5 AÑOS» tells nothing of the person; «MOTHER SAYS HE IS 16» does.
    private static func isOfAnother(_ front: [String]) -> Bool {
        let start = front.lastIndex(where: weak.contains).map { $0 + 1 } ?? 0
        return front[start...].contains(where: relations.contains)
    }

    /// Whether remarks doubt or deny that somebody is of age, in words.
    static func saysMinor(_ remarks: String) -> Bool {
        let words = words(remarks)
        return words.indices.contains { index in
            guard words[index] == "menor" else { return false }
            let before = words[..<index].last ?? ""
            let after = words[(index + 1)...].first ?? ""
            return !relations.contains(before) && !notPeople.contains(before)
                && !notPeople.contains(after)
        }
    }

    /// Words without accents; what stands on a number is a word of its own: `17YO`.
    private static func words(_ text: String) -> [String] {
        NameText.folded(text).split(separator: " ").flatMap { word -> [String] in
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, digits.count < word.count else { return [String(word)] }
            return [String(digits), String(word.dropFirst(digits.count))]
        }
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }

    private static let units = set("ano anos a year years yr yrs y yo")
    /// Each with how many make a year.
    private static let smallUnits = [
        "month": 12, "months": 12, "mo": 12, "mos": 12, "mes": 12, "meses": 12, "week": 52,
        "weeks": 52, "wk": 52,
        "wks": 52, "semana": 52, "semanas": 52, "day": 366, "days": 366, "dia": 366, "dias": 366,
    ]
    private static let spelled = [
        "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
        "dieciseis": 16,
        "diecisiete": 17, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16, "seventeen": 17,
    ]
    private static let before = set("edad age aged approx aprox aproximadamente about circa de")
    private static let after = set("old o de edad of age cumplidos approx aprox")
    private static let strong = set("be is s age aged edad ser es")
    private static let weak = set(
        """
        claims claimed claiming claim says said saying states stated stating alleges alleged \
        reports reported tener tiene dice dijo alega manifiesta refiere declara afirma asegura
        """)
    private static let fillers = set(
        "de of a about approx aprox aproximadamente only solo apenas como unos")
    private static let joining = set(
        """
        y and o or but pero not no alone solo sola unaccompanied travels traveling viaja dob has \
        sin without
        """
    )
    /// What is counted, and is no age.
    private static let counted = set(
        """
        prior previous times veces entries ingresos entradas hijos hijas children kids feet ft \
        pies km miles millas of de hours horas minutes minutos dollars dolares pesos bags maletas
        """)
    /// What follows years that something lasted.
    private static let spans = set(
        """
        en in de of ago atras residence residencia resident prison probation sentence viviendo \
        living trabajando working since desde aqui here usa us eua eeuu experience fuera casado \
        casada married preso presa
        """)
    /// What stands before years that something lasted.
    private static let lasting = set(
        """
        vivio vive vivia vivido lived lives living residio reside desde hace for por durante \
        sentenced sentencia condena served serving tras during lleva llevaba casado casada married \
        paso estuvo residing resided since last past ultimos worked trabajo
        """)
    private static let relations = set(
        """
        hijo hija hijos hijas son sons daughter daughters children kids hermano hermana hermanos \
        brother sister sobrino sobrina nieto nieta mother father madre padre bebe baby con with \
        wife husband esposa esposo
        """)
    /// «delito menor», «al por menor», «menor cuantía».
    private static let notPeople = set(
        "delito falta por grado cirugia riesgo cuantia gravedad importancia que a")
}
