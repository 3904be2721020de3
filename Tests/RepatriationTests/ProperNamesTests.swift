import Testing

@testable import Repatriation

/// Names as they are written, proposed and never applied.
@Suite struct ProperNamesTests {
    private func proposal(_ given: String?, _ first: String?, _ second: String? = nil)
        -> PersonData?
    {
        var person = Reception(id: Identifier(1))
        (person.given, person.firstSurname, person.secondSurname) = (given, first, second)
        return ProperNames.proposals(person).first
    }

    @Test func aListsCapitalsGetTheirAccents() throws {
        let found = try #require(proposal("ROBERTO JOSE MANUEL", "BRISENO", "QUINONES"))
        #expect(
            [found.given, found.firstSurname, found.secondSurname] == [
                "Roberto José Manuel", "Briseño", "Quiñones",
            ])
        #expect(proposal("MARIA DE LOS ANGELES", "DE LA PENA")?.given == "María de los Ángeles")
        #expect(proposal("MARIA DE LOS ANGELES", "DE LA PENA")?.firstSurname == "De la Peña")
        #expect(proposal("SEAN", "O'HARA-PEREZ")?.firstSurname == "O'Hara-Perez")
    }

    /// What is a name both with and without is proposed both ways, at most four in all.
    @Test func whatMayBeEitherIsAsked() {
        var person = Reception(id: Identifier(1))
        (person.given, person.firstSurname, person.secondSurname) = ("ANA", "MONTANO", "SOLIS")
        let surnames = ProperNames.proposals(person).map {
            "\($0.firstSurname ?? "") \($0.secondSurname ?? "")"
        }
        #expect(
            Set(surnames) == ["Montano Solis", "Montaño Solis", "Montano Solís", "Montaño Solís"])
        #expect(surnames.first == "Montano Solis")
        person.given = "NINO"
        #expect(ProperNames.proposals(person).count == 4)
    }

    /// Every word of the tables folds to a key of its own, and carries what makes the line worth
    /// having.
    @Test func everyLineOfTheTableChangesSomething() {
        #expect(ProperNames.table.count > 480)
        for (folded, word) in ProperNames.table.merging(
            ProperNames.ambiguous, uniquingKeysWith: { $1 })
        {
            #expect(NameText.folded(word) == folded)
            #expect(word.lowercased() != folded)
        }
    }

    @Test(arguments: ["MONTANO", "SOLIS", "ORTIZ", "RUIZ"])
    func whatMayBeEitherIsLeftAsItCame(_ surname: String) {
        #expect(
            proposal("ANA", surname)?.firstSurname == surname.prefix(1)
                + surname.dropFirst().lowercased())
    }

    @Test func whatSomebodyWroteWithCareIsLeftAlone() {
        #expect(proposal("Ana", "Muñoz") == nil)
        #expect(proposal("Ana", "Munoz") == nil)
        #expect(proposal("JOSÉ", "MUNOZ") == nil)
        #expect(proposal(nil, nil) == nil)
    }
}
