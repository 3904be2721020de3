import Repatriation

/// What an authority was given of a group: first to whom, then on what basis and which data.
enum ShareForms {
    /// So many institutions have a letter of the menu; those beyond are typed, and that is said.
    private static let most = 25

    /// The institutions of the point, and another one that is typed.
    static func authority(_ group: Identifier<Group>, _ view: ShareView) -> MenuScreen {
        let letters = Array("abcdefghijklmnpqrstuvwxyz")
        let shown = view.institutions.prefix(most)
        let items = zip(letters, shown).map { letter, name in
            MenuScreen.Item(
                letter, Bilingual(name, name), [.replace(list(group, view, with: name))])
        }
        let rest = view.institutions.count - shown.count
        let other =
            rest == 0
            ? Bilingual("otra", "another")
            : Bilingual("otra (y \(rest) más: se escribe)", "another (and \(rest) more: typed)")
        return MenuScreen(
            Bilingual("Compartir \(view.name)", "Share \(view.name)"),
            preselects: false, note: view.warning,
            items + [.init("o", other, [.replace(list(group, view, with: nil))])])
    }

    /// What was given; where the authority is none of the point's, its name too.
    private static func list(
        _ group: Identifier<Group>, _ view: ShareView, with name: String?
    ) -> FormScreen {
        let letters: [SharedField: Character] = [.name: "n", .birthDate: "f", .curp: "c"]
        let choices = SharedField.allCases.map {
            AnswerOption(code: $0.rawValue, letter: letters[$0] ?? "n", label: $0.label)
        }
        let typed =
            name == nil
            ? [FormField("with", "A qué autoridad", "To which authority", required: true)] : []
        let to = name.map { Bilingual("A \($0). ", "To \($0). ") } ?? Bilingual("", "")
        return FormScreen(
            Bilingual("Lista compartida · \(view.name)", "List shared · \(view.name)"),
            of: "group:\(group.value):\(name ?? "")",
            note: Bilingual(to.es + view.warning.es, to.en + view.warning.en),
            typed + [
                FormField("basis", "Fundamento u oficio", "Legal basis", required: true),
                FormField("fields", "Qué datos", "Which data", .many(choices), required: true),
                FormField("who", "Quién la recibió", "Who took it"),
            ]
        ) { values in
            let codes = (values["fields"] ?? "").split(separator: ",").map(String.init)
            var act = ShareGroup(
                group, with: name ?? values["with"] ?? "", basis: values["basis"] ?? "",
                codes.compactMap(SharedField.init))
            act.who = values["who"]
            return [.perform(.act(act))]
        }
    }
}

extension ShareView {
    /// Of how many it tells, that there are children among them, and that it is not taken back.
    fileprivate var warning: Bilingual {
        let among =
            switch children {
            case 0: Bilingual("", "")
            case let children?:
                Bilingual(
                    " NNA entre ellas, o que pueden serlo: \(children).",
                    " Children among them, or who may be: \(children).")
            case nil: Bilingual(" Puede haber NNA.", " There may be children.")
            }
        return Bilingual(
            "Van datos de \(people) personas.\(among.es) No se deshace: los datos ya salieron.",
            "Data of \(people) people.\(among.en) It is not undone: the data have left.")
    }
}
