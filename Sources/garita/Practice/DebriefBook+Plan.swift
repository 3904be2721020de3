import Drill
import Repatriation
import Screens

/// What was said of a practice, and what is to be done about it.
extension DebriefBook {
    func addRemarks(to book: inout Book) {
        guard !record.remarks.isEmpty else { return }
        book.add(
            .heading(
                language("Notas de quien instruye", "The trainer's notes"), level: 1),
            .list(
                record.remarks.map { note in
                    let said =
                        note.kind == .message ? language(" (mensaje)", " (message)") : ""
                    return "\(record.clock(note.at)) · \(note.name)\(said): \(note.text)"
                }))
    }

    func addPlan(to book: inout Book) {
        let strong = debrief.reached.filter { $0.missed.isEmpty && $0.possible > 0 }
        book.add(
            .heading(language("Fortalezas", "Strengths"), level: 1),
            .list(strong.map { "\($0.objective.text) (\($0.objective.source))" }),
            .heading(language("Brechas y acciones", "Gaps and actions"), level: 1))
        for reached in debrief.reached where !reached.missed.isEmpty {
            book.add(.heading(reached.objective.text, level: 2))
            for missed in reached.missed {
                let until = record.clock(missed.deadline)
                let done = missed.doneAt.map(record.clock)
                let how =
                    done.map { language("se hizo a las \($0)", "done at \($0)") }
                    ?? language("no se hizo", "not done")
                book.add(
                    .text(
                        "\(missed.inject.id), "
                            + language("hasta las \(until)", "until \(until)")
                            + ": \(missed.expected.why) — \(how)."))
            }
            book.add(
                .source(reached.objective.source),
                .line(language("Acción", "Action")), .line(language("Quién", "Who")),
                .line(language("Para cuándo", "By when")))
        }
        book.add(
            .heading(language("Para hablar", "To talk about"), level: 1),
            .list(record.scenario.lessons))
    }
}
