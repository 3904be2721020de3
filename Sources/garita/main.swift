import Glibc
import Repatriation
import Store

// Signals that whoever started the program held back would hold it back too: it could be neither
// ended nor suspended.
var none = sigset_t()
sigemptyset(&none)
sigprocmask(SIG_SETMASK, &none, nil)
signal(SIGPIPE, SIG_IGN)
// Ctrl-\ ends it as it ends any program, without a report of what was in its memory.
signal(SIGQUIT, SIG_DFL)
// A file that may not grow is a full disk, told in a sentence.
signal(SIGXFSZ, SIG_IGN)
// What dies leaves no core with people in it: 1 is the one limit that also holds where cores go to
// a program.
var cores = rlimit(rlim_cur: 1, rlim_max: 1)
setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &cores)
BrokenOff.tell(Main.language)
// What is closed must not become the store's own descriptor: people's names would be written into
// it. A closed output stays one that takes nothing, so that a result which nobody gets is told.
for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
    _ = open("/dev/null", descriptor == 1 ? O_RDONLY : O_RDWR)
}
exit(Main.run(Array(CommandLine.arguments.dropFirst())))

/// Finds the command, runs it, and turns every failure into a sentence and an exit code.
enum Main {
    /// The language of the sentences that come before the arguments are read, or from where they
    /// are not known.
    static let language: Language = {
        let words = CommandLine.arguments
        let isEnglish =
            words.contains("--lang=en")
            || zip(words, words.dropFirst()).contains { $0 == ("--lang", "en") }
        return isEnglish ? .en : .es
    }()

    static func run(_ words: [String]) -> Int32 {
        do {
            return try dispatch(words, language)
        } catch let wrong as ScenarioFiles.Wrong {
            for problem in wrong.problems { complain("\(wrong.name): \(problem.said(language))") }
            return 1
        } catch {
            complain(Bilingual(telling: error)(language))
            return exitCode(of: error)
        }
    }

    private static func exitCode(of error: any Error) -> Int32 {
        switch error {
        case is UsageError: 2
        case let error as StoreError: exitCode(of: error)
        case PerformFailure.failed(let error): exitCode(of: error)
        case PerformFailure.refused(let refusal): exitCode(of: refusal)
        case let refusal as Refusal: exitCode(of: refusal)
        default: 1
        }
    }

    private static func exitCode(of refusal: Refusal) -> Int32 {
        refusal.code == .storeBusy ? 3 : 1
    }

    private static func exitCode(of error: StoreError) -> Int32 {
        switch error {
        case .missing, .gone, .unfit, .busy, .damaged, .newer, .inUse, .unreadable, .openToOthers,
            .linked, .folder,
            .network, .journal, .zoneMissing, .moved, .numbers:
            3
        default: 1
        }
    }

    /// Options that every command takes may stand before it too.
    private static func commandFirst(_ words: [String]) -> [String] {
        var (front, rest) = ([String](), words[...])
        while let word = rest.first, word.hasPrefix("--"),
            let option = CommandTable.common.first(where: {
                word == "--\($0.name)" || word.hasPrefix("--\($0.name)=")
            })
        {
            let takesNext = option.value != nil && !word.contains("=")
            front += rest.prefix(takesNext ? 2 : 1)
            rest = rest.dropFirst(takesNext ? 2 : 1)
        }
        guard let command = rest.first, CommandTable.entries.contains(where: { $0.name == command })
        else {
            return words
        }
        return [command] + front + rest.dropFirst()
    }

    private static func dispatch(_ given: [String], _ language: Language) throws -> Int32 {
        let words = commandFirst(given)
        guard let first = words.first, !first.hasPrefix("-") else {
            return try withoutCommand(words, language)
        }
        guard let entry = CommandTable.entries.first(where: { $0.name == first }) else {
            throw UsageError(
                "No hay una orden «\(first)». Vea garita --help.",
                "There is no command «\(first)». See garita --help.")
        }
        let arguments = try Arguments(
            Array(words.dropFirst()), allowed: CommandTable.common + entry.options)
        try check(arguments)
        try PasswordPrompt.checkDescriptor(arguments)
        if arguments.has("help") {
            put(HelpText.of(entry, language))
            return 0
        }
        return try entry.run(arguments)
    }

    private static func check(_ arguments: Arguments) throws {
        guard arguments["lang"] == nil || Language(rawValue: arguments["lang"] ?? "") != nil else {
            throw UsageError("--lang toma es o en.", "--lang takes es or en.")
        }
    }

    private static func withoutCommand(_ words: [String], _ language: Language) throws -> Int32 {
        let begins = Option("point", "CODE", "punto donde empieza", "point to begin at")
        let extra = [Option("version", "", ""), Option("paths", "", ""), begins]
        let arguments = try Arguments(words, allowed: CommandTable.common + extra)
        try check(arguments)
        if arguments.has("version") { return CarePrograms.version() }
        if arguments.has("paths") { return CarePrograms.paths(arguments) }
        if arguments.has("help") || words == ["-h"] {
            put(HelpText.all(language))
            return 0
        }
        if let unknown = arguments.rest.first {
            throw UsageError(
                "No se entiende «\(unknown)». Vea garita --help.",
                "«\(unknown)» is not understood. See garita --help.")
        }
        return try DeskProgram.home(arguments)
    }
}
