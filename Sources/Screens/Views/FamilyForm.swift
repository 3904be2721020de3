import Repatriation
import Terminal

/// Joining two people of a group as a family, from the card of one of them.
enum FamilyForm {
    private static let kinds: [AnswerOption] = ProfileField.companionKinship.question.kind.list?.options ?? []

    static func join(_ card: Card) -> FormScreen {
        let person = card.reception
        // A child alone has no family here, and is named to child protection only.
        let companions = card.companions.filter { $0.flags?.contains(.unaccompaniedChild) != true }
        // A child's adults at other points are offered behind those of the group, with their point.
        let offered =
            companions.map { (code: String($0.ticket ?? 0), person: $0) }
            + card.elsewhere.map { (code: "\($0.point.text)\($0.ticket ?? 0)", person: $0) }
        let people = offered.map { code, other in
            let words = "\(code) \(other.listedName)"
            return AnswerOption(code: code, letter: "·", label: Bilingual(words, words))
        }
        let byTicket = Dictionary(offered.map { ($0.code, $0.person.id) }, uniquingKeysWith: { $1 })
        return FormScreen(
            Bilingual("Familia", "Family"), about: person,
            [
                FormField("other", "Viene con (ficha)", "Comes with (ticket)", .options(people), required: true),
                FormField("kinship", "Esa persona es su", "That person is their", .options(kinds), required: true),
            ]
        ) { values in
            guard let other = values["other"].flatMap({ byTicket[$0] }), let code = values["kinship"],
                let kinship = Kinship(rawValue: code)
            else { return [] }
            return [.perform(.reception(person.id, .setFamily([other], [kinship])))]
        }
    }

    /// «hija/o: Luna Vera, Ana (12)»: each of the others, as what they are to this person.
    static func words(_ card: Card, _ language: Language) -> String? {
        let words = card.family.filter { $0.flags?.contains(.unaccompaniedChild) != true }.map { other -> String in
            let tie = tie(of: other, to: card.reception)
            let label = kinds.first { $0.code == tie?.rawValue }?.label(language) ?? ""
            return "\(label.isEmpty ? "" : "\(label): ")\(other.listedName) (\(other.ticket.map(String.init) ?? "–"))"
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// What the other is: told of the first, or the first seen from here.
    private static func tie(of other: Reception, to person: Reception) -> Kinship? {
        if person.kinship == .first { return other.kinship }
        return other.kinship == .first ? person.kinship?.inverse : nil
    }
}
