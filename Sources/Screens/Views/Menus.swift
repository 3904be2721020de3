import Repatriation
import Terminal

/// The short lists of choices that several screens open.
enum Menus {
    private static let letters = Array("1234567890abcdefhilmnoprstuvwxyz")

    static func items<Kind>(
        _ kinds: [Kind], _ label: (Kind) -> Bilingual, _ steps: (Kind) -> [Step]
    ) -> [MenuScreen.Item] {
        kinds.enumerated().map {
            MenuScreen.Item(letters[$0.offset], label($0.element), steps($0.element))
        }
    }

    static func place(_ person: Identifier<Reception>, _ whom: Whom) -> MenuScreen {
        MenuScreen(
            Bilingual("Lugar", "Place"), whom: whom,
            items(Place.allCases, \.label) { place in
                guard place == .hospital else {
                    return [.perform(.act(SetPlace(person, place, with: nil)))]
                }
                return [
                    .replace(
                        FormScreen(
                            Bilingual("Hospital", "Hospital"), of: person,
                            [
                                FormField(
                                    "with", "Cuál y con quién va", "Which, and with whom",
                                    required: true)
                            ]
                        ) { [.perform(.act(SetPlace(person, .hospital, with: $0["with"])))] })
                ]
            })
    }

    /// Nobody is set aside who was not called.
    static let notAttended = Why.says(
        "Se aparta a quien ya fue llamada: «\(Letter.call.letter)» la llama.",
        "Only who was called is set aside: «\(Letter.call.letter)» calls them.")

    /// Nobody is interviewed who was not called; F2 calls whoever is next, which may be somebody
    /// else.
    static let notCalled = Why.says(
        "Primero se le llama: «\(Letter.call.letter)» en su ficha. F2 llama a quien sigue.",
        "Called first: «\(Letter.call.letter)» on the card. F2 calls whoever is next.")

    static func pause(_ person: Identifier<Reception>, _ whom: Whom) -> MenuScreen {
        MenuScreen(
            Bilingual("Apartar", "Set aside"), whom: whom,
            items(Pause.allCases, \.label) {
                [.perform(.act(Park(person, $0, reason: nil)))]
            })
    }

    /// Why somebody on the list did not come.
    static func absence(_ reception: Reception) -> MenuScreen {
        let person = reception.id
        let notDelivered = FormScreen(
            Bilingual("EUA no la entregó", "Not handed over"), about: reception,
            [
                FormField(
                    "who", "Quién lo confirma (nombre o placa)", "Who confirms (name or badge)",
                    required: true)
            ]
        ) { [.perform(.act(NoShow(person, .notDelivered, confirmedBy: $0["who"])))] }
        return MenuScreen(
            Bilingual("No llegó", "Did not come"), about: reception,
            [
                .init(
                    "1", "EUA no la entregó", "the US side did not hand over",
                    [.replace(notDelivered)]),
                .init(
                    "2",
                    Bilingual(
                        "estaba en la línea y ya no está (avisa)",
                        "was at the line and is gone (raises an alert)"),
                    [.perform(.act(NoShow(person, .leftBeforeRollCall, confirmedBy: nil)))]),
                .init(
                    "3", "no se sabe (avisa)", "nobody knows (raises an alert)",
                    [.perform(.act(NoShow(person, .unknown, confirmedBy: nil)))]),
            ])
    }

    /// The papers that accredit nationality, each by its letter.
    static let papers: [(Character, Proof)] = [
        ("p", .passport), ("a", .birthCertificate), ("m", .consularId), ("c", .photoCURP),
        ("i", .citizenId),
        ("n", .naturalisation), ("r", .certificate), ("o", .otherDocument),
    ]

    /// A certificate that was issued: once more, or void and another in its place.
    static func certificate(_ person: Reception, _ folio: String, _ paper: Identifier<Paper>)
        -> MenuScreen
    {
        let void = FormScreen(
            Bilingual("Anular la constancia", "Make the certificate void"), about: person,
            note: Bilingual(
                "La siguiente constancia dirá que sustituye a \(folio).",
                "The next certificate will say that it takes the place of \(folio)."),
            [FormField("reason", "Por qué", "Why", required: true)]
        ) { [.perform(.act(CancelFolio(folio, reason: $0["reason"] ?? "")))] }
        return MenuScreen(
            Bilingual("Constancia \(folio)", "Certificate \(folio)"), about: person,
            [
                .init(
                    "i", "imprimir de nuevo", "print again", [.perform(.act(Reprint(paper)))]),
                .init(
                    "x", "anularla para expedir otra", "make it void, to issue another",
                    [.replace(void)]),
            ])
    }

    /// What a paper or a person proves of nationality.
    static func nationality(_ card: Reception) -> MenuScreen {
        var items = papers.map { letter, proof in
            MenuScreen.Item(
                letter, proof.label,
                [
                    .perform(
                        .act(
                            SetNationality(
                                card.id, .accredited, proof, motive: nil, interpreter: nil,
                                mexicanParent: nil)))
                ])
        }
        items.append(.init("x", Proof.conviction.label, [.replace(conviction(card))]))
        items.append(.init("d", "por acreditar", "pending", [.replace(pending(card))]))
        items.append(
            .init("e", "persona extranjera", "foreign", [.replace(foreign(card, .foreign))]))
        items.append(
            .init(
                "z", "no acreditada", "not accredited", [.replace(foreign(card, .notAccredited))]))
        return MenuScreen(
            Bilingual("Medio de acreditación", "Proof of nationality"), about: card, items)
    }

    /// Elements of conviction are written down: they are what somebody else will read.
    private static func conviction(_ card: Reception) -> FormScreen {
        FormScreen(
            Proof.conviction.label, about: card,
            [FormField("motive", "Cuáles son", "Which ones", required: true)]
        ) { values in
            let accredit = SetNationality(
                card.id, .accredited, .conviction, motive: values["motive"])
            return [.perform(.act(accredit))]
        }
    }

    static func pending(_ card: Reception) -> FormScreen {
        FormScreen(
            Bilingual("Por acreditar", "Pending"), about: card,
            note: Bilingual(
                """
                Sólo un motivo escrito (art. 36: papeles falsos o elementos no ciertos) abre un \
                plazo de 24 h. Sin él no se detiene a nadie.
                """,
                """
                Only a written motive (art. 36: false papers or untrue elements) opens a 24 h \
                term. Without it nobody is held.
                """
            ),
            [
                FormField("motive", "Motivo (puede quedar vacío)", "Motive (may stay empty)"),
                FormField("interpreter", "Intérprete, si no entiende", "Interpreter, if needed"),
            ]
        ) {
            [
                .perform(
                    .act(
                        SetNationality(
                            card.id, .pending, nil, motive: $0["motive"],
                            interpreter: $0["interpreter"],
                            mexicanParent: nil)))
            ]
        }
    }

    /// Foreign or not accredited: first the parents, then the family, then the motive.
    static func foreign(_ person: Reception, _ nationality: Nationality) -> FormScreen {
        let yesNo: FormField.Kind = .options([
            .init(code: "yes", letter: "s", label: Bilingual("sí", "yes")),
            .init(code: "no", letter: "n", label: Bilingual("no", "no")),
        ])
        return FormScreen(
            nationality.label, about: person,
            note: Bilingual(
                """
                ¿Madre o padre mexicanos? Entonces es mexicana por nacimiento (art. 30 A II). La \
                familia mexicana no se separa. La lengua no es prueba.
                """,
                """
                Mexican mother or father? Then Mexican by birth (art. 30 A II). A Mexican family \
                is not split. Language proves nothing.
                """
            ),
            [
                FormField(
                    "parent", "¿Madre o padre mexicanos?", "Mexican mother or father?", yesNo,
                    required: true),
                FormField(
                    "family", "¿Viaja con familia mexicana?", "Travels with Mexican family?", yesNo,
                    required: true),
                FormField("motive", "Motivo", "Motive", required: true),
                FormField("interpreter", "Intérprete, si no entiende", "Interpreter, if needed"),
            ]
        ) { values in
            let family = values["family"] == "yes" ? " · familia mexicana: no separar" : ""
            return [
                .perform(
                    .act(
                        SetNationality(
                            person.id, nationality, nil,
                            motive: values["motive"].map { $0 + family },
                            interpreter: values["interpreter"],
                            mexicanParent: values["parent"] == "yes")))
            ]
        }
    }
}
