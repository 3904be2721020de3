/// How far the log of a store may grow while a copy looks at one moment of it: it cannot begin anew
/// before that ends.
struct LogGrowth: Sendable {
    /// The most, in bytes; a copy that is not done by then is given up, and begun again later.
    let most: Int
    private let log: String
    private let start: Int

    init(of store: String, atMost most: Int) {
        log = store + "-wal"
        start = StoreFiles.size(log)
        self.most = most
    }

    private var bytes: Int { StoreFiles.size(log) - start }

    /// It has grown past it.
    var isOver: Bool { bytes > most }
    /// There is no time for rests any more.
    var isNear: Bool { bytes > most / 2 }
}
