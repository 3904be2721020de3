import Drill
import Repatriation
import Screens

/// A debrief as pages: what was reached, what happened, waits and lanes, strengths and gaps, and an
/// improvement plan to be filled in (AAR/IP, HSEEP).
struct DebriefBook {
    let record: DrillRecord
    private let earlier: [DrillRecord]
    let language: Language

    init(_ record: DrillRecord, after earlier: [DrillRecord], _ language: Language) {
        self.record = record
        self.earlier = earlier
        self.language = language
    }

    var debrief: Debrief { record.debrief }

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
        if record.isBrokenOff {
            book.add(
                .text(
                    language(
                        "Se dejó antes del final: lo que aún podía hacerse a tiempo no cuenta.",
                        "It was left before its end: what could still be done in time does not "
                            + "count.")))
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
            if !missed.isEmpty { book.add(.text(again(from: told.at))) }
        }
    }

    /// How one practises it again from there, with the same people.
    private func again(from moment: Instant) -> String {
        let command =
            "garita demo --scenario \(record.scenario.id) --seed \(record.seed) "
            + "--from \(record.clock(moment))"
        return language("Otra vez desde ahí: \(command)", "Again from there: \(command)")
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
}

extension DrillRecord {
    /// `3/5` of one objective; `–` where it had none.
    fileprivate func points(of objective: String) -> String {
        debrief.reached.first { $0.objective.id == objective }
            .map { "\($0.points)/\($0.possible)" } ?? "–"
    }
}
