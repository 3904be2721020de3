import Repatriation
import Terminal

/// Who is to be asked a survey, those whose time ends first. Enter asks it, or says why not.
struct SurveysScreen: PointListing {
    typealias Asked = SurveysOf
    static let name = Bilingual("Encuestas", "Surveys")
    let place: PointCode
    var procedure: Procedure? { Procedure(.followUp) }
    var list = LiveList<SurveyLine>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Preguntar", "Ask") { [.push(ask($0))] },
        .on(.card) { [.push(CardScreen(reception: $0.person.id))] }, .back,
    ]

    static func isOwn(_ act: any Act) -> Bool { act is AnswerSurvey }

    /// Calls, and says what came of it.
    private static func ask(_ line: SurveyLine) -> MenuScreen {
        let person = line.person.id
        let reasons = zip("nwd", SurveyNotTaken.allCases).map { letter, why in
            MenuScreen.Item(
                letter, why.label, [.perform(.act(AnswerSurvey(person, line.survey, why)))])
        }
        let contact = line.contact ?? "–"
        let tries = line.tries
        let tried =
            tries > 0
            ? Bilingual(" No se localizó: \(tries).", " Not reached: \(tries).") : Bilingual("", "")
        return MenuScreen(
            line.title, about: line.person,
            note: Bilingual("Contacto: \(contact).\(tried.es)", "Contact: \(contact).\(tried.en)"),
            [
                .init(
                    "s",
                    line.state == .inPart
                        ? Bilingual("seguir la encuesta", "go on with the survey")
                        : Bilingual("hacer la encuesta", "ask the survey"),
                    [.replace(SurveyScreen(SurveyOf(person, line.survey)))])
            ] + reasons)
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        let today = context.local(context.now, place).day
        list.draw(
            on: &frame, from: 1, empty: language("Nadie por encuestar.", "Nobody to be asked.")
        ) { line, row, frame in
            frame.putTicket(line.person.ticket, row: row)
            let name = Subject.name(line.person, at: place, context)
            let wide = frame.width >= 70
            frame.put(TextWidth.cut(name, to: frame.width - (wide ? 58 : 22)), row: row, column: 8)
            let days = line.until.daysSinceEpoch - today.daysSinceEpoch
            let last = Dates.short(line.until, language)
            frame.put(
                TextWidth.cut(
                    wide ? language("hasta \(last)", "until \(last)") : last, to: wide ? 17 : 13),
                row: row, column: frame.width - (wide ? 49 : 13), Style(days < 7 ? .late : .text))
            guard wide, !context.isCovered else { return }
            frame.put(
                TextWidth.cut(line.title(language), to: 15), row: row, column: frame.width - 31)
            frame.put(
                TextWidth.cut(line.state?.label(language) ?? "", to: 14), row: row,
                column: frame.width - 15, Style(.muted))
        }
    }
}
