import Repatriation
import Terminal

/// What is typed of a point at its shift: what was found when it began, water, toilets and space.
enum ShiftForms {
    /// One key a line; what is left empty was not checked. Then, of each «no», what is wanting.
    static func check(
        _ place: PointCode, _ phones: ShiftPhones, _ context: Workplace
    ) -> FormScreen {
        let local = context.local(context.now, place)
        let answers = FormField.Kind.options(.of(CheckAnswer.self, "snx"))
        let fields = CheckLine.allCases.map { line in
            FormField(line.rawValue, line.question.es, line.question.en, answers)
        }
        return FormScreen(
            Bilingual("Revisión de apertura", "Opening check"), of: "check:\(place.text)",
            note: Bilingual(
                """
                Reloj de la máquina: \(local.day.shown) \(local.clock). \(phones.words.es) Vacío \
                es sin revisar.
                """,
                """
                The machine's clock: \(local.day.shown) \(local.clock). \(phones.words.en) Empty \
                is not checked.
                """), fields
        ) { values in
            var found = ShiftFindings()
            for line in CheckLine.allCases {
                if let answer = values[line.rawValue].flatMap(CheckAnswer.init) {
                    found[line] = answer
                }
            }
            guard found.isWanting else { return [.perform(.act(CheckShift(at: place, found)))] }
            return [.replace(remarks(place, found))]
        }
    }

    private static func remarks(_ place: PointCode, _ found: ShiftFindings) -> FormScreen {
        let wanting = CheckLine.allCases.filter { found[$0] == .no }
        return FormScreen(
            Bilingual("Apertura: qué falta", "Opening: what is wanting"),
            of: "check:\(place.text)",
            wanting.map { line in
                FormField(line.remarkName, line.question.es, line.question.en, required: true)
            }
        ) { values in
            var told = found
            for line in wanting { told.setRemark(values[line.remarkName], line) }
            return [.perform(.act(CheckShift(at: place, told)))]
        }
    }

    /// The litres that there are.
    static func water(_ place: PointCode) -> FormScreen {
        FormScreen(
            Bilingual("Agua para beber", "Drinking water"), of: "point:\(place.text)",
            note: Bilingual(
                """
                Por persona 3 L el primer día y 15 L al día después (\(Standard.waterOfADay.source)).
                """,
                """
                A person needs 3 L in the first day and 15 L a day beyond \
                (\(Standard.waterOfADay.source)).
                """),
            [
                FormField(
                    "litres", "Litros que hay", "Litres there are", .number(0...999_999),
                    required: true)
            ]
        ) { values in
            guard let litres = values["litres"].flatMap({ Int($0) }) else { return [] }
            return [.perform(.act(CountWater(at: place, litres: litres)))]
        }
    }

    /// What a point has for those inside; what is emptied is not known any more.
    static func facilities(_ point: ReceivingPoint) -> FormScreen {
        func field(
            _ name: String, _ es: String, _ en: String, _ value: Int?, _ most: Int
        ) -> FormField {
            FormField(name, es, en, .number(0...most), value: value.map { String($0) } ?? "")
        }
        let names = ["toiletsWomen", "toiletsMen", "area", "places"]
        return FormScreen(
            Bilingual("Baños y espacio", "Toilets and space"), of: "facilities:\(point.code.text)",
            note: Bilingual(
                """
                Un baño por \(Standard.toiletAtOnce.figure), pronto por \
                \(Standard.toiletSoon.figure) (\(Standard.toiletSoon.source)); \
                \(Standard.area.figure) m² por persona (\(Standard.area.source)). Vacío es sin dato.
                """,
                """
                A toilet for \(Standard.toiletAtOnce.figure), soon for \
                \(Standard.toiletSoon.figure) (\(Standard.toiletSoon.source)); \
                \(Standard.area.figure) m² a person (\(Standard.area.source)). Empty is no data.
                """),
            [
                field(names[0], "Baños de mujeres", "Women's toilets", point.toiletsWomen, 999),
                field(names[1], "Baños de hombres", "Men's toilets", point.toiletsMen, 999),
                field(names[2], "Área techada, m²", "Covered area, m²", point.area, 99_999),
                field(names[3], "Lugares", "Places", point.places, 9999),
            ]
        ) { values in
            let set = names.map { name in
                (name, values[name].flatMap { Int($0) }.map { Value.int($0) } ?? .null)
            }
            return [
                .perform(
                    .act(
                        SetPoint(
                            point.code, Dictionary(set, uniquingKeysWith: { first, _ in first })))
                )
            ]
        }
    }
}

extension CheckLine {
    /// As the list asks it.
    fileprivate var question: Bilingual {
        Bilingual(
            label.es.prefix(1).uppercased() + label.es.dropFirst(),
            label.en.prefix(1).uppercased() + label.en.dropFirst())
    }
}
