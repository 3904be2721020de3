import Repatriation
import Store

/// `match`: a list against everyone ever received. Nothing is written.
enum MatchProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.rest.first, arguments.rest.count == 1 else {
            throw UsageError("Uso: garita match ARCHIVO.", "Usage: garita match FILE.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        guard let bytes = path == "-" ? StoreFiles.read(0) : StoreFiles.read(path) else {
            throw UsageError("No se puede leer la lista.", "The list cannot be read.")
        }
        let zone = try store.zone(try store.points().first?.zone ?? NinePoints.zones[0])
        let list = try HandoverList(
            ListFile.text(bytes), day: zone.local(now()).day, ImportProgram.options(arguments),
            convert: CodePages.convert)
        var lines = try store.answer(
            .matches(list.rows.map { ($0.line, $0.person) }), for: officer.asker, at: now())
        for row in list.rejected { lines[row.line, default: []] += [] }
        report(lines.sorted { $0.key < $1.key }, arguments)
        return 0
    }

    private static func report(
        _ ordered: [(key: Int, value: [MatchCandidate])], _ arguments: Arguments
    ) {
        if arguments.isJSON {
            say(JSON.array(ordered.map { json($0.key, $0.value) }).serialized)
        } else {
            for (line, found) in ordered where !found.isEmpty {
                print(line, found, arguments.language)
            }
            if ordered.allSatisfy(\.value.isEmpty) {
                say(arguments.language("Nadie parecido.", "Nobody alike."))
            }
        }
    }

    /// The contract's form: identifiers, grades and reasons, no names.
    static func json(_ line: Int, _ found: [MatchCandidate]) -> JSON {
        let candidates = found.map { candidate -> JSON in
            [
                "person": .int(candidate.person.value),
                "reception": .int(candidate.reception.value),
                "grade": .string(candidate.grade.rawValue), "score": .int(candidate.score.points),
                "reasons": .array(candidate.score.reasons.map(JSON.string)),
            ]
        }
        return ["line": .int(line), "candidates": .array(candidates)]
    }

    private static func print(_ line: Int, _ found: [MatchCandidate], _ language: Language) {
        for candidate in found {
            let grade =
                candidate.grade == .same
                ? Bilingual("misma persona", "same person") : Bilingual("posible", "possible")
            let when = "\(candidate.point.text) \(candidate.day?.shown ?? "")"
            say(
                """
                \(line)  \(grade(language))  \(candidate.name.words(language))  \(when)  \
                \(candidate.score.sentence(language))
                """
            )
        }
    }
}
