import Repatriation
import Store

/// `catalog`: what the program knows as data, listed, exported and amended.
enum CatalogProgram {
    private static let fixed: [String: @Sendable () -> [[String: JSON]]] = [
        "states": {
            MexicanState.all.map {
                ["code": .string($0.code), "inegi": .string($0.inegi), "iso": JSON($0.iso), "name": .string($0.name)]
            }
        },
        "us-states": { USState.codes.map { ["code": .string($0)] } },
        "flags": {
            Flag.allCases.map { flag in
                ["code": .string(flag.rawValue), "class": .string(PriorityClass.code(for: [flag]))]
            }
        },
        "exits": { Exit.allCases.map { ["code": .string($0.rawValue)] } },
    ]

    /// The closed lists of the interview, each under the name of its field.
    private static var answers: [String: [[String: JSON]]] {
        var lists: [String: [[String: JSON]]] = [:]
        for question in InterviewForm.questions where !question.kind.options.isEmpty {
            lists[question.field.rawValue] = question.options.map { option in
                [
                    "code": .string(option.code), "name": .string(option.label.es), "english": .string(option.label.en),
                    "unhcr": question.field == .healthFlags ? JSON(Catalogues.unhcrFamilies[option.code]) : nil,
                ]
            }
        }
        return lists
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let verb = arguments.rest.first, ["list", "export", "amend", "import", "retire"].contains(verb) else {
            throw UsageError(
                "Uso: garita catalog list|export|import|amend|retire NOMBRE.",
                "Usage: garita catalog list|export|import|amend|retire NAME.")
        }
        let names = ["points", "classes", "municipios"] + fixed.keys.sorted() + answers.keys.sorted()
        guard arguments.rest.count > 1 else {
            for name in names { say(name) }
            return 0
        }
        let name = arguments.rest[1]
        if verb == "amend" { return try amend(name, Array(arguments.rest.dropFirst(2)), arguments) }
        if verb == "retire" { return try retire(name, Array(arguments.rest.dropFirst(2)), arguments) }
        if verb == "import" { return try importFile(name, Array(arguments.rest.dropFirst(2)), arguments) }
        let rows: [JSON]
        if name == "municipios" {
            rows = try municipalities(arguments, beginning: arguments.rest.dropFirst(2).joined(separator: " "))
        } else if name == "points" {
            rows = try arguments.openStore().points(activeOnly: false).map { ShowProgram.fields($0, [:]) }
        } else if name == "classes" {
            rows = PriorityClass.shipped.map { entry in
                [
                    "code": .string(entry.code), "tier": .int(entry.tier), "targetMinutes": .int(entry.targetMinutes),
                    "attendedBy": .array(entry.attendedBy.map(\.rawValue).sorted().map(JSON.string)),
                ]
            }
        } else if let catalogue = fixed[name]?() ?? answers[name] {
            rows = catalogue.map(JSON.object)
        } else {
            throw UsageError(
                "Catálogos: \(names.joined(separator: ", ")).", "Catalogues: \(names.joined(separator: ", ")).")
        }
        if verb == "export" || arguments.isJSON {
            say(JSON.array(rows).serialized)
        } else {
            for row in rows { say(summary(row)) }
        }
        return 0
    }

    /// All, or those that a name or key begins; homonyms are told apart by their state.
    private static func municipalities(_ arguments: Arguments, beginning text: String) throws -> [JSON] {
        let store = try arguments.openStore()
        return try (text.isEmpty ? store.municipalities() : store.municipalities(beginning: text)).map { entry in
            [
                "code": .string(entry.key), "name": .string(entry.name), "state": .string(entry.state),
                "retired": .bool(entry.isRetired),
            ]
        }
    }

    /// The store, for whoever leads; nobody else changes a catalogue.
    private static func leadsStore(_ arguments: Arguments) throws -> Store {
        let store = try arguments.openStore()
        guard try store.peer().isLead else { throw Refusal(.onlyLead) }
        return store
    }

    /// `catalog import municipios FILE`: INEGI's AGEEM file.
    private static func importFile(_ name: String, _ words: [String], _ arguments: Arguments) throws -> Int32 {
        guard name == "municipios", let path = words.first, words.count == 1 else {
            throw UsageError(
                "Uso: garita catalog import municipios ARCHIVO.", "Usage: garita catalog import municipios FILE.")
        }
        let store = try leadsStore(arguments)
        guard let bytes = StoreFiles.read(path), let all = Municipality.read(bytes) else {
            throw UsageError(
                "No es el archivo AGEEM de INEGI: faltan CVEGEO o NOM_MUN, o un renglón no cuadra.",
                "This is not INEGI's AGEEM file: CVEGEO or NOM_MUN is missing, or a row does not fit.")
        }
        try store.setMunicipalities(all)
        say(Bilingual("\(all.count) municipios.", "\(all.count) municipalities.")(arguments.language))
        return 0
    }

    /// `catalog retire municipios 20067`. The closed lists of the form are versioned with it and are not retired by hand.
    private static func retire(_ name: String, _ words: [String], _ arguments: Arguments) throws -> Int32 {
        guard name == "municipios", let key = words.first, words.count == 1 else {
            throw UsageError(
                "Uso: garita catalog retire municipios CLAVE.", "Usage: garita catalog retire municipios KEY.")
        }
        guard try leadsStore(arguments).retireMunicipality(key) else {
            throw UsageError("No hay un municipio con esa clave.", "There is no municipality with that key.")
        }
        return 0
    }

    private static func summary(_ row: JSON) -> String {
        ["code", "field", "name", "state", "zone", "iso", "class", "windows", "tier", "targetMinutes"].compactMap {
            key in
            row[key].flatMap { $0 == .null ? nil : $0.text ?? $0.serialized }
        }.joined(separator: "  ")
    }

    /// `catalog amend points NOG desks=5 "windows=general 05:00-22:00 /"`.
    private static func amend(_ name: String, _ words: [String], _ arguments: Arguments) throws -> Int32 {
        guard name == "points", let code = words.first.flatMap(PointCode.init), words.count > 1 else {
            throw UsageError(
                "Uso: garita catalog amend points NOG campo=valor.",
                "Usage: garita catalog amend points NOG field=value.")
        }
        var values: [String: Value] = [:]
        for word in words.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw UsageError("Se espera campo=valor.", "field=value is expected.") }
            values[parts[0]] = Int(parts[1]).map(Value.int) ?? .text(parts[1])
            if parts[0] == "municipality" { values[parts[0]] = .text(parts[1]) }
        }
        let store = try arguments.openStore()
        _ = try store.perform(.catalogue(.setPoint(code, values)), by: try store.peer().id, at: now())
        return 0
    }
}
