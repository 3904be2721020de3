import Repatriation
import Terminal

/// What is chosen of a table: which, of which days and which points; and the closing of its
/// figures.
enum ReportMenus {
    /// This month, of all points; what is of one is of the place that is looked at.
    static func first(at place: PointCode, _ context: Workplace) -> ReportScreen? {
        spans(context).first.map { ReportScreen(ReportOf(.r1, $0.period), at: place) }
    }

    static func tables(_ screen: ReportScreen) -> MenuScreen {
        let titles = screen.issue?.titles ?? .shipped
        return MenuScreen(
            Bilingual("Tabla", "Table"),
            Menus.items(
                titles.inOrder,
                { kind in
                    let number = titles.number(kind)
                    return Bilingual("\(number) · \(kind.name.es)", "\(number) · \(kind.name.en)")
                }
            ) { kind in
                var asked = screen.asked
                asked.kind = kind
                return shows(asked, screen)
            })
    }

    /// The reports of a shift: printed as they stand.
    static func shift(at point: PointCode, _ context: Workplace) -> MenuScreen {
        let name = context.names[point] ?? point.text
        return MenuScreen(
            Bilingual("Del turno · \(name)", "Of the shift · \(name)"),
            note: Bilingual("Se imprime como está ahora.", "It is printed as it stands now."),
            Menus.items(ShiftReport.allCases, \.title) { report in
                [.effect(.printShift(report, point, of: nil, context.language))]
            })
    }

    /// What may be given away: printed, or for spreadsheets.
    static func publish(_ asked: ReportOf, _ context: Workplace) -> MenuScreen {
        let (asked, language) = (asked.published, context.language)
        return MenuScreen(
            Bilingual("Para publicar", "For publication"),
            note: Bilingual(
                "Sin cifras de muy pocas personas, ni las que las darían por resta.",
                "Without figures of very few people, or what would give them by subtraction."),
            [
                .init("i", "imprimir", "print", [.effect(.printReport(asked, language))]),
                .init("e", "exportar", "export", [.effect(.exportReport(asked, language))]),
            ])
    }

    static func periods(_ screen: ReportScreen, _ context: Workplace) -> MenuScreen {
        let items = spans(context).enumerated().map { index, span -> MenuScreen.Item in
            var asked = screen.asked
            asked.period = span.period
            let words = [span.label, span.period.label].joined()
            return .init(Character("\(index + 1)"), words, shows(asked, screen))
        }
        let other = MenuScreen.Item(
            "5", "otros días", "other days", [.replace(days(screen))])
        return MenuScreen(Bilingual("Periodo", "Period"), items + [other])
    }

    /// The table is left for the one that was chosen.
    private static func shows(_ asked: ReportOf, _ screen: ReportScreen) -> [Step] {
        [.pop, .push(screen.showing(asked))]
    }

    private static func spans(
        _ context: Workplace
    ) -> [(label: Bilingual, period: ReportPeriod)] {
        let today = context.local(context.now).day
        let before =
            today.month == 1
            ? "\(today.year - 1)-12" : "\(today.year)-\(padded(today.month - 1, 2))"
        let named = [
            (Bilingual("este mes", "this month"), "\(today.year)-\(padded(today.month, 2))"),
            (Bilingual("el mes pasado", "last month"), before),
            (Bilingual("este año", "this year"), "\(today.year)"),
            (Bilingual("el año pasado", "last year"), "\(today.year - 1)"),
        ]
        return named.compactMap { label, text in
            ReportPeriod(typed: text).map { (label, $0) }
        }
    }

    private static func days(_ screen: ReportScreen) -> FormScreen {
        let asked = screen.asked
        return FormScreen(
            Bilingual("Periodo", "Period"), of: "report",
            [
                FormField("from", "Desde", "From", .date, required: true),
                FormField("to", "Hasta", "To", .date, required: true),
            ]
        ) { values in
            guard let from = values["from"].flatMap({ CivilDate(text: $0) }),
                let to = values["to"].flatMap({ CivilDate(text: $0) }),
                let period = ReportPeriod(from: from, to: to)
            else {
                return [
                    .refuse(
                        "El último día va después del primero.",
                        "The last day comes after the first.")
                ]
            }
            var chosen = asked
            chosen.period = period
            return [.pop] + shows(chosen, screen)
        }
    }

    /// One, several, or with nothing chosen all.
    static func points(_ screen: ReportScreen, _ context: Workplace) -> FormScreen {
        let asked = screen.asked
        let known = context.names.sorted { $0.key.text < $1.key.text }
        let options = zip("123456789abcdefghilmnoprst", known).map { letter, point in
            AnswerOption(
                code: point.key.text, letter: letter,
                label: Bilingual(point.value, point.value))
        }
        let chosen = options.filter { one in asked.points.contains { $0.text == one.code } }
        return FormScreen(
            Bilingual("Puntos", "Points"), of: "report",
            note: Bilingual(
                "Uno o varios, por su letra; vacío son todos. F4 los enseña.",
                "One or several, by their letters; empty is all. F4 shows them."),
            [
                FormField(
                    "points", "Puntos", "Points", .many(options),
                    value: String(chosen.map(\.letter)))
            ]
        ) { values in
            var other = asked
            let codes = (values["points"] ?? "").split(separator: ",").map(String.init)
            other.points = codes.compactMap { PointCode($0) }
            return [.pop] + shows(other, screen)
        }
    }

    /// One's own name stands under what closed figures say.
    static func close(_ period: ReportPeriod) -> MenuScreen {
        let days = period.label
        return MenuScreen(
            Bilingual("Cerrar cifras", "Close figures"), preselects: false,
            note: Bilingual(
                """
                Todas las tablas del \(days.es) quedan como están, con su nombre. Lo que se corrija \
                después quedará marcado, con lo que decía.
                """,
                """
                All tables of \(days.en) stand as they are, under your name. What is put right \
                later is marked, with what it was.
                """),
            [
                .init(
                    "k", "cerrar las cifras de esos días", "close the figures of those days",
                    [.perform(.act(ClosePeriod(period)))])
            ])
    }
}
