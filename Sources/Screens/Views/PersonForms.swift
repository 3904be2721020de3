import Repatriation
import Terminal

/// The forms about one person.
enum PersonForms {
    private static let sexes: FormField.Kind = .options([
        .init(code: "H", letter: "h", label: Bilingual("hombre", "man")),
        .init(code: "M", letter: "m", label: Bilingual("mujer", "woman")),
        .init(code: "X", letter: "x", label: Bilingual("X", "X")),
    ])
    static let yesNo: FormField.Kind = .options([
        .init(code: "yes", letter: "s", label: Bilingual("sí", "yes")),
        .init(code: "no", letter: "n", label: Bilingual("no", "no")),
    ])

    private static func identity(_ person: Reception?) -> [FormField] {
        [
            FormField(
                "firstSurname", "Primer apellido", "First surname",
                value: person?.firstSurname ?? ""),
            FormField(
                "secondSurname", "Segundo apellido", "Second surname",
                value: person?.secondSurname ?? ""),
            FormField("given", "Nombre(s)", "Given names", value: person?.given ?? ""),
            FormField("sex", "Sexo", "Sex", sexes, value: person?.sex?.rawValue ?? ""),
            birth(person?.birth),
            FormField(
                "birthState", "Entidad de nacimiento", "State of birth", .mexicanState,
                value: person?.birthState ?? ""),
            FormField("curp", "CURP", "CURP", value: person?.curp ?? ""),
            FormField(
                "description", "Si no hay nombre: cómo es", "If no name: description",
                value: person?.description ?? ""),
            FormField("tag", "Talón de pertenencias", "Property tag", value: person?.tag ?? ""),
        ]
    }

    /// What is known of the birth stands as it is known; a day, a year or an age is typed over it.
    private static func birth(_ known: Birth?) -> FormField {
        var field = FormField(
            "birthDate", "Fecha de nacimiento", "Date of birth", .birthDate,
            value: known?.shown.es ?? "")
        field.kept = known.map { (field.value, $0.day.text) }
        return field
    }

    private static func data(_ values: [String: String]) -> PersonData {
        var person = PersonData()
        person.firstSurname = values["firstSurname"]
        person.secondSurname = values["secondSurname"]
        person.given = values["given"]
        person.sex = values["sex"].flatMap(Sex.init)
        person.birthDate = values["birthDate"].flatMap { CivilDate(text: $0) }
        person.birthPrecision = values["birthPrecision"].flatMap(Birth.Precision.init)
        person.birthState = values["birthState"]
        person.curp = values["curp"]?.uppercased()
        person.description = values["description"]
        person.tag = values["tag"]
        person.isUnidentified =
            person.given == nil && person.firstSurname == nil && person.description != nil
        return person
    }

    static func offList(_ group: Identifier<Group>) -> FormScreen {
        FormScreen(
            Bilingual("Agregar fuera de lista", "Add off the list"), of: "group:\(group.value)",
            looksFor: data,
            identity(nil)
        ) { values in
            [.perform(.act(AddOffList(group, data(values))))]
        }
        .told(by: Procedure(.rollCall))
    }

    static func amend(_ person: Reception) -> FormScreen {
        let adult = FormField(
            "seemsAdult", "Sin fecha: ¿parece adulta?", "No date: seems adult?", yesNo,
            value: person.seemsAdult ? "yes" : "")
        return FormScreen(
            Bilingual("Corregir datos", "Correct data"), about: person, identity(person) + [adult]
        ) {
            values in
            [
                .perform(
                    .act(
                        AmendPerson(
                            person.id, data(values),
                            seemsAdult: values["seemsAdult"].map { $0 == "yes" })))
            ]
        }
        .told(by: Procedure(.correct, isOfPerson: true))
    }

    /// Of whoever another point sent it is asked whether they still come: else they are the sending
    /// point's again.
    static func found(_ person: Reception) -> FormScreen {
        var fields = [FormField("found", "Qué se supo", "What was found", required: true)]
        if person.isOnTheWay {
            fields.append(
                FormField(
                    "stillComes", "¿Sigue en camino?", "Still on the way?", yesNo, required: true))
        }
        return FormScreen(
            Bilingual("Qué se supo de la persona", "What was found"), about: person, fields
        ) {
            let stillComes = $0["stillComes"] == "yes"
            return [
                .perform(
                    .act(Locate(person.id, found: $0["found"] ?? "", stillComes: stillComes)))
            ]
        }
    }

    // MARK: Leaving

    /// The ways out that this person has; a child has two.
    static func exits(_ card: Card) -> MenuScreen {
        let person = card.reception
        let kinds: [Exit] =
            person.isChildAlone
            ? [.dif, .died]
            : card.isChild
                ? (person.guardians.isEmpty && !person.ties.isEmpty
                    ? [.dif, .died] : [.dif, .relative, .died])
                : Exit.allCases.filter { $0 != .notAdmitted || person.stage == .notAccredited }
        let isComplete = [.registered, .inSupport, .foreign, .notAccredited].contains(person.stage)
        let items = kinds.map { how in
            let isOpen = isComplete || how.isFromAnyState || how == .unknown
            let reason: Why =
                card.isChild
                ? .says(
                    "Falta la entrevista: Enter en su ficha.",
                    "The interview is missing: Enter on the card.")
                : .says(
                    "Falta la entrevista. Si se va ya: «se retiró por decisión propia».",
                    "The interview is missing. If leaving now: «left on their own decision».")
            return MenuScreen.Item(
                how.key, how.label, [.replace(release(card, how))], reason: isOpen ? nil : reason)
        }
        let note =
            card.isChild
            ? Bilingual(
                """
                Menor de 18 o edad sin aclarar: sale con DIF, o con su madre o padre del mismo \
                grupo. \(missing(card)?.es ?? "")
                """,
                """
                Under 18 or age not settled: leaves with DIF, or with a parent of the same group. \
                \(missing(card)?.en ?? "")
                """
            )
            : Bilingual(
                """
                \(isComplete ? "Puede retirarse" : "Puede irse por decisión propia"). \
                \(pending(card).es)\(children(card).es)\(night(card).es)
                """,
                """
                \(isComplete ? "May leave" : "May leave on their own decision"). \
                \(pending(card).en)\(children(card).en)\(night(card).en)
                """
            )
        return MenuScreen(
            Bilingual("Salida", "Exit"), about: person,
            note: note, items
        )
        .told(by: Procedure(.exit, isOfPerson: true))
    }

    /// The adults of the same group who are here, by ticket, with name and age: who is chosen shows
    /// at once.
    private static func adults(_ card: Card) -> FormField.Kind {
        let here = card.adults.filter { $0.isInside && ($0.age(on: card.today) ?? 0) >= 18 }
        return .options(
            here.map { adult in
                let ticket = String(adult.ticket ?? 0)
                let age = adult.birth?.ageShown(on: card.today) ?? "?"
                return .init(
                    code: ticket, letter: "·",
                    label: adult.shownName.words.after("\(ticket) ", before: ", \(age)"),
                    isPerson: true)
            })
    }

    /// Outside the point's hours nobody goes to the bus alone without having been asked.
    private static func night(_ card: Card) -> Bilingual {
        card.isOutOfHours
            ? Bilingual(
                " Fuera de horario: ofrezca acompañamiento o esperar adentro.",
                " Out of hours: offer company, or to wait inside.") : Bilingual("", "")
    }

    /// Children of the family who are still inside.
    private static func children(_ card: Card) -> Bilingual {
        let inside = card.family.filter { $0.isInside && $0.isChild(on: card.today) }
        guard !inside.isEmpty else { return Bilingual("", "") }
        let tickets = inside.map { $0.ticket.map(String.init) ?? "?" }.joined(separator: ", ")
        return Bilingual(
            " Sigue adentro una niña, niño o adolescente de su familia: ficha \(tickets).",
            " A child of the family is still inside: ticket \(tickets).")
    }

    /// What an adult would leave without, in words.
    private static func pending(_ card: Card) -> Bilingual {
        let labels = Pending.allCases.filter(card.leavesWithout.contains).map(\.label)
        guard !labels.isEmpty else {
            return Bilingual("No queda nada pendiente.", "Nothing is pending.")
        }
        let names = labels.joined()
        return Bilingual("Queda pendiente: \(names.es).", "Pending: \(names.en).")
    }

    /// What a child still needs before DIF receives; nil where nothing is missing.
    private static func missing(_ card: Card) -> Bilingual? {
        let steps = card.lanes.beforeHandOver.map(\.label)
        guard card.isChild, !steps.isEmpty else { return nil }
        let names = steps.joined()
        return Bilingual(
            "Para salir con DIF falta: \(names.es). F4, «r» rutas.",
            "To leave with DIF, missing: \(names.en). F4, «r» lanes.")
    }

    private static func release(_ card: Card, _ how: Exit) -> FormScreen {
        let person = card.reception
        // What an adult leaves without is explained, in words they understand; nobody is held for
        // the answer.
        let isExplained =
            !card.isChild && card.leavesWithout(by: how).contains(where: \.isLane)
            && ![.unknown, .died].contains(how)
        let adults = Dictionary(
            card.adults.compactMap { adult in adult.ticket.map { ($0, adult.id) } },
            uniquingKeysWith: { $1 })
        let fields = fields(card, how) + (isExplained ? LaneForms.explained : [])
        return FormScreen(how.label, about: person, fields) { values in
            var release = Release(how)
            release.destination = values["destination"]
            release.receiver.institution = values["institution"]
            release.receiver.name = values["name"] ?? values["relation"]
            release.receiver.credential = values["credential"]
            release.receiver.plate = values["plate"]
            release.escort = values["escort"].flatMap(Escort.init)
            release.receiver.parent = values["parent"].flatMap(Int.init).flatMap { adults[$0] }
            guard isExplained, let language = values["explainedIn"] else {
                return [.perform(.act(ReleasePerson(person.id, release)))]
            }
            var leaving = Leaving(pending: card.leavesWithout(by: how), explainedIn: language)
            (leaving.release, leaving.reason) = (release, values["reason"])
            return [.perform(.act(LeaveAnyway(person.id, leaving)))]
        }
        .told(by: Procedure(.exit, isOfPerson: true))
    }

    /// What each way out asks.
    private static func fields(_ card: Card, _ how: Exit) -> [FormField] {
        let destination = FormField(
            "destination", "Va a (entidad)", "Goes to (state)", .mexicanState,
            value: card.reception.answers[.destination] ?? "")
        let receiver = receiver(required: how == .dif)
        let escort = FormField(
            "escort", "Acompañamiento (de noche)", "Escort (at night)",
            .options([
                .init(code: "accepted", letter: "a", label: Bilingual("aceptó", "accepted")),
                .init(code: "declined", letter: "d", label: Bilingual("declinó", "declined")),
                .init(code: "offered", letter: "o", label: Bilingual("ofrecido", "offered")),
            ]))
        switch how {
        case .dif, .hospital, .authority: return receiver + [destination]
        case .relative:
            return (card.isChild ? family(card) : Array(receiver.dropFirst().prefix(2))) + [
                destination, escort,
            ]
        case .died, .unknown, .notAdmitted: return [receiver[1]]
        default: return [destination, escort]
        }
    }

    /// Who receives somebody for an institution, which is always named; a child's receiver is named
    /// with their paper.
    private static func receiver(required: Bool) -> [FormField] {
        [
            FormField(
                "institution", "Institución que recibe", "Receiving institution", required: true),
            FormField("name", "Nombre de quien recibe", "Who receives", required: required),
            FormField("credential", "Credencial", "Credential", required: required),
            FormField(
                "plate", "Placa («a pie» si no hay)", "Plate («on foot» if none)",
                required: required),
        ]
    }

    /// Which adult of the group a child leaves with, and what they are to the child.
    private static func family(_ card: Card) -> [FormField] {
        [
            FormField(
                "parent", "Madre o padre (ficha)", "Parent (ticket)", adults(card), required: true),
            FormField(
                "relation", "Es su", "Is the child's",
                .options([
                    .init(code: "madre", letter: "m", label: Bilingual("madre", "mother")),
                    .init(code: "padre", letter: "p", label: Bilingual("padre", "father")),
                    .init(
                        code: "tutor", letter: "t", label: Bilingual("tutora o tutor", "guardian")),
                ]), required: true),
        ]
    }
}

extension Exit {
    /// One key for each way out, whoever it is for: a hand that knows it does not choose another
    /// for a child.
    fileprivate var key: Character {
        switch self {
        case .ownMeans: "1"
        case .bus: "2"
        case .flight: "3"
        case .shelter: "4"
        case .relative: "5"
        case .dif: "6"
        case .hospital: "7"
        case .authority: "8"
        case .ownDecision: "9"
        case .unknown: "a"
        case .died: "b"
        case .notAdmitted: "0"
        }
    }
}
