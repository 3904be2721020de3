import Glibc
import Repatriation
import Screens
import Store

/// Where papers go: a command that takes them on its input, without a shell, or a folder of this account.
///
/// `GARITA_PRINTER` is the command with its arguments («lp -d recepcion»), `GARITA_PAPER` the width (carta, t48, t32),
/// `GARITA_PRINTER_ENCODING` what it reads (utf-8, cp858, cp1252, ascii), `GARITA_PRINTER_CUT` bytes to send after each
/// paper in hexadecimal («1d5600»).
struct Printer {
    let command: [String]
    let width: PaperWidth
    let encoding: PrinterEncoding
    private let cut: [UInt8]

    /// As the settings say, the environment's unless told. Throws a usage error that names what is wrong.
    init(_ setting: (String) -> String? = { Environment[$0] }) throws {
        command = (setting("GARITA_PRINTER") ?? "").split(separator: " ").map(String.init)
        width = try Printer.code("GARITA_PAPER", setting, or: .letter)
        encoding = try Printer.code("GARITA_PRINTER_ENCODING", setting, or: .utf8)
        let digits = Array(setting("GARITA_PRINTER_CUT") ?? "")
        let pairs = stride(from: 0, to: digits.count - digits.count % 2, by: 2).map { String(digits[$0...$0 + 1]) }
        cut = pairs.compactMap { UInt8($0, radix: 16) }
        guard cut.count * 2 == digits.count else {
            throw UsageError(
                "GARITA_PRINTER_CUT lleva pares hexadecimales.", "GARITA_PRINTER_CUT takes hexadecimal pairs.")
        }
    }

    private static func code<Kind: Code>(
        _ name: String, _ setting: (String) -> String?, or usual: Kind
    ) throws -> Kind {
        guard let text = setting(name) else { return usual }
        guard let code = Kind(rawValue: text) else {
            let allowed = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("\(name) toma: \(allowed).", "\(name) takes: \(allowed).")
        }
        return code
    }

    /// Sends a text, and how many letters the printer cannot write as they are. False when the command failed.
    func send(_ text: String) -> (isSent: Bool, replaced: Int) {
        let (bytes, replaced) = encoding.encode(text)
        return (pipe(bytes + cut), replaced)
    }

    /// Runs the command with these bytes on its input; true when it took them and ended well.
    private func pipe(_ bytes: [UInt8]) -> Bool {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        // What the printer's command says does not go over the screen.
        for descriptor in Int32(1)...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, arguments[0] ?? strdup(""), &actions, nil, &arguments, environ)
        close(ends[0])
        var rest = bytes[...]
        while result == 0, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(ends[1], $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { break }
            rest = rest.dropFirst(max(0, count))
        }
        close(ends[1])
        guard result == 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status == 0 && rest.isEmpty
    }
}

/// `papers test`: a page with the letters that printers get wrong; `papers --contingency`: the sheets of a power cut.
enum PapersProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("contingency"), arguments.rest.isEmpty { return try contingency(arguments) }
        guard arguments.rest == ["test"], !arguments.has("contingency") else {
            throw UsageError(
                "Uso: garita papers test, o papers --contingency --point CÓDIGO.",
                "Usage: garita papers test, or papers --contingency --point CODE.")
        }
        let printer = try Printer()
        return try test(printer, arguments)
    }

    /// Reserves the folios of a packet of sheets and writes them, a page each, to the standard output.
    private static func contingency(_ arguments: Arguments) throws -> Int32 {
        guard let code = try arguments.point() else {
            throw UsageError("Diga el punto: --point CÓDIGO.", "Say the point: --point CODE.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let answer = try store.perform(
            .paper(.reserve(code, ContingencySheets.packet)), by: officer.id, at: now())
        let folios = (answer.result["folios"]?.elements ?? []).compactMap(\.text)
        let papers = try store.reservedPapers(at: code).filter { folios.contains($0.folio) }
        put(ContingencySheets(at: point, papers, isDrill: store.isDrill).text)
        complain(
            Bilingual(
                "\(folios.count) folios reservados: guarde las hojas en el cajón de \(point.name).",
                "\(folios.count) folios reserved: keep the sheets in the drawer of \(point.name).")(
                    arguments.language))
        return 0
    }

    private static func test(_ printer: Printer, _ arguments: Arguments) throws -> Int32 {
        let page =
            "GARITA\nÁÉÍÓÚ Ñ Ü áéíóú ñ ü ¿¡ º ª «» ·\n" + String(repeating: "-", count: printer.width.columns) + "\n"
        guard !printer.command.isEmpty else {
            put(page)
            return 0
        }
        let (isSent, replaced) = printer.send(page)
        let lost =
            replaced > 0 ? Bilingual(" \(replaced) letras cambian.", " \(replaced) letters change.") : Bilingual("", "")
        let words =
            isSent
            ? Bilingual("Enviada a «\(printer.command[0])».\(lost.es)", "Sent to «\(printer.command[0])».\(lost.en)")
            : Bilingual("«\(printer.command[0])» no la tomó.", "«\(printer.command[0])» did not take it.")
        say(words(arguments.language))
        return isSent ? 0 : 1
    }
}
