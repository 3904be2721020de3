/// What somebody is called, as they gave it. Two surnames, one or none: nothing is made up.
package struct PersonName: Sendable, Equatable {
    private let given: String?
    private let description: String?
    /// The surnames in their order; empty where there are none.
    package let surnames: String

    /// The parts as they were given; a description stands for whoever has no name.
    package init(
        given: String?, _ firstSurname: String?, _ secondSurname: String?,
        description: String? = nil
    ) {
        self.given = given
        self.description = description
        surnames = [firstSurname, secondSurname].compactMap { $0 }.joined(separator: " ")
    }

    /// `Surname Surname, Given`, the way lists show people; the description where there is no name.
    package var listed: String {
        let parts = [surnames, given ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? description ?? "" : parts.joined(separator: ", ")
    }

    /// Surnames and given names, in the order of the papers; empty where there is no name.
    package var filed: String {
        [surnames, given ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Given names and surnames in the order of speech; empty where there is no name.
    package var spoken: String {
        [given ?? "", surnames].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
