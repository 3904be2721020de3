import Repatriation
import Testing

/// Names as they are written, proposed and never applied.
@Suite struct ProperNamesTests {
    private func proposal(_ given: String?, _ first: String?, _ second: String? = nil) -> PersonData? {
        var person = Reception(id: Identifier(1))
        (person.given, person.firstSurname, person.secondSurname) = (given, first, second)
        return ProperNames.proposal(person)
    }

    @Test func aListsCapitalsGetTheirAccents() throws {
        let found = try #require(proposal("ROBERTO JOSE MANUEL", "BRISENO", "QUINONES"))
        #expect(
            [found.given, found.firstSurname, found.secondSurname] == ["Roberto José Manuel", "Briseño", "Quiñones"])
        #expect(proposal("MARIA DE LOS ANGELES", "DE LA PENA")?.given == "María de los Ángeles")
        #expect(proposal("MARIA DE LOS ANGELES", "DE LA PENA")?.firstSurname == "De la Peña")
        #expect(proposal("SEAN", "O'HARA-PEREZ")?.firstSurname == "O'Hara-Perez")
    }

    /// What is a name both with and without is left to the officer.
    @Test(arguments: ["MONTANO", "SOLIS", "ORTIZ", "RUIZ"])
    func whatMayBeEitherIsLeftAsItCame(_ surname: String) {
        #expect(proposal("ANA", surname)?.firstSurname == surname.prefix(1) + surname.dropFirst().lowercased())
    }

    @Test func whatSomebodyWroteWithCareIsLeftAlone() {
        #expect(proposal("Ana", "Muñoz") == nil)
        #expect(proposal("Ana", "Munoz") == nil)
        #expect(proposal("JOSÉ", "MUNOZ") == nil)
        #expect(proposal(nil, nil) == nil)
    }
}
