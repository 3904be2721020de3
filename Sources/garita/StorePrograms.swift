import Glibc
import Repatriation
import Store

/// Making, checking, copying and restoring stores.
enum StorePrograms {
    static func create(_ arguments: Arguments) throws -> Int32 {
        let isDrill = arguments.has("drill")
        let given = try arguments["officer"] ?? asked(arguments)
        guard let name = try CommandReader.clean(given, "officer") else {
            throw UsageError("--officer necesita un nombre.", "--officer needs a name.")
        }
        var group: UInt32?
        if let groupName = arguments["group"] {
            guard let entry = getgrnam(groupName) else {
                throw UsageError(
                    "No hay un grupo «\(groupName)».", "There is no group «\(groupName)».")
            }
            group = entry.pointee.gr_gid
        }
        let seed = isDrill ? try arguments.integer("seed", 1...(1 << 40), or: 1) : nil
        let path = arguments.storePath
        try Store.create(
            at: path,
            .init(
                lead: name, account: Environment.account, group: group, seed: seed,
                points: try points(arguments), now: now()))
        if arguments.isJSON {
            let officer = try Store(path: path).allOfficers().first
            say(
                JSON.object(["store": .string(path), "officer": JSON(officer?.id.value)]).serialized
            )
        } else {
            let next = arguments["store"].map { "garita --store \($0)" } ?? "garita"
            say(
                arguments.language(
                    "Listo: \(path). Jefatura de turno: \(name). Ahora «\(next)».",
                    "Done: \(path). Shift lead: \(name). Now «\(next)»."))
        }
        return 0
    }

    /// `--points 9|11|NOG,TIJ,…`; nil where it is not said.
    private static func points(_ arguments: Arguments) throws -> Set<PointCode>? {
        switch arguments["points"] {
        case nil: return nil
        case "9": return NinePoints.nine
        case "11": return NinePoints.eleven
        case let list?:
            let codes = Set(
                try list.split(separator: ",").map { code in
                    guard let code = PointCode(String(code)), NinePoints.all.contains(code) else {
                        throw Refusal(.unknownPoint)
                    }
                    return code
                })
            guard !codes.isEmpty else { throw Refusal(.unknownPoint) }
            return codes
        }
    }

    /// The account's name is seldom a person's: whoever sits at a terminal is asked.
    private static func asked(_ arguments: Arguments) throws -> String {
        let usual = Environment.accountName
        guard isatty(0) == 1, isatty(1) == 1 else { return usual }
        let question = Bilingual(
            "Nombre completo de la primera jefatura de turno (Enter: \(usual)):",
            "Full name of the first shift lead (Enter: \(usual)):")
        let answer = try Ask.line(question, arguments)
        return answer.trimmed.isEmpty ? usual : answer
    }

    static func verify(_ arguments: Arguments) throws -> Int32 {
        let language = arguments.language
        let checked: Checked
        do {
            let scope = try scope(arguments)
            checked = try arguments.openStore().check(scope, anew: arguments.has("anew"))
        } catch StoreError.full {
            // Nothing was found: there was no room to look.
            complain(StoreError.full.sentence(language))
            return 3
        }
        let (code, word, text): (Int32, String, Bilingual)
        switch checked.verdict {
        case .holds(let events):
            (code, word) = (0, "holds")
            text = Bilingual(
                "Cuadra: \(events) hechos de la bitácora.",
                "Holds: \(events) events of the journal.")
        case .differs(let tables):
            (code, word) = (1, "differs")
            text = Bilingual(
                "No cuadra con la bitácora: \(StoreError.words(tables).es).",
                "Differs from the journal: \(StoreError.words(tables).en).")
        case .damaged(let what):
            (code, word) = (3, "damaged")
            text = Bilingual("Archivo dañado: \(what).", "Damaged store: \(what).")
        }
        let unseen = StorePrograms.unseen(checked)
        if arguments.isJSON {
            let json: JSON = [
                "verdict": .string(word), "text": .string(text(language)),
                "later": .int(checked.later), "scope": .string(checked.scope.rawValue),
                "notLookedAt": .array(unseen.map { .string($0.code) }),
            ]
            say(json.serialized)
        } else {
            say(text(language))
            if checked.later > 0 { say(StorePrograms.beyond(checked.later)(language)) }
            if !unseen.isEmpty {
                let words = unseen.map { $0.words(language) }.joined(separator: "; ")
                say(language("No se miró: \(words).", "Not looked at: \(words)."))
            }
        }
        return code
    }

    private static func scope(_ arguments: Arguments) throws -> CheckScope {
        let asked = ["quick", "daily", "anew"].filter(arguments.has)
        guard asked.count < 2 else {
            throw UsageError(
                "--quick, --daily o --anew: sólo uno.", "--quick, --daily or --anew: only one.")
        }
        switch asked.first {
        case "quick": return .quick
        case "daily": return .daily
        default: return .whole
        }
    }

    /// What a check leaves to the one that looks at more.
    private static func unseen(_ checked: Checked) -> [(code: String, words: Bilingual)] {
        let pages = (
            "pages",
            Bilingual(
                "páginas e índices del archivo", "pages and indexes of the file")
        )
        let journal = (
            "earlierEvents",
            Bilingual(
                "hechos de la bitácora ya comprobados («garita verify» lee todo)",
                "events of the journal that were proven before («garita verify» reads all)")
        )
        // Nothing else says it: of these rows only the form can be looked at.
        let contents = (
            "contents",
            Bilingual(
                "lo que dicen consultas, contraseñas, intentos y borradores (solo su forma)",
                "what looks, passwords, attempts and drafts say (only their form)")
        )
        switch checked.scope {
        case .whole: return [contents]
        case .daily: return (checked.unread > 0 ? [pages, journal] : [pages]) + [contents]
        case .quick:
            let tables = (
                "tables",
                Bilingual(
                    "lo que no escribió el último día («garita verify --daily» lo mira)",
                    "what the last day did not write («garita verify --daily» looks at it)")
            )
            return [tables, pages, journal, contents]
        }
    }

    private static func beyond(_ later: Int) -> Bilingual {
        let count =
            later == 1
            ? Bilingual("1 hecho", "1 event") : Bilingual("\(later) hechos", "\(later) events")
        return Bilingual(
            "Aparte, de una versión más nueva del programa: \(count.es). Se conserva todo.",
            "Apart, of a newer version of the program: \(count.en). All of it is kept.")
    }

    static func backup(_ arguments: Arguments) throws -> Int32 {
        guard let target = arguments.rest.first, arguments.rest.count == 1 else {
            throw UsageError("Uso: garita backup ARCHIVO.", "Usage: garita backup FILE.")
        }
        let store = try arguments.openStore()
        try store.backup(to: target, by: store.peer(), at: now())
        say(
            arguments.language("Copia comprobada: \(target).", "Checked copy: \(target)."))
        return 0
    }

    static func restore(_ arguments: Arguments) throws -> Int32 {
        guard let source = arguments.rest.first, arguments.rest.count == 1 else {
            throw UsageError("Uso: garita restore RESPALDO.", "Usage: garita restore BACKUP.")
        }
        // A store that can still be opened is replaced only by whoever keeps it; one that is
        // damaged, by whoever has it.
        do { try arguments.openStore().checkKeeper() } catch let error as StoreError {
            switch error {
            case .missing, .gone, .damaged, .journal, .numbers, .unfit: break
            default: throw error
            }
        }
        // A copy is of everything: whoever has an account in it without that charge does not make
        // one this way either.
        if let officer = Store.officer(withAccount: Environment.account, inCopy: source) {
            try Oversight.copies.check(officer, isDrill: false)
        }
        try Store.restore(source, to: arguments.storePath, force: arguments.has("force"))
        say(
            arguments.language(
                "Restaurado: \(arguments.storePath).", "Restored: \(arguments.storePath)."))
        return 0
    }
}

extension Store {
    /// The officer who works from this account; in practice stores anyone is the shift lead.
    /// Throws `unknownOfficer` or `suspended`.
    func peer() throws -> Officer {
        let officer = try bound()
        guard !officer.isSuspended else { throw Refusal(.suspended) }
        return officer
    }

    /// Copies hold everything: a lead or administrator makes them.
    func checkKeeper() throws {
        try Oversight.copies.check(try peer(), isDrill: isDrill)
    }

    private func bound() throws -> Officer {
        if let officer = try allOfficers().first(where: { $0.account == Environment.account }) {
            return officer
        }
        if isDrill, let lead = try allOfficers().first(where: { $0.leads && !$0.isSuspended }) {
            return lead
        }
        throw Refusal(.unknownOfficer)
    }

    /// The moment a command is carried out at: `--at` only in practice.
    func moment(_ arguments: Arguments) throws -> Instant {
        guard let text = arguments["at"] else { return now() }
        guard isDrill else { throw Refusal(.onlyInDrill) }
        guard let instant = Instant(text: text), instant.isOfOurTime else {
            throw UsageError(
                "--at toma 2026-11-21T06:00:00Z, de 1900 a 2200.",
                "--at takes 2026-11-21T06:00:00Z, 1900 to 2200.")
        }
        return instant
    }
}

extension Officer {
    /// In whose name the store is asked.
    var asker: Asker { .officer(id) }
}
