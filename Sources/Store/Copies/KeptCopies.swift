import Glibc
import Repatriation

/// The copies that a store keeps beside itself.
package struct KeptCopies: Sendable {
    let store: String

    /// Those of the store at that path.
    package init(of store: String) { self.store = StoreFiles.resolved(store) }

    private static let mark = ".backup-"

    /// Those among which a copy lies, which keeps its name wherever its folder is taken.
    init?(among copy: String) {
        let bytes = Array(copy.utf8), mark = Array(KeptCopies.mark.utf8)
        guard let cut = bytes.indices.last(where: { bytes[$0...].starts(with: mark) }) else {
            return nil
        }
        store = String(decoding: bytes[..<cut], as: UTF8.self)
    }

    /// Where a copy lies, or would.
    func path(_ copy: CopyName) -> String { store + KeptCopies.mark + copy.text }

    /// What lies there now, the oldest first; a copy of another's naming is not among them, nor what
    /// only bears the name of one: a link, a folder, or nothing.
    var names: [CopyName] {
        let own = StoreFiles.name(of: store) + KeptCopies.mark
        return StoreFiles.names(in: StoreFiles.folder(of: store)).filter { $0.hasPrefix(own) }
            .compactMap { CopyName(String($0.dropFirst(own.count))) }.filter { isCopy(path($0)) }
            .sorted()
    }

    private func isCopy(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && info.st_size > 0
    }

    /// How many there are.
    package var count: Int { names.count }

    /// What they take of the disk together, in bytes.
    package var bytes: Int { names.reduce(0) { $0 + StoreFiles.size(path($1)) } }

    /// Removes what is past its age.
    func prune(on day: CivilDate, believed: CivilDate) {
        let all = names
        let staying = CopyName.staying(of: all, on: day, believed: believed)
        for copy in all where !staying.contains(copy) { unlink(path(copy)) }
    }
}
