/// Reads one line of a list into a person, or says why not.
struct RowReader {
    struct Reason: Error {
        let sentence: Bilingual
        init(_ es: String, _ en: String) { sentence = Bilingual(es, en) }
    }

    let heading: ListHeading
    let order: DateOrder?
    let sex: HandoverList.SexCodes?
    let day: CivilDate

    func read(_ record: DelimitedText.Record) -> Result<PersonData, Reason> {
        Result { () throws(Reason) in try person(record) }
    }

    private func person(_ record: DelimitedText.Record) throws(Reason) -> PersonData {
        if record.cells.dropFirst(heading.width).contains(where: { !$0.trimmed.isEmpty }) {
            throw Reason("tiene más columnas que el encabezado", "it has more columns than the heading")
        }
        var person = PersonData()
        for (index, column) in heading.columns.sorted(by: { $0.key < $1.key }) where index < record.cells.count {
            guard let text = NameText.cleaned(record.cells[index]) else {
                throw Reason("tiene caracteres de control", "it has control characters")
            }
            guard text.count <= NameText.longest else {
                throw Reason(
                    "una celda pasa de \(NameText.longest) caracteres", "a cell is over \(NameText.longest) characters")
            }
            if !text.isEmpty { try take(text, column, &person) }
        }
        guard person.given != nil || person.firstSurname != nil else {
            throw Reason("no tiene nombre", "it has no name")
        }
        if isTotal(person) { throw Reason("es un renglón de totales", "it is a row of totals") }
        return person
    }

    /// The sum at the foot of a list is nobody.
    private func isTotal(_ person: PersonData) -> Bool {
        let words = [person.firstSurname, person.secondSurname, person.given].compactMap { $0 }
        let first = NameText.folded(words.joined(separator: " ")).split(separator: " ").prefix(2)
        return person.birthDate == nil
            && (first.first == "total" || first.first == "totales" || first == ["grand", "total"])
    }

    private func take(_ text: String, _ column: ListColumn, _ person: inout PersonData) throws(Reason) {
        switch column {
        case .number: break
        case .surnames: (person.firstSurname, person.secondSurname) = splitSurnames(text)
        case .firstSurname: person.firstSurname = text
        case .secondSurname: person.secondSurname = text
        case .given: person.given = text
        case .birthDate: person.birthDate = try date(text)
        case .sex: person.sex = try sex(text)
        case .country:
            if !["mex", "mx", "mexico", "mexicana", "mexicano"].contains(NameText.folded(text)) {
                person.country = text
            }
        case .alienNumber: person.alienNumber = text
        case .tag: person.tag = text
        case .curp: person.curp = text.uppercased()
        case .birthState: takeState(text, &person)
        case .remarks:
            person.notes = [person.notes, text].compactMap { $0 }.joined(separator: "; ")
            person.suggested.formUnion(suggestions(text))
        }
    }

    /// A state that is not recognised is kept in words, for the officer to ask.
    private func takeState(_ text: String, _ person: inout PersonData) {
        if let state = MexicanState(typed: text) {
            person.birthState = state.code
        } else {
            person.notes = [person.notes, "Entidad: \(text)"].compactMap { $0 }.joined(separator: "; ")
        }
    }

    private func date(_ text: String) throws(Reason) -> CivilDate {
        guard let cell = DateCell(text), let date = cell.date(order ?? .ymd, notAfter: day) else {
            throw Reason("la fecha de nacimiento no es una fecha", "the birth date is not a date")
        }
        guard date <= day, date.age(on: day) <= 120 else {
            throw Reason(
                "la fecha de nacimiento es futura o de hace más de 120 años",
                "the birth date is in the future or over 120 years ago")
        }
        return date
    }

    private func sex(_ text: String) throws(Reason) -> Sex {
        switch NameText.folded(text) {
        case "hombre", "masculino", "male", "varon", "h": return .man
        case "mujer", "femenino", "female", "f": return .woman
        case "x", "no binario", "nonbinary", "non binary": return .other
        case "m": return sex == .us ? .man : .woman
        default: throw Reason("el sexo no se reconoce", "the sex is not recognised")
        }
    }
}
