import Repatriation
import Store

/// What an import found and did.
struct ListReport {
    let list: HandoverList
    let group: Identifier<Group>?
    /// Who of the list may have come before, by line.
    var alike: [Int: [MatchCandidate]] = [:]
    /// Who of it stands in a group of the day, by line.
    var already: [Int: GroupOfTheDay] = [:]
    /// How many people the announcement declares.
    var declared: Int?

    func json(_ language: Language) -> JSON {
        let repeated = list.repeated.map { row -> JSON in
            ["line": .int(row.line), "candidates": [["line": .int(row.earlier)]]]
        }
        let possible =
            repeated + alike.sorted { $0.key < $1.key }.map { MatchProgram.json($0.key, $0.value) }
        let foreign = list.rows.filter { $0.person.country != nil }.map { JSON.int($0.line) }
        return [
            "group": JSON(group?.value), "imported": .int(list.rows.count),
            "rejected": rejected(language),
            "asked": asked, "told": told, "unused": .array(list.unused.map(JSON.string)),
            "lines": lines,
            "declared": JSON(declared), "already": placed,
            "doubled": .array(list.doubled.map(JSON.int)),
            "possible": .array(possible), "foreign": .array(foreign),
            "minors": .array(list.minors.map(JSON.int)),
            "suggested": suggested, "detected": detected,
        ]
    }

    private func rejected(_ language: Language) -> JSON {
        .array(
            list.rejected.map { row in
                [
                    "line": .int(row.line), "reason": .string(row.reason(language)),
                    "text": .string(row.text),
                ]
            })
    }

    private var asked: JSON {
        .array(
            list.asked.map {
                ["line": .int($0.line), "field": .string($0.field), "text": .string($0.text)]
            })
    }

    private var told: JSON {
        .array(
            list.told.map {
                [
                    "line": .int($0.line), "what": .string($0.what.rawValue),
                    "text": .string($0.text),
                ]
            })
    }

    /// In and out: what is on the paper is what came in and what stayed out.
    private var lines: JSON {
        let titles = list.titles.map { title -> JSON in
            ["line": .int(title.line), "text": .string(title.text)]
        }
        return [
            "paper": .int(list.paperLines), "titles": .array(titles),
            "heading": .int(list.headingLines),
            "people": .int(list.rows.count), "peopleLines": .int(list.peopleLines),
            "leftOut": .int(list.rejected.count),
        ]
    }

    private var placed: JSON {
        .array(
            already.sorted { $0.key < $1.key }.map { line, group in
                ["line": .int(line), "group": .int(group.id.value), "name": .string(group.name)]
            })
    }

    private var suggested: JSON {
        .array(
            list.rows.filter { !$0.person.suggested.isEmpty }.map { row in
                let flags = row.person.suggested.map(\.rawValue).sorted().map(JSON.string)
                return ["line": .int(row.line), "flags": .array(flags)]
            })
    }

    private var detected: JSON {
        [
            "encoding": .string(list.encoding), "mended": .bool(list.isMended),
            "delimiter": .string(list.delimiter),
            "dateOrder": JSON(list.dateOrder?.rawValue), "sexCodes": JSON(list.sexCodes?.rawValue),
            "columns": .array(list.columns.map(JSON.string)),
        ]
    }

    func text(_ language: Language) -> String {
        let summary = ListSummary(list, already: already.mapValues(\.name), declared: declared)
        var text = summary.lines.map { $0.words(language) + "\n" }.joined()
        if !alike.isEmpty {
            let lines = alike.keys.sorted().map(String.init).joined(separator: ", ")
            text += language(
                "Quizá vinieron antes: líneas \(lines).\n",
                "May have come before: lines \(lines).\n")
        }
        if let group {
            text += language("Grupo \(group.value).\n", "Group \(group.value).\n")
        }
        return text
    }
}
