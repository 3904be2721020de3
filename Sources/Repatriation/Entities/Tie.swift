/// What somebody else is to a person: `12:child`, number 12 is their daughter or son.
package struct Tie: ListItem, Hashable {
    /// The other's reception.
    package let other: Identifier<Reception>
    /// What the other is.
    package let kinship: Kinship

    /// A tie as it was told.
    package init(_ other: Identifier<Reception>, _ kinship: Kinship) {
        self.other = other
        self.kinship = kinship
    }

    package var item: String { "\(other.value):\(kinship.rawValue)" }
    package var label: Bilingual? { kinship.label }

    package init?(item: String) {
        let parts = item.split(separator: ":").map(String.init)
        guard parts.count == 2, let id = Int(parts[0]), let kinship = Kinship(rawValue: parts[1])
        else { return nil }
        self.init(Identifier(id), kinship)
    }
}

extension Reception {
    /// Says what somebody is to this person; a tie told before to the same one gives way.
    mutating func tie(_ other: Identifier<Reception>, _ kinship: Kinship) {
        ties = (ties.filter { $0.other != other } + [Tie(other, kinship)]).sorted {
            $0.other.value < $1.other.value
        }
    }

    /// What another of the family is to this person; nil where nobody said.
    package func tie(to other: Reception) -> Kinship? {
        if let told = ties.first(where: { $0.other == other.id }) { return told.kinship }
        if kinship == .first { return other.kinship }
        return other.kinship == .first ? kinship?.inverse : nil
    }
}
