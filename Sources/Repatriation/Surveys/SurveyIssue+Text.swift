extension SurveyTable.Part {
    /// A line of the question: its code, its words, how many, and of how many that is a part.
    package typealias Line = (code: String, label: Bilingual, count: Int?, share: Int?)

    /// Its answers with their part of those who answered, then those who answered, did not know,
    /// did not say and were not asked.
    package var lines: [Line] {
        let own = rows.map { row -> Line in
            (row.code, row.label, row.count, SurveyTable.share(row.count, of: answered))
        }
        let whole = SurveyTable.share(answered, of: answered)
        return own + [("answered", Bilingual("Contestaron", "Answered"), answered, whole)]
            + open.map { ($0.code, $0.label, $0.count, nil) }
            + [("notAsked", Bilingual("no se preguntó", "not asked"), notAsked, nil)]
    }

    /// What stands below it; nil where nothing has to.
    package var note: Bilingual? {
        switch question.kind {
        case .many:
            return Bilingual(
                "Se podía elegir más de una: suma más de 100 %.",
                "More than one could be chosen: it adds up to more than 100 %.")
        case .number:
            guard let figures else { return nil }
            let mean = "\(figures.mean / 10).\(figures.mean % 10)"
            let ends = figures.ends.map {
                Bilingual(
                    "; de \($0.lowerBound) a \($0.upperBound)",
                    "; from \($0.lowerBound) to \($0.upperBound)")
            }
            return [
                Bilingual(
                    "Mediana \(figures.median), media \(mean)",
                    "Median \(figures.median), mean \(mean)"),
                ends ?? Bilingual("", ""),
            ].joined("")
        case .text:
            return Bilingual(
                "Lo que se dijo con sus palabras no se tabula.",
                "What was said in own words is not tabulated.")
        default: return nil
        }
    }
}

extension SurveyIssue {
    /// What a state is called in the count of those of whom it was time.
    package static func label(_ state: SurveyState?) -> Bilingual {
        switch state {
        case .whole?: Bilingual("contestó completa", "answered to the end")
        case .inPart?: Bilingual("contestó en parte", "answered in part")
        case let state?: state.label
        case nil: Bilingual("nadie ha intentado", "nobody has tried")
        }
    }

    /// A number as it is printed; «*» where it would tell of few people.
    package static func shown(_ count: Int?) -> String {
        count.map { ReportCell.count($0).shown } ?? "*"
    }

    /// A part of a whole as it is printed.
    package static func shown(share: Int?) -> String {
        share.map { "\($0 / 10).\($0 % 10)" } ?? ""
    }

    /// What stands below, each with its name.
    package func notes(_ language: Language) -> [(name: String, value: String)] {
        let places =
            points.isEmpty
            ? language("todos los de este equipo", "all of this machine")
            : points.map(\.text).joined(separator: ", ")
        let few =
            language(
                "las celdas de menos de \(SurveyTable.least) personas, y las que dirían cuántas son, van con *",
                "cells of fewer than \(SurveyTable.least) people, and those that would tell them, are *"
            )
            + (withheld == 0
                ? ""
                : language(
                    "; sin tabla, \(withheld) de versiones que contestaron menos",
                    "; no table of \(withheld) versions that fewer answered"))
        return [
            (language("Periodo", "Period"), period.label(language)),
            (language("Puntos", "Points"), places),
            (language("Corte", "As of"), asOf.text),
            (language("Elaboró", "Issued by"), author),
        ] + (isPublished ? [(language("Para publicar", "For publication"), few)] : [])
    }

    /// Rows for spreadsheets: version, section, question with its code and words, answer with its
    /// code and words, how many, per cent of those who answered; then who was due.
    package func rows(_ language: Language) -> [[String]] {
        var rows = [
            [
                language("versión", "version"), language("sección", "section"),
                language("pregunta", "question"), language("texto", "words"),
                language("clave", "code"), language("respuesta", "answer"), "n", "%",
            ]
        ]
        for table in tables {
            for section in table.form.sections {
                for part in table.parts(of: section) {
                    let question = part.question
                    rows += part.lines.map { line in
                        [
                            String(table.form.version), section.title(language), question.code,
                            question.label(language), line.code, line.label(language),
                            line.count.map(String.init) ?? "", SurveyIssue.shown(share: line.share),
                        ]
                    }
                }
            }
            rows.append([
                String(table.form.version), "", "", "", "taken",
                language("encuestas", "surveys"), String(table.taken), "",
            ])
        }
        func line(_ code: String, _ label: Bilingual, _ count: Int?) -> [String] {
            ["", "", "", "", code, label(language), count.map(String.init) ?? "", ""]
        }
        rows.append([])
        rows.append(line("due", Bilingual("era tiempo de preguntarles", "were due"), reach.due))
        rows += SurveyReach.order.map {
            line($0?.rawValue ?? "notTried", SurveyIssue.label($0), reach.count($0))
        }
        rows.append([])
        return rows + notes(language).map { ["", "", "", "", "", $0.name, $0.value, ""] }
    }
}

extension SurveyTable {
    /// The questions of a section.
    package func parts(of section: SurveySection) -> [Part] {
        let codes = Set(section.questions.map(\.code))
        return parts.filter { codes.contains($0.question.code) }
    }
}
