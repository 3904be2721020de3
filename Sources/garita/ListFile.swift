import Glibc
import Repatriation
import Store

/// A list that is no text, a spreadsheet or a PDF: a program of this machine makes text of it.
///
/// Run without a shell on a copy in a folder of this account alone, which is gone afterwards;
/// within half a minute and two gigabytes, or ended. It does not outlive this program, however that
/// ends.
enum ListFile {
    /// What a file is by its first bytes.
    enum Kind: Sendable { case workbook, openDocument, oldWorkbook, pdf }

    private static let seconds = 30
    private static let memory = 2 << 30
    private static let longest = 64 << 20

    /// Nil for text, which needs no program.
    static func kind(_ bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        // An OpenDocument file names its kind first, and that stands unpacked.
        return String(decoding: bytes.prefix(200), as: UTF8.self).contains("opendocument")
            ? .openDocument : .workbook
    }

    /// The file's text: its own bytes where it is text.
    static func text(
        _ bytes: [UInt8], path: String = Environment["PATH"] ?? "/usr/bin:/bin",
        while isWanted: () -> Bool = { true }
    ) throws(HandoverList.Failure) -> [UInt8] {
        guard let kind = kind(bytes) else { return bytes }
        let candidates = programs(kind)
        let found = candidates.lazy.compactMap { candidate in
            place(of: candidate.name, in: path).map { (program: candidate, place: $0) }
        }
        guard let (program, place) = found.first else {
            throw .needsProgram(candidates.map(\.package))
        }
        guard let own = try? TemporaryFolder("garita-lista") else { throw .notConverted }
        defer { own.remove() }
        let folder = own.path
        let source = "\(folder)/lista.\(program.ending)"
        let out = "\(folder)/csv"
        guard write(bytes, to: source), mkdir(out, 0o700) == 0 else { throw .notConverted }
        let command = try bound(in: path) + [place] + program.arguments(source, out, folder)
        guard PrinterProcess.run(command, [], within: seconds, while: isWanted) == .taken else {
            throw .notConverted
        }
        // A sheet that is too long is nobody's to be left out.
        var texts: [[UInt8]] = []
        for name in StoreFiles.names(in: out).sorted() {
            guard let text = StoreFiles.read("\(out)/\(name)", atMost: longest) else {
                throw .notConverted
            }
            texts.append(text)
        }
        // Sheets with anything on them: people may be on each.
        let full = texts.filter { $0.contains { !" ,;\t\r\n\u{C}\"".utf8.contains($0) } }
        guard full.count <= 1 else { throw .sheets(full.count) }
        guard let text = full.first else { throw .empty }
        return text
    }

    /// What bounds a program: the system ends the whole group when this program is gone, and in
    /// time by itself.
    private static func bound(in path: String) throws(HandoverList.Failure) -> [String] {
        guard let limits = place(of: "prlimit", in: path),
            let parent = place(of: "setpriv", in: path)
        else {
            throw .needsProgram(["util-linux"])
        }
        guard let clock = place(of: "timeout", in: path) else { throw .needsProgram(["coreutils"]) }
        return [
            parent, "--pdeathsig", "TERM", clock, "--kill-after=1", "\(seconds + 5)", limits,
            "--as=\(memory)",
            "--fsize=\(longest)", "--core=0",
        ]
    }

    private struct Program {
        let name: String
        /// Where it comes from, to be installed.
        let package: String
        let ending: String
        /// From the file, the folder for what it writes, and a folder of its own.
        let arguments: @Sendable (String, String, String) -> [String]
    }

    private static func programs(_ kind: Kind) -> [Program] {
        switch kind {
        case .pdf:
            [
                Program(name: "pdftotext", package: "poppler-utils", ending: "pdf") {
                    source, out, _ in
                    ["-layout", "-enc", "UTF-8", source, "\(out)/lista.txt"]
                }
            ]
        // Every sheet into a file of its own.
        case .workbook:
            [
                Program(name: "xlsx2csv", package: "xlsx2csv", ending: "xlsx") { source, out, _ in
                    ["-s", "0", source, out]
                },
                office("xlsx"),
            ]
        case .openDocument: [office("ods")]
        case .oldWorkbook: [office("xls")]
        }
    }

    private static func office(_ ending: String) -> Program {
        Program(name: "soffice", package: "libreoffice-calc", ending: ending) { source, out, own in
            [
                "-env:UserInstallation=file://\(own)/perfil", "--headless", "--norestore",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir", out,
                source,
            ]
        }
    }

    private static func place(of name: String, in path: String) -> String? {
        path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { left in
                uninterrupted {
                    Glibc.write(descriptor, left.baseAddress?.advanced(by: done), left.count - done)
                }
            }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
