import Repatriation

/// What an import found and did.
struct ListReport {
    let list: HandoverList
    let group: Identifier<Group>?
    let day: CivilDate
    /// Who of the list may have come before, by line.
    var alike: [Int: [MatchCandidate]] = [:]

    private var foreigners: [Int] { list.rows.filter { $0.person.country != nil }.map(\.line) }
    private var minors: [Int] { list.rows.filter { ($0.person.birthDate?.age(on: day) ?? 99) < 18 }.map(\.line) }
    private var remarks: [HandoverList.Row] { list.rows.filter { !$0.person.suggested.isEmpty } }

    func json(_ language: Language) -> JSON {
        let rejected = list.rejected.map { row -> JSON in
            ["line": .int(row.line), "reason": .string(row.reason(language))]
        }
        let repeated = list.repeated.map { row -> JSON in
            ["line": .int(row.line), "candidates": [["line": .int(row.earlier)]]]
        }
        let possible = repeated + alike.sorted { $0.key < $1.key }.map { MatchProgram.json($0.key, $0.value) }
        return [
            "group": JSON(group?.value), "imported": .int(list.rows.count), "rejected": .array(rejected),
            "possible": .array(possible), "foreign": .array(foreigners.map(JSON.int)),
            "minors": .array(minors.map(JSON.int)),
            "suggested": .array(
                remarks.map { row in
                    [
                        "line": .int(row.line),
                        "flags": .array(row.person.suggested.map(\.rawValue).sorted().map(JSON.string)),
                    ]
                }),
            "detected": [
                "encoding": .string(list.encoding.rawValue), "delimiter": .string(list.delimiter),
                "dateOrder": JSON(list.dateOrder?.rawValue), "sexCodes": JSON(list.sexCodes?.rawValue),
                "columns": .array(list.columns.map(JSON.string)),
            ],
        ]
    }

    func text(_ language: Language) -> String {
        func lines(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
        var text = Bilingual(
            "Entraron \(list.rows.count), quedaron fuera \(list.rejected.count).\n",
            "\(list.rows.count) came in, \(list.rejected.count) did not.\n")(language)
        let order = list.dateOrder?.rawValue ?? "-"
        text += Bilingual(
            "Se reconoció: \(list.encoding.rawValue), separador «\(list.delimiter)», fechas \(order), columnas \(list.columns.joined(separator: ", ")).\n",
            "Recognised: \(list.encoding.rawValue), delimiter «\(list.delimiter)», dates \(order), columns \(list.columns.joined(separator: ", ")).\n"
        )(language)
        for row in list.rejected {
            text += Bilingual("  línea \(row.line): \(row.reason.es)\n", "  line \(row.line): \(row.reason.en)\n")(
                language)
        }
        if !minors.isEmpty {
            text += Bilingual("Menores de 18: líneas \(lines(minors)).\n", "Under 18: lines \(lines(minors)).\n")(
                language)
        }
        if !foreigners.isEmpty {
            text += Bilingual(
                "Otra ciudadanía según la lista: líneas \(lines(foreigners)).\n",
                "Other citizenship on the list: lines \(lines(foreigners)).\n")(language)
        }
        if !remarks.isEmpty {
            text += Bilingual(
                "Con observaciones: líneas \(lines(remarks.map(\.line))).\n",
                "With remarks: lines \(lines(remarks.map(\.line))).\n")(language)
        }
        if !alike.isEmpty {
            text += Bilingual(
                "Quizá vinieron antes: líneas \(lines(alike.keys.sorted())).\n",
                "May have come before: lines \(lines(alike.keys.sorted())).\n")(language)
        }
        for row in list.repeated {
            text += Bilingual(
                "Línea \(row.line): igual que la \(row.earlier).\n", "Line \(row.line): the same as \(row.earlier).\n")(
                    language)
        }
        if let group { text += Bilingual("Grupo \(group.value).\n", "Group \(group.value).\n")(language) }
        return text
    }
}
