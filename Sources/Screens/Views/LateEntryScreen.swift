import Repatriation
import Terminal

/// Typing in what was written on sheets of the drawer («Captura diferida»): which sheet, and the
/// hour that stands on it. What is done from then on, on every screen, happened at that hour.
struct LateEntryScreen: PointListing {
    typealias Asked = SheetsAt
    static let name = Bilingual("Captura diferida", "Typing in sheets")
    let place: PointCode
    var procedure: Procedure? { Procedure(.rollCall, .firstQuestions, .certificate, .correct) }
    var list = LiveList<Paper>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Capturar de esta hoja", "Type in this sheet") { screen, sheet, context in
            [.replace(screen.hour(of: sheet, context))]
        },
        .key(.endCapture) { _ in
            [
                .capture(nil),
                .say(Bilingual("Captura terminada.", "Typing in ended."), .message),
            ]
        }
        .unless { _, context in
            context.paper == nil
                ? .says("No se captura ninguna hoja.", "No sheet is being typed in.") : nil
        },
        .back,
    ]

    /// The hour that stands on the sheet; a later one of the same sheet is said the same way.
    private func hour(of sheet: Paper, _ context: Workplace) -> FormScreen {
        let place = place
        let last = context.paper.map { context.local($0.at, place) }
        let today = context.local(context.now, place).day
        let zone = context.zones[place]
        return FormScreen(
            Self.name, of: "sheet:\(sheet.folio)",
            note: Bilingual(
                """
                \(sheet.paperKind.label.es) \(sheet.folio). Lo que capture quedará a esa hora, \
                con su folio, y con la hora en que lo escribe. Llamar y deshacer son de ahora.
                """,
                """
                \(sheet.paperKind.label.en) \(sheet.folio). What you type stands at that hour, \
                with its folio, and with the hour at which you type it. Calls and undo are of now.
                """),
            [
                FormField("time", "Hora en la hoja", "Hour on the sheet", .time, required: true),
                FormField(
                    "day", "Día", "Day", .date, value: (last?.day ?? today).shown, required: true),
            ]
        ) { values in
            guard let day = values["day"].flatMap(CivilDate.init(text:)),
                let time = values["time"].flatMap(TimeOfDay.init(text:)), let zone
            else { return [] }
            let paper = FromPaper(sheet: sheet.folio, at: zone.instant(of: day, at: time))
            return [.replace(LateEntryScreen(place: place)), .capture(paper)]
        }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        var top = 1
        if let paper = context.paper {
            let then = context.local(paper.at, place)
            let words = Bilingual(
                """
                Se captura \(paper.sheet), a las \(then.clock) del \(then.day.shown). «z» termina; \
                Enter, otra hora.
                """,
                """
                Typing in \(paper.sheet), at \(then.clock) of \(then.day.shown). «z» ends; Enter, \
                another hour.
                """)
            top += frame.putWrapped(words(language), row: 1, Style(.late)) + 1
        }
        let none = language(
            "No hay hojas: «garita papers --contingency --point \(place.text)» las imprime.",
            "There are no sheets: «garita papers --contingency --point \(place.text)».")
        list.draw(on: &frame, from: top, empty: none) { sheet, row, frame in
            frame.put(sheet.paperKind.label(language), row: row, column: 2, limit: 24)
            frame.put(sheet.folio, row: row, column: 27)
            let used = sheet.usedAt.map { context.local($0, place).clock }
            let words = used.map { language("en captura desde \($0)", "in use since \($0)") }
            frame.put(
                words ?? language("sin usar", "not used"), row: row, column: 50, Style(.muted),
                limit: max(0, frame.width - 51))
        }
    }
}

extension Paper: Identifiable {}
