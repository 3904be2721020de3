import Repatriation

extension CURP {
    /// The same for somebody who is being typed.
    func remark(about data: PersonData) -> Bilingual? {
        var person = Reception(id: Identifier(0))
        (person.given, person.firstSurname, person.secondSurname) = (
            data.given, data.firstSurname, data.secondSurname
        )
        (person.sex, person.birthDate, person.birthState) = (
            data.sex, data.birthDate, data.birthState
        )
        person.setAnswer(.birthPrecision, data.birthPrecision?.rawValue)
        return remark(about: person)
    }

    /// What is wrong with it, and where it disagrees with the person; nil when nothing is.
    func remark(about person: Reception) -> Bilingual? {
        let wrong = failures.map(\.label).joined()
        let parts = disagreements(with: person).map(\.label).joined()
        let words = [
            wrong.es.isEmpty ? nil : Bilingual("no válida: \(wrong.es)", "not valid: \(wrong.en)"),
            parts.es.isEmpty
                ? nil : Bilingual("no coincide: \(parts.es)", "disagrees: \(parts.en)"),
        ].compactMap { $0 }
        return words.isEmpty ? nil : words.joined("; ").after("▲ ")
    }
}
