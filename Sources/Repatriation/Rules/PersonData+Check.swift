extension PersonData {
    private var words: [String?] {
        [given, firstSurname, secondSurname, curp, notes, tag, description, country, alienNumber]
    }

    /// What stands for a hidden value is nobody's value, whichever way it comes.
    func refuseHiddenWords() throws(Refusal) {
        let isHidden = words.contains {
            $0?.isEmpty == false && $0?.allSatisfy { $0 == "•" } == true
        }
        if isHidden { throw Refusal(.badCharacters, ["field": "name"]) }
    }

    /// Nothing of it says who somebody is: only what came with them.
    var isWithoutIdentity: Bool {
        var person = self
        (person.notes, person.tag, person.suggested) = (nil, nil, [])
        person.listNumber = nil
        return person == PersonData()
    }

    /// Somebody with a name, or without one but described; a birth date of this life.
    func check(on day: CivilDate) throws(Refusal) {
        let hasName = given != nil || firstSurname != nil
        guard hasName || isUnidentified && description != nil else { throw Refusal(.personEmpty) }
        if let listNumber, !(1...PersonData.greatestNumber).contains(listNumber) {
            throw Refusal(.invalidValue, ["field": "number"])
        }
        let birth = birthDate.map { Birth($0, birthPrecision ?? .exact) }
        if let birth, !birth.isPossible(on: day) { throw Refusal(.futureBirthDate) }
    }
}
