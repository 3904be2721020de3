import Repatriation
import Terminal

/// Who is to be asked after, those due first. Enter says what came of it, then the short
/// questionnaire.
struct FollowUpsScreen: PointListing {
    typealias Asked = FollowUpsOf
    static let name = Bilingual("Seguimiento", "Follow-up")
    let place: PointCode
    var procedure: Procedure? { Procedure(.followUp, alarms: [.leftPending]) }
    var list = LiveList<FollowUpLine>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Qué se supo", "What came of it") { [.push(FollowUpForms.outcome($0))] },
        .on(.card) { [.push(CardScreen(reception: $0.person.id))] }, .back,
    ]

    static func isOwn(_ act: any Act) -> Bool { act is RecordFollowUp }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        list.draw(
            on: &frame, from: 1,
            empty: language("Nadie por contactar.", "Nobody to be contacted.")
        ) { line, row, frame in
            frame.putTicket(line.person.ticket, row: row)
            let name = Subject.name(line.person, at: place, context)
            let wide = frame.width >= 70
            frame.put(TextWidth.cut(name, to: frame.width - (wide ? 52 : 22)), row: row, column: 8)
            let due = line.followUp.dueOn.map { Dates.short($0, language) } ?? "–"
            let words =
                line.daysLate > 0 ? language("\(due), tarde", "\(due), late") : due
            let column = frame.width - (wide ? 42 : 13)
            frame.put(
                TextWidth.cut(words, to: wide ? 18 : 13), row: row, column: column,
                Style(line.daysLate > 0 ? .late : .text))
            guard wide, !context.isCovered else { return }
            frame.put(
                TextWidth.cut(line.followUp.cause.label(language), to: 22), row: row,
                column: frame.width - 23)
        }
    }
}

/// What came of asking after somebody.
enum FollowUpForms {
    static func outcome(_ line: FollowUpLine) -> MenuScreen {
        let pending = line.followUp.pending
        let left = Pending.allCases.filter(pending.contains).map(\.label)
        let names = left.joined()
        let contact = line.contact ?? "–"
        let note =
            left.isEmpty
            ? Bilingual("Contacto: \(contact)", "Contact: \(contact)")
            : Bilingual("Salió sin: \(names.es).", "Left without: \(names.en).")
        return MenuScreen(
            Bilingual("Qué se supo", "What came of it"), about: line.person, note: note,
            zip("bntwx", FollowUpOutcome.allCases).map { letter, outcome in
                .init(letter, outcome.label, [.replace(questions(line, outcome))])
            })
    }

    /// The short form: six questions, all of them optional.
    private static func questions(_ line: FollowUpLine, _ outcome: FollowUpOutcome) -> FormScreen {
        let options: [AnswerOption] = [
            .init(code: "yes", letter: "s", label: Bilingual("sí", "yes")),
            .init(code: "no", letter: "n", label: Bilingual("no", "no")),
        ]
        let asked = [.well, .needsHelp].contains(outcome) ? FollowUpField.allCases : []
        let fields = asked.map { field in
            var made = FormField(field.rawValue, field.label.es, field.label.en, .options(options))
            made.openAnswers = Question.openAnswers
            return made
        }
        return FormScreen(
            outcome.label, about: line.person, fields + [FormField("note", "Nota", "Note")]
        ) { values in
            var answers: [FollowUpField: String] = [:]
            for field in FollowUpField.allCases { answers[field] = values[field.rawValue] }
            return [.perform(.act(RecordFollowUp(line.id, outcome, answers, note: values["note"])))]
        }
    }

    /// In how many days somebody is to be asked after.
    static func ask(_ person: Identifier<Reception>, about referral: Identifier<Referral>? = nil)
        -> MenuScreen
    {
        MenuScreen(
            Bilingual("Contactar después", "Contact later"),
            zip("73", AskFollowUp.choices).map { letter, days in
                .init(
                    letter, "en \(days) días", "in \(days) days",
                    [.perform(.act(AskFollowUp(after: person, days: days, about: referral)))])
            })
    }
}
