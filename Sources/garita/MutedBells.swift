import Glibc
import Repatriation
import Screens
import Store

/// Who wants no bell on this account's boards, a number a line.
enum MutedBells {
    private static var path: String { Environment.state("campanas") }

    /// Those who said so, of a file that may be missing.
    static var all: Set<Identifier<Officer>> {
        let text = String(decoding: StoreFiles.read(path, atMost: 1 << 16) ?? [], as: UTF8.self)
        return Set(text.split(separator: "\n").compactMap { Int($0) }.map(Identifier.init))
    }

    /// Kept as far as it can be: without the file the bell rings again the next time.
    static func set(_ officer: Identifier<Officer>, _ isMuted: Bool) {
        var muted = all
        if isMuted { muted.insert(officer) } else { muted.remove(officer) }
        guard Files.makeFolder(StoreFiles.folder(of: path)) else { return }
        let text = muted.map { "\($0.value)\n" }.sorted().joined()
        _ = Files.write(text, to: path)
    }
}
