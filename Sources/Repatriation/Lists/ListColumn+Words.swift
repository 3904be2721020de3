extension ListColumn {
    /// The field of a person that the column gives.
    var field: String {
        switch self {
        case .surnames, .fullName, .surnamesThenGiven, .givenThenSurnames:
            ListColumn.firstSurname.rawValue
        case .middle: ListColumn.given.rawValue
        case .birthPlace: ListColumn.birthState.rawValue
        default: rawValue
        }
    }

    /// The field of that name in words.
    static func words(_ field: String) -> Bilingual {
        ListColumn(rawValue: field)?.words ?? Bilingual(field, field)
    }

    /// The field as notes name it.
    var words: Bilingual {
        switch self {
        case .number: Bilingual("número", "number")
        case .birthDate: Bilingual("nacimiento", "birth date")
        case .birthYear: Bilingual("año de nacimiento", "year of birth")
        case .age: Bilingual("edad", "age")
        case .sex: Bilingual("sexo", "sex")
        case .country: Bilingual("ciudadanía", "citizenship")
        case .alienNumber: Bilingual("número de EUA", "US number")
        case .tag: Bilingual("talón", "tag")
        case .curp: Bilingual("CURP", "CURP")
        case .birthState, .birthPlace: Bilingual("entidad", "state of birth")
        case .given, .middle: Bilingual("nombre", "given name")
        case .secondSurname: Bilingual("segundo apellido", "second surname")
        case .surnames, .firstSurname, .fullName, .surnamesThenGiven, .givenThenSurnames:
            Bilingual("apellido", "surname")
        default: Bilingual("dato", "cell")
        }
    }
}
