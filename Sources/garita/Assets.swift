import CAssets

/// The files of `themes/` and `demo-data/`, compiled in.
enum Assets {
    private static var all: [(name: String, bytes: UnsafeBufferPointer<UInt8>)] {
        var found: [(String, UnsafeBufferPointer<UInt8>)] = []
        var index: Int32 = 0
        while let name = casset_at(index).name {
            let asset = casset_at(index)
            found.append(
                (String(cString: name), UnsafeBufferPointer(start: asset.bytes, count: asset.count))
            )
            index += 1
        }
        return found
    }

    static var names: [String] { all.map(\.name) }

    /// The text of one file; nil when there is none of that name.
    static func text(_ name: String) -> String? {
        all.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
