import Repatriation
import Terminal

/// Joining two people as a family, from the card of one of them: of the same group, or a child and
/// an adult of another point.
enum FamilyForm {
    private static let kinds: [AnswerOption] =
        ProfileField.companionKinship.question.kind.list?.options ?? []

    /// With adults at other points who may be a child's, and how many more there are.
    static func join(_ card: Card, _ elsewhere: [Reception], _ more: Int) -> FormScreen {
        let person = card.reception
        // A child alone has no family here, and is named to child protection only.
        let companions = card.companions.filter { !$0.isChildAlone }
        // A child's adults at other points are offered behind those of the group, with their point.
        let offered =
            companions.map { (code: String($0.ticket ?? 0), person: $0) }
            + elsewhere.map { (code: "\($0.point.text)\($0.ticket ?? 0)", person: $0) }
        let people = offered.map { code, other in
            let words = other.shownName.words.after("\(code) ")
            return AnswerOption(code: code, letter: "·", label: words, isPerson: true)
        }
        let byTicket = Dictionary(offered.map { ($0.code, $0.person.id) }, uniquingKeysWith: { $1 })
        return FormScreen(
            Bilingual("Familia", "Family"), about: person,
            note: more > 0
                ? Bilingual(
                    "\(more) más en otros puntos: búsquelas con F3.",
                    "\(more) more at other points: F3 finds them.")
                : nil,
            [
                FormField(
                    "other", "Viene con (ficha)", "Comes with (ticket)", .options(people),
                    required: true),
                FormField(
                    "kinship", "Esa persona es su", "That person is their", .options(kinds),
                    required: true),
            ]
        ) { values in
            guard let other = values["other"].flatMap({ byTicket[$0] }),
                let code = values["kinship"],
                let kinship = Kinship(rawValue: code)
            else { return [] }
            return [.perform(.act(SetFamily(person.id, [other], [kinship])))]
        }
    }

    /// «hija/o: Luna Vera, Ana (12)»: each of the others, as what they are to this person.
    static func words(_ card: Card, _ language: Language) -> String? {
        let words = card.family.filter { !$0.isChildAlone }.map { other -> String in
            let tie = card.reception.tie(to: other)
            let label = kinds.first { $0.code == tie?.rawValue }?.label(language) ?? ""
            return
                """
                \(label.isEmpty ? "" : "\(label): ")\(other.shownName.words(language)) \
                (\(other.ticket.map(String.init) ?? "–"))
                """
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }
}
