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
        let wrong = failures.map(\.label)
        let parts = disagreements(with: person).map(\.label)
        let words = [
            wrong.isEmpty
                ? nil
                : Bilingual(
                    "no válida: \(wrong.map(\.es).joined(separator: ", "))",
                    "not valid: \(wrong.map(\.en).joined(separator: ", "))"),
            parts.isEmpty
                ? nil
                : Bilingual(
                    "no coincide: \(parts.map(\.es).joined(separator: ", "))",
                    "disagrees: \(parts.map(\.en).joined(separator: ", "))"),
        ].compactMap { $0 }
        guard !words.isEmpty else { return nil }
        return Bilingual(
            "▲ \(words.map(\.es).joined(separator: "; "))",
            "▲ \(words.map(\.en).joined(separator: "; "))")
    }
}
