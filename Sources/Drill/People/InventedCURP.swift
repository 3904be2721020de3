import Repatriation

extension CURP {
    /// The CURP that somebody invented would have, valid in every part; nil where too little is
    /// known of them.
    ///
    /// Nobody has it: its seventeenth place, which tells namesakes of one day and state apart and
    /// is given in order from 0 (from A for those born since 2000), is the last one, 9 or Z
    /// (Instructivo Normativo para la Asignación de la CURP). The tenth, or the twenty-sixth, of the
    /// same sixteen characters has not come.
    static func invented(for person: PersonData) -> String? {
        guard let given = person.given, let first = person.firstSurname, let sex = person.sex,
            sex != .other, let birth = person.birthDate, let state = person.birthState
        else { return nil }
        var letters = CURP.nameLetters(given: given, first: first, second: person.secondSurname)
        if CURP.isInconvenient(letters[0...3]) { letters[1] = "X" }
        let date = "\(padded(birth.year % 100, 2))\(padded(birth.month, 2))\(padded(birth.day, 2))"
        let last = birth.year < 2000 ? "9" : "Z"
        let body = "\(String(letters[0...3]))\(date)\(sex.rawValue)\(state)"
        return CURP.closed(body + String(letters[4...6]) + last)
    }
}
