/// What a column of a list holds.
enum ListColumn: String, Sendable {
    case number, surnames, firstSurname, secondSurname, given, birthDate, sex, country, alienNumber, tag, remarks
    case birthState, curp

    /// Headings as they arrive, folded; English ones say that the sex letters are the US ones.
    private static let english: [String: ListColumn] = [
        "seq": .number, "no": .number, "num": .number, "number": .number, "line": .number,
        "last name": .surnames, "lastname": .surnames, "surname": .surnames, "surnames": .surnames, "last": .surnames,
        "family name": .surnames, "second surname": .secondSurname, "second last name": .secondSurname,
        "first name": .given, "firstname": .given, "given name": .given,
        "given names": .given, "first": .given, "name": .given, "dob": .birthDate, "date of birth": .birthDate,
        "birth date": .birthDate, "birthdate": .birthDate, "sex": .sex, "gender": .sex, "coc": .country,
        "citizenship": .country, "country of citizenship": .country, "alien no": .alienNumber,
        "alien number": .alienNumber, "a number": .alienNumber, "a no": .alienNumber, "a": .alienNumber,
        "property tag": .tag, "tag": .tag, "baggage tag": .tag, "remarks": .remarks, "notes": .remarks,
        "comments": .remarks, "state of birth": .birthState, "birth state": .birthState,
    ]

    private static let spanish: [String: ListColumn] = [
        "n": .number, "numero": .number, "consecutivo": .number, "apellidos": .surnames, "apellido": .firstSurname,
        "primer apellido": .firstSurname, "apellido paterno": .firstSurname, "paterno": .firstSurname,
        "segundo apellido": .secondSurname, "apellido materno": .secondSurname, "materno": .secondSurname,
        "nombre": .given, "nombres": .given, "nombre s": .given, "fecha de nacimiento": .birthDate,
        "fecha nacimiento": .birthDate, "fec nac": .birthDate, "nacimiento": .birthDate, "f nac": .birthDate,
        "sexo": .sex, "genero": .sex, "nacionalidad": .country, "pais": .country, "talon": .tag,
        "talon de pertenencias": .tag, "observaciones": .remarks, "notas": .remarks, "comentarios": .remarks,
        "entidad de nacimiento": .birthState, "entidad": .birthState, "estado de nacimiento": .birthState,
        "lugar de nacimiento": .birthState, "estado": .birthState, "curp": .curp, "numero de extranjero": .alienNumber,
    ]

    /// The column a heading means and whether the heading is English.
    static func of(_ heading: String) -> (ListColumn, isEnglish: Bool)? {
        let folded = NameText.folded(heading)
        if let column = english[folded] { return (column, folded != "no") }
        return spanish[folded].map { ($0, false) }
    }
}

/// The columns of a list by position.
struct ListHeading {
    let columns: [Int: ListColumn]
    let isEnglish: Bool
    let width: Int
    /// A heading that another column has too.
    private(set) var repeated: String?

    /// The heading of a record; nil when it names no name.
    init?(_ cells: [String]) {
        var columns: [Int: ListColumn] = [:]
        var english = 0
        for (index, cell) in cells.enumerated() {
            guard let (column, isEnglish) = ListColumn.of(cell) else { continue }
            // Remarks may stand in several columns; of anything else nobody can say which one holds.
            if column != .remarks, columns.values.contains(column) { repeated = repeated ?? cell.trimmed }
            columns[index] = column
            english += isEnglish ? 1 : 0
        }
        let found = Set(columns.values)
        guard columns.count >= 2, !found.isDisjoint(with: [.surnames, .firstSurname, .given]) else { return nil }
        self.columns = columns
        isEnglish = english * 2 > columns.count
        width = cells.count
    }
}

/// Splits one column of surnames: the first keeps its particles, everything after it is the second.
package func splitSurnames(_ text: String) -> (first: String, second: String?) {
    let particles: Set<String> = [
        "de", "del", "la", "las", "los", "el", "y", "da", "das", "do", "dos", "di", "du", "van", "von", "der", "den",
        "mac", "mc", "san", "santa",
    ]
    let words = text.split(separator: " ").map(String.init)
    let end = words.firstIndex { !particles.contains(NameText.folded($0)) } ?? words.count - 1
    let first = words.prefix(end + 1).joined(separator: " ")
    let second = words.dropFirst(end + 1).joined(separator: " ")
    return (first, second.isEmpty ? nil : second)
}

/// What remarks of a list suggest; asked at the desk, never confirmed by itself.
package func suggestions(_ remarks: String) -> Set<Flag> {
    let words = NameText.folded(remarks)
    let padded = " \(words) "
    let table: [(Flag, [String])] = [
        (
            .medical,
            ["medication", "med", "meds", "medical", "medicamento", "medicina", "medicacion", "insulin", "insulina"]
        ),
        (.pregnant, ["pregnant", "pregnancy", "embarazada", "embarazo"]),
        (.disability, ["wheelchair", "silla de ruedas", "discapacidad", "disability", "disabled"]),
        (.smallChildren, ["famu", "family unit", "unidad familiar", "family", "familia"]),
        (
            .unaccompaniedChild,
            [
                "uac", "uc", "juvenile", "unaccompanied", "minor", "nna", "menor no acompanado", "menor no acompanada",
                "menor sola", "menor solo", "menor de edad",
            ]
        ),
        (.warrant, ["warrant", "orden de aprehension", "mandamiento"]),
        (.deaf, ["deaf", "sorda", "sordo"]), (.noSpanish, ["no spanish", "no habla espanol", "indigenous language"]),
    ]
    return Set(table.filter { $0.1.contains { padded.contains(" \($0) ") } }.map(\.0))
}
