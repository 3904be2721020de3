import Drill
import Repatriation
import Screens
import Store

/// What a class reached, from the debrief of each store: one row each, in the order of the list,
/// never by points.
///
/// Keys are counted for those alone who never had a lane open: they would reward haste with people
/// who need time.
struct ClassResults {
    private let files: ClassFiles
    private let language: Language
    private let records: [DrillRecord]
    private let keys: [[Int: Int]]

    /// `keys` are those typed on each store for each person. Throws where a store cannot be read.
    init(_ files: ClassFiles, _ language: Language, keys: [[Int: Int]]) throws {
        self.files = files
        self.keys = keys
        self.language = language
        let places =
            files.plan.form == .together ? [0] : Array(files.plan.people.indices)
        records = try places.map { try DrillRecord(files.store(of: $0)) }
    }

    /// Writes both beside the stores, never over earlier ones; their paths. Throws a usage error
    /// where they cannot be written.
    func write() throws -> [String] {
        [
            try ClassResults.create(CSVText.of([head] + rows), files.folder, "csv"),
            try ClassResults.create(book.html, files.folder, "html"),
        ]
    }

    private static func create(
        _ text: String, _ folder: String, _ ending: String
    ) throws -> String {
        for number in 1...999 {
            let name = number == 1 ? "resultados" : "resultados-\(number)"
            let path = "\(folder)/\(name).\(ending)"
            if Files.create(text, at: path) { return path }
        }
        throw UsageError(
            "No se pudieron escribir los resultados en «\(folder)».",
            "The results could not be written in «\(folder)».")
    }

    /// What each row says.
    var head: [String] {
        [
            language("quien practica", "trainee"), language("semilla", "seed"),
            language("desde", "from"), language("puntos", "points"),
            language("de", "of"), language("faltó", "missed"), language("tarde", "late"),
            language("deshechos", "taken back"), language("corregidos", "corrected"),
            language("teclas por persona (sin ruta)", "keys per person (no lane)"),
        ] + files.scenario.objectives.map(\.text)
    }

    /// One for each store; several desks on one store are one row.
    var rows: [[String]] {
        records.enumerated().map { place, record in
            let debrief = record.debrief
            let missed = debrief.reached.flatMap(\.missed)
            let late = missed.count { !$0.expected.isNever && $0.doneAt != nil }
            let who =
                files.plan.form == .together
                ? files.plan.people.joined(separator: "; ") : files.plan.people[place]
            return [
                who, record.seed, record.clock(debrief.worksFrom ?? record.start),
                "\(record.points)", "\(record.possible)", "\(missed.count - late)", "\(late)",
                "\(debrief.corrections.undone)", "\(debrief.corrections.amended)",
                ClassResults.perPerson(keys[place], leaving: debrief.needTime),
            ] + debrief.reached.map { "\($0.points)/\($0.possible)" }
        }
    }

    /// With one decimal; a dash where there is nobody to count for.
    static func perPerson(_ keys: [Int: Int], leaving: Set<Int>) -> String {
        let counted = keys.filter { !leaving.contains($0.key) }
        guard !counted.isEmpty else { return "–" }
        let tenths = counted.values.reduce(0, +) * 10 / counted.count
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The same to be printed.
    var book: Book {
        var book = Book(files.title, language, isDrill: true)
        book.add(
            .text("\(files.scenario.title) · \(files.scenario.point.text)"),
            .text(
                language(
                    "En el orden de la lista. Los puntos son hechos de la bitácora; nadie se "
                        + "compara con nadie.",
                    "In the order of the list. Points are facts of the journal; nobody is "
                        + "ranked.")),
            .table(head: Array(head.prefix(10)), rows: rows.map { Array($0.prefix(10)) }))
        for (row, record) in zip(rows, records) {
            book.add(
                .heading(row[0], level: 1),
                .table(
                    head: [language("objetivo", "objective"), language("puntos", "points")],
                    rows: record.debrief.reached.map {
                        [$0.objective.text, "\($0.points)/\($0.possible)"]
                    }),
                .list(
                    record.remarks.filter { $0.kind == .remark }.map {
                        "\(record.clock($0.at)) · \($0.name): \($0.text)"
                    }))
        }
        return book
    }
}
