import Glibc
import Repatriation
import Screens
import Store
import Synchronization

/// Where papers go: a command that takes them on its input, without a shell, or a folder of this
/// account.
///
/// `GARITA_PRINTER` is the command with its arguments («lp -d recepcion»), `GARITA_PAPER` the width
/// (carta, t48, t32), `GARITA_PRINTER_ENCODING` what it reads (utf-8, cp858, cp1252, ascii),
/// `GARITA_PRINTER_START` and `GARITA_PRINTER_CUT` bytes to send before and after each paper in
/// hexadecimal («1b7413» for code page 858, «1d5600»), `GARITA_PRINTER_SECONDS` how long it may
/// take (20).
struct Printer: Sendable {
    let command: [String]
    let width: PaperWidth
    let encoding: PrinterEncoding
    private let start: [UInt8]
    private let cut: [UInt8]
    private let seconds: Int

    /// As the settings say, the environment's unless told. Throws a usage error that names what is
    /// wrong.
    init(_ setting: (String) -> String? = { Environment[$0] }) throws {
        command = (setting("GARITA_PRINTER") ?? "").split(separator: " ").map(String.init)
        width = try Printer.code("GARITA_PAPER", setting, or: .letter)
        encoding = try Printer.code("GARITA_PRINTER_ENCODING", setting, or: .utf8)
        guard let seconds = Int(setting("GARITA_PRINTER_SECONDS") ?? "20"),
            (1...300).contains(seconds)
        else {
            throw UsageError(
                "GARITA_PRINTER_SECONDS toma de 1 a 300.", "GARITA_PRINTER_SECONDS takes 1 to 300.")
        }
        self.seconds = seconds
        start = try Printer.bytes("GARITA_PRINTER_START", setting)
        cut = try Printer.bytes("GARITA_PRINTER_CUT", setting)
    }

    private static func bytes(_ name: String, _ setting: (String) -> String?) throws -> [UInt8] {
        let digits = Array(setting(name) ?? "")
        let pairs = stride(from: 0, to: digits.count - digits.count % 2, by: 2).map {
            String(digits[$0...$0 + 1])
        }
        let bytes = pairs.compactMap { UInt8($0, radix: 16) }
        guard bytes.count * 2 == digits.count else {
            throw UsageError(
                "\(name) lleva pares hexadecimales.", "\(name) takes hexadecimal pairs.")
        }
        return bytes
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

    /// Sends a text: what became of it, and how many letters the printer cannot write as they are.
    /// One at a time: the bytes of two papers would mix.
    func send(_ text: String) -> (end: PrinterProcess.End, replaced: Int) {
        let (paper, replaced) = bytes(of: text)
        return Printer.turn.withLock { _ in
            (PrinterProcess.run(command, paper, within: seconds), replaced)
        }
    }

    /// What is sent for a text. A paper whose letters changed says so; the knife stands some lines
    /// above the print head.
    func bytes(of text: String) -> (bytes: [UInt8], replaced: Int) {
        let (written, replaced) = encoding.encode(text)
        let note = replaced > 0 ? encoding.encode(Printer.note).bytes : []
        let feed =
            cut.isEmpty ? [] : Array(repeating: UInt8(ascii: "\n"), count: Printer.linesBeforeCut)
        return (start + written + note + feed + cut, replaced)
    }

    private static let note =
        "\n* Esta impresora cambia letras; en el\n  registro están como se dieron.\n"
    private static let linesBeforeCut = 4

    private static let turn = Mutex<Void>(())

    /// Why it did not come out of the printer.
    func failure(_ end: PrinterProcess.End) -> Bilingual {
        end == .late
            ? Bilingual(
                "La impresora no respondió en \(seconds) s",
                "The printer did not answer in \(seconds) s")
            : Bilingual("La impresora no la tomó", "The printer did not take it")
    }
}

/// `papers test`: a page with the letters that printers get wrong; `papers --contingency`: the
/// sheets of a power cut.
enum PapersProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("contingency"), arguments.rest.isEmpty {
            return try contingency(arguments)
        }
        guard arguments.rest == ["test"], !arguments.has("contingency") else {
            throw UsageError(
                "Uso: garita papers test, o papers --contingency --point CÓDIGO.",
                "Usage: garita papers test, or papers --contingency --point CODE.")
        }
        let printer = try Printer()
        return try test(printer, arguments)
    }

    /// Reserves the folios of a packet of sheets and writes them, a page each, to the standard
    /// output.
    private static func contingency(_ arguments: Arguments) throws -> Int32 {
        guard let code = try arguments.point() else {
            throw UsageError("Diga el punto: --point CÓDIGO.", "Say the point: --point CODE.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let answer = try store.perform(
            .act(ReserveFolios(at: code, ContingencySheets.packet)), by: officer.id, at: now())
        let folios = (answer.result as? Reserved)?.folios ?? []
        let papers = try store.reservedPapers(at: code).filter { folios.contains($0.folio) }
        put(ContingencySheets(at: point, papers, isDrill: store.isDrill).text)
        complain(
            arguments.language(
                "\(folios.count) folios reservados: guarde las hojas en el cajón de \(point.name).",
                "\(folios.count) folios reserved: keep the sheets in the drawer of \(point.name)."))
        return 0
    }

    private static func test(_ printer: Printer, _ arguments: Arguments) throws -> Int32 {
        let page =
            "GARITA\nÁÉÍÓÚ Ñ Ü áéíóú ñ ü ¿¡ º ª «» ·\n"
            + String(repeating: "-", count: printer.width.columns) + "\n"
        guard !printer.command.isEmpty else {
            put(page)
            return 0
        }
        let (end, replaced) = printer.send(page)
        let lost =
            replaced > 0
            ? Bilingual(" \(replaced) letras cambian.", " \(replaced) letters change.")
            : Bilingual("", "")
        let name = printer.command[0]
        guard end == .taken else {
            let why = printer.failure(end)
            say(arguments.language("\(why.es): «\(name)».", "\(why.en): «\(name)»."))
            return 1
        }
        say(
            arguments.language("Enviada a «\(name)».\(lost.es)", "Sent to «\(name)».\(lost.en)"))
        return 0
    }
}
