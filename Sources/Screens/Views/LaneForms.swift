import Repatriation
import Terminal

/// What is said of a lane's step, and the ways into a lane.
enum LaneForms {
    private static let media: FormField.Kind = .options(
        zip(NoticeMedium.allCases, "tmcpo").map {
            .init(code: $0.rawValue, letter: $1, label: $0.label)
        })
    private static func outcomes(_ step: LaneStep) -> FormField.Kind {
        .options(
            zip(step.outcomes, "12").map { .init(code: $0.rawValue, letter: $1, label: $0.label) })
    }

    /// What a step asks: how, who answered, until when.
    static func tick(_ step: LaneStep, _ view: LaneView) -> FormScreen {
        let today = view.local
        return FormScreen(step.label, about: view.person, fields(step)) { values in
            var words = TickWords()
            words.medium = values["medium"].flatMap(NoticeMedium.init)
            (words.who, words.folio, words.note) = (values["who"], values["folio"], values["note"])
            words.outcome = values["outcome"].flatMap(TickOutcome.init)
            let command = { @Sendable (words: TickWords) -> Step in
                .perform(.act(TickLane(view.person.id, step, words)))
            }
            guard step.asks.contains(.dueAt) else { return [command(words)] }
            guard let minutes = LaneForms.minutes(values["hour"] ?? "", after: today) else {
                return [.refuse("La hora, como 23:30 o +4 h.", "The hour, as 23:30 or +4 h.")]
            }
            let said = words
            return [
                .now { now in
                    var words = said
                    words.dueAt = now.adding(minutes: minutes)
                    return command(words)
                }
            ]
        }
        .told(by: Procedure(lanes: [step.lane], isOfPerson: true))
    }

    private static func fields(_ step: LaneStep) -> [FormField] {
        var fields: [FormField] = []
        if step.asks.contains(.medium) {
            fields.append(FormField("medium", "Cómo", "How", media, required: true))
        }
        if step.asks.contains(.who) {
            fields.append(
                FormField(
                    "who", "Quién contestó o atendió", "Who answered or attended", required: true))
        }
        if step.asks.contains(.outcome) {
            fields.append(
                FormField("outcome", step.label.es, step.label.en, outcomes(step), required: true))
        }
        if step.asks.contains(.dueAt) {
            fields.append(
                FormField(
                    "hour",
                    step == .filter ? "Hasta (23:30, +48 h)" : "Próxima dosis (23:30, +4 h)",
                    step == .filter ? "Until (23:30, +48 h)" : "Next dose (23:30, +4 h)",
                    required: true))
        }
        if step.asks.contains(.folio) || [.procuraduria, .dif].contains(step) {
            fields.append(
                FormField(
                    "folio", "Folio u oficio", "Folio or letter",
                    required: step.asks.contains(.folio)))
        }
        if step.asks.contains(.note) {
            fields.append(FormField("note", "En sus palabras", "In own words", required: true))
        }
        return fields
    }

    /// Minutes from now to an hour as it is typed: `23:30`, `2330`, `+4 h`; nil for what is none.
    /// Today's, or tomorrow's when it is past.
    static func minutes(_ typed: String, after local: LocalTime) -> Int? {
        let text = typed.trimmed.lowercased()
        if text.first == "+" {
            return Int(text.dropFirst().filter { $0.isNumber }).flatMap {
                (1...240).contains($0) ? $0 * 60 : nil
            }
        }
        let digits = text.filter { $0.isNumber }
        guard digits.count == 4 || digits.count == 3, text.allSatisfy({ $0.isNumber || $0 == ":" }),
            let number = Int(digits), number / 100 < 24, number % 100 < 60
        else { return nil }
        let wanted = number / 100 * 60 + number % 100
        let now = local.hour * 60 + local.minute
        return wanted > now ? wanted - now : wanted - now + 1440
    }

    /// Who attends a child, or is in charge of a warrant: whoever sits here first.
    static func officer(_ step: LaneStep, _ view: LaneView, _ own: Identifier<Officer>)
        -> MenuScreen
    {
        let able = view.officers.filter { step != .opi || $0.isOfTheLane || $0.id == own }
        let ordered = able.filter { $0.id == own } + able.filter { $0.id != own }
        let letters = Array("123456789abcdefghilmnoprstuvwxyz")
        return MenuScreen(
            step.label, about: view.person,
            zip(letters, ordered).map { letter, officer in
                var words = TickWords()
                words.named = officer.id
                let roles = OfficerRole.allCases.filter(officer.effectiveRoles.contains).map(
                    \.label)
                return .init(
                    letter,
                    roles.joined().after("\(officer.name) · "),
                    [.perform(.act(TickLane(view.person.id, step, words)))])
            })
    }

    /// Lanes that are entered by hand.
    static func others(_ view: LaneView, _ officer: Identifier<Officer>) -> MenuScreen {
        var mine = TickWords()
        mine.named = officer
        return MenuScreen(
            Bilingual("Abrir otra ruta", "Open another lane"), about: view.person,
            [
                .init("m", LaneStep.medication.label, [.replace(tick(.medication, view))]),
                .init("f", Lane.sanitary.label, [.replace(tick(.filter, view))]),
                .init(
                    "o", "mandamiento: lo llevo yo", "warrant: I am in charge",
                    [.perform(.act(TickLane(view.person.id, .named, mine)))]),
            ])
    }

    /// In which words what is pending was explained, and what the person says of it.
    static let explained: [FormField] = [
        FormField(
            "explainedIn", "Lo pendiente se explicó", "What is pending was explained",
            .options([
                .init(code: "español", letter: "e", label: Bilingual("en español", "in Spanish")),
                .init(
                    code: "lengua", letter: "l",
                    label: Bilingual("en su lengua", "in their language")),
                .init(
                    code: "intérprete", letter: "i",
                    label: Bilingual("con intérprete", "with an interpreter")),
                .init(
                    code: "no", letter: "n",
                    label: Bilingual("no pudo o no quiso oírlo", "could not or would not hear it")),
            ]), required: true),
        FormField("reason", "Qué dice (puede quedar vacío)", "What they say (may stay empty)"),
    ]

    /// Asked only of a child alone whose mother, father or guardian was told to be here.
    private static func withFamily(_ person: Reception) -> [FormField] {
        guard person.isChildAlone, !person.guardians.isEmpty else { return [] }
        return [
            FormField(
                "withFamily", "La Procuraduría dice: con su familia",
                "The Procuraduría says: with family",
                PersonForms.yesNo)
        ]
    }

    /// An age that is doubted, or decided.
    static func age(_ person: Reception) -> MenuScreen {
        func doubt(_ source: AgeSource) -> [Step] {
            [.perform(.act(CorrectAge(person.id, AgeCorrection(nil, source: source))))]
        }
        return MenuScreen(
            Bilingual("Edad", "Age"), about: person,
            note: Bilingual(
                "En duda entre menor y adulta se trata como menor desde ahora.",
                "In doubt between child and adult, a child from now on."),
            [
                .init(
                    "d", "en duda: dice ser menor", "in doubt: says they are a child", doubt(.said)),
                .init(
                    "p", "en duda: parece menor", "in doubt: seems a child", doubt(.appearance)),
                .init(
                    "f", "fecha decidida o documentada", "date decided or on paper",
                    [.replace(decidedAge(person))]),
            ]
        )
        .told(by: Procedure(.exit, lanes: [.child], isOfPerson: true))
    }

    private static func decidedAge(_ person: Reception) -> FormScreen {
        FormScreen(
            Bilingual("Fecha de nacimiento decidida", "Date of birth, decided"), about: person,
            note: Bilingual(
                """
                De menor a adulta sólo por decisión de la Procuraduría, con su folio. La jefatura \
                lo confirma.
                """,
                """
                From child to adult only by decision of the Procuraduría, with its folio. The \
                lead confirms it.
                """
            ),
            [
                FormField(
                    "birthDate", "Fecha de nacimiento", "Date of birth", .date, required: true),
                FormField(
                    "source", "En qué se basa", "On what it rests",
                    .options(.of(AgeSource.self, "laop")), required: true),
                FormField(
                    "folio", "Folio de la decisión o papel", "Folio of the decision or paper"),
            ] + withFamily(person)
        ) { values in
            guard let date = values["birthDate"].flatMap({ CivilDate(text: $0) }),
                let source = values["source"].flatMap(AgeSource.init)
            else { return [] }
            var correction = AgeCorrection(date, source: source, folio: values["folio"])
            correction.isWithFamily = values["withFamily"] == "yes"
            return [.perform(.act(CorrectAge(person.id, correction)))]
        }
    }
}
