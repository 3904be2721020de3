import Repatriation
import Terminal

/// The board of a moment that has passed: it stands over the one of now, rings nothing, and has no
/// act; Esc goes back to now.
extension BoardScreen {
    /// So many milliseconds are an hour and a day.
    private static let (hour, day) = (3_600_000, 86_400_000)

    /// Its keys in place of those of now.
    static let pastTable: KeyTable<Self> = [
        .on(.enter, "El día", "The day") { screen, row, _ in
            [.push(PointDayScreen(row.point, of: screen.past))]
        },
        KeyRow(Binding(.left, "−1 h", "−1 h")) { $0.go(by: -hour, $1) },
        KeyRow(Binding(.right, "+1 h", "+1 h")) { $0.go(by: hour, $1) },
        KeyRow(Binding(.backTab, "−1 día", "−1 day")) { $0.go(by: -day, $1) },
        KeyRow(Binding(.tab, "+1 día", "+1 day")) { $0.go(by: day, $1) },
        KeyRow(Letter.past.binding("", "")) { _, context in [.push(PastForm.ask(context))] },
        .key(.escape, "Ahora", "Now") { _ in [.pop] },
    ]

    /// Nothing is asked of what is shown: what has passed does not change.
    private mutating func go(by milliseconds: Int, _ context: Workplace) -> [Step] {
        guard let past else { return [] }
        let moment = Instant(milliseconds: past.milliseconds + milliseconds)
        guard moment < context.now else { return [PastForm.notPassed.step] }
        self.past = moment
        return [.effect(.load(BoardThen(at: moment), holds: false))]
    }

    /// A past board as it is answered.
    mutating func take(then board: Board, _ context: Workplace) {
        list.update(board.rows, adopt: true)
        if self.board == nil { list.select(context.point) }
        self.board = board
    }

    /// The answer to what it asks, for whoever has it already.
    package func answer(_ board: Board) -> Reply {
        past.map { .answer(Answered(BoardThen(at: $0), board)) }
            ?? .answer(Answered(BoardNow(), board))
    }

    /// «Tablero histórico · vie 20 nov 15:00 Tijuana».
    func pastTitle(_ moment: Instant, _ context: Workplace) -> String {
        let local = context.local(moment)
        let name = context.names[context.point] ?? ""
        let hour = "\(Dates.short(local.day, context.language)) \(local.clock) \(name)"
        return context.language("Tablero histórico · \(hour)", "Board of the past · \(hour)")
    }

    /// What stands on the rule of a past board.
    func drawPastMark(on frame: inout Frame, row: Int, width: Int, _ context: Workplace) {
        let words =
            if board?.isHourDoubled == true {
                Bilingual(
                    "reloj atrasado: por orden de captura", "clock went back: in order of writing")
            } else if board?.isUnwatched == true {
                Bilingual(
                    "histórico: nadie vigilaba los avisos", "past: nobody watched the alerts")
            } else {
                Bilingual(
                    "histórico: nada suena, nada se hace", "past: nothing rings, nothing is done")
            }
        frame.putRight(" \(words(context.language)) ", row: row, before: width - 1, Style(.late))
    }
}

/// To which day and hour.
enum PastForm {
    static let notPassed = Why.says(
        "Eso no ha pasado. Esc: el tablero de ahora.",
        "That has not passed. Esc: the board of now.")

    static func ask(_ context: Workplace) -> FormScreen {
        let local = context.local(context.now.adding(minutes: -60))
        let zone = context.zones[context.point]
        return FormScreen(
            Bilingual("Tablero histórico", "Board of the past"), of: "past",
            note: Bilingual(
                "Día y hora del punto donde está. ← y → van por hora, Tab por día.",
                "Day and hour of the point where you are. ← and → go by hour, Tab by day."),
            [
                FormField("day", "Día", "Day", .date, value: local.day.shown, required: true),
                FormField("time", "Hora", "Hour", .time, value: local.clock, required: true),
            ]
        ) { values in
            guard let zone, let day = values["day"].flatMap({ CivilDate(text: $0) }),
                let time = values["time"].flatMap({ TimeOfDay(text: $0) })
            else { return [] }
            return [.replace(BoardScreen(past: zone.instant(of: day, at: time)))]
        }
    }
}
