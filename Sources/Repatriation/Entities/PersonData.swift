/// A person as a list or an officer gives them; nil is «not given».
package struct PersonData: Sendable, Hashable {
    /// Given names, exactly as given.
    package var given: String?
    /// The one that comes first, or the only one.
    package var firstSurname: String?
    /// The one after it; many people have none.
    package var secondSurname: String?
    /// As in the official record.
    package var sex: Sex?
    /// Day of birth.
    package var birthDate: CivilDate?
    /// How well the day of birth is known; nil for a whole date.
    package var birthPrecision: Birth.Precision?
    /// State of birth, RENAPO's two letters.
    package var birthState: String?
    /// The key of the population register, as shown or dictated.
    package var curp: String?
    /// Remarks of the list.
    package var notes: String?
    /// Number of the US property tag.
    package var tag: String?
    /// Nobody knows the name; the description stands for it.
    package var isUnidentified = false
    /// What stands for the name where nobody knows it.
    package var description: String?
    /// What the remarks suggest; never confirmed by itself.
    package var suggested: Set<Flag> = []
    /// Country of citizenship that the list states.
    package var country: String?
    /// The US number on the list.
    package var alienNumber: String?
    /// The number of the line on the paper, as it is called from it; nil counts on.
    package var listNumber: Int?

    /// Nothing given yet.
    package init() {}
}

extension Reception {
    /// Takes what is given about a person; what is not given stays.
    package mutating func take(_ person: PersonData) {
        given = person.given ?? given
        firstSurname = person.firstSurname ?? firstSurname
        secondSurname = person.secondSurname ?? secondSurname
        sex = person.sex ?? sex
        if let birthDate = person.birthDate { takeBirth(birthDate, person.birthPrecision) }
        birthState = person.birthState ?? birthState
        setCURP(person.curp ?? curp)
        notes = person.notes ?? notes
        tag = person.tag ?? tag
        description = person.description ?? description
        suggested = person.suggested.isEmpty ? suggested : person.suggested
        listedCountry = person.country ?? listedCountry
        alienNumber = person.alienNumber ?? alienNumber
        isUnidentified =
            person.isUnidentified || isUnidentified && given == nil && firstSurname == nil
    }
}

extension Reception {
    /// Whether this may be the person that somebody is adding to the same group: a surname in
    /// common, born within three years, not of another sex. What is unknown does not tell them
    /// apart.
    package func isLike(_ person: PersonData) -> Bool {
        let ours = Set([firstSurname, secondSurname].compactMap { $0.map(NameText.folded) })
        let theirs = [person.firstSurname, person.secondSurname].compactMap {
            $0.map(NameText.folded)
        }
        guard theirs.contains(where: ours.contains) else { return false }
        // The same whole name is told whatever else differs: a date may be the very thing that is
        // wrong.
        let name = [person.given, person.firstSurname, person.secondSurname].compactMap { $0 }
            .joined(separator: " ")
        if person.given != nil, NameText.folded(name) == NameText.folded(fullName) { return true }
        if let sex, let other = person.sex, sex != other { return false }
        if let birthDate, let other = person.birthDate {
            return abs(birthDate.year - other.year) <= 3
        }
        return true
    }
}

extension PersonData {
    /// What a list or a form calls the person.
    package var name: PersonName { PersonName(given: given, firstSurname, secondSurname) }
}
