import Glibc
import Repatriation
import Store

/// Wrong usage: a sentence, exit 2.
struct UsageError: Error {
    let sentence: Bilingual
    init(_ es: String, _ en: String) { sentence = Bilingual(es, en) }
}

/// The words after the command, sorted into options and the rest.
struct Arguments {
    private(set) var options: [String: String] = [:]
    private(set) var rest: [String] = []

    /// Sorts the words by the options that the command knows. Throws `UsageError` for any other.
    init(_ words: [String], allowed: [Option]) throws {
        var index = 0
        var isLiteral = false
        while index < words.count {
            let word = words[index]
            index += 1
            guard word.hasPrefix("--"), !isLiteral, word.count > 2 else {
                if word == "--" { isLiteral = true } else { rest.append(word) }
                continue
            }
            let parts = word.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = allowed.first(where: { $0.name == name }) else {
                throw UsageError(
                    "No hay una opción --\(name). Vea --help.",
                    "There is no option --\(name). See --help.")
            }
            if option.value == nil {
                options[name] = ""
            } else if parts.count == 2 {
                options[name] = String(parts[1])
            } else if index < words.count {
                options[name] = words[index]
                index += 1
            } else {
                throw UsageError("--\(name) necesita un valor.", "--\(name) needs a value.")
            }
        }
    }

    func has(_ name: String) -> Bool { options[name] != nil }
    subscript(name: String) -> String? { options[name] }
    var isJSON: Bool { has("json") }
    var language: Language { Language(rawValue: options["lang"] ?? "es") ?? .es }

    /// A whole number within `range`, or the given one when the option is not there.
    func integer(_ name: String, _ range: ClosedRange<Int>, or usual: Int) throws -> Int {
        guard let text = options[name] else { return usual }
        guard let value = Int(text), range.contains(value) else {
            throw UsageError(
                "--\(name) toma un número de \(range.lowerBound) a \(range.upperBound).",
                "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return value
    }

    /// One of a closed list of codes.
    func code<Kind: RawRepresentable<String> & CaseIterable>(
        _ name: String
    ) throws -> Kind? {
        guard let text = options[name] else { return nil }
        guard let code = Kind(rawValue: text) else {
            let allowed = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--\(name) toma: \(allowed).", "--\(name) takes: \(allowed).")
        }
        return code
    }

    /// What a practice is drawn with; nil leaves it to the practice.
    func seed() throws -> Int? { has("seed") ? try integer("seed", 1...(1 << 40), or: 1) : nil }

    /// The point that `--point` names.
    func point() throws -> PointCode? {
        guard let text = options["point"] else { return nil }
        guard let code = PointCode(text) else {
            throw UsageError(
                "--point toma tres letras: TIJ, NOG…", "--point takes three letters: TIJ, NOG…")
        }
        return code
    }

    /// Where the store is: the option, the environment, the machine's, the account's own.
    var storePath: String {
        if let path = options["store"] { return path }
        if let path = Environment["GARITA_STORE"] { return path }
        let shared = "/var/lib/garita/garita.db"
        return access(shared, F_OK) == 0 ? shared : Environment.data("garita.db")
    }

    /// Opens it; whoever has to wait for it longer than usual is told for whom.
    func openStore() throws -> Store {
        let store = try Store(path: storePath)
        let language = language
        store.whenHeld = { holder in
            let words = language("se espera el archivo.", "waiting for the store.")
            complain([words, holder?.sentence(language)].compactMap { $0 }.joined(separator: " "))
        }
        store.paperFolders = ["papeles", "hojas"].map(Environment.state)
        if store.wasReadable {
            complain(
                language(
                    "Otros podían leer \(store.path): ya no. Piense quién pudo verlo.",
                    "Others could read \(store.path): no longer. Think of who may have seen it."))
        }
        return store
    }

    /// Splits `field=value` words.
    static func assignments(_ words: ArraySlice<String>) throws -> [(field: String, value: String)]
    {
        try words.map { word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count == 2 else {
                throw UsageError("Se espera campo=valor.", "field=value is expected.")
            }
            return (parts[0], parts[1])
        }
    }
}

/// The process's environment and account.
enum Environment {
    /// A variable that is set and not empty.
    static subscript(name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    static var home: String { Environment["HOME"] ?? "/" }
    static func data(_ name: String) -> String {
        (Environment["XDG_DATA_HOME"] ?? "\(home)/.local/share") + "/garita/\(name)"
    }
    static func config(_ name: String) -> String {
        (Environment["XDG_CONFIG_HOME"] ?? "\(home)/.config") + "/garita/\(name)"
    }
    static func state(_ name: String) -> String {
        (Environment["XDG_STATE_HOME"] ?? "\(home)/.local/state") + "/garita/\(name)"
    }

    /// The account that runs the program, by the system's own word.
    static var account: String {
        guard let entry = getpwuid(getuid()) else { return String(getuid()) }
        return String(cString: entry.pointee.pw_name)
    }

    /// The person's name in the account, or the account.
    static var accountName: String {
        guard let entry = getpwuid(getuid()), let field = entry.pointee.pw_gecos else {
            return account
        }
        let name =
            String(cString: field).split(separator: ",").first.map(String.init)?.trimmed ?? ""
        return name.isEmpty ? account : name
    }
}

/// The real clock.
func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
}

/// Nanoseconds that only go forward.
func monotonic() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
