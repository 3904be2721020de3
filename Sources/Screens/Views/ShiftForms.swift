import Repatriation
import Terminal

/// What is typed of a point at its shift: what was found when it began, water, toilets and space.
enum ShiftForms {
    /// One key a line; what is left empty was not checked. Asked again it begins with what was said
    /// last, what was not checked first. Then, of each «no», what is wanting.
    static func check(
        _ place: PointCode, _ phones: ShiftPhones, last: ShiftFindings?, _ context: Workplace
    ) -> FormScreen {
        let local = context.local(context.now, place)
        let answers = FormField.Kind.options(.of(CheckAnswer.self, "snx"))
        let known = last ?? ShiftFindings()
        let open = known.lines(.unchecked)
        let order = open + CheckLine.allCases.filter { !open.contains($0) }
        let fields = order.map { line in
            let value = known[line] == .unchecked ? "" : known[line].rawValue
            return FormField(
                line.rawValue, line.question.es, line.question.en, answers, value: value)
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
                found[answer: line] = values[line.rawValue].flatMap(CheckAnswer.init)
            }
            guard found.isWanting else { return [.perform(.act(CheckShift(at: place, found)))] }
            return [.replace(remarks(place, found, last: known))]
        }
    }

    private static func remarks(
        _ place: PointCode, _ found: ShiftFindings, last: ShiftFindings
    ) -> FormScreen {
        let wanting = found.lines(.no)
        return FormScreen(
            Bilingual("Apertura: qué falta", "Opening: what is wanting"),
            of: "check:\(place.text)",
            wanting.map { line in
                FormField(
                    line.remarkName, line.question.es, line.question.en,
                    value: last[remark: line] ?? "", required: true)
            }
        ) { values in
            var told = found
            for line in wanting { told[remark: line] = values[line.remarkName] }
            return [.perform(.act(CheckShift(at: place, told)))]
        }
    }

    /// The litres that there are, beside what was counted last.
    static func water(_ place: PointCode, _ view: ShiftView?, _ context: Workplace) -> FormScreen {
        let last = counted(view?.water, view?.waterCounter, place, context)
        let (day, beyond) = (Standard.waterOfADay, Standard.waterBeyond)
        return FormScreen(
            Bilingual("Agua", "Water"), of: "point:\(place.text)",
            note: Bilingual(
                """
                \(last.es) Por persona: \(day.figure) L para beber si está un día o menos \
                (\(day.source.es)); después \(beyond.figure) L al día para todo uso \
                (\(beyond.source.es)).
                """,
                """
                \(last.en) A person needs \(day.figure) L to drink in a day or less \
                (\(day.source.en)); beyond it \(beyond.figure) L a day for every use \
                (\(beyond.source.en)).
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

    /// «Último conteo: 400 L, sáb 21 nov 00:12, R. Ramírez.»
    private static func counted(
        _ count: WaterCount?, _ who: String?, _ place: PointCode, _ context: Workplace
    ) -> Bilingual {
        guard let count, let at = count.at.map({ context.local($0, place) }) else {
            return Bilingual("Nadie la ha contado.", "Nobody has counted it.")
        }
        func said(_ language: Language) -> String {
            ["\(count.litres) L", "\(Dates.short(at.day, language)) \(at.clock)", who]
                .compactMap { $0 }.joined(separator: ", ")
        }
        return Bilingual("Último conteo: \(said(.es)).", "Last count: \(said(.en)).")
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
                \(Standard.toiletSoon.figure) (\(Standard.toiletSoon.source.es)); \
                \(Standard.area.figure) m² por persona (\(Standard.area.source.es)). Vacío es sin dato.
                """,
                """
                A toilet for \(Standard.toiletAtOnce.figure), soon for \
                \(Standard.toiletSoon.figure) (\(Standard.toiletSoon.source.en)); \
                \(Standard.area.figure) m² a person (\(Standard.area.source.en)). Empty is no data.
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
