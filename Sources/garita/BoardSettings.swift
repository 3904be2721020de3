import Glibc
import Repatriation
import Screens
import Store

/// How each officer wants their boards on this account, a line each.
enum BoardSettings {
    private static var path: String { Environment.state("tableros") }

    /// Those who said so, of a file that may be missing.
    static var all: [Identifier<Officer>: BoardSetting] {
        let text = String(decoding: StoreFiles.read(path, atMost: 1 << 16) ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n").compactMap { line -> (Int, BoardSetting)? in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard let id = parts.first.flatMap({ Int($0) }) else { return nil }
            return (id, BoardSetting(text: parts.count == 2 ? String(parts[1]) : ""))
        }
        return Dictionary(
            lines.map { (Identifier($0.0), $0.1) }, uniquingKeysWith: { $1 })
    }

    /// Kept as far as it can be: without the file a board is as it comes the next time.
    static func set(_ officer: Identifier<Officer>, _ setting: BoardSetting) {
        var kept = all
        kept[officer] = setting == BoardSetting() ? nil : setting
        guard Files.makeFolder(StoreFiles.folder(of: path)) else { return }
        let text = kept.map { "\($0.key.value) \($0.value.text)\n" }.sorted().joined()
        _ = Files.write(text, to: path)
    }
}
