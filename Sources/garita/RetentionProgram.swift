import Glibc
import Repatriation
import Store

/// `retention`: what the archive catalogue says is to be blocked, and then removed.
enum RetentionProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let words = arguments.rest
        let store = try arguments.openStore()
        let actor = try store.acting(arguments)
        let officer = actor.officer
        switch words.first {
        case "series" where words.count == 3:
            return try setSeries(words[1], words[2], store, officer, arguments)
        case "plan" where words.count == 1: return try plan(store, officer, arguments)
        case "run" where words.count == 1:
            if try store.answer(.retentionPlan, for: actor.officer.asker, at: now()).unpacked > 0 {
                try pack(store, officer, arguments)
            }
            guard let dictamen = arguments["dictamen"] else {
                return try block(store, officer, arguments)
            }
            return try remove(dictamen, store, actor, arguments)
        default:
            throw UsageError(
                """
                Uso: garita retention plan | run [--dictamen FOLIO] | series CLAVE NOMBRE \
                --active AÑOS --semi-active AÑOS.
                """,
                """
                Usage: garita retention plan | run [--dictamen FOLIO] | series CODE NAME --active \
                YEARS --semi-active YEARS.
                """
            )
        }
    }

    private static func setSeries(
        _ code: String, _ name: String, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        guard let active = arguments["active"].flatMap({ Int($0) }),
            let semiActive = arguments["semi-active"].flatMap({ Int($0) })
        else {
            throw UsageError(
                "Faltan --active y --semi-active, en años.",
                "--active and --semi-active are missing.")
        }
        let command = try Command([
            "do": "setArchiveSeries", "code": .string(code), "name": .string(name),
            "activeYears": .int(active),
            "semiActiveYears": .int(semiActive),
        ])
        _ = try store.perform(command, by: officer.id, at: try store.moment(arguments))
        return try plan(store, officer, arguments)
    }

    /// What is due today; nothing is written.
    private static func plan(
        _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        let plan = try store.answer(
            .retentionPlan, for: officer.asker, at: try store.moment(arguments))
        guard !arguments.isJSON else {
            say(json(plan).serialized)
            return 0
        }
        let language = arguments.language
        guard let series = plan.series else { throw Refusal(.noArchiveSeries) }
        say(
            language(
                """
                Serie \(series.code) «\(series.name)»: \(series.activeYears) años en trámite, \
                \(series.semiActiveYears) en concentración.
                """,
                """
                Series \(series.code) «\(series.name)»: \(series.activeYears) years active, \
                \(series.semiActiveYears) semi-active.
                """
            ))
        say(lines(plan.toBlock, Bilingual("Por bloquear", "To be blocked"), language))
        say(language("Bloqueadas: \(plan.blocked)", "Blocked: \(plan.blocked)"))
        if plan.unpacked > 0 {
            say(
                language(
                    "Falta compactar el archivo tras una baja: «garita retention run».",
                    "The file has still to be packed after a removal: «garita retention run»."))
        }
        say(lines(plan.toRemove, Bilingual("Por dar de baja", "To be removed"), language))
        sayCopies(plan.copies, language)
        return 0
    }

    private static func lines(_ counts: [YearCount], _ head: Bilingual, _ language: Language)
        -> String
    {
        let total = counts.reduce(0) { $0 + $1.count }
        return
            (["\(head(language)): \(total)"]
            + counts.map { "  \($0.point.text) \($0.year): \($0.count)" })
            .joined(separator: "\n")
    }

    private static func sayCopies(_ copies: [String], _ language: Language) {
        guard !copies.isEmpty else { return }
        say(
            language(
                """
                Estas copias siguen teniendo los datos, y también las que se hayan llevado a otra \
                parte:
                """,
                "These copies still hold the data, and so do those that were taken elsewhere:"))
        for copy in copies { say("  \(copy)") }
        say(
            language(
                """
                Otras cuentas de este equipo pueden tener papeles en sus carpetas «papeles» y \
                «hojas».
                """,
                """
                Other accounts of this machine may have papers in their folders «papeles» and \
                «hojas».
                """
            ))
    }

    private static func json(_ plan: RetentionPlan) -> JSON {
        func counts(_ all: [YearCount]) -> JSON {
            .array(
                all.map {
                    [
                        "point": .string($0.point.text), "year": .int($0.year),
                        "count": .int($0.count),
                    ]
                })
        }
        return [
            "series": plan.series.map { ShowProgram.fields($0, [:]) } ?? nil,
            "toBlock": counts(plan.toBlock),
            "blocked": .int(plan.blocked), "unpacked": .int(plan.unpacked),
            "toRemove": counts(plan.toRemove),
            "copies": .array(plan.copies.map(JSON.string)),
        ]
    }

    private static func block(_ store: Store, _ officer: Officer, _ arguments: Arguments) throws
        -> Int32
    {
        let answer = try store.perform(
            .act(BlockDue()), by: officer.id, at: try store.moment(arguments))
        let count = (answer.result as? Blocked)?.count ?? 0
        if count == RemovalDue.most {
            complain(
                arguments.language("Hay más: repita la orden.", "There are more: repeat the order.")
            )
        }
        report(
            answer.members,
            Bilingual(
                "\(files(count).es): bloqueados, se conservan y nadie los ve.",
                "\(files(count).en): blocked, kept, and seen by nobody."), arguments)
        return 0
    }

    /// The first officer asks; another repeats the order, with every desk closed, and it is done.
    private static func remove(
        _ dictamen: String, _ store: Store, _ actor: SignedIn, _ arguments: Arguments
    ) throws -> Int32 {
        guard let dictamen = try CommandReader.clean(dictamen, "dictamen") else {
            throw Refusal(.missingField, ["field": "dictamen"])
        }
        let now = try store.moment(arguments)
        let plan = try store.answer(.retentionPlan, for: actor.officer.asker, at: now)
        let people = min(RemovalDue.most, plan.toRemove.reduce(0) { $0 + $1.count })
        let remove = RemoveBlocked(dictamen: dictamen, people: people)
        let same = try store.pendingRemovals(at: now).first {
            store.asks($0.asked, for: remove, besides: actor.officer)
        }
        if let same {
            return try confirm(
                same.act, store, try actor.confirming(same.asked, store, arguments), now, arguments)
        }
        let answer = try store.perform(.act(remove), by: actor.id, proven: actor.proof, at: now)
        report(
            answer.members,
            Bilingual(
                """
                \(files(people).es) por dar de baja con el dictamen \(dictamen). Otra persona \
                repite la orden antes de 10 minutos.
                """,
                """
                \(files(people).en) to be removed by the dictamen \(dictamen). Somebody else \
                repeats the order within 10 minutes.
                """
            ), arguments)
        return 0
    }

    private static func confirm(
        _ act: Identifier<any Act>, _ store: Store, _ actor: SignedIn, _ now: Instant,
        _ arguments: Arguments
    ) throws -> Int32 {
        // What cannot be packed is not begun.
        guard StoreFiles.hasRoom(toPack: store.path) else { throw StoreError.full }
        let answer = try store.alone {
            try store.perform(.act(Confirm(act)), by: actor.id, proven: actor.proof, at: now)
        }
        try pack(store, actor.officer, arguments)
        let copies = store.copies
        let count = (answer.result as? Removed)?.count ?? 0
        report(
            answer.members.merging(["copies": .array(copies.map(JSON.string))]) { $1 },
            Bilingual("\(files(count).es): baja hecha.", "\(files(count).en): removed."), arguments)
        if !arguments.isJSON { sayCopies(copies, arguments.language) }
        return 0
    }

    /// Writes the file anew after a removal, also one that was cut short earlier; it is noted once
    /// it is done.
    private static func pack(_ store: Store, _ officer: Officer, _ arguments: Arguments) throws {
        do {
            try store.alone {
                try store.compact()
                _ = try store.perform(
                    .act(NotePacked()), by: officer.id, at: try store.moment(arguments))
            }
        } catch let error as StoreError {
            complain(
                arguments.language(
                    """
                    La baja está hecha y falta compactar el archivo. Repita «garita retention \
                    run»:
                    """,
                    """
                    The removal is done and the file has still to be packed. Repeat «garita \
                    retention run»:
                    """
                ))
            throw error
        }
    }

    private static func files(_ count: Int) -> Bilingual {
        count == 1
            ? Bilingual("1 expediente", "1 file")
            : Bilingual("\(count) expedientes", "\(count) files")
    }

    private static func report(
        _ members: [String: JSON], _ words: Bilingual, _ arguments: Arguments
    ) {
        say(arguments.isJSON ? JSON.object(members).serialized : words(arguments.language))
    }
}
