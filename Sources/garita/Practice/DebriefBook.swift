import Drill
import Repatriation
import Screens

/// A debrief as pages: what was reached, what happened, waits and lanes, strengths and gaps, and an
/// improvement plan to be filled in (AAR/IP, HSEEP).
struct DebriefBook {
    private let record: DrillRecord
    private let earlier: [DrillRecord]
    private let language: Language

    init(_ record: DrillRecord, after earlier: [DrillRecord], _ language: Language) {
        self.record = record
        self.earlier = earlier
        self.language = language
    }

    private var debrief: Debrief { record.debrief }

    var book: Book {
        var book = Book(record.scenario.title, language, isDrill: true)
        book.add(
            .text(record.scenario.summary),
            .text(
                "\(record.scenario.point.text) · \(record.scenario.day.shown) · "
                    + language("semilla \(record.seed)", "seed \(record.seed)")))
        if !record.trainees.isEmpty {
            let desk = language("ventanilla", "desk")
            book.add(.list(record.trainees.map { "\($0.name), \(desk) \($0.text)" }))
        }
        if let from = debrief.worksFrom.map(record.clock) {
            book.add(
                .text(
                    language(
                        "Se trabajó desde las \(from). Lo de antes lo vivió el programa: no suma "
                            + "ni resta.",
                        "Worked from \(from) on. What was before the program lived: it counts "
                            + "neither way.")))
        }
        addObjectives(to: &book)
        addEvents(to: &book)
        addRemarks(to: &book)
        addFigures(to: &book)
        addPlan(to: &book)
        return book
    }

    private func addObjectives(to book: inout Book) {
        book.add(
            .heading(language("Puntos", "Points"), level: 1),
            .text(
                language(
                    "\(record.points) de \(record.possible). Los puntos son hechos de la bitácora; "
                        + "lo que se piensa de ellos se habla abajo.",
                    "\(record.points) of \(record.possible). Points are facts of the journal; what "
                        + "is thought of them is talked about below.")))
        let head = [
            language("objetivo", "objective"), language("puntos", "points"),
            language("mínimo", "least"),
        ]
        let was = earlier.map { "\($0.scenario.day.text) #\($0.seed)" }
        book.add(
            .table(
                head: head + was,
                rows: debrief.reached.map { reached in
                    let mark =
                        reached.possible == 0
                        ? language("no tocó", "not tried")
                        : reached.points >= reached.objective.least ? "✓" : "✗"
                    return [
                        reached.objective.text, "\(reached.points)/\(reached.possible)",
                        "\(reached.objective.least) \(mark)",
                    ] + earlier.map { $0.points(of: reached.objective.id) }
                }))
    }

    private func addEvents(to book: inout Book) {
        book.add(.heading(language("Qué pasó", "What happened"), level: 1))
        for told in debrief.told {
            book.add(
                .heading("\(record.clock(told.at)) · \(told.inject.id)", level: 2),
                .text(told.inject.synopsis))
            guard !told.expected.isEmpty else { continue }
            let missed = told.missed.map(\.expected)
            book.add(
                .list(
                    told.expected.map { expected in
                        missed.contains(expected)
                            ? "✗ \(expected.why)" : "✓ \(expected.why)"
                    }))
        }
    }

    private func addRemarks(to book: inout Book) {
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

    private func addFigures(to book: inout Book) {
        book.add(.heading(language("Esperas", "Waits"), level: 1))
        book.add(
            .table(
                head: [
                    language("clase", "class"), language("meta", "target"),
                    language("llamadas", "called"), language("en meta", "within"),
                    language("la más larga", "longest"),
                ],
                rows: debrief.waits.map {
                    [
                        PriorityLabel.staff($0.code)(language), "\($0.target) min", "\($0.called)",
                        "\($0.within)", "\($0.longest / 60) min",
                    ]
                }))
        book.add(.heading(language("Rutas y grupos", "Lanes and groups"), level: 1))
        book.add(
            .table(
                head: [
                    language("paso", "step"), language("personas", "people"),
                    language("tarde", "late"),
                ],
                rows: debrief.lanes.map {
                    ["\($0.step.label(language))", "\($0.done)", "\($0.late)"]
                }
            ),
            .list([
                language(
                    "Grupos: llegaron \(debrief.groups.came), cuadrados \(debrief.groups.balanced)",
                    "Groups: \(debrief.groups.came) came, \(debrief.groups.balanced) balanced"),
                language(
                    "Canalizaciones: \(debrief.referrals)", "Referrals: \(debrief.referrals)"),
                language(
                    "Deshechos: \(debrief.corrections.undone); datos corregidos: "
                        + "\(debrief.corrections.amended)",
                    "Taken back: \(debrief.corrections.undone); data corrected: "
                        + "\(debrief.corrections.amended)"),
            ]))
    }

    private func addPlan(to book: inout Book) {
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

extension DrillRecord {
    /// `3/5` of one objective; `–` where it had none.
    fileprivate func points(of objective: String) -> String {
        debrief.reached.first { $0.objective.id == objective }
            .map { "\($0.points)/\($0.possible)" } ?? "–"
    }
}
