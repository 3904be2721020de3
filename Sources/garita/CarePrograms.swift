import Glibc
import Repatriation
import SQLite
import Store
import Terminal

/// Versions, folders, themes, manual, completions and the diagnosis.
enum CarePrograms {
    static let number = "0.1"

    static func version() -> Int32 {
        say(
            """
            garita \(number) · SQLite \(Connection.libraryVersion) · ncurses \(cursesVersion) · \
            esquema \(Store.schemaVersion)
            """
        )
        return 0
    }

    static func paths(_ arguments: Arguments) -> Int32 {
        say("store   \(arguments.storePath)")
        let copies = KeptCopies(of: arguments.storePath)
        let size = "\(copies.count), \((copies.bytes + (1 << 20) - 1) >> 20) MB"
        say("backup  \(arguments.storePath).backup-<FECHA>  (\(size))")
        if let alarm = copies.alarm { say("        \(alarm(arguments.language))") }
        say("inbox   \(StoreFiles.folder(of: arguments.storePath))/inbox/<PUNTO>")
        say("themes  \(Environment.config("themes"))")
        say("papers  \(Environment.state("papeles"))")
        say("sheets  \(Environment.state("hojas"))")
        say("log     \(Environment.state("garita.log"))")
        return 0
    }

    static func themes(_ arguments: Arguments) throws -> Int32 {
        var isGood = true
        for name in Themes.names {
            let theme = try Themes.named(name)
            guard arguments.has("check") else {
                say(name)
                continue
            }
            let failures = Contrast.failures(theme)
            isGood = isGood && failures.isEmpty
            say(
                "\(name): \(failures.isEmpty ? "≥ 4.5:1" : failures.map { "\($0.role)/\($0.colours) \(Int($0.ratio * 100))/100" }.joined(separator: ", "))"
            )
        }
        return isGood ? 0 : 1
    }

    static func man(_ arguments: Arguments) -> Int32 {
        put(HelpText.man())
        return 0
    }

    static func completions(_ arguments: Arguments) throws -> Int32 {
        guard let shell = arguments.rest.first, let text = HelpText.completions(shell) else {
            throw UsageError(
                "Uso: garita completions bash|zsh|fish.", "Usage: garita completions bash|zsh|fish."
            )
        }
        put(text)
        return 0
    }

    static func doctor(_ arguments: Arguments) throws -> Int32 {
        _ = version()
        say(
            """
            terminal TERM=\(Environment["TERM"] ?? "-") LANG=\(Environment["LANG"] ?? "-") UTF-8 \
            \(useLocale() ? "sí" : "no")
            """
        )
        let missing = Set(NinePoints.zones).filter { StoreFiles.zone($0) == nil }.sorted()
        say("zonas \(missing.isEmpty ? "completas" : "faltan \(missing.joined(separator: ", "))")")
        say("archivo \(arguments.storePath)")
        for left in StoreFiles.leftovers(of: arguments.storePath) {
            say("junto al archivo: \(left)")
        }
        let store = try arguments.openStore()
        let figures = try store.figures()
        say(
            """
            práctica \(store.isDrill ? "sí" : "no") · hechos \(figures.events) · recepciones \
            \(figures.receptions) · adentro \(figures.inside)
            """
        )
        return 0
    }
}
